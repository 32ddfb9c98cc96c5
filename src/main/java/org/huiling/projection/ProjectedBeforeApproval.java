package org.huiling.projection;

import java.util.UUID;

import org.huiling.policy.drafts.ApprovalCondition;
import org.huiling.problem.Refusal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Nobody signs for money that nobody has counted: where {@code huiling.projection} says
 * so, a draft is approved only after one of its files as they are was projected.
 */
@Component
class ProjectedBeforeApproval implements ApprovalCondition {

	private static final int CONFLICT = 409;

	private final ProjectionStore store;

	private final Use use;

	/** What projections are for approvals. */
	enum Use {

		/** The last one is shown beside the approval. */
		SHOWN,

		/** Without one there is no approval. */
		REQUIRED

	}

	ProjectedBeforeApproval(ProjectionStore store, @Value("${huiling.projection}") Use use) {
		this.store = store;
		this.use = use;
	}

	@Override
	public void require(UUID draft, String digest) {
		if (this.use == Use.REQUIRED && this.store.lastOf(draft, digest).isEmpty()) {
			throw new Refusal(CONFLICT, "PROJECTION_REQUIRED", draft.toString());
		}
	}

}
