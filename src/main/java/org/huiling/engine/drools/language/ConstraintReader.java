package org.huiling.engine.drools.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huiling.engine.Bilingual;
import org.huiling.engine.drools.language.Operand.Calculation;
import org.huiling.engine.drools.language.Operand.Code;
import org.huiling.engine.drools.language.Operand.Constant;
import org.huiling.engine.drools.language.Operand.Extreme;
import org.huiling.engine.drools.language.Operand.Parameter;
import org.huiling.engine.drools.language.Operand.Property;
import org.huiling.engine.drools.language.Operand.Variable;
import org.huiling.facts.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of one condition. There is one grammar, listed in
 * {@code rules/README.md}, for whoever admits a condition and whoever searches with it:
 * what is not in it is refused with the way to write it.
 */
public final class ConstraintReader {

	private static final Set<String> SIGNS = Set.of("==", "!=", "<", "<=", ">", ">=");

	private static final Map<String, String> MIRRORED = Map.of("==", "==", "!=", "!=", "<", ">", "<=", ">=", ">", "<",
			">=", "<=");

	/** A group on the left: the same with the fact on the left. */
	private static final Map<String, String> GROUPS = Map.of("contains", "memberOf", "not contains", "not memberOf",
			"excludes", "not memberOf");

	private static final Set<String> WORDS = Set.of("in", "memberOf", "contains", "excludes");

	private static final int DEEPEST = 24;

	private final ConditionTokens tokens;

	private final String fact;

	private final Members members;

	private int depth;

	/** Whether what is read stands inside of {@code whole( … )}. */
	private boolean dividing;

	/** What was read so far: an expression, or a comparison of two. */
	private record Part(@Nullable Operand expression, @Nullable Constraint comparison) {
	}

	private ConstraintReader(String text, String fact, RuleVocabulary vocabulary) {
		this.tokens = ConditionTokens.of(text);
		this.fact = fact;
		this.members = new Members(vocabulary);
	}

	/**
	 * Reads a condition.
	 * @param text as written between two commas
	 * @param fact the fact of its pattern
	 * @param vocabulary the words there are
	 * @return its normal form
	 * @throws NotAdmitted if it is spelled in another way
	 */
	public static Constraint read(String text, String fact, RuleVocabulary vocabulary) {
		return new ConstraintReader(text, fact, vocabulary).constraint();
	}

	private Constraint constraint() {
		String name = this.tokens.peek().startsWith("$") ? this.tokens.peek() : null;
		if (name != null && this.tokens.peek(1).equals(":=")) {
			throw refused(":=", "写 " + name + " : 事实", "write " + name + " : fact");
		}
		if (name != null && this.tokens.peek(1).equals(":")) {
			this.tokens.next();
			this.tokens.next();
			return binding(name);
		}
		Constraint read = test(part());
		end();
		return read;
	}

	/** After a name an operator would be dropped, or compare something else. */
	private Constraint binding(String name) {
		boolean bracket = this.tokens.peek().equals("(");
		int begin = this.tokens.offset();
		Part left = unary();
		if (left.comparison() != null || left.expression() == null) {
			throw new NotAdmitted(begin, name + " :", "比较另写一个条件：" + name + " : 事实, " + name + " >= …",
					"write the comparison as a condition of its own: " + name + " : fact, " + name + " >= …");
		}
		String sign = this.tokens.peek();
		if (Set.of("+", "-", "*", "/", "%").contains(sign)) {
			throw refused(sign, "给计算加括号：" + name + " : ( … " + sign + " … )；否则记下的是没有算过的数",
					"put the calculation in brackets: " + name + " : ( … " + sign
							+ " … ); without them the name stands for the first number alone");
		}
		if (this.tokens.atEnd()) {
			return new Constraint(name, left.expression(), null, List.of());
		}
		if (bracket || !(left.expression() instanceof Property)) {
			throw refused(this.tokens.peek(), "分成两个条件：" + name + " : …, " + name + " " + this.tokens.peek() + " …",
					"write two conditions: " + name + " : …, " + name + " " + this.tokens.peek() + " …");
		}
		Constraint compared = test(comparison(left.expression()));
		end();
		return compared.bound(name);
	}

	private void end() {
		if (!this.tokens.atEnd()) {
			throw unexpected();
		}
	}

