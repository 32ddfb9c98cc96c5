package org.huiling.engine.drools.language;

import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.Bilingual;
import org.huiling.engine.source.Limits;
import org.huiling.engine.source.yaml.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A rule file cut into words, quoted texts and signs, before any parser reads it. What
 * Drools' reader, the Java compiler and a person could cut differently (a backslash, a
 * quotation over two lines, an apostrophe as a quotation mark) is refused, so that a text
 * ends where it is seen to end.
 */
public final class RuleTokens {

	/** Signs that begin what no rule needs: paths, lists, blocks, casts, lambdas. */
	private static final String FOREIGN = "[]{}'#?^~`";

	private static final List<String> FOREIGN_PAIRS = List.of("->", "::");

	private final String text;

	private final StringBuilder bare;

	private final List<Token> tokens = new ArrayList<>();

	private final List<Fault> faults = new ArrayList<>();

	private int at;

	private RuleTokens(String text) {
		this.text = text;
		this.bare = new StringBuilder(text);
	}

	private record Token(int start, int end) {
	}

	/**
	 * Something that is not admitted.
	 *
	 * @param at where
	 * @param excerpt what stands there
	 * @param code the code of the problem
	 * @param unsure whether what follows may be cut otherwise by others
	 */
	private record Fault(int at, String excerpt, String code, boolean unsure) {
	}

	public static RuleTokens of(String text) {
		RuleTokens tokens = new RuleTokens(text);
		while (tokens.at < text.length()) {
			tokens.next();
		}
		return tokens;
	}

	private void next() {
		char one = this.text.charAt(this.at);
		int start = this.at;
		if (Character.isWhitespace(one)) {
			this.at++;
			if (one == '\r' && (this.at == this.text.length() || this.text.charAt(this.at) != '\n')) {
				fault(start, "U+000D", "UNSEEN_CHARACTER", true);
			}
		}
		else if (this.text.startsWith("//", this.at)) {
			comment(endOfLine());
		}
		else if (this.text.startsWith("/*", this.at)) {
			int end = this.text.indexOf("*/", this.at + 2);
			if (end < 0) {
				fault(start, "/*", "UNCLOSED_COMMENT", true);
			}
			comment((end < 0) ? this.text.length() : end + 2);
		}
		else if (one == '"') {
			quoted();
		}
		else if (isOfAWord(one)) {
			while (this.at < this.text.length() && isOfAWord(this.text.charAt(this.at))) {
				this.at++;
			}
			this.tokens.add(new Token(start, this.at));
		}
		else {
			sign(one);
		}
	}

	private static boolean isOfAWord(char one) {
		return Character.isLetterOrDigit(one) || one == '_' || one == '$';
	}

	private int endOfLine() {
		int end = this.text.indexOf('\n', this.at);
		return (end < 0) ? this.text.length() : end;
	}

	private void comment(int end) {
		for (int i = this.at; i < end; i++) {
			char one = this.text.charAt(i);
			if (one != '\n' && one != '\r') {
				this.bare.setCharAt(i, ' ');
			}
			if (one == '\r' && (i + 1 == this.text.length() || this.text.charAt(i + 1) != '\n')) {
				fault(i, "U+000D", "UNSEEN_CHARACTER", true);
			}
		}
		this.at = end;
	}

	private void quoted() {
		int start = this.at++;
		while (this.at < this.text.length() && "\"\n\r".indexOf(this.text.charAt(this.at)) < 0) {
			if (this.text.charAt(this.at) == '\\') {
				fault(this.at, "\\", "BACKSLASH", true);
			}
			this.at++;
		}
		if (this.at == this.text.length() || this.text.charAt(this.at) != '"') {
			fault(start, this.text.substring(start, this.at).strip(), "UNCLOSED_STRING", true);
			return;
		}
		this.at++;
		if (this.at - start - 2 > Limits.TEXT) {
			fault(start, this.text.substring(start, start + 60), "TOO_LONG", false);
		}
		this.tokens.add(new Token(start, this.at));
	}

	private void sign(char one) {
		if (one == '\\') {
			fault(this.at, "\\", "BACKSLASH", true);
		}
		else if (FOREIGN.indexOf(one) >= 0) {
			fault(this.at, String.valueOf(one), "NOT_ADMITTED", one == '\'' || one == '`');
		}
		for (String pair : FOREIGN_PAIRS) {
			if (this.text.startsWith(pair, this.at)) {
				fault(this.at, pair, "NOT_ADMITTED", false);
			}
		}
		this.tokens.add(new Token(this.at, ++this.at));
	}

	private void fault(int where, String excerpt, String code, boolean unsure) {
		this.faults.add(new Fault(where, excerpt, code, unsure));
	}

	/**
	 * Tells what others may cut otherwise than here, each at its place.
	 * @param lines the lines of the file
	 * @param problems takes it
	 * @return whether the file may be given to a parser
	 */
	public boolean judge(RuleLines lines, Problems problems) {
		this.faults.stream().filter(Fault::unsure).forEach((fault) -> tell(fault, lines, problems));
		return this.faults.stream().noneMatch(Fault::unsure);
	}

