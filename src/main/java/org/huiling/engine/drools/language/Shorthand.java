package org.huiling.engine.drools.language;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What rules write shortly and the compiler gets in full: functions with their class, the
 * policy's rounding where an amount is rounded in the middle of a formula.
 */
public final class Shorthand {

	/** The functions of conditions and consequences. */
	public static final Set<String> FUNCTIONS = Set.of("min", "max", "whole");

	/** Stands beside the parameters; none of theirs has such a name. */
	public static final String ROUNDING = "rounding_";

	private static final String OWNER = "Functions.";

	private static final String ROUNDED = ".rounded(P." + ROUNDING + ")";

	private static final Pattern SHORT = Pattern
		.compile("\"[^\"\\n]*\"|(?<![\\w.$])(min|max|whole)(?=\\s*\\()" + "|(\\.\\s*rounded\\s*\\(\\s*\\))");

	private Shorthand() {
	}

	/** In full, each line where it was. */
	public static String full(String text) {
		return SHORT.matcher(text).replaceAll((match) -> {
			String found = match.group();
			boolean function = match.start(1) >= 0;
			boolean rounded = match.start(2) >= 0;
			return Matcher.quoteReplacement(function ? OWNER + found : rounded
					? ROUNDED + "\n".repeat((int) found.chars().filter((one) -> one == '\n').count()) : found);
		});
	}

	/** As the author wrote it. */
	public static String undo(String text) {
		return text.replace(OWNER, "").replace(ROUNDED, ".rounded()");
	}

}
