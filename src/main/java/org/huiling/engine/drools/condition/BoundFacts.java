package org.huiling.engine.drools.condition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.huiling.engine.drools.language.RuleVocabulary;
import org.huiling.facts.Reads;
import org.huiling.facts.words.Supposition;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one evaluation as the rules of one version see them. Belongs to one
 * thread.
 */
public final class BoundFacts implements Plan.Lists {

	private final FactSet facts;

	private final @Nullable Object applicant;

	private final @Nullable Object claim;

	private final FactBinder binder;

	private @Nullable Supposition supposition;

	private @Nullable BoundFacts supposed;

	private @Nullable Map<String, List<BoundItem>> items;

	/**
	 * Facts with what was made of them.
	 * @param facts the facts themselves
	 * @param applicant the person, of the version's own class
	 * @param claim the claim, of the version's own class
	 * @param binder makes items of lists
	 */
	BoundFacts(FactSet facts, @Nullable Object applicant, @Nullable Object claim, FactBinder binder) {
		this.facts = facts;
		this.applicant = applicant;
		this.claim = claim;
		this.binder = binder;
	}

	/** The same with something in place of what is unknown; nothing is noted. */
	BoundFacts supposing() {
		BoundFacts made = this.supposed;
		if (made == null) {
			made = this.binder.bind(this.facts.supposing(corners()));
			this.supposed = made;
		}
		return made;
	}

	/** The same with anything in place of what is unknown; its fields are taken down. */
	BoundFacts supposingAnything(Set<String> unknown) {
		return this.binder.bind(this.facts.supposing(Supposition.ofAnything(unknown)));
	}

	/** What is taken there, beginning with the lowest of everything. */
	public Supposition supposition() {
		return corners().first();
	}

	private Supposition corners() {
		Supposition made = this.supposition;
		if (made == null) {
			made = Supposition.lowest();
			this.supposition = made;
		}
		return made;
	}

	public FactSet facts() {
		return this.facts;
	}

	public @Nullable Object applicant() {
		return this.applicant;
	}

	public @Nullable Object claim() {
		return this.claim;
	}

	/** The facts that are there, with the items of lists that the rules look at. */
	public List<Object> all() {
		List<Object> all = new ArrayList<>();
		Stream.<@Nullable Object>of(this.applicant, this.claim, this.facts.awards())
			.filter(Objects::nonNull)
			.forEach(all::add);
		this.binder.patterns().forEach((pattern) -> bound(pattern).forEach((item) -> all.add(item.seen())));
		return all;
	}

	/** The fact of a pattern's class. */
	@Nullable Object of(Class<?> type) {
		if (this.applicant != null && this.applicant.getClass() == type) {
			return this.applicant;
		}
		if (this.claim != null && this.claim.getClass() == type) {
			return this.claim;
		}
		return RuleVocabulary.AWARDS.equals(type.getSimpleName()) ? this.facts.awards() : null;
	}

	/**
	 * The items of a list.
	 * @param pattern what rules call an item
	 * @throws org.huiling.facts.UnknownFact if the list is unknown
	 */
	List<BoundItem> bound(String pattern) {
		Map<String, List<BoundItem>> items = this.items;
		if (items == null) {
			items = new HashMap<>(4);
			this.items = items;
		}
		List<BoundItem> known = items.get(pattern);
		if (known == null) {
			known = this.binder.items(this.facts, pattern);
			items.put(pattern, known);
		}
		return known;
	}

	@Override
	public Object[] items(String pattern) {
		return bound(pattern).stream().map(BoundItem::seen).toArray();
	}

	public @Nullable Reads reads() {
		return this.facts.reads();
	}

}
