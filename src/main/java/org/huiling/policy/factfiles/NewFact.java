package org.huiling.policy.factfiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.validation.constraints.Size;
import org.huiling.facts.type.FactType;
import org.huiling.input.Checked;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fact as a form declares it. What its words mean is for the check of the file to
 * judge.
 *
 * @param name in rules and JSON
 * @param zh what it is called in Chinese
 * @param en and in English
 * @param type what kind of value it has
 * @param codes for each code its name, Chinese and English, parted by blanks
 * @param min the least number
 * @param max the greatest number
 * @param unit what a number counts, such as {@code years}
 * @param afterBirth whether a date lies after the birth date
 * @param past whether a date does not lie ahead
 * @param asked whether forms ask for it
 * @param askWhen the condition without which it is not there
 * @param sealed whether a text is for those alone who see the person
 * @param helpZh more words for it in Chinese
 * @param helpEn and in English
 */
public record NewFact(@Size(max = 60) String name, @Size(max = 60) String zh, @Size(max = 100) String en, FactType type,
		@Size(max = 200) @Nullable List<@Size(max = 300) String> codes, @Size(max = 20) @Nullable String min,
		@Size(max = 20) @Nullable String max, @Size(max = 30) @Nullable String unit, @Nullable Boolean afterBirth,
		@Nullable Boolean past, @Nullable Boolean asked, @Size(max = 500) @Nullable String askWhen,
		@Nullable Boolean sealed, @Size(max = 500) @Nullable String helpZh,
		@Size(max = 500) @Nullable String helpEn) implements Checked {

	static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

	private static final Pattern CODE = Pattern.compile("\\s*([A-Z][A-Z0-9_]*)\\s+(\\S+)\\s+(\\S.*?)\\s*");

	private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

	private static final JsonMapper JSON = new JsonMapper();

	public NewFact {
		codes = (codes != null) ? List.copyOf(codes) : null;
	}

	@Override
	public void check(JsonFields fields) {
		if (!NAME.matcher(this.name).matches()) {
			fields.refuse("name", NewFactFault.FACT_NAME_NOT_ADMITTED);
		}
		if (this.type.isCoded()) {
			if (this.codes == null) {
				fields.refuse("codes", NewFactFault.CODES_MISSING);
			}
			else {
				this.codes.stream()
					.filter((line) -> !CODE.matcher(line).matches())
					.findFirst()
					.ifPresent((line) -> fields.refuse("codes", NewFactFault.CODE_NOT_ADMITTED, line.strip()));
			}
		}
		refuseNoNumber(fields, "min", this.min);
		refuseNoNumber(fields, "max", this.max);
		if (this.unit != null && !NAME.matcher(this.unit).matches()) {
			fields.refuse("unit", NewFactFault.FACT_NAME_NOT_ADMITTED);
		}
	}

	private static void refuseNoNumber(JsonFields fields, String field, @Nullable String text) {
		if (text != null && !NUMBER.matcher(text).matches()) {
			fields.refuse(field, NewFactFault.NO_NUMBER);
		}
	}

	/**
	 * How a fact file declares it.
	 * @param turn its turn in the conversation, if it is asked for
	 * @return one line
	 */
	public String yaml(int turn) {
		List<String> said = new ArrayList<>();
		said.add("type: " + this.type.word());
		if (this.type.isCoded() && this.codes != null) {
			said.add("codeType: " + this.name.substring(0, 1).toUpperCase(Locale.ROOT) + this.name.substring(1));
			said.add("codes: {" + String.join(", ", this.codes.stream().map(NewFact::code).toList()) + "}");
		}
		if (this.type == FactType.DECIMAL) {
			said.add("decimals: 2");
		}
		if (this.type.isNumber()) {
			add(said, "min", this.min);
			add(said, "max", this.max);
			add(said, "unit", (this.type == FactType.MONEY) ? null : this.unit);
		}
		if (this.type == FactType.DATE) {
			add(said, "notBefore", Boolean.TRUE.equals(this.afterBirth) ? "birthDate" : null);
			add(said, "notAfter", Boolean.TRUE.equals(this.past) ? "today" : null);
		}
		if (this.type == FactType.TEXT) {
			add(said, "max", "100");
			add(said, "sealed", Boolean.TRUE.equals(this.sealed) ? "true" : null);
		}
		add(said, "ask", Boolean.TRUE.equals(this.asked) ? String.valueOf(turn) : null);
		add(said, "askWhen", (this.askWhen != null) ? quoted(this.askWhen) : null);
		said.add(words(this.zh, this.en));
		if (this.helpZh != null && this.helpEn != null) {
			said.add("help: {" + words(this.helpZh, this.helpEn) + "}");
		}
		return this.name + ": {" + String.join(", ", said) + "}";
	}

	private static void add(List<String> said, String key, @Nullable String value) {
		if (value != null) {
			said.add(key + ": " + value);
		}
	}

	private static String code(String line) {
		Matcher code = CODE.matcher(line);
		if (!code.matches()) {
			throw new IllegalStateException("the form was not checked");
		}
		return code.group(1) + ": {" + words(code.group(2), code.group(3)) + "}";
	}

	static String words(String zh, String en) {
		return "zh: " + quoted(zh) + ", en: " + quoted(en);
	}

	/** What is quoted as JSON is quoted as YAML. */
	static String quoted(String text) {
		return JSON.writeValueAsString(text);
	}

}
