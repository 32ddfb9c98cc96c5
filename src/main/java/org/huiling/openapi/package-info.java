/**
 * The description of the HTTP API, made of the records that are really read and written:
 * what springdoc finds, with the shapes, names and problems that it does not know of.
 */
@ApplicationModule(displayName = "API description",
		allowedDependencies = { "applicant", "applicant::answer", "dictionary", "facts", "facts::dictionary",
				"facts::type", "idempotency", "problem" })
@NullMarked
package org.huiling.openapi;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
