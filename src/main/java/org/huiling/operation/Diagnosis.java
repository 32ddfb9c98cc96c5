package org.huiling.operation;

/**
 * What was found of one thing.
 *
 * @param level how it is
 * @param what the thing, such as {@code database}
 * @param said what was found
 * @param advice what to do; empty where all is well
 */
public record Diagnosis(Level level, String what, String said, String advice) {

	/** How something is. */
	public enum Level {

		/** All is well. */
		OK,

		/** It works, and somebody should look at it. */
		WARN,

		/** The service does not start with it, or does harm. */
		FAIL

	}

	static Diagnosis ok(String what, String said) {
		return new Diagnosis(Level.OK, what, said, "");
	}

	static Diagnosis warn(String what, String said, String advice) {
		return new Diagnosis(Level.WARN, what, said, advice);
	}

	static Diagnosis fail(String what, String said, String advice) {
		return new Diagnosis(Level.FAIL, what, said, advice);
	}

}
