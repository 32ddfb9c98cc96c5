/**
 * 测算与认定: assesses what an applicant is entitled to for a period, and makes it official.
 */
@ApplicationModule(displayName = "Decision",
		allowedDependencies = { "applicant", "engine", "facts", "input", "policy", "problem" })
@NullMarked
package org.huiling.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
