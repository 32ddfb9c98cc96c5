package org.huiling.input;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which reader takes a component that is not read by its type alone. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ReadBy {

	/**
	 * The reader.
	 * @return has a constructor without arguments
	 */
	Class<? extends FieldReader<?>> value();

}
