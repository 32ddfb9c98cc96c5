/**
 * 测算与认定: assesses what an applicant is entitled to for a period, and makes it official.
 */
@ApplicationModule(displayName = "Decision",
		allowedDependencies = { "account", "applicant", "applicant::identity", "applicant::reading", "audit",
				"dictionary", "engine", "engine::problem", "engine::reason", "facts", "facts::reading", "facts::record",
				"facts::words", "idempotency", "input", "paging", "policy", "problem", "storage" })
@NullMarked
package org.huiling.decision;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
