package org.huiling.problem;

import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An error of our own: its sender gets a number, the log gets the number and the places
 * in the code. Messages of exceptions are left out, since they quote values, and a value
 * may be a person's.
 */
public final class Incident {

	private static final Logger logger = LoggerFactory.getLogger(Incident.class);

	private static final int LENGTH = 12;

	private Incident() {
	}

	/**
	 * Logs an error.
	 * @param error what was thrown
	 * @return the incident's number
	 */
	static String log(Throwable error) {
		OutOfMemory.endProcessFor(error);
		String id = UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH);
		logger.error("Incident {}: {}", id, trace(error));
		return id;
	}

	/**
	 * What a log may say of an error: kinds and places, no messages.
	 * @param error what was thrown
	 * @return many lines, with those of its causes
	 */
	public static String trace(Throwable error) {
		StringBuilder trace = new StringBuilder();
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			trace.append(trace.isEmpty() ? "" : "caused by ").append(cause.getClass().getName()).append('\n');
			for (StackTraceElement frame : cause.getStackTrace()) {
				trace.append("\tat ").append(frame).append('\n');
			}
		}
		return trace.toString();
	}

}
