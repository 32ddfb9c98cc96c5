package org.huiling.problem;

import java.util.List;

/** A request that is understood and turned down, with no single field at fault. */
public final class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final int NOT_FOUND = 404;

	private final int status;

	private final String code;

	private final transient List<Object> arguments;

	private final transient List<FileError> errors;

	/**
	 * A request that is turned down.
	 * @param status the HTTP status that says it, such as 409
	 * @param code a stable code such as {@code STALE}; its texts stand in the message
	 * bundles under {@code problem.<code>.title} and {@code problem.<code>.detail}
	 * @param arguments what the detail mentions; never personal data
	 */
	public Refusal(int status, String code, Object... arguments) {
		this(status, code, List.of(), arguments);
	}

	/**
	 * A request that is turned down for what stands in files.
	 * @param status the HTTP status that says it, such as 409
	 * @param code a stable code
	 * @param errors what is wrong with the files
	 * @param arguments what the detail mentions
	 */
	public Refusal(int status, String code, List<FileError> errors, Object... arguments) {
		super(status + " " + code);
		this.status = status;
		this.code = code;
		this.errors = List.copyOf(errors);
		this.arguments = List.of(arguments);
	}

	/**
	 * Something that was asked for by name and does not exist.
	 * @param code a stable code such as {@code VERSION_NOT_FOUND}
	 * @param arguments what the detail mentions
	 * @return a refusal with status 404
	 */
	public static Refusal notFound(String code, Object... arguments) {
		return new Refusal(NOT_FOUND, code, arguments);
	}

	/**
	 * The HTTP status that says it.
	 * @return such as 404
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The stable code.
	 * @return such as {@code VERSION_NOT_FOUND}
	 */
	public String code() {
		return this.code;
	}

	/**
	 * What is wrong with files.
	 * @return in the order found; empty if no file is at fault
	 */
	public List<FileError> errors() {
		return this.errors;
	}

	/**
	 * What the detail mentions.
	 * @return in the order of the message's places
	 */
	public List<Object> arguments() {
		return this.arguments;
	}

}
