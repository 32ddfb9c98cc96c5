/**
 * The first class of the jar: unpacks it once and starts the service from there, with an
 * archive of its classes, so that it is up in seconds. It uses the JDK alone.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.huiling.launch;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
