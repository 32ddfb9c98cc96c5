package org.huiling.decision.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/**
 * Says a condition of a rule in words. It reads what authors may write; what it cannot
 * read it does not say, so that nobody gets a letter with program code in it.
 */
public final class ConditionPhrase {

	private static final Pattern TOKEN = Pattern.compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[0-9]+(?:\\.[0-9]+)?[A-Za-z]?"
			+ "|\\$?[\\p{L}_][\\p{L}\\p{N}_]*|>=|<=|==|!=|&&|\\|\\||!\\.|[-+*/(),.!<>])");

	private static final Map<String, String> SIGNS = Map.of(">=", "≥", "<=", "≤", ">", ">", "<", "<", "==", "=", "!=",
			"≠", "+", "+", "-", "−", "*", "×", "/", "÷");

	private final Words words;

	private final JsonNode actual;

	private final Set<String> parameters = new TreeSet<>();

	private List<String> tokens = List.of();

	private int next;

	/** What rules call the item that is looked at, null outside of lists. */
	private @Nullable String pattern;

	public ConditionPhrase(Words words, JsonNode actual) {
		this.words = words;
		this.actual = actual;
	}

	/** The words of a language. */
	public interface Words {

		/** A text, null if the language has none. */
		@Nullable String find(String key, Object... arguments);

		/** A fact inside a sentence, null if there are no words for it. */
		@Nullable String fact(String path);

		/** What is said of a fact that does not hold, null if nothing is. */
		@Nullable String denied(String path);

		/** A code inside a sentence, null if there are no words for it. */
		@Nullable String code(String type, String name);

		/** A value, in the words for a fact's values if the fact is known. */
		String value(@Nullable String fact, JsonNode value);

		/** The value of a parameter, with its unit where it tells nothing without. */
		default String value(@Nullable String fact, JsonNode value, String parameter) {
			return value(fact, value);
		}

	}

	/** A condition that cannot be put into words. */
	public static final class Unspoken extends Exception {

		private static final long serialVersionUID = 1L;

		Unspoken(String what) {
			super(what);
		}

	}

	/**
	 * A part of a condition: a fact by its path, a value that is said as values of the
	 * fact beside it are, or words.
	 */
	private record Term(@Nullable String fact, @Nullable JsonNode value, @Nullable String words,
			@Nullable String parameter) {

		static Term fact(String path) {
			return new Term(path, null, null, null);
		}

		static Term value(JsonNode value) {
			return new Term(null, value, null, null);
		}

		static Term parameter(String name, JsonNode value) {
			return new Term(null, value, null, name);
		}

		static Term words(String words) {
			return new Term(null, null, words, null);
		}

	}

	/** The parameters that stand in what was said. */
	public Set<String> parameters() {
		return this.parameters;
	}

	/** Says a condition. */
	public String of(String text) throws Unspoken {
		List<String> found = new ArrayList<>();
		Matcher matcher = TOKEN.matcher(text.strip());
		int end = 0;
		while (matcher.find() && matcher.start() == end) {
			found.add(matcher.group(1));
			end = matcher.end();
		}
		if (end != text.strip().length()) {
			throw new Unspoken(text);
		}
		this.tokens = found;
		this.next = 0;
		String said = either();
		if (this.next < this.tokens.size()) {
			throw new Unspoken(text);
		}
		return said;
	}

	/** Any of some: {@code or} between patterns binds less than a comma. */
	private String either() throws Unspoken {
		String said = all();
		while (takes("or") || takes("||")) {
			said = required("phrase.or", said, all());
		}
		return said;
	}

	private String all() throws Unspoken {
		String said = single();
		while (takes(",") || takes("&&")) {
			said = required("phrase.and", said, single());
		}
		return said;
	}

	private String single() throws Unspoken {
		if (isOverItems()) {
			return overItems();
		}
		if (takes("not")) {
			return required("phrase.not", group());
		}
		if (takes("!")) {
			return is(factor(), false);
		}
		if ("(".equals(peek())) {
			int before = this.next;
			try {
				return comparison();
			}
			catch (Unspoken ex) {
				this.next = before;
				return required("phrase.group", group());
			}
		}
		return comparison();
	}

	/** {@code exists} or {@code not} before the name of a pattern. */
	private boolean isOverItems() {
		if (!"exists".equals(peek()) && !"not".equals(peek())) {
			return false;
		}
		String name = (this.next + 2 < this.tokens.size()) ? this.tokens.get(this.next + 1) : "(";
		return Character.isUpperCase(name.charAt(0)) && "(".equals(this.tokens.get(this.next + 2));
	}

	private String overItems() throws Unspoken {
		String key = takes("not") ? "phrase.noItem" : "phrase.item";
		takes("exists");
		String name = word();
		require("(");
		String list = fact(name);
		if (takes(")")) {
			return required(key + "AtAll", list);
		}
		this.pattern = name;
		try {
			String said = either();
			require(")");
			return required(key, list, said);
		}
		finally {
			this.pattern = null;
		}
	}

	private String group() throws Unspoken {
		require("(");
		String said = either();
		require(")");
		return said;
	}

	private String comparison() throws Unspoken {
		Term left = sum();
		String operator = peek();
		if (operator != null && operator.matches("[<>=!]=|[<>]")) {
			this.next++;
			Term right = sum();
			JsonNode value = right.value();
			if (left.fact() != null && value instanceof BooleanNode && operator.matches("[=!]=")) {
				return is(left, value.booleanValue() == "==".equals(operator));
			}
			return say(left, right) + " " + SIGNS.get(operator) + " " + say(right, left);
		}
		boolean not = takes("not");
		if (takes("memberOf")) {
			Term right = sum();
			return required(not ? "phrase.notMember" : "phrase.member", say(left, right), say(right, left));
		}
		if (takes("in")) {
			return required(not ? "phrase.notMember" : "phrase.member", say(left, left), among(left));
		}
		if (takes("contains") || takes("excludes")) {
			boolean without = not || "excludes".equals(this.tokens.get(this.next - 1));
			Term right = sum();
			return required(without ? "phrase.without" : "phrase.contains", say(left, right), say(right, left));
		}
		if (not) {
			throw new Unspoken("not");
		}
		return is(left, true);
	}

	/** What stands in the brackets of {@code in}. */
	private String among(Term beside) throws Unspoken {
		require("(");
		List<String> said = new ArrayList<>();
		do {
			said.add(say(sum(), beside));
		}
		while (takes(","));
		require(")");
		return String.join(required("phrase.comma"), said);
	}

	private String is(Term term, boolean holds) throws Unspoken {
		if (term.fact() == null) {
			if (term.words() == null) {
				throw new Unspoken("no fact");
			}
			return holds ? term.words() : required("phrase.not", term.words());
		}
		return holds ? fact(term.fact()) : denied(term.fact());
	}

	private String denied(String fact) throws Unspoken {
		String said = this.words.denied(fact);
		return (said != null) ? said : required("phrase.not", fact(fact));
	}

	private String fact(@Nullable String path) throws Unspoken {
		return spoken((path != null) ? this.words.fact(path) : null, path);
	}

	private static String spoken(@Nullable String said, @Nullable String what) throws Unspoken {
		if (said == null) {
			throw new Unspoken(String.valueOf(what));
		}
		return said;
	}

	private Term sum() throws Unspoken {
		Term left = product();
		while ("+".equals(peek()) || "-".equals(peek())) {
			left = joined(left, product(this.tokens.get(this.next++)));
		}
		return left;
	}

	private record Operand(String sign, Term term) {
	}

	private Operand product(String sign) throws Unspoken {
		return new Operand(sign, product());
	}

	private Term product() throws Unspoken {
		Term left = factor();
		while ("*".equals(peek()) || "/".equals(peek())) {
			String sign = this.tokens.get(this.next++);
			left = joined(left, new Operand(sign, factor()));
		}
		return left;
	}

	private Term joined(Term left, Operand right) throws Unspoken {
		return Term.words(say(left, left) + " " + SIGNS.get(right.sign()) + " " + say(right.term(), right.term()));
	}

	private Term factor() throws Unspoken {
		if (takes("(")) {
			Term inner = sum();
			require(")");
			return Term.words(required("phrase.group", say(inner, inner)));
		}
		String token = peek();
		if (token == null) {
			throw new Unspoken("the end");
		}
		this.next++;
		if (token.startsWith("\"")) {
			return Term.words(token);
		}
		if (token.matches("[0-9].*")) {
			return Term.words(token.replaceFirst("[A-Za-z]$", ""));
		}
		if (token.equals("true") || token.equals("false")) {
			return Term.value(BooleanNode.valueOf(token.equals("true")));
		}
		if (!token.matches("[\\p{L}_].*")) {
			throw new Unspoken(token);
		}
		return chain(token);
	}

	/** A word and what is read of it or asked of it. */
	private Term chain(String first) throws Unspoken {
		if ("(".equals(peek())) {
			return after(Term.words(required("word." + first, arguments(null))));
		}
		if (Character.isUpperCase(first.charAt(0))) {
			require(".");
			String name = word();
			return after("P".equals(first) ? parameter(name) : Term.words(spoken(this.words.code(first, name), name)));
		}
		StringBuilder path = new StringBuilder((this.pattern != null) ? this.pattern + "." + first : noted(first));
		while (isProperty()) {
			this.next++;
			path.append('.').append(word());
		}
		return after(Term.fact(path.toString()));
	}

	/** The field of an item that a program goes over is noted behind its pattern. */
	private String noted(String word) {
		return this.actual.has(word) ? word
				: this.actual.propertyNames()
					.stream()
					.filter((name) -> name.endsWith("." + word) && Character.isUpperCase(name.charAt(0)))
					.findFirst()
					.orElse(word);
	}

	/** Whether the next word belongs to the path and is not asked with brackets. */
	private boolean isProperty() {
		return this.next + 1 < this.tokens.size() && this.tokens.get(this.next).matches("!?\\.")
				&& !(this.next + 2 < this.tokens.size() && "(".equals(this.tokens.get(this.next + 2)));
	}

	private Term after(Term start) throws Unspoken {
		Term term = start;
		while (takes(".") || takes("!.")) {
			String word = word();
			if (term.value() != null && "at".equals(word)) {
				arguments(null);
			}
			else {
				term = Term.words(required("word." + word, arguments(say(term, term))));
			}
		}
		return term;
	}

	private Object[] arguments(@Nullable String receiver) throws Unspoken {
		List<Object> said = new ArrayList<>();
		if (receiver != null) {
			said.add(receiver);
		}
		if (takes("(")) {
			while (!takes(")")) {
				Term argument = sum();
				said.add(say(argument, argument));
				if (!takes(",") && !")".equals(peek())) {
					throw new Unspoken("(");
				}
			}
		}
		return said.toArray();
	}

	private Term parameter(String name) {
		this.parameters.add(name);
		JsonNode value = this.actual.path(name);
		return (value.isMissingNode() || value.isNull())
				? Term.words(String.valueOf(this.words.find("phrase.parameter"))) : Term.parameter(name, value);
	}

	private String say(Term term, Term beside) throws Unspoken {
		if (term.words() != null) {
			return term.words();
		}
		if (term.value() == null) {
			return fact(term.fact());
		}
		return (term.parameter() != null) ? this.words.value(beside.fact(), term.value(), term.parameter())
				: this.words.value(beside.fact(), term.value());
	}

	private String required(String key, Object... arguments) throws Unspoken {
		return spoken(this.words.find(key, arguments), key);
	}

	private String word() throws Unspoken {
		String token = peek();
		if (token == null || !token.matches("[\\p{L}_].*")) {
			throw new Unspoken(String.valueOf(token));
		}
		this.next++;
		return token;
	}

	private @Nullable String peek() {
		return (this.next < this.tokens.size()) ? this.tokens.get(this.next) : null;
	}

	private boolean takes(String token) {
		if (!token.equals(peek())) {
			return false;
		}
		this.next++;
		return true;
	}

	private void require(String token) throws Unspoken {
		if (!takes(token)) {
			throw new Unspoken(String.valueOf(peek()));
		}
	}

}
