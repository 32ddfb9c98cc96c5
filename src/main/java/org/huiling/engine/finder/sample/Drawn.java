package org.huiling.engine.finder.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.huiling.engine.drools.language.RuleVocabulary;
import org.huiling.facts.Code;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Trait;
import org.jspecify.annotations.Nullable;

/**
 * What of a dictionary a drawn applicant has, looked up once for all that are tried.
 *
 * @param facts those that a record has, with how they are turned
 * @param lists the lists, with how they are turned
 * @param limited the dates that lie before or after others
 * @param limitedLists the lists whose items have such a date
 * @param asked the facts that apply to some only
 * @param askedLists the lists of whose items some fields apply to some only
 */
record Drawn(List<Single> facts, List<Several> lists, List<Fact> limited, List<FactList> limitedLists, List<Fact> asked,
		List<FactList> askedLists) {

	/** What the program itself knows to make of a person. */
	private static final Set<String> MADE = Set.of("birthDate", "sex", "deathDate", "hukou.region", "hukou.type",
			"hukou.since", "residence.region", "residence.since", "household.size", "household.monthlyIncome",
			"disability.category", "disability.grade", "pension.monthlyAmount", "insurance.scheme", "insurance.year",
			"insurance.contributionPaid", "lifeCheck.lastPassed");

	/**
	 * A fact outside of lists.
	 *
	 * @param fact the fact
	 * @param slot where records have it
	 * @param dimension how it is turned
	 * @param always whether everybody has it, tried or not
	 * @param plain what is unremarkable of it whoever it is, null if that hangs on them
	 */
	record Single(Fact fact, int slot, Dimension dimension, boolean always, @Nullable Object plain) {
	}

	/**
	 * A list.
	 *
	 * @param list the list
	 * @param dimension how it is turned
	 */
	record Several(FactList list, Dimension dimension) {
	}

	static Drawn of(RuleVocabulary vocabulary) {
		Dictionary dictionary = vocabulary.dictionary();
		List<Single> facts = new ArrayList<>();
		for (Fact fact : dictionary.facts()) {
			int slot = dictionary.shape().slot(fact.path());
			if (slot != RecordShape.NONE) {
				facts.add(new Single(fact, slot, Dimension.of(fact),
						fact.isReadable() && !isMade(fact.path(), dictionary.subject()), plain(fact, vocabulary)));
			}
		}
		return new Drawn(List.copyOf(facts),
				dictionary.lists().stream().map((list) -> new Several(list, Dimension.of(list))).toList(),
				dictionary.facts().stream().filter(Drawn::isLimited).toList(),
				dictionary.lists()
					.stream()
					.filter((list) -> list.fields().stream().anyMatch(Drawn::isLimited))
					.toList(),
				dictionary.facts().stream().filter(Drawn::isAsked).toList(),
				dictionary.lists().stream().filter((list) -> list.fields().stream().anyMatch(Drawn::isAsked)).toList());
	}

	private static boolean isMade(String path, Subject subject) {
		return (subject == Subject.PERSON) ? MADE.contains(path)
				: path.equals(subject.beginning()) || path.equals(subject.end());
	}

	private static boolean isLimited(Fact fact) {
		return fact.type() == FactType.DATE
				&& !(fact.bounds().notBefore().isEmpty() && fact.bounds().notAfter().isEmpty());
	}

	private static boolean isAsked(Fact fact) {
		return fact.asking().when() != null;
	}

	/** What is unremarkable of a fact, null if there is nothing or it hangs on whose. */
	static @Nullable Object plain(Fact fact, RuleVocabulary vocabulary) {
		if (fact.is(Trait.ABSENT_IS_NONE)) {
			return null;
		}
		return switch (fact.type()) {
			case BOOLEAN -> false;
			case CODE -> none(Objects.requireNonNull(fact.codes()).name(), vocabulary);
			case CODES -> List.of();
			case INTEGER -> (fact.bounds().min() != null) ? fact.bounds().min().intValue() : 0;
			case MONEY, DECIMAL -> (fact.bounds().min() != null && fact.bounds().min().signum() > 0)
					? fact.bounds().min() : new BigDecimal("0.00");
			case REGION, DATE, TEXT -> null;
		};
	}

	/** The code that means none, or else the first. */
	private static @Nullable Object none(String type, RuleVocabulary vocabulary) {
		List<String> codes = vocabulary.codes(type);
		if (codes == null || codes.isEmpty()) {
			return null;
		}
		return Code.of(type, codes.contains("NONE") ? "NONE" : codes.get(0));
	}

}
