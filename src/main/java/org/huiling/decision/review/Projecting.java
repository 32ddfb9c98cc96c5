package org.huiling.decision.review;

import java.util.List;
import java.util.function.Function;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.decision.assessment.CatalogueSnapshotJson;
import org.huiling.decision.assessment.PolicyLookup;
import org.huiling.decision.store.DecisionStore;
import org.huiling.engine.PolicyBook;
import org.huiling.policy.CatalogueSnapshot;

import org.springframework.stereotype.Component;

/** 推演: what policies come to for many people, for those who only look. */
@Component
public class Projecting {

	private final PolicyLookup lookup;

	private final DecisionStore store;

	private final ApplicantRegister register;

	Projecting(PolicyLookup lookup, DecisionStore store, ApplicantRegister register) {
		this.lookup = lookup;
		this.store = store;
		this.register = register;
	}

	/**
	 * Opens a projection for one thread or many.
	 * @param order what is projected
	 * @param books makes the policies of what was known: those that are compared
	 * @return the projector
	 */
	public Projector projector(ProjectionOrder order, Function<CatalogueSnapshot, List<PolicyBook>> books) {
		CatalogueSnapshot snapshot = CatalogueSnapshotJson.read(this.store.book(order.policies()).orElseThrow());
		return new Projector(order, snapshot, books.apply(snapshot), this.lookup, this.store, this.register);
	}

	/** The policies of what was known. */
	public PolicyBook book(CatalogueSnapshot snapshot) {
		return this.lookup.book(snapshot);
	}

}
