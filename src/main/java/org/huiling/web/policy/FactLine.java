package org.huiling.web.policy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.huiling.engine.Bilingual;
import org.huiling.policy.dictionary.FactView;
import org.huiling.web.ProgramNames;

/**
 * An entry of the dictionary as a line of the list.
 *
 * @param fact the entry
 * @param label its name in the reader's language
 * @param other its name in the other language
 * @param choices its codes, or the words for its values
 * @param users the jurisdictions whose rules use it
 */
record FactLine(FactView fact, String label, String other, List<Choice> choices, List<UsingDistrict> users) {

	/**
	 * A value that the fact may have.
	 *
	 * @param value as rules and JSON have it
	 * @param label what it is called
	 */
	record Choice(String value, String label) {
	}

	static FactLine of(FactView fact, ProgramNames.Names names, Locale locale) {
		Stream<Choice> codes = Stream.ofNullable(fact.codes())
			.flatMap(List::stream)
			.filter((code) -> !code.withdrawn())
			.map((code) -> new Choice(code.code(), code.label().in(locale)));
		Stream<Choice> values = Stream.ofNullable(fact.values())
			.flatMap(List::stream)
			.map((value) -> new Choice(value.value(), value.label().in(locale)));
		return new FactLine(fact, fact.label().in(locale), other(fact.label(), locale),
				Stream.concat(codes, values).toList(), UsingDistrict.all(fact.usedBy(), names));
	}

	private static String other(Bilingual label, Locale locale) {
		return Objects.equals(label.in(locale), label.zh()) ? label.en() : label.zh();
	}

}
