/**
 * Pages for people, one package for each kind of user. Holds no rule of the domain:
 * whatever a page does goes through the same services as the API.
 */
@ApplicationModule(displayName = "Pages", allowedDependencies = { "account", "account::keeping", "account::session",
		"applicant", "applicant::identity", "applicant::reading", "audit", "crosscheck", "decision",
		"decision::assessment", "decision::decided", "decision::notice", "decision::remedy", "decision::replay",
		"dictionary", "engine", "facts", "facts::dictionary", "facts::expression", "idempotency", "input", "paging",
		"policy", "policy::comparison", "policy::dictionary", "policy::drafts", "policy::factfiles", "policy::owner",
		"policy::standards", "payment", "payment::hold", "payment::settlement", "payment::contra", "payment::result",
		"payment::roster", "payment::rule", "payment::person", "problem", "projection", "proposal", "publiclist",
		"recalculation", "recalculation::finding", "recalculation::run", "spreadsheet", "task" })
@NullMarked
package org.huiling.web;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
