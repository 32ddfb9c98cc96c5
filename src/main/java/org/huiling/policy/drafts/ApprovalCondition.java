package org.huiling.policy.drafts;

import java.util.UUID;

/** What has to be so before a draft of a policy or of standards is approved. */
@FunctionalInterface
public interface ApprovalCondition {

	/**
	 * Refuses an approval that lacks something.
	 * @param draft the draft's id
	 * @param digest of its files as they are
	 * @throws org.huiling.problem.Refusal 409 saying what is missing
	 */
	void require(UUID draft, String digest);

}
