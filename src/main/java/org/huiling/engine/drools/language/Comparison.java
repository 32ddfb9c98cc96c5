package org.huiling.engine.drools.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.huiling.engine.drools.language.Operand.Call;
import org.huiling.engine.drools.language.Operand.Constant;
import org.huiling.engine.drools.language.Operand.Property;
import org.huiling.facts.Bands;
import org.huiling.facts.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a condition compares with what, in the one form that every spelling of it comes
 * to: parameters put in, names replaced by what they stand for.
 */
public final class Comparison {

	private final Operand left;

	private final String operator;

	private final List<Operand> right;

	private final List<Term> terms;

	/**
	 * A property of a fact.
	 *
	 * @param fact the name of the fact: {@code Applicant}, {@code Claim} or
	 * {@code Awards}
	 * @param path as rules read it, without arguments
	 * @param arguments what stands in brackets behind it, empty for a plain property
	 * @param type what it gives: {@code int}, {@code Money}, {@code HukouType} …; null if
	 * that cannot be told
	 */
	public record Term(String fact, String path, List<Object> arguments, @Nullable String type) {

		/**
		 * The property with its fact.
		 * @return such as {@code Applicant.household.size}
		 */
		public String name() {
			return this.fact + "." + this.path;
		}

	}

	private Comparison(Operand left, String operator, List<Operand> right) {
		this.left = left;
		this.operator = operator;
		this.right = right;
		this.terms = Stream.concat(Stream.of(left), right.stream()).flatMap(Comparison::terms).toList();
	}

	/** The comparison that a condition makes, null if it cannot be read. */
	public static @Nullable Comparison of(Constraint constraint, BoundNames meanings, Map<String, Object> parameters) {
		if (constraint.operator() == null) {
			return null;
		}
		Calculator calculator = new Calculator(parameters);
		Operand left = calculator.fold(meanings.resolve(constraint.left()));
		List<Operand> right = new ArrayList<>();
		for (Operand one : constraint.right()) {
			Operand folded = calculator.fold(meanings.resolve(one));
			if (folded == null) {
				return null;
			}
			right.add(folded);
		}
		return (left != null) ? new Comparison(left, constraint.operator(), right) : null;
	}

	private static Stream<Term> terms(Operand expression) {
		return (expression instanceof Property property) ? Stream.of(term(property))
				: expression.parts().stream().flatMap(Comparison::terms);
	}

	/** A folded property has constants for arguments. */
	static Term term(Property property) {
		return new Term(property.fact(), property.path(),
				property.arguments().stream().map((one) -> ((Constant) one).value()).toList(), property.type());
	}

	/**
	 * The properties it reads.
	 * @return in the order in which they stand there, each as often as it is read
	 */
	public List<Term> terms() {
		return this.terms;
	}

	/**
	 * The operator.
	 * @return {@code ==}, {@code !=}, {@code <}, {@code <=}, {@code >}, {@code >=},
	 * {@code in}, {@code not in}, {@code memberOf} or {@code not memberOf}
	 */
	public String operator() {
		return this.operator;
	}

	/**
	 * The property on the left, if it is compared as it is.
	 * @return null if something is calculated with it
	 */
	public @Nullable Term left() {
		return (this.left instanceof Property property) ? term(property) : null;
	}

	/**
	 * The property on the right, if one stands there as it is.
	 * @return null if there are constants or calculations
	 */
	public @Nullable Term right() {
		return (this.right.size() == 1 && this.right.get(0) instanceof Property property) ? term(property) : null;
	}

	/**
	 * The constants on the right, typed as rules see them: money, whole numbers, dates,
	 * codes, truth values, texts.
	 * @return one, or those of the list or group; null if a fact has a say in them
	 */
	public @Nullable List<Object> values() {
		List<Object> values = new ArrayList<>();
		for (Operand one : this.right) {
			if (!(one instanceof Constant constant)) {
				return null;
			}
			if (constant.value() instanceof Collection<?> group) {
				group.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).forEach(values::add);
			}
			else {
				values.add(constant.value());
			}
		}
		return List.copyOf(values);
	}

	/**
	 * Every constant in it, on whichever side; groups one by one.
	 * @return typed as rules see them
	 */
	public List<Object> constants() {
		return Stream.concat(Stream.of(this.left), this.right.stream()).flatMap(Comparison::constants).toList();
	}

	private static Stream<Object> constants(Operand expression) {
		if (expression instanceof Constant constant) {
			return (constant.value() instanceof Collection<?> group) ? group.stream().map(Object.class::cast)
					: Stream.of(constant.value());
		}
		return expression.parts().stream().flatMap(Comparison::constants);
	}

	/**
	 * The keys of the table, or the lines of the bands, that are read by a property.
	 * @param term the property
	 * @return the keys, null if neither is read by it
	 */
	public @Nullable List<Object> keys(Term term) {
		return Stream.concat(Stream.of(this.left), this.right.stream())
			.flatMap(Comparison::calls)
			.filter((call) -> call.arguments().stream().anyMatch((one) -> terms(one).anyMatch(term::equals)))
			.flatMap((call) -> (call.on() instanceof Constant constant) ? keys(constant.value()) : Stream.empty())
			.findFirst()
			.orElse(null);
	}

	private static Stream<List<Object>> keys(Object value) {
		if (value instanceof Bands<?, ?> bands) {
			return Stream.of(List.copyOf(bands.starts()));
		}
		return (value instanceof Table<?, ?> table) ? Stream.of(List.copyOf(table.keys())) : Stream.empty();
	}

	/**
	 * Whether what bands go by is a property as it is, and read nowhere else: the
	 * comparison then turns where a band begins, and nowhere else.
	 * @return true also where there are no bands
	 */
	public boolean turnsWhereBandsBegin() {
		return Stream.concat(Stream.of(this.left), this.right.stream())
			.flatMap(Comparison::calls)
			.filter((call) -> call.on() instanceof Constant constant && constant.value() instanceof Bands<?, ?>)
			.allMatch((call) -> call.arguments().get(0) instanceof Property property
					&& this.terms.stream().filter(term(property)::equals).count() == 1);
	}

	private static Stream<Call> calls(Operand expression) {
		Stream<Call> inside = expression.parts().stream().flatMap(Comparison::calls);
		return (expression instanceof Call call) ? Stream.concat(Stream.of(call), inside) : inside;
	}

	/**
	 * On which side of what it is compared with the left side lies.
	 * @param facts a value for each of the terms
	 * @return for each operand on the right less than 0, 0 or more than 0; null if it
	 * cannot be worked out for these facts, or has no sides
	 */
	public @Nullable List<Integer> sides(Map<Term, Object> facts) {
		Object value = Calculator.value(this.left, facts);
		List<Integer> sides = new ArrayList<>();
		for (Operand one : this.right) {
			Integer side = Calculator.compare(value, Calculator.value(one, facts));
			if (side == null) {
				return null;
			}
			sides.add(side);
		}
		return sides;
	}

	@Override
	public String toString() {
		return this.left + " " + this.operator + " " + this.right;
	}

}
