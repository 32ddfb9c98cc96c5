/**
 * Which policies there are and which is in force when: imports published versions, keeps
 * them unchanged, and hands the engine the policies of a jurisdiction as known at an
 * instant; takes a draft through check and approval to being published.
 */
@ApplicationModule(displayName = "Policy",
		allowedDependencies = { "account", "applicant", "applicant::answer", "audit", "dictionary", "engine",
				"engine::comparison", "engine::example", "engine::files", "engine::problem", "engine::standard",
				"facts", "facts::dictionary", "facts::expression", "facts::reading", "facts::record", "facts::revision",
				"facts::type", "facts::words", "idempotency", "input", "paging", "problem", "proposal", "storage" })
@NullMarked
package org.huiling.policy;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
