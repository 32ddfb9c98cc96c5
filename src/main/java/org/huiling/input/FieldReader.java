package org.huiling.input;

import org.jspecify.annotations.Nullable;

/**
 * Takes one field of an object.
 *
 * @param <T> what it says
 */
@FunctionalInterface
public interface FieldReader<T> {

	/**
	 * Reads the field.
	 * @param fields the object's
	 * @param name the field's
	 * @return null if it is absent, or wrong, which is noted
	 */
	@Nullable T read(JsonFields fields, String name);

}
