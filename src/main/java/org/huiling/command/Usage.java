package org.huiling.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * What the jar says about itself: to whoever asks with {@code --help} or
 * {@code --version}, and to whoever wrote a word that is no command. None of them starts
 * a service.
 */
public final class Usage {

	private static final int WRONG_CALL = 2;

	private final PrintStream out;

	private final PrintStream err;

	private final ResourceBundle texts;

	private final String version;

	/**
	 * The texts.
	 * @param out takes what was asked for
	 * @param err takes what is wrong with a call
	 * @param locale of whoever reads them: Chinese, or English for all others
	 * @param version of the program
	 */
	public Usage(PrintStream out, PrintStream err, Locale locale, String version) {
		this.out = out;
		this.err = err;
		this.texts = ResourceBundle.getBundle("messages/command",
				"zh".equals(locale.getLanguage()) ? Locale.ROOT : Locale.ENGLISH,
				Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
		this.version = version;
	}

	/**
	 * Answers a call that is neither a command nor a start of the service.
	 * @param arguments all of them
	 * @return the exit code; empty if the service is meant
	 */
	public OptionalInt answer(List<String> arguments) {
		if (arguments.isEmpty()) {
			return OptionalInt.empty();
		}
		switch (arguments.get(0)) {
			case "--help", "-h" -> {
				this.out.println(this.texts.getString("usage"));
				return OptionalInt.of(0);
			}
			case "--version" -> {
				this.out.println("huiling " + this.version);
				return OptionalInt.of(0);
			}
			default -> {
				return arguments.stream()
					.filter((argument) -> !argument.startsWith("-"))
					.findFirst()
					.map(this::wrong)
					.orElseGet(OptionalInt::empty);
			}
		}
	}

	private OptionalInt wrong(String word) {
		this.err.println(this.texts.getString("unknown").formatted(word));
		this.err.println(this.texts.getString("usage"));
		return OptionalInt.of(WRONG_CALL);
	}

}
