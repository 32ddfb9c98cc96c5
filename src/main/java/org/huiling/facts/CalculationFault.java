package org.huiling.facts;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a calculation that comes to nothing: its number, amount or day lies beyond
 * every one there is, or it divides by zero. Neither unknown nor not there: whatever
 * hangs on it has no answer, and nobody is refused by it.
 */
public final class CalculationFault extends ArithmeticException {

	private static final long serialVersionUID = 1L;

	private final @Nullable String fact;

	/**
	 * A fault of a calculation whose fact is not known yet.
	 * @param cause what went wrong
	 */
	public CalculationFault(RuntimeException cause) {
		this(null, cause);
	}

	private CalculationFault(@Nullable String fact, Throwable cause) {
		super(((fact != null) ? fact + " cannot be worked out: " : "cannot be worked out: ") + cause.getMessage());
		this.fact = fact;
		initCause(cause);
	}

	/**
	 * A fact that is beyond every number that rules can read.
	 * @param fact its path
	 * @return the fault
	 */
	public static CalculationFault beyondEveryNumber(String fact) {
		return new CalculationFault(fact, new ArithmeticException("beyond every whole number"));
	}

	/**
	 * The same fault, of a fact.
	 * @param path of the fact that is worked out
	 * @return this if it already says of which: the innermost one
	 */
	public CalculationFault of(String path) {
		return (this.fact != null) ? this : new CalculationFault(path, (getCause() != null) ? getCause() : this);
	}

	/**
	 * The fact that cannot be worked out.
	 * @return its path, null where it stands in no definition
	 */
	public @Nullable String fact() {
		return this.fact;
	}

	/**
	 * The fault behind what was thrown.
	 * @param thrown while a rule or a fact was worked out
	 * @return null if it is another
	 */
	public static @Nullable CalculationFault in(@Nullable Throwable thrown) {
		Throwable one = thrown;
		while (one != null && !(one instanceof CalculationFault)) {
			one = one.getCause();
		}
		return (CalculationFault) one;
	}

	/**
	 * The fact whose calculation is behind what was thrown.
	 * @param thrown while a rule was worked out
	 * @return its path, null if it is another thing
	 */
	public static @Nullable String factIn(@Nullable Throwable thrown) {
		CalculationFault fault = in(thrown);
		return (fault != null) ? fault.fact() : null;
	}

	/** Like what is unknown it is met again and again in a search. */
	@Override
	public synchronized Throwable fillInStackTrace() {
		return this;
	}

}
