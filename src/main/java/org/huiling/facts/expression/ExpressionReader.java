package org.huiling.facts.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.huiling.facts.expression.Expression.Arithmetic;
import org.huiling.facts.expression.Expression.Comparator;
import org.huiling.facts.expression.Expression.Joined;
import org.huiling.facts.expression.Expression.Operator;
import org.huiling.facts.expression.Token.Kind;

/**
 * Reads an expression: {@code or}, {@code and}, {@code not}, one comparison, {@code + -},
 * {@code *}, then words after a point. Its depth is bounded, and so is the work.
 */
public final class ExpressionReader {

	/** How deep brackets and {@code not} may be nested. */
	static final int DEPTH = 20;

	/** How many parts may lie within one another, those written in a row included. */
	static final int DEEPEST = 50;

	private final List<Token> tokens;

	private int next;

	private int depth;

	private ExpressionReader(List<Token> tokens) {
		this.tokens = tokens;
	}

	/**
	 * Reads a text.
	 * @param text the expression
	 * @return what it says, its names not yet looked up
	 * @throws ExpressionException with the first fault and its place
	 */
	public static Expression read(String text) {
		ExpressionReader reader = new ExpressionReader(Tokens.of(text));
		Expression read = reader.either();
		if (reader.peek().kind() != Kind.END) {
			throw reader.unexpected();
		}
		if (depth(read) > DEEPEST) {
			throw new ExpressionException(new ExpressionFault(read.at(), "", "一个表达式里多于 " + DEEPEST + " 层",
					"more than " + DEEPEST + " parts lie within one another", "分成几个派生事实",
					"split it into several derived facts"));
		}
		return read;
	}

	private static int depth(Expression expression) {
		return 1 + expression.parts().stream().mapToInt(ExpressionReader::depth).max().orElse(0);
	}

	private Expression either() {
		if (++this.depth > DEPTH) {
			throw new ExpressionException(new ExpressionFault(peek().at(), peek().text(), "括号嵌套多于 " + DEPTH + " 层",
					"brackets are nested more than " + DEPTH + " deep", "分成几个派生事实",
					"split it into several derived facts"));
		}
		List<Expression> parts = new ArrayList<>(List.of(both()));
		int at = parts.get(0).at();
		while (took("or")) {
			parts.add(both());
		}
		this.depth--;
		return (parts.size() == 1) ? parts.get(0) : new Joined(at, false, parts);
	}

	private Expression both() {
		List<Expression> parts = new ArrayList<>(List.of(negation()));
		int at = parts.get(0).at();
		while (took("and")) {
			parts.add(negation());
		}
		return (parts.size() == 1) ? parts.get(0) : new Joined(at, true, parts);
	}

	private Expression negation() {
		Token not = peek();
		if (!took("not")) {
			return comparison();
		}
		if (++this.depth > DEPTH) {
			throw unexpected();
		}
		Expression condition = negation();
		this.depth--;
		return new Expression.Not(not.at(), condition);
	}

	private Expression comparison() {
		Expression left = sum();
		Token sign = peek();
		if (took("in")) {
			expect("(");
			return new Expression.In(sign.at(), left, arguments());
		}
		for (Comparator comparator : Comparator.values()) {
			if (took(comparator.sign())) {
				return new Expression.Comparison(sign.at(), comparator, left, sum());
			}
		}
		return left;
	}

	private Expression sum() {
		Expression left = product();
		for (Token sign = peek(); took("+") || took("-"); sign = peek()) {
			left = new Arithmetic(sign.at(), sign.is("+") ? Operator.PLUS : Operator.MINUS, left, product());
		}
		return left;
	}

	private Expression product() {
		Expression left = words();
		for (Token sign = peek(); took("*"); sign = peek()) {
			left = new Arithmetic(sign.at(), Operator.TIMES, left, words());
		}
		return left;
	}

	private Expression words() {
		Expression value = primary();
		while (took(".")) {
			Token word = word();
			expect("(");
			value = new Expression.Word(word.at(), value, word.text(), arguments());
		}
		return value;
	}

	private Expression primary() {
		Token first = peek();
		if (first.kind() == Kind.NUMBER) {
			this.next++;
			return new Expression.Numeral(first.at(), new BigDecimal(first.text()));
		}
		if (first.kind() == Kind.TEXT) {
			this.next++;
			return new Expression.Text(first.at(), first.text());
		}
		if (took("(")) {
			Expression inside = either();
			expect(")");
			return inside;
		}
		if (took("true") || took("false")) {
			return new Expression.Bool(first.at(), first.is("true"));
		}
		return name();
	}

	/** A fact, a code, a function, or a fact with the first word said of it. */
	private Expression name() {
		Token first = word();
		if (took("(")) {
			return new Expression.Call(first.at(), first.text(), first.is("whole") ? quotient() : arguments());
		}
		if (Character.isUpperCase(first.text().charAt(0))) {
			expect(".");
			return new Expression.Code(first.at(), first.text(), word().text());
		}
		StringBuilder path = new StringBuilder(first.text());
		while (peek().is(".")) {
			this.next++;
			Token step = word();
			if (took("(")) {
				return new Expression.Word(step.at(), new Expression.Name(first.at(), path.toString()), step.text(),
						arguments());
			}
			path.append('.').append(step.text());
		}
		return new Expression.Name(first.at(), path.toString());
	}

	/** What stands in {@code whole( )}: nowhere else are numbers divided. */
	private List<Expression> quotient() {
		Expression left = sum();
		Token sign = peek();
		expect("/");
		Expression right = sum();
		expect(")");
		return List.of(new Arithmetic(sign.at(), Operator.WHOLE, left, right));
	}

	private List<Expression> arguments() {
		List<Expression> arguments = new ArrayList<>();
		if (took(")")) {
			return arguments;
		}
		arguments.add(either());
		while (took(",")) {
			arguments.add(either());
		}
		expect(")");
		return arguments;
	}

	private Token peek() {
		return this.tokens.get(this.next);
	}

	private boolean took(String sign) {
		boolean is = peek().is(sign);
		if (is) {
			this.next++;
		}
		return is;
	}

	private void expect(String sign) {
		if (!took(sign)) {
			Token found = peek();
			throw new ExpressionException(new ExpressionFault(found.at(), found.text(), "这里应为 " + sign,
					sign + " is expected here", advice(found, true), advice(found, false)));
		}
	}

	private Token word() {
		Token word = peek();
		if (word.kind() != Kind.WORD || Words.SIGNS.contains(word.text())) {
			throw unexpected();
		}
		this.next++;
		return word;
	}

	private ExpressionException unexpected() {
		Token found = peek();
		boolean end = found.kind() == Kind.END;
		return new ExpressionException(
				new ExpressionFault(found.at(), found.text(), end ? "表达式没有写完" : "这里不能写 " + found.text(),
						end ? "the expression ends too early" : found.text() + " cannot stand here",
						advice(found, true), advice(found, false)));
	}

	private static String advice(Token found, boolean chinese) {
		if (found.is("/")) {
			return chinese ? "整数相除写成 whole(a / b)" : "whole numbers are divided as whole(a / b)";
		}
		if (Comparator.EQUAL.sign().equals(found.text()) || found.is("<") || found.is(">")) {
			return chinese ? "几个比较用 and 连接" : "join comparisons with and";
		}
		return chinese ? "例如 household.size >= 2 and begun(hukou.since)"
				: "such as household.size >= 2 and begun(hukou.since)";
	}

}
