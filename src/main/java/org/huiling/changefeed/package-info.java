/**
 * 变更流: what was decided, published and paid, in the order in which it happened, for other
 * systems that follow along. Names things by their ids and nobody.
 */
@ApplicationModule(displayName = "Change feed",
		allowedDependencies = { "account", "applicant", "engine", "policy", "problem", "storage" })
@NullMarked
package org.huiling.changefeed;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
