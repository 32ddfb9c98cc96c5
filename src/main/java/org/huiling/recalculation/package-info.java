/**
 * 批量复核: runs that assess everybody again, compare with what stands and decide what
 * differs. A run goes on from where it was, however it ended.
 */
@ApplicationModule(displayName = "Recalculation",
		allowedDependencies = { "account", "account::keeping", "applicant", "audit", "decision", "decision::decided",
				"decision::review", "decision::notice", "engine", "facts", "idempotency", "input", "paging", "payment",
				"policy", "problem", "spreadsheet", "storage" })
@NullMarked
package org.huiling.recalculation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