	/** A fact by itself stands for its being true. */
	private static Constraint test(Part part) {
		if (part.comparison() != null) {
			return part.comparison();
		}
		if (part.expression() == null) {
			throw new IllegalStateException("nothing was read");
		}
		return new Constraint(null, part.expression(), "==", List.of(new Constant(true)));
	}

	private Part part() {
		if (++this.depth > DEEPEST) {
			throw refused("(", "去掉多余的括号", "drop the brackets that are not needed");
		}
		Part part = this.tokens.peek().equals("!") ? negation() : comparison();
		this.depth--;
		return part;
	}

	private Part negation() {
		int begin = this.tokens.offset();
		this.tokens.next();
		Part negated = unary();
		if (!this.tokens.atEnd() && !this.tokens.peek().equals(")")) {
			throw new NotAdmitted(begin, "!", "不用 !，写相反的比较，或把整个比较放在 !( … ) 里",
					"write the opposite comparison, or !( … ) around the whole of it");
		}
		return new Part(null, test(negated).opposite());
	}

	private Part comparison() {
		Part left = sum();
		return (left.expression() != null && !atBoundary()) ? comparison(left.expression()) : left;
	}

	private boolean atBoundary() {
		return this.tokens.atEnd() || this.tokens.peek().equals(")") || this.tokens.peek().equals(",");
	}

	private Part comparison(Operand left) {
		String operator = operator();
		List<Operand> right = operator.endsWith("in") ? list() : List.of(expression(sum()));
		if (!atBoundary()) {
			throw unexpected();
		}
		if (GROUPS.containsKey(operator)) {
			return new Part(null, new Constraint(null, right.get(0), GROUPS.get(operator), List.of(left)));
		}
		String mirrored = MIRRORED.get(operator);
		boolean turned = mirrored != null && !left.readsFacts() && right.get(0).readsFacts();
		return new Part(null, turned ? new Constraint(null, right.get(0), mirrored, List.of(left))
				: new Constraint(null, left, operator, right));
	}

	private String operator() {
		String sign = this.tokens.peek();
		if (SIGNS.contains(sign) || WORDS.contains(sign)) {
			return this.tokens.next();
		}
		if (sign.equals("not") && WORDS.contains(this.tokens.peek(1)) && !this.tokens.peek(1).equals("excludes")) {
			return this.tokens.next() + " " + this.tokens.next();
		}
		throw unexpected();
	}

	private List<Operand> list() {
		if (!this.tokens.take("(")) {
			throw refused(this.tokens.peek(), "写 in ( 甲, 乙 )；一组参数用 memberOf",
					"write in ( a, b ); for a group that is one parameter memberOf");
		}
		List<Operand> all = arguments();
		if (all.isEmpty()) {
			throw refused("in ( )", "括号里至少写一个", "at least one belongs into the brackets");
		}
		return all;
	}

	/** What stands between brackets of which the first is read already. */
	private List<Operand> arguments() {
		List<Operand> all = new ArrayList<>();
		if (this.tokens.take(")")) {
			return all;
		}
		do {
			if (SIGNS.contains(this.tokens.peek())) {
				throw refused("( " + this.tokens.peek(), "不加括号：事实 " + this.tokens.peek() + " …",
						"write it without brackets: fact " + this.tokens.peek() + " …");
			}
			all.add(expression(sum()));
		}
		while (this.tokens.take(","));
		if (!this.tokens.take(")")) {
			throw unexpected();
		}
		return all;
	}

	private Operand expression(Part part) {
		if (part.expression() == null) {
			throw refused(this.tokens.peek(), "一个条件只比较一次，几个条件用逗号隔开",
					"a condition compares once; write a comma between two");
		}
		return part.expression();
	}

	private Part sum() {
		Part left = product();
		while (this.tokens.peek().equals("+") || this.tokens.peek().equals("-")) {
			Operand first = expression(left);
			String sign = this.tokens.next();
			left = new Part(new Calculation(first, sign, expression(product())), null);
		}
		return left;
	}

	private Part product() {
		Part left = unary();
		while (this.tokens.peek().equals("*") || (this.dividing && this.tokens.peek().equals("/"))) {
			Operand first = expression(left);
			String sign = this.tokens.next();
			left = new Part(new Calculation(first, sign, expression(unary())), null);
		}
		if (this.tokens.peek().equals("/") || this.tokens.peek().equals("%")) {
			throw refused(this.tokens.peek(), "整数相除会丢掉余数：把除数乘到另一边，如 事实 >= P.甲 * P.乙；要的就是整数部分，写 whole( 事实 / P.乙 )",
					"dividing whole numbers drops the rest: multiply the other side instead, such as fact >= P.a * P.b; where the whole part is meant, write whole( fact / P.b )");
		}
		return left;
	}

