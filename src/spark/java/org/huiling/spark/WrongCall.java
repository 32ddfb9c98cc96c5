package org.huiling.spark;

/** A call that cannot be followed: says why, and nobody is assessed. */
final class WrongCall extends RuntimeException {

	private static final long serialVersionUID = 1L;

	WrongCall(String message) {
		super(message);
	}

}
