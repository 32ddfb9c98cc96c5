package org.huiling.policy.drafts.kind;

import java.util.Map;
import java.util.Optional;

import org.huiling.engine.problem.CheckReport;
import org.huiling.policy.drafts.store.Draft;
import org.huiling.policy.drafts.store.DraftBody;
import org.huiling.policy.drafts.store.DraftCheck;
import org.huiling.policy.drafts.store.Published;
import org.jspecify.annotations.Nullable;

/** What a draft is of decides how it begins, is checked, compared and put in force. */
public interface DraftKind {

	/** Whether drafts of this kind are begun by such a body. */
	boolean begins(DraftBody wanted);

	/** Whether a draft is of this kind. */
	boolean isKindOf(Draft draft);

	/**
	 * What is to be begun.
	 * @param wanted what it is to be
	 * @param by who begins it
	 * @return not yet stored
	 * @throws org.huiling.problem.InvalidInput 422 if it names what is not there
	 * @throws org.huiling.problem.Refusal 403 if it is not the user's
	 */
	Draft begin(DraftBody wanted, String by);

	/**
	 * Refuses who may not change such a draft.
	 * @throws org.huiling.problem.Refusal 403 {@code OUTSIDE_REGION}
	 */
	void requireRegion(Draft draft);

	/**
	 * Refuses what cannot be a file of it.
	 * @throws org.huiling.problem.InvalidInput 422 if it cannot
	 */
	void requireFile(Draft draft, String path, byte[] content);

	/**
	 * Checks files as those of a draft.
	 * @param draft the draft
	 * @param files its files, or what they might become
	 * @return what was found
	 */
	DraftCheck check(Draft draft, Map<String, byte[]> files);

	/** The same for somebody who looks again and again, and publishes nothing by it. */
	CheckReport look(Draft draft, Map<String, byte[]> files);

	/**
	 * The name that a version would be published under now.
	 * @return null for a fact file
	 */
	@Nullable String version(Draft draft);

	/**
	 * Refuses a draft that waits for others to be published before it.
	 * @throws org.huiling.problem.Refusal 409 {@code NEEDS_UNPUBLISHED}
	 */
	void requireNeeds(Draft draft);

	/**
	 * Puts a draft in force, in the caller's transaction.
	 * @param draft the draft
	 * @param checked the check of its files as they are
	 * @param by who publishes it
	 * @return what was published; none if what it was checked against is not in force any
	 * more, so that it has to be checked again
	 */
	Optional<Published> publish(Draft draft, DraftCheck checked, String by);

}
