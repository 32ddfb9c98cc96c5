package org.huiling.engine.drools;

import java.util.List;

import org.huiling.facts.words.ClaimFacts;
import org.huiling.facts.words.Facades;
import org.huiling.facts.words.FactWords;
import org.huiling.facts.words.PersonFacts;
import org.huiling.facts.words.Word;
import org.jspecify.annotations.Nullable;

/**
 * Makes of facts what the rules of one version see of them. The words that its rules use
 * are found by their names in whatever dictionary the facts were recorded by.
 */
final class FactBinder {

	private final Facades facades;

	private final List<String> person;

	private final List<String> claim;

	private volatile Found found;

	/** The words of one dictionary. */
	private static final class Found {

		private final FactWords by;

		private final Word[] person;

		private final Word[] claim;

		Found(FactWords by, Word[] person, Word[] claim) {
			this.by = by;
			this.person = person;
			this.claim = claim;
		}

	}

	/**
	 * For one version.
	 * @param facades makes objects of its own classes
	 * @param used the words that its rules use
	 * @param words of the dictionary at hand
	 */
	FactBinder(Facades facades, UsedWords used, FactWords words) {
		this.facades = facades;
		this.person = used.person();
		this.claim = used.claim();
		this.found = find(words);
	}

	private Found find(FactWords words) {
		return new Found(words, this.person.stream().map((path) -> UsedWords.word(words, path)).toArray(Word[]::new),
				this.claim.stream().map((name) -> UsedWords.field(words, name)).toArray(Word[]::new));
	}

	private Found found(FactWords words) {
		Found known = this.found;
		if (known.by != words) {
			known = find(words);
			this.found = known;
		}
		return known;
	}

	/** Everything that is there. */
	BoundFacts bind(FactSet facts) {
		return new BoundFacts(facts, applicant(facts), claim(facts));
	}

	/** The person, null if there is none. */
	@Nullable Object applicant(FactSet facts) {
		PersonFacts person = facts.applicant();
		return (person != null) ? this.facades.applicant(person, found(person.words()).person) : null;
	}

	/** The claim, null if there is none. */
	@Nullable Object claim(FactSet facts) {
		ClaimFacts one = facts.claim();
		return (one != null) ? this.facades.claim(one, found(one.words()).claim) : null;
	}

}
