/**
 * Input as it arrives from outside: JSON read strictly, and its fields taken one by one
 * with every error collected under its full path. Knows nothing of the domain.
 */
@ApplicationModule(displayName = "Input", allowedDependencies = "problem")
@NullMarked
package org.huiling.input;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
