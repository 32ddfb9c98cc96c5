package org.huiling.decision.notice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.huiling.decision.store.KeptReasons;
import org.huiling.decision.store.WhyNotView;
import org.huiling.dictionary.FactNames;
import org.huiling.engine.reason.ConditionResult;
import org.huiling.engine.reason.Note;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.context.MessageSource;

/**
 * Puts conditions of rules into words: facts and codes by their names in the reader's
 * language, parameters by their values. What has no words is not said as the author wrote
 * it, but as another requirement of the rule.
 */
public final class Wording {

	/** Of a value without a fact beside it: those whose codes mean one thing only. */
	private static final List<String> TELLING = List.of("HospitalTier", "ClaimKind", "DisabilityCategory", "Scheme",
			"StatusKind", "Sex", "UpliftKind", "StackingKind", "HukouType");

	private final MessageSource messages;

	private final FactNames names;

	private final Locale locale;

	private final Map<String, String> units;

	/**
	 * The words of a language.
	 * @param messages where sentences stand
	 * @param names what facts and codes are called
	 * @param locale the reader's
	 */
	public Wording(MessageSource messages, FactNames names, Locale locale) {
		this(messages, names, locale, Map.of());
	}

	/**
	 * The words of a language, for the conditions of one version.
	 * @param messages where sentences stand
	 * @param names what facts and codes are called
	 * @param locale the reader's
	 * @param units of the version's parameters, by their names: what is kept of a
	 * condition has their values alone
	 */
	public Wording(MessageSource messages, FactNames names, Locale locale, Map<String, String> units) {
		this.messages = messages;
		this.names = names;
		this.locale = locale;
		this.units = units;
	}

	/** Whether any unit of a parameter is known. */
	public boolean hasUnits() {
		return !this.units.isEmpty();
	}

	public String of(String key, Object... arguments) {
		return Objects.requireNonNull(this.messages.getMessage(key, arguments, this.locale));
	}

