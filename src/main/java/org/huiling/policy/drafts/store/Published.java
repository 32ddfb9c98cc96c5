package org.huiling.policy.drafts.store;

import java.util.Objects;

import org.huiling.policy.PolicyPublishing.Publication;
import org.huiling.policy.factfiles.FactPublication;
import org.huiling.policy.standards.StandardsPublication;
import org.jspecify.annotations.Nullable;

/**
 * What became of a draft: exactly one of them.
 *
 * @param version a version of a policy
 * @param facts a revision of the dictionary
 * @param standards a revision of the standards of a jurisdiction
 */
public record Published(@Nullable Publication version, @Nullable FactPublication facts,
		@Nullable StandardsPublication standards) {

	/** What is answered. */
	public Object answer() {
		return (this.version != null) ? this.version
				: (this.facts != null) ? this.facts : Objects.requireNonNull(this.standards);
	}

}
