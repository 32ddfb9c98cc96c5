package org.huiling.problem;

import java.util.List;
import java.util.stream.Collectors;

/** The input is at fault; it carries every error found, never just the first. */
public final class InvalidInput extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final transient List<FieldError> errors;

	/**
	 * An input that is refused.
	 * @param status 400 for a request that cannot be read, 422 for one that contradicts
	 * itself or the service
	 * @param errors at least one
	 */
	public InvalidInput(int status, List<FieldError> errors) {
		super(errors.stream().map((e) -> e.field() + " " + e.code()).collect(Collectors.joining(", ")));
		this.status = status;
		this.errors = List.copyOf(errors);
	}

	/**
	 * The HTTP status that says it.
	 * @return 400 or 422
	 */
	public int status() {
		return this.status;
	}

	/**
	 * What is wrong.
	 * @return in the order found
	 */
	public List<FieldError> errors() {
		return this.errors;
	}

}
