/**
 * 比对: lists of others, such as of the dead, are matched with the register; each
 * difference becomes a task. Nothing is recorded or decided by a list itself.
 */
@ApplicationModule(displayName = "Cross-check",
		allowedDependencies = { "account", "applicant", "applicant::answer", "applicant::identity", "audit",
				"background", "decision::assessment", "decision::decided", "engine", "facts", "facts::record", "input",
				"paging", "policy", "problem", "protection", "storage", "table", "task" })
@NullMarked
package org.huiling.crosscheck;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
