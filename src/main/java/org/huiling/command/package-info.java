/**
 * What the jar does on the command line besides serving: {@code check} judges version
 * directories with neither database nor web server; {@code sync}, {@code recalculate} and
 * {@code roster} call a running service over HTTP; {@code backup}, {@code restore} and
 * {@code doctor} work on its database.
 */
@ApplicationModule(displayName = "Command line",
		allowedDependencies = { "engine", "facts", "facts :: dictionary", "applicant", "operation", "policy",
				"storage" })
@NullMarked
package org.huiling.command;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