	/** Tells of signs on whose line nobody who knows more has told anything. */
	public void tellOthers(RuleLines lines, Problems problems) {
		this.faults.stream()
			.filter((fault) -> !fault.unsure() && !problems.hasErrorAt(lines.place(line(fault))))
			.forEach((fault) -> tell(fault, lines, problems));
	}

	private int line(Fault fault) {
		return (int) this.text.substring(0, fault.at()).chars().filter((one) -> one == '\n').count() + 1;
	}

	private void tell(Fault fault, RuleLines lines, Problems problems) {
		Words words = words(fault);
		int column = fault.at() - this.text.lastIndexOf('\n', fault.at() - 1);
		problems.error(lines.at(line(fault), column, fault.excerpt()), fault.code(), words.zh(), words.en(),
				words.hint());
	}

	private record Words(String zh, String en, Bilingual hint) {
	}

	private static Words words(Fault fault) {
		return switch (fault.code()) {
			case "BACKSLASH" -> new Words("规则文件中不能写反斜线", "a backslash is not admitted in a rule file",
					new Bilingual("删掉它；文字里的引号用中文引号“”", "delete it; use typographic quotes “” inside a text"));
			case "UNCLOSED_STRING" -> new Words("从这里开始的引号没有在本行结束", "the text that opens here is not closed on its line",
					new Bilingual("补上结束的英文引号；文字里的引号用中文引号“”",
							"close it with a double quote; use typographic quotes “” inside a text"));
			case "UNCLOSED_COMMENT" -> new Words("从这里开始的注释没有结束", "the remark that opens here is not closed",
					new Bilingual("补上 */", "close it with */"));
			case "UNSEEN_CHARACTER" -> new Words("这里有看不见的字符 " + fault.excerpt(),
					"there is a character that cannot be seen, " + fault.excerpt(),
					new Bilingual("用编辑器把换行另存为 LF", "save the file with line ends LF"));
			case "TOO_LONG" -> new Words("这段文字超过 " + Limits.TEXT + " 个字符",
					"the text has more than " + Limits.TEXT + " characters", new Bilingual("写短一些", "write it shorter"));
			default -> new Words("规则中不能写 " + fault.excerpt(), fault.excerpt() + " is not admitted in a rule",
					"'".equals(fault.excerpt()) ? new Bilingual("文字用英文双引号括起来", "put the text in double quotes")
							: new Bilingual("删掉它：条件只写事实、参数和代码",
									"delete it: conditions hold facts, parameters and codes"));
		};
	}

	/** The file without remarks; every other character stays where it is. */
	public String bare() {
		return this.bare.toString();
	}

	/**
	 * What is given to Drools: the conditions and consequences as they stand, each on its
	 * line, and of the rest nothing but a number for each rule. Names, annotations and
	 * remarks are for people.
	 * @param first the number of the first rule
	 * @return the text; null if the file is not a sequence of rules
	 */
	public @Nullable String numbered(int first) {
		StringBuilder numbered = new StringBuilder();
		int from = 0;
		int number = first;
		for (Header header : headers()) {
			if (header.when() < 0) {
				return null;
			}
			numbered.append(this.bare, from, header.rule()).append(" \"").append(RuleText.key(number++)).append("\" ");
			this.bare.substring(header.rule(), header.when())
				.chars()
				.forEach((one) -> numbered.append((one == '\n') ? '\n' : ' '));
			from = header.when();
		}
		return numbered.append(this.bare, from, this.bare.length()).toString();
	}

	/** The names of the rules, in order. */
	public List<String> names() {
		return headers().stream().map(Header::name).toList();
	}

	/**
	 * Where a rule's name and annotations stand.
	 *
	 * @param rule the end of the word {@code rule}
	 * @param when where {@code when} stands, −1 if the file goes on in another way
	 */
	private record Header(int rule, String name, int when) {
	}

	private List<Header> headers() {
		List<Header> headers = new ArrayList<>();
		int next = 0;
		while (next < this.tokens.size()) {
			int when = find(next + 2, "when");
			int end = find(find(when, "then"), "end");
			if (!is(next, "rule") || end >= this.tokens.size()) {
				headers.add(new Header(0, "", -1));
				return headers;
			}
			String name = word(next + 1);
			headers.add(new Header(this.tokens.get(next).end(),
					name.startsWith("\"") ? name.substring(1, name.length() - 1) : name,
					this.tokens.get(when).start()));
			next = end + 1;
			while (is(next, ";")) {
				next++;
			}
		}
		return headers;
	}

	private int find(int from, String word) {
		int found = from;
		while (found < this.tokens.size() && !is(found, word)) {
			found++;
		}
		return found;
	}

	private boolean is(int token, String word) {
		return token < this.tokens.size() && word(token).equals(word);
	}

	private String word(int token) {
		return this.text.substring(this.tokens.get(token).start(), this.tokens.get(token).end());
	}

}
