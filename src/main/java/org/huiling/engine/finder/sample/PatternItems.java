package org.huiling.engine.finder.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

import org.huiling.engine.drools.condition.Clause;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.language.Comparison;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.dictionary.FactList;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a version that ask for an item of a list, {@code exists Member( … )}
 * and {@code not Member( … )}, and the lists that tell them apart.
 */
final class PatternItems {

	private final Generators generators;

	private final Setup setup;

	private final Trial trial;

	private final Map<String, List<Clause>> clauses = new LinkedHashMap<>();

	private final Set<Clause> notJudged = new HashSet<>();

	private final List<ItemLine> lines = new ArrayList<>();

	PatternItems(Generators generators, Setup setup, Trial trial) {
		this.generators = generators;
		this.setup = setup;
		this.trial = trial;
	}

	void collect(Clause clause, String pattern) {
		FactList list = this.setup.list(pattern);
		boolean judged = false;
		if (list != null && clause.readable() && this.generators.items(list).isAskable()) {
			judged = true;
			this.clauses.computeIfAbsent(pattern, (first) -> new ArrayList<>()).add(clause);
			for (Comparison comparison : clause.comparisons()) {
				judged &= this.generators.ask(list, comparison);
			}
		}
		if (!judged) {
			this.notJudged.add(clause);
		}
	}

	/** Makes the lists, as soon as every condition is known. */
	void make(BiConsumer<Clause, Dimension> hangsOn, BiConsumer<Dimension, Object> values) {
		this.clauses.forEach((pattern, asking) -> {
			FactList list = Objects.requireNonNull(this.setup.list(pattern));
			ListVariants items = this.generators.items(list);
			Dimension dimension = Dimension.of(list);
			Sample start = Sample.unremarkable(this.setup);
			items.asked().fit((item) -> fits(start.with(dimension, List.of(item)), start, asking));
			items.lists().forEach((one) -> values.accept(dimension, one));
			asking.forEach((clause) -> hangsOn.accept(clause, dimension));
			if (items.isTooMany()) {
				this.notJudged.addAll(asking);
			}
			items.asked().lines().forEach((field, along) -> this.lines.add(ItemLine.of(list, field, along)));
		});
	}

	/** The patterns that the only item fits; null if it cannot be recorded. */
	private @Nullable Set<Object> fits(Sample one, Sample none, List<Clause> asking) {
		if (!one.isPossible()) {
			return null;
		}
		FactSet with = this.trial.facts(one);
		FactSet without = this.trial.facts(none);
		Set<Object> fits = new HashSet<>();
		for (Clause clause : asking) {
			Truth truth = clause.truth(with);
			if (truth != clause.truth(without)) {
				fits.add(clause.text().replaceFirst("^not ", "exists "));
			}
		}
		return fits;
	}

	Set<Clause> notJudged() {
		return this.notJudged;
	}

	List<ItemLine> lines() {
		return this.lines;
	}

}
