package org.huiling.facts.expression;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import org.huiling.facts.CalculationFault;
import org.huiling.facts.Money;
import org.huiling.facts.expression.Answer.Known;
import org.huiling.facts.expression.Answer.NotThere;
import org.huiling.facts.expression.Answer.Unknown;
import org.huiling.facts.expression.Expression.Arithmetic;
import org.huiling.facts.expression.Expression.Comparison;
import org.huiling.facts.expression.Expression.In;
import org.huiling.facts.expression.Expression.Joined;
import org.huiling.facts.expression.Expression.Word;
import org.jspecify.annotations.Nullable;

/**
 * Works out expressions whose types were checked. An unknown operand makes the whole
 * unknown unless it cannot matter. With what is not there a comparison fails, {@code !=}
 * holds, a calculation is not there, {@code min}, {@code max} and {@code sum} skip it,
 * and as a condition it fails. A calculation that comes to nothing, beyond every number
 * or divided by zero, is a {@link CalculationFault} unless another part settles the
 * condition.
 */
public final class Evaluation {

	private final Vocabulary vocabulary;

	private final FactValues person;

	private final @Nullable DerivationContext setting;

	private final Consumer<String> assumed;

	private final @Nullable String list;

	private final @Nullable FactValues item;

	private Evaluation(Vocabulary vocabulary, FactValues person, @Nullable DerivationContext setting,
			Consumer<String> assumed, @Nullable String list, @Nullable FactValues item) {
		this.vocabulary = vocabulary;
		this.person = person;
		this.setting = setting;
		this.assumed = assumed;
		this.list = list;
		this.item = item;
	}

	/**
	 * Expressions on what is recorded.
	 * @param vocabulary what they were checked with
	 * @param person what they read
	 * @return to ask any number of them
	 */
	public static Evaluation of(Vocabulary vocabulary, FactValues person) {
		return new Evaluation(vocabulary, person, null, (field) -> {
		}, null, null);
	}

	/**
	 * Expressions for a period in a jurisdiction.
	 * @param vocabulary what they were checked with
	 * @param person what they read
	 * @param setting the period and the jurisdiction
	 * @param assumed takes the path of each unknown first day that counts as begun
	 * @return to ask any number of them
	 */
	public static Evaluation of(Vocabulary vocabulary, FactValues person, DerivationContext setting,
			Consumer<String> assumed) {
		return new Evaluation(vocabulary, person, setting, assumed, null, null);
	}

	/**
	 * The same for an item of a list, whose fields come before the facts of the person.
	 * @param items the path of the list
	 * @param values of the item
	 * @return to ask any number of expressions about it
	 */
	public Evaluation within(String items, FactValues values) {
		return new Evaluation(this.vocabulary, this.person, this.setting, this.assumed, items, values);
	}

	/**
	 * Works out a condition.
	 * @param expression the condition
	 * @return holds, fails or unknown; what is not there fails
	 */
	public Answer condition(Expression expression) {
		Answer answer = value(expression);
		return (answer instanceof NotThere) ? Answer.of(false) : answer;
	}

	/**
	 * Works out an expression.
	 * @param expression of any type
	 * @return what it comes to
	 */
	public Answer value(Expression expression) {
		try {
			return worked(expression);
		}
		catch (CalculationFault fault) {
			throw fault;
		}
		catch (ArithmeticException | DateTimeException fault) {
			throw new CalculationFault(fault);
		}
	}

	/**
	 * Works out an expression as a value of its type: a number as it is written becomes
	 * the amount that it is compared with.
	 * @param expression of that type
	 * @param type its type
	 * @return what it comes to
	 */
	public Answer value(Expression expression, ValueType type) {
		Answer answer = value(expression);
		if (!(answer instanceof Known known)) {
			return answer;
		}
		return switch (type.kind()) {
			case MONEY -> new Known(Calculation.money(known.value()));
			case DECIMAL -> new Known(decimal(known.value()));
			case DATE -> new Known(Calculation.day(known.value()));
			default -> answer;
		};
	}

	private Answer worked(Expression expression) {
		if (expression instanceof Expression.Bool bool) {
			return Answer.of(bool.value());
		}
		if (expression instanceof Expression.Numeral number) {
			boolean whole = number.value().stripTrailingZeros().scale() <= 0;
			return new Known(whole ? (Object) number.value().longValueExact() : number.value());
		}
		if (expression instanceof Expression.Text text) {
			return new Known(text.value());
		}
		if (expression instanceof Expression.Code code) {
			return new Known(code.name());
		}
		if (expression instanceof Expression.Name name) {
			return name(name.path());
		}
		if (expression instanceof Expression.Not not) {
			Answer condition = condition(not.condition());
			return condition.isUnknown() ? condition : Answer.of(!condition.holds());
		}
		if (expression instanceof Joined joined) {
			return joined(joined);
		}
		if (expression instanceof Comparison comparison) {
			return comparison(comparison);
		}
		if (expression instanceof In in) {
			return in(in);
		}
		if (expression instanceof Arithmetic arithmetic) {
			return both(tried(arithmetic.left()), tried(arithmetic.right()),
					(left, right) -> Calculation.whole(arithmetic.operator(), left, right));
		}
		if (expression instanceof Word word) {
			Answer given = word.arguments().isEmpty() ? new Known(true) : tried(word.arguments().get(0));
			return both(tried(word.value()), given,
					(value, argument) -> Calculation.said(word.word(), value, argument));
		}
		return new ExpressionFunctions(this).call((Expression.Call) expression);
	}

