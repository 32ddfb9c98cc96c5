/**
 * What one caller may take of the service: connections, time and room for a body before
 * they have signed in, sessions; and the end of a process that has no memory left.
 */
@ApplicationModule(displayName = "Limits", allowedDependencies = "problem")
@NullMarked
package org.huiling.limits;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
