package org.huiling.command.terminal;

import java.io.Serial;

/** Why a command ends early, with its exit code. */
public final class CommandFailure extends RuntimeException {

	/** The run did not come to its end, or left people out. */
	public static final int INCOMPLETE = 1;

	/** The call is wrong, or the service refuses it. */
	public static final int REFUSED = 2;

	/** The service cannot be reached, or fails. */
	public static final int UNREACHABLE = 3;

	@Serial
	private static final long serialVersionUID = 1L;

	private final int code;

	private final boolean wrongCall;

	public CommandFailure(int code, String message) {
		this(code, message, false);
	}

	private CommandFailure(int code, String message, boolean wrongCall) {
		super(message);
		this.code = code;
		this.wrongCall = wrongCall;
	}

	public static CommandFailure wrongCall(String message) {
		return new CommandFailure(REFUSED, message, true);
	}

	/** Whether it helps to see how the command is called. */
	public boolean isWrongCall() {
		return this.wrongCall;
	}

	public int code() {
		return this.code;
	}

}
