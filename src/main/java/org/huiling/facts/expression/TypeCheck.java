package org.huiling.facts.expression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.huiling.facts.expression.Expression.Arithmetic;
import org.huiling.facts.expression.Expression.Comparison;
import org.huiling.facts.expression.Expression.In;
import org.huiling.facts.expression.Expression.Operator;
import org.huiling.facts.expression.Expression.Word;
import org.huiling.facts.expression.ValueType.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Holds the names and types of an expression against a vocabulary: what is written must
 * exist, and only what is of one kind and unit is compared and added. Whatever is wrong
 * is told, not the first of it alone.
 */
public final class TypeCheck {

	private static final Set<Kind> EQUAL_ONLY = Set.of(Kind.TRUTH, Kind.REGION, Kind.CODE);

	private final Vocabulary vocabulary;

	private final @Nullable String list;

	private final boolean ofAPeriod;

	private final Consumer<ExpressionFault> faults;

	private TypeCheck(Vocabulary vocabulary, @Nullable String list, boolean ofAPeriod,
			Consumer<ExpressionFault> faults) {
		this.vocabulary = vocabulary;
		this.list = list;
		this.ofAPeriod = ofAPeriod;
		this.faults = faults;
	}

	/**
	 * The type of an expression.
	 * @param expression what was read
	 * @param vocabulary what it may use
	 * @param list the path of the list whose items it is about, null if it is about the
	 * person
	 * @param ofAPeriod whether it is asked for a period in a jurisdiction, so that there
	 * are a first day and a region prefix
	 * @param faults takes what is wrong
	 * @return its type, null if something is wrong
	 */
	public static @Nullable ValueType of(Expression expression, Vocabulary vocabulary, @Nullable String list,
			boolean ofAPeriod, Consumer<ExpressionFault> faults) {
		boolean[] failed = { false };
		ValueType type = new TypeCheck(vocabulary, list, ofAPeriod, (fault) -> {
			failed[0] = true;
			faults.accept(fault);
		}).type(expression);
		return failed[0] ? null : type;
	}

	/**
	 * Looks at what must be a condition.
	 * @param expression what was read
	 * @param vocabulary what it may use
	 * @param list the path of the list whose items it is about, null if it is about the
	 * person
	 * @param ofAPeriod whether it is asked for a period in a jurisdiction
	 * @param faults takes what is wrong
	 */
	public static void condition(Expression expression, Vocabulary vocabulary, @Nullable String list, boolean ofAPeriod,
			Consumer<ExpressionFault> faults) {
		new TypeCheck(vocabulary, list, ofAPeriod, faults).condition(expression);
	}

	void condition(Expression expression) {
		ValueType type = type(expression);
		if (type != null && !type.is(Kind.TRUTH)) {
			fault(expression.at(), shown(expression), "这里应为条件，而这是" + type.shown(true),
					"a condition belongs here, this is " + type.shown(false));
		}
	}

	@Nullable ValueType type(Expression expression) {
		if (expression instanceof Expression.Bool) {
			return ValueType.TRUTH;
		}
		if (expression instanceof Expression.Numeral) {
			return ValueType.NUMBER;
		}
		if (expression instanceof Expression.Text) {
			return ValueType.TEXT;
		}
		if (expression instanceof Expression.Name name) {
			return name(name);
		}
		if (expression instanceof Expression.Code code) {
			return code(code);
		}
		if (expression instanceof Expression.Not || expression instanceof Expression.Joined) {
			expression.parts().forEach(this::condition);
			return ValueType.TRUTH;
		}
		if (expression instanceof Comparison comparison) {
			return comparison(comparison);
		}
		if (expression instanceof In in) {
			return in(in);
		}
		if (expression instanceof Arithmetic arithmetic) {
			return arithmetic(arithmetic);
		}
		if (expression instanceof Word word) {
			return word(word);
		}
		return new FunctionCheck(this).call((Expression.Call) expression);
	}

	private @Nullable ValueType name(Expression.Name name) {
		ValueType type = typeOfName(name.path());
		if (Words.DAYS.contains(name.path()) && !this.ofAPeriod) {
			fault(name.at(), name.path(), name.path() + " 只用于派生事实", name.path() + " is for derived facts only");
			return null;
		}
		if (type == null) {
			List<String> known = new ArrayList<>(this.vocabulary.names(this.list));
			known.addAll(this.ofAPeriod ? Words.DAYS : Set.of());
			unknown(name.at(), name.path(), "事实", "fact", known);
		}
		else if (type.is(Kind.TEXT)) {
			fault(name.at(), name.path(), name.path() + " 是文字，不能用在表达式里",
					name.path() + " is a text, which no expression reads");
			return null;
		}
		return type;
	}

	@Nullable ValueType typeOfName(String path) {
		if (Words.DAYS.contains(path)) {
			return ValueType.DATE;
		}
		ValueType field = (this.list != null) ? this.vocabulary.field(this.list, path) : null;
		return (field != null) ? field : this.vocabulary.fact(path);
	}

