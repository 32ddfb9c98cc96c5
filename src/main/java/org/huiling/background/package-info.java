/**
 * Work that the service does by itself, again and again, beside what it is asked.
 */
@ApplicationModule(displayName = "Background", allowedDependencies = {})
@NullMarked
package org.huiling.background;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
