package org.huiling.web.policy;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.huiling.decision.notice.Wording;
import org.huiling.dictionary.FactNames;
import org.huiling.engine.Bilingual;
import org.huiling.engine.PolicyHeader.Parameter;
import org.huiling.engine.comparison.VersionComparison.Rule;
import org.huiling.engine.reason.ConditionResult;
import org.huiling.engine.reason.Truth;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says the parameters and conditions of a version in words, for who does not read rules.
 * A parameter has no name of its own but that of its standard: it is told by the rules
 * that read it.
 */
@Component
class RulesInWords {

	private static final Pattern NAMED = Pattern.compile("\\bP\\s*\\.\\s*([A-Za-z]\\w*)");

	private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,9})?");

	private final MessageSource messages;

	private final FactNames names;

	RulesInWords(MessageSource messages, FactNames names) {
		this.messages = messages;
		this.names = names;
	}

	/** The words of a version whose rules and parameters are these. */
	Said of(Collection<Rule> rules, List<Parameter> parameters, Locale locale) {
		Map<String, Object> values = new HashMap<>();
		Map<String, String> units = new HashMap<>();
		Map<String, Bilingual> titles = new HashMap<>();
		parameters.forEach((one) -> {
			values.put(one.name(), one.value());
			units.put(one.name(), one.unit());
			if (one.from() != null) {
				titles.put(one.name(), one.from().title());
			}
		});
		return new Said(rules, values, titles, new Wording(this.messages, this.names, locale, units), this.messages,
				locale);
	}

	/** The words of a draft: some of its parameters may stand on several lines. */
	Said of(Collection<Rule> rules, Map<String, ParameterTable.Line> lines, Locale locale) {
		return of(rules,
				lines.values()
					.stream()
					.map((one) -> new Parameter(one.name(), value(one.value()), one.unit(), "", null))
					.toList(),
				locale);
	}

	private static Object value(String written) {
		return NUMBER.matcher(written).matches() ? new BigDecimal(written) : written;
	}

	/** A version in words. */
	static final class Said {

		private final Collection<Rule> rules;

		private final Map<String, Object> values;

		private final Map<String, Bilingual> titles;

		private final Wording wording;

		private final MessageSource messages;

		private final Locale locale;

		private Said(Collection<Rule> rules, Map<String, Object> values, Map<String, Bilingual> titles, Wording wording,
				MessageSource messages, Locale locale) {
			this.rules = rules;
			this.values = values;
			this.titles = titles;
			this.wording = wording;
			this.messages = messages;
			this.locale = locale;
		}

		/**
		 * A condition of a rule.
		 * @param text as its author wrote it
		 * @return in words, with the figures of the version; null if it cannot be said
		 */
		public @Nullable String condition(String text) {
			return said(text, null);
		}

		/**
		 * What a parameter is.
		 * @param name as rules read it
		 * @return the title of its standard, or which rules read it for what; null if
		 * nothing reads it
		 */
		public @Nullable String parameter(String name) {
			Bilingual title = this.titles.get(name);
			if (title != null) {
				return title.in(this.locale);
			}
			List<Rule> reading = this.rules.stream().filter((rule) -> reads(rule, name)).toList();
			if (reading.isEmpty()) {
				return null;
			}
			for (Rule rule : reading) {
				for (String condition : rule.conditions()) {
					String said = names(condition).anyMatch(name::equals) ? said(condition, name) : null;
					if (said != null) {
						return text("parameter.condition", named(rule, reading), said);
					}
				}
			}
			return text("parameter.amount", named(reading.get(0), reading));
		}

		/** One rule, and how many others there are. */
		private String named(Rule rule, List<Rule> all) {
			String name = rule.name().in(this.locale);
			long others = all.stream().map(Rule::name).distinct().count() - 1;
			return (others > 0) ? text("parameter.rules", name, Long.toString(others)) : name;
		}

		/**
		 * What a parameter is counted in.
		 * @param unit as written
		 * @return in words; as written where there are none
		 */
		public String unit(String unit) {
			return Objects.requireNonNull(this.messages.getMessage("parameter.unit." + unit, null, unit, this.locale));
		}

		/** Without the figure of one parameter, which is what is asked for. */
		private @Nullable String said(String text, @Nullable String without) {
			Map<String, @Nullable Object> figures = new LinkedHashMap<>();
			names(text).filter((name) -> !name.equals(without))
				.forEach((name) -> figures.put(name, this.values.get(name)));
			String said = this.wording.condition(new ConditionResult(text, figures, Truth.UNKNOWN));
			return said.equals(this.wording.of("phrase.other")) ? null : said;
		}

		private static boolean reads(Rule rule, String name) {
			return Stream.concat(rule.conditions().stream(), Stream.of(rule.consequence()))
				.flatMap(Said::names)
				.anyMatch(name::equals);
		}

		private static Stream<String> names(String text) {
			return NAMED.matcher(text).results().map((found) -> found.group(1));
		}

		private String text(String key, Object... arguments) {
			return this.messages.getMessage(key, arguments, this.locale);
		}

	}

}