	private @Nullable ValueType code(Expression.Code code) {
		Collection<String> codes = this.vocabulary.codes(code.type());
		if (codes == null) {
			unknown(code.at(), code.type(), "代码类别", "type of codes", this.vocabulary.codeTypes());
			return null;
		}
		if (!codes.contains(code.name())) {
			unknown(code.at() + code.type().length() + 1, code.name(), "代码", "code", codes);
			return null;
		}
		return ValueType.code(code.type());
	}

	private ValueType comparison(Comparison comparison) {
		ValueType left = type(comparison.left());
		ValueType right = type(comparison.right());
		if (left == null || right == null) {
			return ValueType.TRUTH;
		}
		ValueType common = common(comparison.left(), left, comparison.right(), right);
		String sign = comparison.comparator().sign();
		if (common == null || !isComparable(common)) {
			fault(comparison.at(), sign, left.shown(true) + "与" + right.shown(true) + "不能比较",
					left.shown(false) + " does not compare with " + right.shown(false));
		}
		else if (comparison.comparator().orders() && EQUAL_ONLY.contains(common.kind())) {
			fault(comparison.at(), sign, common.shown(true) + "不分大小，只能用 == 或 !=",
					common.shown(false) + " has no order: use == or !=");
		}
		return ValueType.TRUTH;
	}

	private static boolean isComparable(ValueType type) {
		return switch (type.kind()) {
			case TRUTH, WHOLE, DECIMAL, MONEY, DATE, REGION, CODE -> true;
			default -> false;
		};
	}

	private ValueType in(In in) {
		ValueType value = type(in.value());
		if (in.among().isEmpty()) {
			fault(in.at(), "in", "in 的括号里是空的", "there is nothing in the brackets of in");
		}
		for (Expression one : in.among()) {
			ValueType type = type(one);
			if (value == null || type == null) {
				continue;
			}
			boolean member = value.is(Kind.CODE) && type.is(Kind.CODES) && String.valueOf(value.of()).equals(type.of());
			ValueType common = common(in.value(), value, one, type);
			if (!member && (common == null || !isComparable(common))) {
				fault(one.at(), shown(one), value.shown(true) + "不会是" + type.shown(true),
						value.shown(false) + " is never " + type.shown(false));
			}
		}
		return ValueType.TRUTH;
	}

	private @Nullable ValueType arithmetic(Arithmetic arithmetic) {
		ValueType left = type(arithmetic.left());
		ValueType right = type(arithmetic.right());
		if (left == null || right == null) {
			return null;
		}
		ValueType result = (isWhole(arithmetic.left(), left) && isWhole(arithmetic.right(), right))
				? result(arithmetic.operator(), left, right) : null;
		if (result == null) {
			boolean money = left.is(Kind.MONEY) || right.is(Kind.MONEY);
			String sign = arithmetic.operator().sign();
			this.faults.accept(new ExpressionFault(arithmetic.at(), sign,
					left.shown(true) + "与" + right.shown(true) + "不能用 " + sign,
					sign + " does not go with " + left.shown(false) + " and " + right.shown(false),
					money ? "金额用 .plus .minus .times .sharedBy" : "只有同一单位的整数才能相加减",
					money ? "amounts have .plus .minus .times .sharedBy"
							: "only whole numbers of one unit are added and taken away"));
		}
		return result;
	}

	private static boolean isWhole(Expression expression, ValueType type) {
		return type.is(Kind.WHOLE) || (type.is(Kind.NUMBER) && isWholeNumber(expression));
	}

	/**
	 * Whether a number as it is written is whole, whichever of several it is.
	 * @param expression what is written, such as {@code when(c, 1, 2.5)}
	 * @return false if it may come to a number with decimals
	 */
	public static boolean isWholeNumber(Expression expression) {
		if (expression instanceof Expression.Numeral number) {
			return number.value().stripTrailingZeros().scale() <= 0;
		}
		if (expression instanceof Expression.Call call && Words.CHOOSING.contains(call.function())) {
			int first = "when".equals(call.function()) ? 1 : 0;
			return call.arguments().stream().skip(first).allMatch(TypeCheck::isWholeNumber);
		}
		return true;
	}

	private static @Nullable ValueType result(Operator operator, ValueType left, ValueType right) {
		if (left.is(Kind.NUMBER)) {
			return (operator != Operator.WHOLE || right.is(Kind.NUMBER) || isCount(right)) ? right : null;
		}
		if (right.is(Kind.NUMBER)) {
			return left;
		}
		boolean same = String.valueOf(left.of()).equals(right.of());
		return switch (operator) {
			case PLUS, MINUS -> same ? left : null;
			case TIMES -> isCount(right) ? left : isCount(left) ? right : null;
			case WHOLE -> isCount(right) ? left : same ? ValueType.whole(ValueType.COUNT) : null;
		};
	}

	private static boolean isCount(ValueType type) {
		return ValueType.COUNT.equals(type.of());
	}

