/**
 * Errors as people and programs meet them: what is wrong with an input, field by field,
 * in both languages, as RFC 9457 problem details. Knows nothing of the domain.
 */
@ApplicationModule(displayName = "Problem", allowedDependencies = {})
@NullMarked
package org.huiling.problem;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