	private Answer name(String path) {
		FactValues of = this.item;
		if (of != null && this.list != null && this.vocabulary.field(this.list, path) != null) {
			return of.value(path);
		}
		return Words.DAYS.contains(path) ? day(path) : this.person.value(path);
	}

	private Answer day(String name) {
		DerivationContext asked = setting();
		LocalDate day = switch (name) {
			case "firstDay" -> asked.firstDay();
			case "lastDay" -> asked.lastDay();
			case "dayBefore" -> asked.firstDay().minusDays(1);
			case "factDay" -> asked.factDay();
			default -> asked.claimDay();
		};
		return (day != null) ? new Known(day) : Answer.notThere();
	}

	private Answer joined(Joined joined) {
		Set<String> missing = new TreeSet<>();
		boolean open = false;
		CalculationFault fault = null;
		for (Expression part : joined.parts()) {
			try {
				Answer answer = condition(part);
				if (answer.isUnknown()) {
					open = true;
					missing.addAll(answer.missingFields());
				}
				else if (answer.holds() != joined.all()) {
					return answer;
				}
			}
			catch (CalculationFault ofOne) {
				fault = ofOne;
			}
		}
		return settled(open, missing, fault, joined.all());
	}

	/**
	 * Where no part settled a condition: unknown while what is asked for may settle it, a
	 * fault if nothing can.
	 */
	static Answer settled(boolean open, Set<String> missing, @Nullable CalculationFault fault, boolean otherwise) {
		if (!open && fault != null) {
			throw fault;
		}
		return open ? new Unknown(missing) : Answer.of(otherwise);
	}

	private Answer comparison(Comparison comparison) {
		Answer left = tried(comparison.left());
		Answer right = tried(comparison.right());
		if (left instanceof NotThere || right instanceof NotThere) {
			return Answer.of(comparison.comparator() == Expression.Comparator.NOT_EQUAL);
		}
		return both(left, right, (one, other) -> Calculation.compared(comparison.comparator(), one, other));
	}

	private Answer in(In in) {
		Answer value = value(in.value());
		if (value instanceof NotThere) {
			return Answer.of(false);
		}
		Set<String> missing = new TreeSet<>(value.missingFields());
		boolean open = value.isUnknown();
		CalculationFault fault = null;
		for (Expression one : in.among()) {
			try {
				Answer member = value(one);
				if (member.isUnknown()) {
					open = true;
					missing.addAll(member.missingFields());
				}
				else if (value instanceof Known known && member instanceof Known other
						&& isAmong(known.value(), other.value())) {
					return Answer.of(true);
				}
			}
			catch (CalculationFault ofOne) {
				fault = ofOne;
			}
		}
		return settled(open, missing, fault, false);
	}

	private static boolean isAmong(Object value, Object member) {
		return (member instanceof Collection<?> codes) ? codes.contains(value)
				: Calculation.compare(value, member) == 0;
	}

	/** What is made of two known values. */
	interface OfTwo {

		Object make(Object left, Object right);

	}

	/** The same where a fault is an answer among others. */
	Answer tried(Expression expression) {
		try {
			return value(expression);
		}
		catch (CalculationFault fault) {
			return new Answer.Failed(fault);
		}
	}

	/**
	 * Of two values: nothing if one is not there, then unknown if one is unknown.
	 */
	static Answer both(Answer left, Answer right, OfTwo made) {
		if (left instanceof NotThere || right instanceof NotThere) {
			return Answer.notThere();
		}
		if (left instanceof Known one && right instanceof Known other) {
			return new Known(made.make(one.value(), other.value()));
		}
		if (!left.isUnknown() && !right.isUnknown()) {
			throw ((left instanceof Answer.Failed failed) ? failed : (Answer.Failed) right).fault();
		}
		Set<String> missing = new TreeSet<>(left.missingFields());
		missing.addAll(right.missingFields());
		return new Unknown(missing);
	}

	/** The items of a list, each with its own values. */
	Answer items(Expression name) {
		return this.person.items(((Expression.Name) name).path());
	}

	@SuppressWarnings("unchecked")
	static List<FactValues> listed(Known items) {
		return (List<FactValues>) items.value();
	}

	Vocabulary vocabulary() {
		return this.vocabulary;
	}

	DerivationContext setting() {
		return Objects.requireNonNull(this.setting, "asked for no period");
	}

	/** Notes that an unknown first day counts as begun. */
	void assume(Expression date) {
		if (date instanceof Expression.Name name) {
			boolean field = this.list != null && this.vocabulary.field(this.list, name.path()) != null;
			this.assumed.accept(field ? this.list + "[]." + name.path() : name.path());
		}
	}

	/** An amount or number that nothing was added to yet. */
	static Object zero(boolean money) {
		return money ? (Object) Money.ZERO : (Object) 0L;
	}

	static BigDecimal decimal(Object number) {
		return (number instanceof Long whole) ? BigDecimal.valueOf(whole) : (BigDecimal) number;
	}

}
