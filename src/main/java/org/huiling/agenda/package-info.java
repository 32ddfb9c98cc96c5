/**
 * 定期查看: what becomes due by itself, by the days on people's files and by what was
 * decided, comes onto the list of tasks once, and leaves it when its reason is gone.
 */
@ApplicationModule(displayName = "Agenda",
		allowedDependencies = { "applicant", "background", "decision::decided", "decision::notice", "engine", "facts",
				"payment", "policy", "problem", "recalculation::finding", "storage", "task" })
@NullMarked
package org.huiling.agenda;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
