package org.huiling.operation;

import java.io.Serial;

/** Why a backup is not taken or not restored, in words for the operator. */
public final class BackupFault extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * A fault.
	 * @param message what is wrong and what to do
	 */
	public BackupFault(String message) {
		super(message);
	}

}
