/**
 * 推演: what policies in force would come to in coming months, and what drafts would change
 * of it, for whom and at what cost, before anybody is bound by them. Writes nothing but
 * its report.
 */
@ApplicationModule(displayName = "Projection",
		allowedDependencies = { "account", "applicant", "audit", "background", "decision::assessment",
				"decision::review", "engine", "engine::problem", "facts", "facts::record", "idempotency", "input",
				"paging", "policy", "policy::drafts", "policy::trial", "problem", "storage" })
@NullMarked
package org.huiling.projection;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
