package org.huiling.engine.drools.condition;

import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.drools.language.UsedWords;
import org.huiling.facts.words.ClaimFacts;
import org.huiling.facts.words.Facades;
import org.huiling.facts.words.FactWords;
import org.huiling.facts.words.ItemFacts;
import org.huiling.facts.words.PersonFacts;
import org.huiling.facts.words.Word;
import org.jspecify.annotations.Nullable;

/**
 * Makes of facts what the rules of one version see of them. The words that its rules use
 * are found by their names in whatever dictionary the facts were recorded by.
 */
public final class FactBinder {

	private final Facades facades;

	private final List<String> person;

	private final List<String> claim;

	private final String over;

	private final List<UsedWords.Items> items;

	private volatile Found found;

	/** The words of one dictionary. */
	private static final class Found {

		private final FactWords by;

		private final Word[] person;

		private final Word[] claim;

		private final Word[][] items;

		Found(FactWords by, Word[] person, Word[] claim, Word[][] items) {
			this.by = by;
			this.person = person;
			this.claim = claim;
			this.items = items;
		}

	}

	/**
	 * For one version.
	 * @param facades makes objects of its own classes
	 * @param used the words that its rules use
	 * @param over the list whose items are claims
	 * @param words of the dictionary at hand
	 */
	public FactBinder(Facades facades, UsedWords used, String over, FactWords words) {
		this.over = over;
		this.facades = facades;
		this.person = used.person();
		this.claim = used.claim();
		this.items = List.copyOf(used.items());
		this.found = find(words);
	}

	private Found find(FactWords words) {
		return new Found(words, this.person.stream().map((path) -> UsedWords.word(words, path)).toArray(Word[]::new),
				this.claim.stream().map((name) -> UsedWords.field(words, this.over, name)).toArray(Word[]::new),
				this.items.stream().map((items) -> words(words, items)).toArray(Word[][]::new));
	}

	private static Word[] words(FactWords words, UsedWords.Items items) {
		return items.fields().stream().map((name) -> UsedWords.field(words, items.list(), name)).toArray(Word[]::new);
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
	public BoundFacts bind(FactSet facts) {
		return new BoundFacts(facts, applicant(facts), claim(facts), this);
	}

	/** What rules call the items of the lists that they look at. */
	List<String> patterns() {
		return this.items.stream().map(UsedWords.Items::pattern).toList();
	}

	/**
	 * The items of a list, each of the version's own class.
	 * @throws org.huiling.facts.UnknownFact if the list is unknown
	 */
	List<BoundItem> items(FactSet facts, String pattern) {
		PersonFacts person = facts.applicant();
		int number = patterns().indexOf(pattern);
		if (person == null) {
			return List.of();
		}
		UsedWords.Items items = this.items.get(number);
		Word[] words = found(person.words()).items[number];
		List<BoundItem> bound = new ArrayList<>();
		for (ItemFacts item : person.items(items.list())) {
			bound.add(new BoundItem(items.list(), this.facades.item(number, item, words), item));
		}
		return bound;
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
