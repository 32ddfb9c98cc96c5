/**
 * 名单: lists of people outside the register: each line read by the dictionary, assessed by
 * a book of policies as the body of a request of its own, and written as rows or JSON. Of
 * the command line, and of whatever spreads a list over many machines.
 */
@ApplicationModule(displayName = "Lists of people",
		allowedDependencies = { "applicant", "applicant::file", "applicant::identity", "applicant::reading",
				"decision::assessment", "dictionary", "engine", "engine::comparison", "engine::reason", "facts",
				"facts::dictionary", "facts::reading", "facts::record", "problem", "spreadsheet", "table" })
@NullMarked
package org.huiling.peoplelist;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
