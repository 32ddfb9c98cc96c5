/**
 * Pages for people, one package for each kind of user. Holds no rule of the domain:
 * whatever a page does goes through the same services as the API.
 */
@ApplicationModule(displayName = "Pages",
		allowedDependencies = { "account", "account::keeping", "account::session", "applicant", "applicant::answer",
				"applicant::identity", "applicant::reading", "audit", "crosscheck", "decision", "decision::assessment",
				"decision::decided", "decision::notice", "decision::remedy", "decision::replay", "dictionary", "engine",
				"engine::comparison", "engine::example", "engine::files", "engine::problem", "engine::reason",
				"engine::standard", "facts", "facts::dictionary", "facts::expression", "facts::reading",
				"facts::record", "facts::type", "idempotency", "input", "paging", "payment", "payment::contra",
				"payment::hold", "payment::person", "payment::result", "payment::roster", "payment::rule",
				"payment::settlement", "policy", "policy::comparison", "policy::dictionary", "policy::draft",
				"policy::drafts", "policy::factfiles", "policy::owner", "policy::published", "policy::standards",
				"policy::trial", "problem", "projection", "projection::report", "proposal", "publiclist",
				"recalculation", "recalculation::finding", "recalculation::run", "spreadsheet", "task" })
@NullMarked
package org.huiling.web;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
