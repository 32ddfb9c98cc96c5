package org.huiling.engine.drools;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a condition compares with what, as far as its text says: a property of a fact with
 * a constant, with some constants, or with another property of the same fact.
 *
 * @param fact the type of the fact: applicant, claim or awards
 * @param left the property on the left, such as {@code household.perCapitaIncome}
 * @param operator {@code ==}, {@code !=}, {@code <}, {@code <=}, {@code >}, {@code >=},
 * {@code in}, {@code not in}, {@code memberOf} or {@code not memberOf}
 * @param values the constants on the right with parameters put in, typed as rules see
 * them (money, whole numbers, dates, codes, truth values, texts): one, or those of the
 * list or group; null if the right side reads a fact
 * @param right the property on the right, null if constants stand there
 */
public record Comparison(Class<?> fact, Term left, String operator, @Nullable List<Object> values,
		@Nullable Term right) {

	/**
	 * A property of a fact.
	 *
	 * @param path as rules read it, without arguments
	 * @param arguments what stands in brackets behind it, empty for a plain property
	 */
	public record Term(String path, List<Object> arguments) {
	}

	/**
	 * The property on the left with its fact.
	 * @return such as {@code Applicant.household.size}
	 */
	public String subject() {
		return this.fact.getSimpleName() + "." + this.left.path();
	}

}
