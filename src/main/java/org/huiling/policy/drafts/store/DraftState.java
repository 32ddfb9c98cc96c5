package org.huiling.policy.drafts.store;

/** How far a draft has come. */
public enum DraftState {

	/** It is being written. */
	DRAFT,

	/** It waits for somebody who did not write it. */
	SUBMITTED,

	/** It may be published. */
	APPROVED,

	/** It was turned down; the next edit makes it a draft again. */
	REJECTED,

	/** It is a published version now and changes no more. */
	PUBLISHED,

	/** It was given up; kept, but listed only when asked for. */
	DISCARDED

}
