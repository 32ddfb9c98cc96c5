/**
 * Which policies there are and which is in force when: imports published versions, keeps
 * them unchanged, and hands the engine the policies of a jurisdiction as known at an
 * instant.
 */
@ApplicationModule(displayName = "Policy", allowedDependencies = { "audit", "engine", "problem", "paging" })
@NullMarked
package org.huiling.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
