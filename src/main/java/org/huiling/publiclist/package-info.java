/**
 * 公示: the lists that are put up in public, of whom a program grants something in a month,
 * with nothing on them that tells a person apart but surname and place.
 */
@ApplicationModule(displayName = "Public list",
		allowedDependencies = { "account", "applicant", "audit", "decision::decided", "engine", "facts", "idempotency",
				"input", "paging", "policy", "problem", "spreadsheet", "storage" })
@NullMarked
package org.huiling.publiclist;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