	private Part unary() {
		if (this.tokens.peek().equals("-")) {
			throw refused("-", "不写负数：把它加到另一边", "no negative numbers: add it on the other side");
		}
		if (!this.tokens.take("(")) {
			return new Part(chain(primary()), null);
		}
		Part inside = part();
		if (!this.tokens.take(")")) {
			throw unexpected();
		}
		if (this.tokens.peek().equals(".") || this.tokens.peek().equals("!.")) {
			throw refused(").", "去掉点号前的括号", "drop the brackets before the dot");
		}
		return inside;
	}

	private Operand primary() {
		int begin = this.tokens.offset();
		String word = this.tokens.next();
		if (word.startsWith("\"") && word.length() > 1) {
			return new Constant(word.substring(1, word.length() - 1));
		}
		if (word.matches("\\d{1,9}")) {
			return new Constant(Integer.valueOf(word));
		}
		if (word.matches("\\d{1,12}\\.\\d{1,6}")) {
			return new Constant(new BigDecimal(word));
		}
		if (word.equals("true") || word.equals("false")) {
			return new Constant(Boolean.valueOf(word));
		}
		if (word.startsWith("$")) {
			return new Variable(word);
		}
		if (!isWord(word)) {
			throw unexpected(begin, word);
		}
		if (word.equals("null")) {
			throw new NotAdmitted(begin, "…", "不必写：未知的事实由系统去问", "not needed: what is unknown is asked for");
		}
		if (this.tokens.peek().equals(".") && word.equals("P")) {
			this.tokens.next();
			return new Parameter(this.tokens.next());
		}
		if (word.equals("Money") && this.tokens.peek(1).equals("ZERO")) {
			this.tokens.next();
			this.tokens.next();
			return new Constant(Money.ZERO);
		}
		if (this.members.vocabulary().codes(word) != null && this.tokens.take(".")) {
			return new Code(word, this.tokens.next());
		}
		if (Shorthand.FUNCTIONS.contains(word) && this.tokens.take("(")) {
			return word.equals("whole") ? whole() : extreme(begin, word);
		}
		return this.members.of(Property.itself(this.fact), word, this.tokens.take("(") ? arguments() : null);
	}

	/** What stands in the brackets of {@code whole( … )}, of which the first is read. */
	private Operand whole() {
		boolean before = this.dividing;
		this.dividing = true;
		List<Operand> inside = arguments();
		this.dividing = before;
		if (inside.size() != 1) {
			throw refused("whole", "写 whole( 甲 / 乙 )", "write whole( a / b )");
		}
		return inside.get(0);
	}

	private Operand extreme(int begin, String word) {
		List<Operand> values = arguments();
		if (values.size() != 2) {
			throw new NotAdmitted(begin, word, "写两个值，三个的写 " + word + "( 甲, " + word + "( 乙, 丙 ) )",
					"write two values, for three " + word + "( a, " + word + "( b, c ) )");
		}
		return new Extreme(word, values.get(0), values.get(1));
	}

	/** Properties and calls behind the first word. */
	private Operand chain(Operand first) {
		Operand value = first;
		while (true) {
			if (this.tokens.peek().equals("!.")) {
				throw refused("!.", "写一个点号：未知的事实由系统去问", "write a dot: what is unknown is asked for");
			}
			if (!this.tokens.take(".")) {
				return value;
			}
			int begin = this.tokens.offset();
			String word = this.tokens.next();
			if (!isWord(word)) {
				throw unexpected(begin, word);
			}
			value = this.members.of(value, word, this.tokens.take("(") ? arguments() : null);
		}
	}

	private static boolean isWord(String token) {
		return token.matches("[\\p{L}_][$\\p{L}\\w]*");
	}

	private NotAdmitted unexpected() {
		return unexpected(this.tokens.offset(), this.tokens.peek());
	}

	private static NotAdmitted unexpected(int offset, String sign) {
		Bilingual instead = Spelling.instead(sign);
		return new NotAdmitted(offset, sign.isEmpty() ? "…" : sign, instead.zh(), instead.en());
	}

	private NotAdmitted refused(String what, String zh, String en) {
		return new NotAdmitted(this.tokens.offset(), what, zh, en);
	}

}
