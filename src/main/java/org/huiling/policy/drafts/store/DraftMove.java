package org.huiling.policy.drafts.store;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.huiling.policy.drafts.store.DraftState.APPROVED;
import static org.huiling.policy.drafts.store.DraftState.DRAFT;
import static org.huiling.policy.drafts.store.DraftState.REJECTED;
import static org.huiling.policy.drafts.store.DraftState.SUBMITTED;

/** What may be done with a draft, and when. */
public enum DraftMove {

	/** Change a file. */
	EDIT(DRAFT, SUBMITTED, APPROVED, REJECTED),

	/** Have it checked. */
	CHECK(DRAFT, SUBMITTED, APPROVED, REJECTED),

	/** Hand it to an approver. */
	SUBMIT(DRAFT),

	/** Find it right. */
	APPROVE(SUBMITTED),

	/** Turn it down. */
	REJECT(SUBMITTED, APPROVED),

	/** Put it in force. */
	PUBLISH(APPROVED),

	/** Give it up. */
	DISCARD(DRAFT, SUBMITTED, APPROVED, REJECTED);

	@SuppressWarnings("ImmutableEnumChecker") // never changed after construction
	private final Set<DraftState> from;

	DraftMove(DraftState first, DraftState... others) {
		this.from = EnumSet.of(first, others);
	}

	public boolean isPossible(DraftState state) {
		return this.from.contains(state);
	}

	static List<DraftMove> possible(DraftState state) {
		return Stream.of(values()).filter((move) -> move.isPossible(state)).toList();
	}

}
