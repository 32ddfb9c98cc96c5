/**
 * Which data dictionary is in force: read from the fact files when the service starts,
 * before anybody's facts are.
 */
@ApplicationModule(displayName = "Dictionary",
		allowedDependencies = { "engine", "engine::files", "engine::problem", "facts", "facts::dictionary",
				"facts::expression", "facts::reading", "facts::record", "facts::type", "facts::words", "storage" })
@NullMarked
package org.huiling.dictionary;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
