package org.huiling.decision.review;

import java.util.List;

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
	 * What was known when a projection was ordered.
	 * @param order what is projected
	 * @return the versions, withdrawn ones among them
	 */
	public CatalogueSnapshot snapshot(ProjectionOrder order) {
		return CatalogueSnapshotJson.read(this.store.book(order.policies()).orElseThrow());
	}

	/** The policies of what was known. */
	public PolicyBook book(CatalogueSnapshot snapshot) {
		return this.lookup.book(snapshot);
	}

	/**
	 * Opens a projection for one thread or many.
	 * @param order what is projected
	 * @param snapshot what was known
	 * @param books the policies that are compared
	 * @return the projector
	 */
	public Projector projector(ProjectionOrder order, CatalogueSnapshot snapshot, List<PolicyBook> books) {
		return new Projector(order, snapshot, books, this.lookup, this.store, this.register);
	}

}
