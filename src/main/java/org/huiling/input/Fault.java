package org.huiling.input;

/**
 * A kind of error in an input. Enumerations implement it, so that every code is known and
 * has a message under {@code error.<name>}.
 */
public interface Fault {

	/**
	 * The stable code.
	 * @return such as {@code WRONG_TYPE}
	 */
	String name();

	/**
	 * The HTTP status it asks for.
	 * @return 400 where the input cannot be read, 422 where it contradicts itself or the
	 * service
	 */
	int status();

}
