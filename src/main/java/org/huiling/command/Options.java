package org.huiling.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What follows a command: options with a value ({@code --month 2013-07} or
 * {@code --month=2013-07}) and flags.
 */
final class Options {

	private final Map<String, String> values = new HashMap<>();

	private final Set<String> flags = new HashSet<>();

	private Options() {
	}

	/**
	 * Reads arguments.
	 * @throws CommandFailure naming the first that is not understood
	 */
	static Options read(List<String> arguments, Set<String> valued, Set<String> flags) {
		Options options = new Options();
		List<String> left = new ArrayList<>(arguments);
		while (!left.isEmpty()) {
			String argument = left.remove(0);
			int equals = argument.indexOf('=');
			String name = (equals > 0) ? argument.substring(0, equals) : argument;
			if (flags.contains(argument)) {
				options.flags.add(argument);
			}
			else if (!valued.contains(name)) {
				throw CommandFailure.wrongCall("unknown option " + name);
			}
			else if (equals > 0) {
				options.values.put(name, argument.substring(equals + 1));
			}
			else if (left.isEmpty()) {
				throw CommandFailure.wrongCall(name + " needs a value");
			}
			else {
				options.values.put(name, left.remove(0));
			}
		}
		return options;
	}

	boolean has(String flag) {
		return this.flags.contains(flag);
	}

	@Nullable String get(String name) {
		return this.values.get(name);
	}

	String get(String name, String otherwise) {
		return this.values.getOrDefault(name, otherwise);
	}

	/**
	 * A value that must be there.
	 * @throws CommandFailure naming it
	 */
	String required(String name) {
		String value = this.values.get(name);
		if (value == null) {
			throw CommandFailure.wrongCall(name + " is missing");
		}
		return value;
	}

}
