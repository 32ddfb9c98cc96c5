/**
 * A request that is sent again with the same {@code Idempotency-Key} is answered as the
 * first time and done once.
 */
@ApplicationModule(displayName = "Idempotency",
		allowedDependencies = { "account", "input", "problem", "protection", "storage" })
@NullMarked
package org.huiling.idempotency;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
