package org.huiling.command;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

import org.huiling.decision.assessment.AssessmentWriter;
import org.huiling.engine.Bilingual;
import org.huiling.problem.FieldError;
import org.huiling.problem.StatedMessages;

import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What is said of an input, in the words of the service. */
final class CommandMessages {

	private static final String APPLICANT = "applicant.";

	private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

	private final Locale locale;

	/**
	 * The words.
	 * @param locale of whoever reads: Chinese or English
	 */
	CommandMessages(Locale locale) {
		this.locale = locale;
		this.messages.setBasenames("messages/problem", "messages/table", "messages/applicant", "messages/policy",
				"messages/decision", "messages/input");
		this.messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
		this.messages.setFallbackToSystemLocale(false);
		this.messages.setParentMessageSource(new StatedMessages());
	}

	Locale locale() {
		return this.locale;
	}

	AssessmentWriter answers() {
		return new AssessmentWriter(this.messages);
	}

	MessageSource source() {
		return this.messages;
	}

	/** The column at fault, what is wrong, and its code: never what the column holds. */
	String told(FieldError error) {
		String message = this.messages.getMessage("error." + error.code(), error.arguments().toArray(), error.code(),
				this.locale);
		String column = column(error.field());
		return (column.isEmpty() ? "" : column + ": ") + TextOutput.plain(Objects.requireNonNull(message)) + " ("
				+ error.code() + ")";
	}

	/** Something odd that nothing is refused for. */
	String odd(String code, Object... arguments) {
		return TextOutput
			.plain(Objects.requireNonNull(this.messages.getMessage("warning." + code, arguments, code, this.locale)));
	}

	String said(String zh, String en) {
		return new Bilingual(zh, en).in(this.locale);
	}

	/** A list names fields from the applicant on. */
	private static String column(String field) {
		return TextOutput.plain(field.startsWith(APPLICANT) ? field.substring(APPLICANT.length()) : field);
	}

}
