package org.huiling.engine.finder.sample;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * How an applicant is made for whom a property stands at, below and above the values it
 * is compared with.
 */
@FunctionalInterface
interface Generator {

	/**
	 * Says which dimensions make the property what is wanted, and their values.
	 * @param values what the property is compared with; empty if with another property
	 * @param arguments what stands in brackets behind the property
	 * @param dimensions takes dimensions and values
	 */
	void generate(List<Object> values, List<Object> arguments, BiConsumer<Dimension, Object> dimensions);

}
