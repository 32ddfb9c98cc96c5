package org.huiling.decision.review;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.huiling.applicant.PeopleInMemory;
import org.huiling.decision.assessment.CatalogueSnapshotJson;
import org.huiling.decision.assessment.PolicyLookup;
import org.huiling.decision.store.DecisionStore;
import org.huiling.engine.PolicyBook;
import org.huiling.policy.CatalogueSnapshot;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** 推演: what policies come to for many people, for those who only look. */
@Component
public class Projecting {

	private final PolicyLookup lookup;

	private final DecisionStore store;

	private final PeopleInMemory people;

	Projecting(PolicyLookup lookup, DecisionStore store, PeopleInMemory people) {
		this.lookup = lookup;
		this.store = store;
		this.people = people;
	}

	/**
	 * What was known when a projection was ordered.
	 * @param order what is projected
	 * @return the versions, withdrawn ones among them
	 */
	public CatalogueSnapshot snapshot(ProjectionOrder order) {
		return CatalogueSnapshotJson.read(this.store.book(order.policies()).orElseThrow());
	}

	/**
	 * What was known of a jurisdiction's policies.
	 * @param jurisdiction its id
	 * @param knownAt when
	 * @return the versions, withdrawn ones among them
	 */
	public CatalogueSnapshot snapshot(String jurisdiction, Instant knownAt) {
		return this.lookup.snapshot(this.lookup.named(jurisdiction), knownAt);
	}

	/** The policies of what was known. */
	public PolicyBook book(CatalogueSnapshot snapshot) {
		return this.lookup.book(snapshot);
	}

	/**
	 * Opens a projection for one thread or many; what was recorded up to when it was
	 * ordered is read into memory first, as far as people are there.
	 * @param order what is projected
	 * @param snapshot what was known
	 * @param books the policies that are compared
	 * @param touched ids of the programs whose answers may differ between them: the
	 * others are asked of the first alone; null for all
	 * @return the projector
	 */
	public Projector projector(ProjectionOrder order, CatalogueSnapshot snapshot, List<PolicyBook> books,
			@Nullable Set<String> touched) {
		return new Projector(order, snapshot, books, touched, this.lookup, this.store,
				this.people.of(books.get(0).jurisdiction().regionPrefix(), order.knownAt()));
	}

}
