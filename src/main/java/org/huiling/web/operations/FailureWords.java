package org.huiling.web.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.huiling.recalculation.finding.RunFailure;
import org.huiling.web.FieldNames;
import org.huiling.web.ProgramNames;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says why somebody could not be reviewed. What is kept of it is for programs: a policy's
 * fault with its rules, or the fields of the file that cannot be read, each with a code.
 */
@Component
class FailureWords {

	/** {@code RULE_FAILED in old-age-allowance 2013-01-01: …}. */
	private static final Pattern POLICY = Pattern.compile("([A-Z_]+) in (\\S+) (\\S+): ?(.*)", Pattern.DOTALL);

	/** {@code hukou.type CODE}. */
	private static final Pattern FIELD = Pattern.compile("(\\S*) ([A-Z][A-Z0-9_]*)");

	private final MessageSource messages;

	private final FieldNames fields;

	FailureWords(MessageSource messages, FieldNames fields) {
		this.messages = messages;
		this.fields = fields;
	}

	/**
	 * Why somebody could not be reviewed.
	 *
	 * @param words what is wrong, in a sentence
	 * @param code what is kept of it
	 */
	record Said(String words, String code) {

		/** Both, for a cell of a file. */
		String together() {
			return this.words.equals(this.code) ? this.code : this.words + " [" + this.code + "]";
		}

	}

	/**
	 * Why somebody could not be reviewed.
	 * @param failure as it is kept
	 * @param names of the programs
	 * @param locale the reader's
	 * @return in words, with the codes
	 */
	public Said of(RunFailure failure, ProgramNames.Names names, Locale locale) {
		String reason = failure.reason();
		Matcher policy = POLICY.matcher(reason);
		if (policy.matches()) {
			@Nullable String said = this.messages.getMessage("error." + policy.group(1),
					new Object[] { names.of(failure.jurisdiction(), policy.group(2)), policy.group(3),
							this.fields.in(policy.group(4), locale) },
					null, locale);
			if (said != null) {
				return new Said(said, policy.group(1));
			}
		}
		List<String> wrong = new ArrayList<>();
		List<String> codes = new ArrayList<>();
		for (String one : reason.split(", ")) {
			Matcher field = FIELD.matcher(one);
			if (!field.matches()) {
				return new Said(this.fields.in(reason, locale), this.fields.in(reason, locale));
			}
			wrong.add(this.fields.of(field.group(1), locale));
			codes.add(field.group(2));
		}
		String said = this.messages.getMessage("run.failure.fields",
				new Object[] { wrong.stream().distinct().collect(Collectors.joining(and(locale))) }, locale);
		return new Said(said, codes.stream().distinct().collect(Collectors.joining(" ")));
	}

	private String and(Locale locale) {
		return this.messages.getMessage("sheet.and", null, locale);
	}

}
