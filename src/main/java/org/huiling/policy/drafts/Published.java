package org.huiling.policy.drafts;

import java.util.Objects;

import org.huiling.policy.PolicyPublishing.Publication;
import org.huiling.policy.factfiles.FactPublication;
import org.jspecify.annotations.Nullable;

/**
 * What became of a draft: exactly one of both.
 *
 * @param version a version of a policy
 * @param facts a revision of the dictionary
 */
public record Published(@Nullable Publication version, @Nullable FactPublication facts) {

	/** What is answered. */
	Object answer() {
		return (this.version != null) ? this.version : Objects.requireNonNull(this.facts);
	}

}
