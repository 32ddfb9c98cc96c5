package org.huiling.command;

import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;

/** Says why a directory cannot be read. */
final class Unreadable {

	private Unreadable() {
	}

	static String says(Exception reason) {
		if (reason instanceof NoSuchFileException missing) {
			return "there is no " + missing.getFile();
		}
		return (reason instanceof InvalidPathException) ? "this is no path" : String.valueOf(reason.getMessage());
	}

}
