package org.huiling.policy.drafts.trial;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.huiling.engine.Bilingual;
import org.huiling.engine.Jurisdiction;
import org.huiling.facts.CalculationFault;
import org.huiling.facts.Code;
import org.huiling.facts.Period;
import org.huiling.facts.UnknownFact;
import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.expression.ValueType;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.words.FactWords;
import org.huiling.facts.words.NotThere;
import org.huiling.facts.words.PersonFacts;
import org.huiling.facts.words.Word;
import org.huiling.policy.PolicyPublishing;
import org.huiling.policy.drafts.Drafting;
import org.huiling.policy.drafts.kind.NeededFacts;
import org.huiling.policy.drafts.store.Draft;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Works the derived facts that a draft declares out for somebody, before it is in force.
 */
@Component
public class FactTrial {

	private final Drafting drafting;

	private final NeededFacts facts;

	private final PolicyPublishing published;

	FactTrial(Drafting drafting, NeededFacts facts, PolicyPublishing published) {
		this.drafting = drafting;
		this.facts = facts;
		this.published = published;
	}

	/**
	 * What a derived fact comes to.
	 *
	 * @param path of the fact
	 * @param label what it is called
	 * @param value what it comes to, null if it is not known or not there
	 * @param missing what would have to be known, empty if it is known or not there
	 */
	public record TriedFact(String path, Bilingual label, @Nullable String value, Set<String> missing) {
	}

	/**
	 * What the derived facts of a draft come to for somebody.
	 * @param id the draft's id
	 * @param person what is known of them
	 * @param period a month, a quarter or a year
	 * @return each, by path; none for a draft of a policy
	 */
	public List<TriedFact> of(UUID id, FactRecord person, Period period) {
		Draft draft = this.drafting.get(id);
		Draft.FactFileTarget target = draft.factFile();
		if (target == null) {
			return List.of();
		}
		NeededFacts.By by = this.facts.of(draft);
		FactReading reading = by.reading().of(person.subject());
		if (reading == null) {
			return List.of();
		}
		FactWords words = reading.words();
		PersonFacts facts = new PersonFacts(words, person, prefix(target.owner(), person), period, null);
		return reading.dictionary()
			.derived()
			.stream()
			.filter((one) -> reading.dictionary().fileOf(one.path()).equals(target.name()))
			.filter((one) -> one.type().kind() != ValueType.Kind.ITEM)
			.map((one) -> tried(one, words.word(one.path()), facts))
			.toList();
	}

	/** Whose rules would ask: the owner's, or those of where the person is at home. */
	private String prefix(@Nullable String owner, FactRecord person) {
		if (owner != null) {
			return this.published.jurisdiction(owner).map(Jurisdiction::regionPrefix).orElse("");
		}
		String region = person.hukouRegion();
		return (region != null) ? region.substring(0, Math.min(6, region.length())) : "";
	}

	private static TriedFact tried(Derived one, @Nullable Word word, PersonFacts facts) {
		Bilingual label = new Bilingual(one.naming().label().zh(), one.naming().label().en());
		if (word == null) {
			return new TriedFact(one.path(), label, null, Set.of());
		}
		try {
			return new TriedFact(one.path(), label, said(facts.code(word)), Set.of());
		}
		catch (UnknownFact unknown) {
			return new TriedFact(one.path(), label, null, new TreeSet<>(unknown.fields()));
		}
		catch (CalculationFault fault) {
			return new TriedFact(one.path(), label, "!", Set.of());
		}
		catch (NotThere absent) {
			return new TriedFact(one.path(), label, null, Set.of());
		}
	}

	private static String said(Object value) {
		return (value instanceof BigDecimal number) ? number.toPlainString()
				: (value instanceof Code code) ? code.name() : String.valueOf(value);
	}

}
