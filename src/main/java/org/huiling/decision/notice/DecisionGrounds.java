package org.huiling.decision.notice;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.huiling.decision.store.NoteView;
import org.huiling.decision.store.WhyNotView;
import org.huiling.decision.store.WhyView;
import org.huiling.dictionary.FactNames;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Why something was decided, in the words of notices, for pages. */
@Component
public class DecisionGrounds {

	private final MessageSource messages;

	private final FactNames factNames;

	private final StandardWords standards;

	DecisionGrounds(MessageSource messages, FactNames factNames, StandardWords standards) {
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
	 * The conditions that fail, each once with the rules that ask for it.
	 * @param rules as they are kept with a decision
	 * @param locale the reader's
	 */
	public List<Notice.Ground> refusals(List<WhyNotView> rules, Locale locale) {
		return RefusalGrounds.of(rules, isEnglish(locale), new Wording(this.messages, this.factNames, locale));
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

	private static boolean isEnglish(Locale locale) {
		return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
	}

}
