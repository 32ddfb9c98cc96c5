package org.huiling.engine.drools.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import org.huiling.engine.Bilingual;
import org.huiling.engine.drools.language.GrantedInKind;
import org.huiling.engine.drools.language.JavaWords;
import org.huiling.engine.drools.language.Names;
import org.huiling.engine.drools.language.RuleLines;
import org.huiling.engine.drools.language.Shorthand;
import org.huiling.engine.drools.language.Types;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.facts.Bands;
import org.huiling.facts.Benefit;
import org.huiling.facts.Money;
import org.huiling.facts.Ratio;
import org.huiling.facts.Segments;
import org.huiling.facts.Table;
import org.huiling.facts.Thing;
import org.jspecify.annotations.Nullable;

/**
 * Admits as a consequence exactly one sentence of the vocabulary: calls on
 * {@code benefit}, whose arguments are parameters, bound variables, codes and what can be
 * done with them.
 */
final class ConsequenceCheck {

	private static final String BENEFIT = "benefit";

	private static final Set<String> SENTENCES = Set.of("pay", "waive", "reimburse", "entitle", "decline", "keepOne");

	private static final Map<String, Class<?>> TYPES = Map.of("Money", Money.class, "Ratio", Ratio.class, "Segments",
			Segments.class, "Thing", Thing.class, "int", int.class);

	private static final Set<BinaryExpr.Operator> SIGNS = Set.of(BinaryExpr.Operator.PLUS, BinaryExpr.Operator.MINUS,
			BinaryExpr.Operator.MULTIPLY, BinaryExpr.Operator.DIVIDE);

	private final RuleLines lines;

	private final Names names;

	private final Problems problems;

	private int firstLine;

	/** Whether what is read stands inside of {@code whole( … )}. */
	private boolean dividing;

	ConsequenceCheck(RuleLines lines, Names names, Problems problems) {
		this.lines = lines;
		this.names = names;
		this.problems = problems;
	}

	/**
	 * Checks a consequence.
	 * @param text what stands between {@code then} and {@code end}
	 * @param line the line on which it begins
	 */
	void check(String text, int line) {
		this.firstLine = line;
		ParseResult<BlockStmt> parsed = new JavaParser().parseBlock("{" + text + "\n}");
		if (!parsed.isSuccessful() || parsed.getResult().isEmpty()) {
			int at = parsed.getProblems()
				.stream()
				.flatMap((problem) -> problem.getLocation().stream())
				.flatMap((range) -> range.getBegin().getRange().stream())
				.mapToInt((range) -> range.begin.line)
				.findFirst()
				.orElse(1);
			int blank = (int) text.lines().takeWhile(String::isBlank).count();
			int begin = this.lines.lineHolding(text.strip().lines().findFirst().orElse(""), line);
			this.problems.error(this.lines.place(begin + Math.max(0, at - 1 - blank)), "CONSEQUENCE_SYNTAX",
					"结果部分不符合语法：检查括号和句末的分号",
					"the consequence does not parse: check brackets and the semicolon at its end");
			return;
		}
		List<Statement> statements = parsed.getResult().get().getStatements();
		for (Statement statement : statements) {
			if (statement instanceof ExpressionStmt sentence) {
				sentence(sentence.getExpression());
			}
			else {
				this.names.refuse(place(statement), word(statement));
			}
		}
		if (statements.size() != 1) {
			this.problems.error(this.lines.place(line), "ONE_CONSEQUENCE", "每条规则写一句结果，例如 benefit.pay(P.allowance);",
					"a rule has one consequence, such as benefit.pay(P.allowance);");
		}
	}

	private void sentence(Expression expression) {
		if (expression instanceof MethodCallExpr call && BENEFIT.equals(root(call))) {
			argument(call);
			if (GrantedInKind.WORD.equals(call.getNameAsString())) {
				entitlement(call);
			}
			if (!SENTENCES.contains(call.getNameAsString())
					&& JavaWords.word(JavaWords.BENEFIT, call.getNameAsString()) != null) {
				this.problems.error(place(call), "NO_AMOUNT", "只写了限额，没有写 pay 等结果",
						"only limits are stated: say pay, waive or reimburse");
			}
		}
		else {
			this.names.refuse(place(expression), word(expression));
		}
	}

