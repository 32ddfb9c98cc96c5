/**
 * 公开政策: what is published, for everybody and for programs of others: numbers as dated
 * series, rules as a tree and in words, worked examples. Nothing of drafts, nothing of
 * anybody.
 */
@ApplicationModule(displayName = "Open rules",
		allowedDependencies = { "applicant", "decision::notice", "dictionary", "engine", "engine::comparison",
				"engine::example", "engine::files", "engine::problem", "engine::reason", "engine::standard", "facts",
				"facts::dictionary", "facts::record", "paging", "policy", "problem" })
@NullMarked
package org.huiling.openrules;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
