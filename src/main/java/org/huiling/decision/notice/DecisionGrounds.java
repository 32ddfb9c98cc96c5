package org.huiling.decision.notice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.huiling.decision.store.NoteView;
import org.huiling.decision.store.WhyNotView;
import org.huiling.decision.store.WhyView;
import org.huiling.dictionary.FactNames;
import org.huiling.engine.Bilingual;
import org.huiling.engine.reason.ConditionResult;
import org.huiling.engine.reason.Note;
import org.huiling.engine.reason.WhyNot;
import org.huiling.policy.PolicyCatalogue;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Why something was decided, in the words of notices, for pages. */
@Component
public class DecisionGrounds {

	private final MessageSource messages;

	private final FactNames factNames;

	private final StandardWords standards;

	private final PolicyCatalogue catalogue;

	DecisionGrounds(MessageSource messages, FactNames factNames, StandardWords standards, PolicyCatalogue catalogue) {
		this.catalogue = catalogue;
		this.messages = messages;
		this.factNames = factNames;
		this.standards = standards;
	}

	/**
	 * The rules that grant, with what was known of the person and how the amount came
	 * about.
	 * @param rules as they are kept with a decision
	 * @param locale the reader's
	 */
	public List<Notice.Ground> grants(List<WhyView> rules, Locale locale) {
		Wording words = new Wording(this.messages, this.factNames, locale);
		return rules.stream()
			.map((rule) -> new Notice.Ground(isEnglish(locale) ? rule.ruleEn() : rule.rule(), rule.basis(), List.of(),
					words.facts(rule.values()),
					Stream
						.concat(rule.standards().stream().map((one) -> this.standards.line(one, locale)),
								rule.steps().stream().map(WhyView.StepView::line))
						.toList()))
			.toList();
	}

	/**
	 * The words for the conditions of a version.
	 * @param digest of the version, null if none answered
	 * @param locale the reader's
	 */
	public Wording words(@Nullable String digest, Locale locale) {
		return words((digest != null) ? this.catalogue.units(digest) : Map.of(), locale);
	}

	/**
	 * The same of a version that is not published.
	 * @param units of its parameters, by their names
	 * @param locale the reader's
	 */
	public Wording words(Map<String, String> units, Locale locale) {
		return new Wording(this.messages, this.factNames, locale, units);
	}

	/**
	 * The conditions that fail, each once with the rules that ask for it.
	 * @param rules as they are kept with a decision
	 * @param digest of the version they are of, null if none answered
	 * @param locale the reader's
	 */
	public List<Notice.Ground> refusals(List<WhyNotView> rules, @Nullable String digest, Locale locale) {
		return RefusalGrounds.of(rules, isEnglish(locale), words(digest, locale));
	}

	/**
	 * What was assumed or is odd, as far as it has words.
	 * @param notes as they are kept with a decision
	 * @param locale the reader's
	 */
	public List<String> notes(List<NoteView> notes, Locale locale) {
		return notes.stream()
			.flatMap((note) -> Stream.ofNullable(isEnglish(locale) ? note.en() : note.zh()))
			.distinct()
			.toList();
	}

	/**
	 * The same of what rules answer now, as it would be kept.
	 * @param rules that do not grant
	 * @param digest of the version they are of, null if none answered
	 * @param locale the reader's
	 */
	public List<Notice.Ground> failing(List<WhyNot> rules, @Nullable String digest, Locale locale) {
		return refusals(rules.stream().map(DecisionGrounds::kept).toList(), digest, locale);
	}

	private static WhyNotView kept(WhyNot rule) {
		Bilingual outweighedBy = rule.outweighedBy();
		return new WhyNotView(rule.rule().zh(), rule.rule().en(), rule.basis(),
				rule.conditions().stream().map(DecisionGrounds::kept).toList(),
				(outweighedBy != null) ? outweighedBy.zh() : null);
	}

	private static WhyNotView.Condition kept(ConditionResult condition) {
		Note absent = condition.absent();
		return new WhyNotView.Condition(condition.text(), condition.actual(), condition.result(),
				(absent != null) ? new WhyNotView.Absent(Objects.requireNonNullElse(absent.field(), ""),
						absent.message().zh(), absent.message().en()) : null);
	}

	private static boolean isEnglish(Locale locale) {
		return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
	}

}
