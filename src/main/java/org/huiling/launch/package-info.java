/**
 * The first class of the jar: unpacks it once and starts the service from there, which is
 * faster than from jars within a jar. It uses the JDK alone.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.huiling.launch;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