	private @Nullable String find(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, null, this.locale);
	}

	/**
	 * A condition, with the values it read, unknown ones too.
	 * @param condition as it came out for one person
	 * @return such as {@code 期末周岁 ≥ 90（您的情况：期末周岁 80）}
	 */
	public String condition(ConditionResult condition) {
		Note absent = condition.absent();
		return (absent != null) ? absent.message().in(this.locale)
				: condition(condition.text(), condition.actual(), true);
	}

	/**
	 * A condition that fails, with the values for which it does: what is unknown is no
	 * ground, and not among them.
	 * @param condition as it is kept with a decision
	 * @return such as {@code 期末周岁 ≥ 90（您的情况：期末周岁 80）}
	 */
	public String failing(WhyNotView.Condition condition) {
		WhyNotView.Absent absent = condition.absent();
		if (absent != null) {
			return isEnglish() ? absent.en() : absent.zh();
		}
		return condition(condition.text(), condition.actual(), false);
	}

	private boolean isEnglish() {
		return Locale.ENGLISH.getLanguage().equals(this.locale.getLanguage());
	}

	private String condition(String text, Map<String, @Nullable Object> found, boolean unknownToo) {
		JsonNode actual = KeptReasons.STORED.valueToTree(found);
		ConditionPhrase phrase = new ConditionPhrase(new PhraseWords(), actual);
		String said;
		Set<String> parameters = phrase.parameters();
		try {
			said = phrase.of(text);
		}
		catch (ConditionPhrase.Unspoken ex) {
			said = of("phrase.other");
		}
		String values = actual.properties()
			.stream()
			.filter((value) -> !parameters.contains(value.getKey()) && (unknownToo || !value.getValue().isNull()))
			.map((value) -> situation(value.getKey(), value.getValue()))
			.filter(Objects::nonNull)
			.distinct()
			.collect(Collectors.joining("; "));
		return values.isEmpty() ? said : said + " (" + of("notice.actual", values) + ")";
	}

	/**
	 * The facts by which a rule grants: those that a dictionary declares. Parameters, of
	 * which some are called as what Java works out of bills is, are told by how the
	 * amount came about; that somebody is alive nobody needs to be told.
	 * @param values what the rule saw, by name
	 * @return such as {@code 期末周岁 92}, each once
	 */
	public List<String> facts(Map<String, @Nullable Object> values) {
		return KeptReasons.STORED.valueToTree(values)
			.properties()
			.stream()
			.filter((value) -> !value.getValue().isNull() && !value.getKey().equals("alive")
					&& this.names.phrase(value.getKey(), this.locale) != null)
			.map((value) -> situation(value.getKey(), value.getValue()))
			.filter(Objects::nonNull)
			.distinct()
			.toList();
	}

	/** What was found of a fact; null if there are no words for it. */
	private @Nullable String situation(String fact, JsonNode value) {
		String name = fact(fact);
		if (name == null) {
			return null;
		}
		if (value.isBoolean()) {
			return value.booleanValue() ? name
					: Objects.requireNonNullElseGet(denied(fact), () -> of("phrase.not", name));
		}
		return name + " " + value(fact, value);
	}

	/** What is worked out of bills has words of its own. */
	private @Nullable String fact(String fact) {
		String phrase = this.names.phrase(fact, this.locale);
		return (phrase != null) ? phrase : find("fact." + fact);
	}

	private @Nullable String denied(String fact) {
		return this.names.denied(fact, this.locale);
	}

	private @Nullable String code(String type, String code) {
		return this.names.code(type, code, this.locale);
	}

	/** A value of a fact: codes by the names that forms have for them. */
	private String value(@Nullable String fact, JsonNode value) {
		if (value.isArray()) {
			return value.isEmpty() ? of("notice.none")
					: value.valueStream()
						.map((item) -> value(fact, item))
						.collect(Collectors.joining(of("phrase.comma")));
		}
		if (value.isObject()) {
			return value.properties()
				.stream()
				.map((entry) -> plain(null, entry.getKey()) + " " + value(null, entry.getValue()))
				.collect(Collectors.joining(of("phrase.comma")));
		}
		if (value.isNull()) {
			return of("notice.unknown");
		}
		if (value.isBoolean()) {
			return of(value.booleanValue() ? "notice.yes" : "notice.no");
		}
		return plain(fact, value.isNumber() ? value.decimalValue().toPlainString() : value.asString());
	}

	/** Each number of a share, also where there is one for each of some codes. */
	private String share(JsonNode value) {
		if (value.isArray()) {
			return value.valueStream().map(this::share).collect(Collectors.joining(of("phrase.comma")));
		}
		if (value.isObject()) {
			return value.properties()
				.stream()
				.map((entry) -> plain(null, entry.getKey()) + " " + share(entry.getValue()))
				.collect(Collectors.joining(of("phrase.comma")));
		}
		return value.isNumber() ? of("phrase.percent", value.decimalValue().toPlainString()) : value(null, value);
	}

	private String plain(@Nullable String fact, String plain) {
		if (fact != null) {
			String option = this.names.value(fact, plain, this.locale);
			if (option != null) {
				return option;
			}
		}
		if (!plain.matches("[A-Z][A-Z_]+")) {
			return plain;
		}
		String type = (fact != null) ? this.names.codeType(fact) : null;
		return ((type != null) ? List.of(type) : TELLING).stream()
			.map((one) -> code(one, plain))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(plain);
	}

	private final class PhraseWords implements ConditionPhrase.Words {

		@Override
		public @Nullable String find(String key, Object... arguments) {
			return Wording.this.find(key, arguments);
		}

		@Override
		public @Nullable String fact(String path) {
			return Wording.this.fact(path);
		}

		@Override
		public @Nullable String denied(String path) {
			return Wording.this.denied(path);
		}

		@Override
		public @Nullable String code(String type, String name) {
			String said = Wording.this.code(type, name);
			return (said != null) ? said : find("code." + type + "." + name);
		}

		@Override
		public String value(@Nullable String fact, JsonNode value) {
			return Wording.this.value(fact, value);
		}

		@Override
		public String value(@Nullable String fact, JsonNode value, String parameter) {
			return "percent".equals(Wording.this.units.get(parameter)) ? share(value) : value(fact, value);
		}

	}

}
