package org.huiling.facts.expression;

/** A text is no expression; it carries the one fault at which reading ended. */
public final class ExpressionException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient ExpressionFault fault;

	ExpressionException(ExpressionFault fault) {
		super(fault.en());
		this.fault = fault;
	}

	/**
	 * What is wrong.
	 * @return the fault and its place
	 */
	public ExpressionFault fault() {
		return this.fault;
	}

}
