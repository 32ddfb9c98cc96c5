/**
 * 运行维护: what an operator does with the database without the service: backs it up,
 * restores it, and looks whether all is well.
 */
@ApplicationModule(displayName = "Operation", allowedDependencies = { "audit", "background", "protection", "storage" })
@NullMarked
package org.huiling.operation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
