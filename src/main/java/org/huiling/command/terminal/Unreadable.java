package org.huiling.command.terminal;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;

/** Says why a file or a directory cannot be read or written. */
public final class Unreadable {

	private Unreadable() {
	}

	public static String says(Exception reason) {
		if (reason instanceof NoSuchFileException missing) {
			return "there is no " + missing.getFile();
		}
		if (reason instanceof AccessDeniedException denied) {
			return "this account may not use " + denied.getFile();
		}
		if (reason instanceof FileSystemException other && other.getReason() == null) {
			return other.getFile() + " cannot be used (" + other.getClass().getSimpleName() + ")";
		}
		return (reason instanceof InvalidPathException) ? "this is no path" : String.valueOf(reason.getMessage());
	}

}