	/**
	 * A thing is named by its parameter, has no limits of money, and is counted in its
	 * own unit.
	 */
	private void entitlement(MethodCallExpr call) {
		if (call.getScope().filter(NameExpr.class::isInstance).isEmpty()) {
			this.problems.error(place(call), "IN_KIND", "entitle 前面不能写限额：限额是金额，数量用 min、max",
					"no limits stand before entitle: they are of money; write min and max of quantities");
		}
		String thing = parameter(call, 0);
		if (thing == null || !"Thing".equals(this.names.typeOf(thing))) {
			this.problems.error(place(call), "IN_KIND", "entitle 的第一个值应为 unit: thing 的参数",
					"the first value of entitle must be a parameter of unit: thing");
			return;
		}
		String quantity = quantity(call);
		String counted = counted(call, quantity);
		String of = this.names.unitOf(thing);
		if (quantity != null && counted != null && !counted.equals(of)) {
			String zh = thing + " 按 " + of + " 计，" + quantity + " 的单位是 " + counted;
			String en = thing + " is counted in " + of + ", " + quantity + " is in " + counted;
			if (Types.BANDS.equals(this.names.unitOf(quantity)) && parameter(call, 1) == null) {
				this.names.mixedUnits(place(call), zh, en);
			}
			else {
				this.names.wrongUnit(place(call), zh, en);
			}
		}
	}

	/** The unit of how much: of what is looked up, that of what is found. */
	private @Nullable String counted(MethodCallExpr call, @Nullable String quantity) {
		if (quantity == null) {
			return null;
		}
		return (parameter(call, 1) != null) ? this.names.unitOf(quantity) : this.names.unitGivenBy(quantity);
	}

	/** The parameter that is an argument by itself, null if it is something else. */
	private static @Nullable String parameter(MethodCallExpr call, int argument) {
		return (call.getArguments().size() > argument && call.getArgument(argument) instanceof FieldAccessExpr field
				&& "P".equals(field.getScope().toString())) ? field.getNameAsString() : null;
	}

	/** The parameter that says how much, by itself, as a table or as bands. */
	private @Nullable String quantity(MethodCallExpr call) {
		String plain = parameter(call, 1);
		if (plain != null || call.getArguments().size() < 2
				|| !(call.getArgument(1) instanceof MethodCallExpr looked)) {
			return plain;
		}
		boolean table = "at".equals(looked.getNameAsString())
				&& looked.getScope().orElse(null) instanceof FieldAccessExpr field
				&& "P".equals(field.getScope().toString());
		return table ? ((FieldAccessExpr) looked.getScope().orElseThrow()).getNameAsString() : null;
	}

	private static @Nullable String root(MethodCallExpr call) {
		Expression scope = call.getScope().orElse(null);
		if (scope instanceof MethodCallExpr inner) {
			return root(inner);
		}
		return (scope instanceof NameExpr name) ? name.getNameAsString() : null;
	}

	/** Checks an expression and tells its type as far as it can be told. */
	private @Nullable Class<?> argument(Expression expression) {
		if (expression instanceof MethodCallExpr call) {
			return call(call);
		}
		if (expression instanceof EnclosedExpr enclosed) {
			return argument(enclosed.getInner());
		}
		if (expression instanceof BinaryExpr calculation) {
			return calculation(calculation);
		}
		if (expression instanceof FieldAccessExpr field && field.getScope() instanceof NameExpr scope) {
			return field(field, scope.getNameAsString());
		}
		boolean variable = expression instanceof NameExpr name && name.getNameAsString().startsWith("$");
		if (variable) {
			this.names.variable(place(expression), expression.toString());
		}
		if (!variable && !(expression instanceof StringLiteralExpr)) {
			this.names.refuse(place(expression), expression.toString(), instead(expression));
		}
		return null;
	}

	/** Whole numbers take signs, amounts words. */
	private @Nullable Class<?> calculation(BinaryExpr calculation) {
		Class<?> left = argument(calculation.getLeft());
		Class<?> right = argument(calculation.getRight());
		BinaryExpr.Operator sign = calculation.getOperator();
		if (sign == BinaryExpr.Operator.DIVIDE && !this.dividing) {
			this.names.refuse(place(calculation), calculation.toString(),
					new Bilingual("整数相除写 whole( 甲 / 乙 )，金额均分写 .sharedBy( … )",
							"write whole( a / b ) for whole numbers, .sharedBy( … ) for amounts"));
			return null;
		}
		if (!SIGNS.contains(sign) || !isWhole(left) || !isWhole(right)) {
			this.names.refuse(place(calculation), calculation.toString(),
					new Bilingual("写成 .plus( … ) .minus( … ) .times( … )，例如 P.one.plus(P.other)",
							"write .plus( … ) .minus( … ) .times( … ), such as P.one.plus(P.other)"));
			return null;
		}
		return int.class;
	}

