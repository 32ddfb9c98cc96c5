/**
 * What the jar does on the command line besides serving: {@code check} judges version
 * directories with neither database nor web server, {@code assess} assesses a list of
 * people by them and {@code export} publishes them; {@code sync}, {@code recalculate},
 * {@code project} and {@code roster} call a running service over HTTP; {@code backup},
 * {@code restore}, {@code doctor} and {@code turn-keys} work on its database.
 */
@ApplicationModule(displayName = "Command line",
		allowedDependencies = { "applicant", "applicant::file", "applicant::identity", "applicant::lookupturn",
				"applicant::reading", "audit", "decision::assessment", "dictionary", "engine", "engine::comparison",
				"engine::example", "engine::files", "engine::problem", "engine::standard", "facts", "facts::dictionary",
				"facts::reading", "facts::record", "facts::type", "input", "openrules", "operation", "peoplelist",
				"policy", "problem", "protection", "spreadsheet", "storage", "table" })
@NullMarked
package org.huiling.command;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