	private @Nullable ValueType word(Word word) {
		ValueType value = type(word.value());
		List<ValueType> arguments = new ArrayList<>();
		for (Expression argument : word.arguments()) {
			ValueType type = type(argument);
			if (type != null) {
				arguments.add(type);
			}
		}
		if (!Words.SAID.contains(word.word())) {
			unknown(word.at(), word.word(), "写法", "word", Words.SAID);
			return null;
		}
		if (value == null || arguments.size() < word.arguments().size()) {
			return null;
		}
		if (Words.ROUNDED.equals(word.word()) ? word.arguments().isEmpty() && isAmount(value)
				: word.arguments().size() == 1 && fits(word.word(), value, word.arguments().get(0), arguments.get(0))) {
			return value.is(Kind.DATE) ? ValueType.DATE
					: Words.COUNTING.contains(word.word()) ? ValueType.whole(ValueType.COUNT) : ValueType.MONEY;
		}
		if (Words.BY_SIZE.contains(word.word())) {
			fault(word.at(), word.word(), "写成 金额." + word.word() + "(大小)，大小是写明的数，大于零",
					"write amount." + word.word() + "(size) with a size that is written out and more than 0");
			return null;
		}
		fault(word.at(), word.word(), word.word() + " 不能这样用", word.word() + " cannot be used like this",
				"例如 household.monthlyIncome.sharedBy(household.size)、firstDay.plusMonths(3)",
				"such as household.monthlyIncome.sharedBy(household.size), firstDay.plusMonths(3)");
		return null;
	}

	private static boolean isAmount(ValueType value) {
		return value.is(Kind.MONEY) || value.is(Kind.NUMBER);
	}

	private static boolean fits(String word, ValueType value, Expression argument, ValueType type) {
		if ("plusMonths".equals(word)) {
			return value.is(Kind.DATE) && isWhole(argument, type);
		}
		if (!isAmount(value)) {
			return false;
		}
		if (Words.BY_SIZE.contains(word)) {
			return argument instanceof Expression.Numeral size && size.value().signum() > 0;
		}
		return switch (word) {
			case "times" -> type.isNumber();
			case "sharedBy" -> isWhole(argument, type);
			default -> type.is(Kind.MONEY) || type.is(Kind.NUMBER);
		};
	}

	/**
	 * What two values are both, or null. A written number or day is what the other is.
	 */
	@Nullable ValueType common(Expression left, ValueType one, Expression right, ValueType other) {
		if (one.is(Kind.NUMBER) || (one.is(Kind.TEXT) && !other.is(Kind.TEXT))) {
			return written(left, one, other);
		}
		if (other.is(Kind.NUMBER) || (other.is(Kind.TEXT) && !one.is(Kind.TEXT))) {
			return written(right, other, one);
		}
		if (one.isNumber() && other.isNumber()) {
			return String.valueOf(one.of()).equals(other.of()) ? (one.is(Kind.DECIMAL) ? one : other) : null;
		}
		return one.equals(other) ? one : null;
	}

	private @Nullable ValueType written(Expression literal, ValueType type, ValueType other) {
		boolean fits = switch (other.kind()) {
			case WHOLE -> type.is(Kind.NUMBER) && isWholeNumber(literal);
			case DECIMAL, MONEY, NUMBER -> type.is(Kind.NUMBER);
			case DATE -> literal instanceof Expression.Text text && isDay(text.value());
			case REGION -> literal instanceof Expression.Text text && text.value().matches("[0-9]{6,12}");
			default -> false;
		};
		return fits ? other : null;
	}

	private static boolean isDay(String text) {
		try {
			return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") && LocalDate.parse(text) != null;
		}
		catch (DateTimeException noSuchDay) {
			return false;
		}
	}

	Vocabulary vocabulary() {
		return this.vocabulary;
	}

	boolean isOfAPeriod() {
		return this.ofAPeriod;
	}

	/** The same check of what is said about each item of a list. */
	TypeCheck within(String items) {
		return new TypeCheck(this.vocabulary, items, this.ofAPeriod, this.faults);
	}

	boolean isWithinAList() {
		return this.list != null;
	}

	void fault(int at, String excerpt, String zh, String en) {
		this.faults.accept(ExpressionFault.of(at, excerpt, zh, en));
	}

	void fault(int at, String excerpt, String zh, String en, String hintZh, String hintEn) {
		this.faults.accept(new ExpressionFault(at, excerpt, zh, en, hintZh, hintEn));
	}

	void unknown(int at, String name, String zh, String en, Collection<String> known) {
		this.faults.accept(new UnknownWord(name, known).fault(at, zh, en));
	}

	static String shown(Expression expression) {
		if (expression instanceof Expression.Name name) {
			return name.path();
		}
		if (expression instanceof Expression.Code code) {
			return code.type() + "." + code.name();
		}
		return (expression instanceof Expression.Call call) ? call.function() : "";
	}

}
