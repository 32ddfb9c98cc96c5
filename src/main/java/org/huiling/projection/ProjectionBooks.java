package org.huiling.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.decision.review.Projecting;
import org.huiling.decision.review.Projector;
import org.huiling.engine.PolicyBook;
import org.huiling.policy.CatalogueSnapshot;
import org.huiling.policy.drafts.trial.DraftTrials;
import org.huiling.policy.drafts.trial.TriedDraft;
import org.huiling.policy.drafts.trial.Varied;
import org.huiling.projection.report.Vary;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The policies that a projection compares: those in force, and those with its drafts. */
@Component
class ProjectionBooks {

	private final Projecting projecting;

	private final DraftTrials trials;

	private final TriedDraftStore drafts;

	ProjectionBooks(Projecting projecting, DraftTrials trials, TriedDraftStore drafts) {
		this.projecting = projecting;
		this.trials = trials;
		this.drafts = drafts;
	}

	/**
	 * A projection ready to assess people.
	 *
	 * @param projector assesses them by what is in force, then with the drafts if there
	 * are any, then with each varied value
	 * @param variants how many values there are
	 * @param touched the programs whose answers may differ, null for all
	 */
	record Open(Projector projector, int variants, @Nullable Set<String> touched) {
	}

	/**
	 * Compiles what a projection needs; the same whenever it goes on.
	 * @param projection which
	 * @return the projection ready to assess people
	 */
	Open open(Projection projection) {
		return open(projection, this.drafts.of(projection.id()));
	}

	/**
	 * The same before it is kept.
	 * @param projection which
	 * @param tried its drafts
	 * @return the projection ready to assess people
	 * @throws org.huiling.problem.InvalidInput 422 naming the version that has no such
	 * number as is to be varied, or cannot have a value
	 */
	Open open(Projection projection, List<TriedDraft> tried) {
		CatalogueSnapshot snapshot = this.projecting.snapshot(projection.order());
		List<PolicyBook> books = new ArrayList<>(List.of(this.projecting.book(snapshot)));
		if (!tried.isEmpty()) {
			books.add(this.trials.over(snapshot, tried));
		}
		Vary vary = projection.vary();
		if (vary != null) {
			vary.values()
				.forEach((value) -> books.add(this.trials.varied(snapshot, tried,
						new Varied(vary.program(), vary.parameter(), value, projection.days()))));
		}
		Set<String> touched = new TreeSet<>();
		for (int i = 1; i < books.size(); i++) {
			touched.addAll(TouchedPrograms.between(books.get(0), books.get(i), projection.from(), projection.to()));
		}
		Set<String> differing = (books.size() > 1) ? touched : null;
		return new Open(this.projecting.projector(projection.order(), snapshot, books, differing),
				(vary != null) ? vary.values().size() : 0, differing);
	}

}
