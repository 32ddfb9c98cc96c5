package org.huiling.engine.source;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.engine.Bilingual;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Yaml;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a version may be at most, judged before any parser sees them: a
 * parser's own work grows with what it is given, and some of it on the stack.
 */
public final class Limits {

	/** The most rules of one version. */
	public static final int RULES = 300;

	/** The most alternatives that the {@code or}s of one rule may multiply to. */
	public static final int BRANCHES = 64;

	private static final int FILES = 200;

	private static final int FILE_BYTES = 2 << 20;

	/** The most bytes of a file of rules. */
	public static final int RULE_BYTES = 256 << 10;

	/** The most characters of a text between quotes: a name, a basis, a reason. */
	public static final int TEXT = 500;

	/** The most characters of one condition. */
	public static final int CONDITION = 1_000;

	/** The most characters of a consequence. */
	public static final int CONSEQUENCE = 2_000;

	private static final int LINE_LENGTH = 2_000;

	/** How deep brackets may be nested. */
	public static final int NESTING = 20;

	private static final int PATH_LENGTH = 200;

	private static final Pattern PATH = Pattern
		.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_. ()-]*(?:/[\\p{L}\\p{N}_][\\p{L}\\p{N}_. ()-]*){0,7}");

	private static final Pattern RESERVED = Pattern.compile("(?i)(?:.*/)?(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?");

	private static final Pattern UNSEEN = Pattern
		.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{3164}\\x{FFA0}"
				+ "\\x{FE00}-\\x{FE0F}\\x{FFFC}\\x{FFFE}\\x{FFFF}\\x{E0100}-\\x{E01EF}&&[^\\t\\r\\n]]");

	private static final Pattern ESCAPE = Pattern.compile("\\\\+u");

	private final Problems problems;

	/**
	 * Limits.
	 * @param problems takes what goes beyond them
	 */
	public Limits(Problems problems) {
		this.problems = problems;
	}

	/**
	 * Judges the files of a version.
	 * @param files the files
	 */
	public void judge(PolicyFiles files) {
		if (files.files().size() > FILES) {
			this.problems.error(FilePlace.of(HeaderReader.FILE), "TOO_MANY_FILES", "文件多于 " + FILES + " 个",
					"there are more than " + FILES + " files",
					new Bilingual("一个版本只放它自己的文件", "a version holds its own files only"));
		}
		files.files().forEach(this::file);
	}

	/**
	 * Judges one file.
	 * @param path its path
	 * @param bytes its bytes
	 */
	public void file(String path, byte[] bytes) {
		if (path.length() > PATH_LENGTH || !PATH.matcher(path).matches() || path.contains("..")
				|| RESERVED.matcher(path).matches()) {
			this.problems.error(FilePlace.of(shown(path)), "FILE_NAME", "文件名不允许使用", "the file's name is not admitted",
					new Bilingual("用文字、数字、点和短横，不用 .. 和反斜杠",
							"letters, digits, dots and hyphens; no .. and no backslash"));
			return;
		}
		boolean rules = path.toLowerCase(Locale.ROOT).endsWith(".drl");
		boolean text = rules || path.endsWith(".drl.csv");
		int most = text ? RULE_BYTES : FILE_BYTES;
		if (bytes.length > most) {
			this.problems.error(FilePlace.of(path), "TOO_LARGE", "文件大于 " + (most >> 10) + " KiB",
					"the file is larger than " + (most >> 10) + " KiB",
					new Bilingual("把规则分成几个文件", "split it into several files"));
		}
		else if (rules || path.endsWith(".yaml")) {
			text(path, bytes, rules);
		}
	}

	private void text(String path, byte[] bytes, boolean rules) {
		String text = Yaml.text(path, bytes, this.problems);
		if (text == null) {
			return;
		}
		int line = 0;
		for (String one : (Iterable<String>) text.lines()::iterator) {
			line(path, ++line, one, rules);
		}
		if (rules) {
			nesting(path, text);
		}
	}

	private void line(String path, int number, String line, boolean rules) {
		if (line.length() > LINE_LENGTH) {
			this.problems.error(new FilePlace(path, number, LINE_LENGTH + 1, line.substring(0, 60)), "LINE_TOO_LONG",
					"这一行超过 " + LINE_LENGTH + " 个字符", "the line has more than " + LINE_LENGTH + " characters",
					new Bilingual("分成几行写", "write it on several lines"));
		}
		Matcher unseen = UNSEEN.matcher(line);
		if (unseen.find()) {
			String name = String.format(Locale.ROOT, "U+%04X", line.codePointAt(unseen.start()));
			this.problems.error(new FilePlace(path, number, unseen.start() + 1, name), "UNSEEN_CHARACTER",
					"这里有看不见的字符 " + name, "there is a character that cannot be seen, " + name,
					new Bilingual("删掉它：看到的应当就是规则所写的", "delete it: what one sees must be what the rule says"));
		}
		Matcher escape = ESCAPE.matcher(line);
		if (rules && escape.find()) {
			this.problems.error(new FilePlace(path, number, escape.start() + 1, escape.group()), "UNICODE_ESCAPE",
					"规则文件中不能写 \\u 转义", "a \\u escape is not admitted in a rule file",
					new Bilingual("直接写这个字", "write the character itself"));
		}
	}

	/**
	 * The first character of a text that cannot be seen: a control character, one that
	 * turns the direction of writing, one without a shape.
	 * @param text the text
	 * @return its name, such as {@code U+202E}, null if all can be seen
	 */
	public static @Nullable String unseen(String text) {
		Matcher unseen = UNSEEN.matcher(text);
		return unseen.find() ? String.format(Locale.ROOT, "U+%04X", text.codePointAt(unseen.start())) : null;
	}

	/** Brackets are counted wherever they stand, so that no quotation can hide one. */
	private void nesting(String path, String text) {
		int depth = 0;
		int line = 1;
		int column = 0;
		for (int i = 0; i < text.length(); i++) {
			char at = text.charAt(i);
			column++;
			if (at == '\n') {
				line++;
				column = 0;
			}
			else if (at == '(' || at == '[' || at == '{') {
				depth++;
			}
			else if (at == ')' || at == ']' || at == '}') {
				depth = Math.max(0, depth - 1);
			}
			if (depth > NESTING) {
				this.problems.error(new FilePlace(path, line, column, String.valueOf(at)), "NESTED_TOO_DEEP",
						"括号嵌套多于 " + NESTING + " 层", "brackets are nested more than " + NESTING + " deep",
						new Bilingual("检查括号是否成对", "check that brackets are in pairs"));
				return;
			}
		}
	}

	/** A name that is no name is shown without what makes it dangerous to show. */
	private static String shown(String path) {
		String safe = path.replaceAll("[^\\p{L}\\p{N}_./\\\\-]", "?");
		return safe.isEmpty() ? "?" : safe.substring(0, Math.min(safe.length(), 80));
	}

}
