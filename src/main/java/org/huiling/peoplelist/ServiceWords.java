package org.huiling.peoplelist;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

import org.huiling.decision.assessment.AssessmentWriter;
import org.huiling.engine.Bilingual;
import org.huiling.problem.FieldError;
import org.huiling.problem.StatedMessages;

import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What is said of an input, in the words of the service, where none runs. */
public final class ServiceWords {

	private static final String APPLICANT = "applicant.";

	private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

	private final Locale locale;

	/**
	 * The words.
	 * @param locale of whoever reads: Chinese or English
	 */
	public ServiceWords(Locale locale) {
		this.locale = locale;
		this.messages.setBasenames("messages/problem", "messages/table", "messages/applicant", "messages/policy",
				"messages/decision", "messages/input");
		this.messages.setBundleClassLoader(ServiceWords.class.getClassLoader());
		this.messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
		this.messages.setFallbackToSystemLocale(false);
		this.messages.setParentMessageSource(new StatedMessages());
	}

	/** The language of whoever reads. */
	public Locale locale() {
		return this.locale;
	}

	/** Writes answers in these words. */
	public AssessmentWriter answers() {
		return new AssessmentWriter(this.messages);
	}

	/** All of them. */
	public MessageSource source() {
		return this.messages;
	}

	/** The column at fault, what is wrong, and its code: never what the column holds. */
	public String told(FieldError error) {
		String message = this.messages.getMessage("error." + error.code(), error.arguments().toArray(), error.code(),
				this.locale);
		String column = column(error.field());
		return (column.isEmpty() ? "" : column + ": ") + plain(Objects.requireNonNull(message)) + " (" + error.code()
				+ ")";
	}

	/** Something odd that nothing is refused for. */
	public String odd(String code, Object... arguments) {
		return plain(Objects.requireNonNull(this.messages.getMessage("warning." + code, arguments, code, this.locale)));
	}

	/** What is said in both languages, in that of the reader. */
	public String said(String zh, String en) {
		return new Bilingual(zh, en).in(this.locale);
	}

	/** A list names fields from the applicant on. */
	private static String column(String field) {
		return plain(field.startsWith(APPLICANT) ? field.substring(APPLICANT.length()) : field);
	}

	/**
	 * A text of somebody else's, fit for a terminal.
	 * @param text such as the name of a column
	 * @return on one line, without anything that would command the terminal
	 */
	public static String plain(String text) {
		return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\t]]", "?");
	}

}
