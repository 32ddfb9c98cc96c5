package org.huiling.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An end point that does in one transaction what it is asked for, and once for an
 * {@code Idempotency-Key}, however often the request is sent. Its method answers with a
 * {@code ResponseEntity}; that of a page, whose form carries the key as
 * {@value Once#FIELD}, with the address that it leads to.
 *
 * @see Idempotency
 * @see Once
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Idempotent {

	/**
	 * Whether the method calls {@link Once} by itself, because something comes before the
	 * transaction.
	 * @return false if it is wrapped
	 */
	boolean byItself() default false;

}
