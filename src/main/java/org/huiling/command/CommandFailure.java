package org.huiling.command;

import java.io.Serial;

/** Why a command ends early, with its exit code. */
final class CommandFailure extends RuntimeException {

	/** The run did not come to its end, or left people out. */
	static final int INCOMPLETE = 1;

	/** The call is wrong, or the service refuses it. */
	static final int REFUSED = 2;

	/** The service cannot be reached, or fails. */
	static final int UNREACHABLE = 3;

	@Serial
	private static final long serialVersionUID = 1L;

	private final int code;

	CommandFailure(int code, String message) {
		super(message);
		this.code = code;
	}

	static CommandFailure wrongCall(String message) {
		return new CommandFailure(REFUSED, message);
	}

	int code() {
		return this.code;
	}

}
