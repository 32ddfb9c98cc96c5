package org.huiling.command;

import java.io.Console;

/** Whether a person looks at the output. */
public final class Terminal {

	private Terminal() {
	}

	/**
	 * Asks.
	 * @return true if the output goes to a terminal
	 */
	@SuppressWarnings("SystemConsoleNull")
	public static boolean isAttached() {
		Console console = System.console();
		if (console == null) {
			return false;
		}
		try {
			// JDK 22 and later give a console also for a file, and say so.
			return (boolean) Console.class.getMethod("isTerminal").invoke(console);
		}
		catch (ReflectiveOperationException ex) {
			return true;
		}
	}

}