	/** What is bound may be a number: the compiler tells if it is none. */
	private static boolean isWhole(@Nullable Class<?> type) {
		return type == null || type == int.class;
	}

	private @Nullable Class<?> function(MethodCallExpr call) {
		String function = call.getNameAsString();
		boolean before = this.dividing;
		this.dividing |= function.equals("whole");
		List<@Nullable Class<?>> values = new ArrayList<>();
		call.getArguments().forEach((one) -> values.add(argument(one)));
		this.dividing = before;
		boolean whole = function.equals("whole");
		Class<?> first = values.stream().filter(Objects::nonNull).findFirst().orElse(null);
		if (values.size() != (whole ? 1 : 2)) {
			this.names
				.refuse(place(call), call.toString(), whole ? new Bilingual("写 whole( 甲 / 乙 )", "write whole( a / b )")
						: new Bilingual("写两个值：" + function + "( 甲, 乙 )", "write two values: " + function + "( a, b )"));
		}
		else if (values.stream().anyMatch((one) -> one != null && one != first)
				|| (first != null && first != Money.class && first != int.class) || (whole && !isWhole(first))) {
			this.names.wrongUnit(place(call), function + " 的值要同是金额、整数或日期",
					"the values of " + function + " must be amounts, whole numbers or days");
		}
		return whole ? int.class : first;
	}

	private static @Nullable Bilingual instead(Expression expression) {
		return (expression instanceof LiteralExpr) ? ConstraintCheck.PARAMETER : null;
	}

	private @Nullable Class<?> field(FieldAccessExpr field, String scope) {
		String name = field.getNameAsString();
		if ("P".equals(scope)) {
			this.names.parameter(place(field), name);
			String type = this.names.typeOf(name);
			return (type == null) ? null
					: type.startsWith("Table") ? Table.class : type.startsWith("Bands") ? Bands.class : TYPES.get(type);
		}
		if (field.toString().equals("Money.ZERO")) {
			return Money.class;
		}
		if (this.names.vocabulary().codes(scope) != null) {
			this.names.code(place(field), scope, name);
		}
		else {
			this.names.refuse(place(field), field.toString());
		}
		return null;
	}

	private @Nullable Class<?> call(MethodCallExpr call) {
		String word = call.getNameAsString();
		Expression scope = call.getScope().orElse(null);
		if (scope == null && Shorthand.FUNCTIONS.contains(word)) {
			return function(call);
		}
		List<@Nullable Class<?>> arguments = new ArrayList<>();
		call.getArguments().forEach((one) -> arguments.add(argument(one)));
		if (scope == null) {
			this.names.refuse(place(call), word);
			return null;
		}
		boolean benefit = scope instanceof NameExpr name && BENEFIT.equals(name.getNameAsString());
		Class<?> on = benefit ? Benefit.class : argument(scope);
		String type = (on != null) ? on.getSimpleName() : null;
		String result = (type != null) ? JavaWords.word(type, word) : null;
		if ((type != null) ? result == null : !this.names.vocabulary().knows(word)) {
			this.names.word(place(call.getName()), word, type);
		}
		else if (type != null && !JavaWords.takes(type, word, arguments)) {
			FilePlace at = place(call.getName());
			this.names.wrongUnit((at.cell() != null) ? place(call) : at, word + " 不能用于这样的量：核对参数的单位和个数",
					word + " does not take these: check the units and the number of what it is given");
		}
		if (on == Benefit.class) {
			this.names.requireRoles(place(call.getName()), word);
		}
		return (result != null) ? Types.WHOLE.equals(result) ? int.class : JavaWords.type(result) : null;
	}

	private FilePlace place(Node node) {
		int line = node.getBegin().map((begin) -> begin.line).orElse(1);
		return this.lines.find(node.toString(), this.firstLine + line - 1);
	}

	private static String word(Node node) {
		String text = node.toString().strip();
		return text.split("[\\s({]", 2)[0];
	}

}
