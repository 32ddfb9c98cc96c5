/**
 * 待办: what somebody is to look at, from whatever source, with what it proposes to do;
 * accepting it does that at once, or nothing of it.
 */
@ApplicationModule(displayName = "Task",
		allowedDependencies = { "account", "account::keeping", "applicant", "applicant::answer", "audit", "decision",
				"decision::review", "dictionary", "engine", "idempotency", "input", "paging", "payment::hold", "policy",
				"problem", "protection", "storage" })
@NullMarked
package org.huiling.task;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
