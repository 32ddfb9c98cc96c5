/**
 * 申请人档案: reads what is known about a person, refuses what is wrong or contradicts itself
 * field by field, and keeps what was learnt about people over time, protected.
 */
@ApplicationModule(displayName = "Applicant",
		allowedDependencies = { "account", "account::keeping", "audit", "dictionary", "facts", "facts::dictionary",
				"facts::reading", "facts::record", "facts::type", "idempotency", "input", "paging", "problem",
				"protection", "spreadsheet", "storage", "table" })
@NullMarked
package org.huiling.applicant;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
