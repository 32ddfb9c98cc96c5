/**
 * 补发追缴与发放名册: what is paid in a month, and how what was paid comes to what was decided.
 */
@ApplicationModule(displayName = "Payment",
		allowedDependencies = { "account", "applicant", "applicant::identity", "audit", "decision", "decision::decided",
				"decision::review", "engine", "facts", "idempotency", "input", "paging", "policy", "problem",
				"proposal", "protection", "spreadsheet", "storage", "table" })
@NullMarked
package org.huiling.payment;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
