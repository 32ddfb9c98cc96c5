package org.huiling.decision.replay;

/**
 * Why a replay does not prove a decision. Each has a message under {@code replay.<name>}.
 */
public enum ReplayDifference {

	/** The facts kept with it are not those that it saw. */
	FACTS_ALTERED,

	/** The facts kept with it cannot be read any more. */
	FACTS_UNREADABLE,

	/** The list of the policies that were known is not what it was. */
	POLICIES_ALTERED,

	/** The dictionary that was known is not kept. */
	DICTIONARY_LOST,

	/** A version of a policy is not what it was, or cannot be compiled any more. */
	VERSION_UNUSABLE,

	/** The policies do not answer the question any more. */
	NO_ANSWER,

	/** Another version answers. */
	OTHER_VERSION,

	/** The same version answers something else. */
	OTHER_ANSWER

}
