package org.huiling.account.access;

import java.util.List;

import static org.huiling.account.Role.ADMIN;
import static org.huiling.account.Role.AUDITOR;
import static org.huiling.account.Role.BATCH_OPERATOR;
import static org.huiling.account.Role.CASE_WORKER;
import static org.huiling.account.Role.PAYMASTER;
import static org.huiling.account.Role.POLICY_APPROVER;
import static org.huiling.account.Role.POLICY_EDITOR;
import static org.huiling.account.access.AccessRule.anybody;
import static org.huiling.account.access.AccessRule.roles;
import static org.huiling.account.access.AccessRule.signedIn;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

/** Which page is open to whom: the part of {@link AccessTable} that people see. */
final class PageAccess {

	/** The first line that fits counts. */
	static final List<AccessRule> RULES = List.of(
			// what every page looks like
			anybody(GET, "/css/**"), anybody(GET, "/js/**"), anybody(GET, "/webjars/**"), anybody(GET, "/favicon*.svg"),

			anybody(GET, "/login"), anybody(POST, "/language"), signedIn(GET, "/"), signedIn(GET, "/signed-in"),
			signedIn(POST, "/tour/end"), signedIn(GET, "/help"), signedIn(GET, "/help/{desk}"),
			signedIn(GET, "/password"), signedIn(POST, "/password"), signedIn(GET, "/sessions"),
			signedIn(POST, "/sessions/end"), signedIn(POST, "/sessions/{id}/end"),
			roles(GET, "/sessions/all", ADMIN, AUDITOR),

			roles(GET, "/check", CASE_WORKER), roles(POST, "/check", CASE_WORKER), roles(GET, "/month", CASE_WORKER),
			roles(GET, "/tasks", CASE_WORKER, AUDITOR),
			roles(GET, "/tasks/report", CASE_WORKER, BATCH_OPERATOR, AUDITOR),
			roles(GET, "/tasks/report/csv", CASE_WORKER, BATCH_OPERATOR, AUDITOR),
			roles(GET, "/tasks/{id}", CASE_WORKER, AUDITOR), roles(POST, "/tasks/{id}/accept", CASE_WORKER),
			roles(POST, "/tasks/{id}/dismiss", CASE_WORKER), roles(POST, "/tasks/{id}/plan", CASE_WORKER),
			roles(GET, "/cross-checks", CASE_WORKER, AUDITOR), roles(POST, "/cross-checks", CASE_WORKER),
			roles(GET, "/cross-checks/{id}", CASE_WORKER, AUDITOR), roles(GET, "/people", CASE_WORKER, AUDITOR),
			roles(POST, "/people", CASE_WORKER, AUDITOR), roles(GET, "/people/import", CASE_WORKER),
			roles(POST, "/people/import", CASE_WORKER), roles(GET, "/people/new", CASE_WORKER),
			roles(POST, "/people/new", CASE_WORKER), roles(GET, "/people/import/template", CASE_WORKER),
			roles(GET, "/people/import/{id}/refused", CASE_WORKER), roles(GET, "/people/{id}", CASE_WORKER, AUDITOR),
			roles(GET, "/people/{id}/access", CASE_WORKER, AUDITOR),
			roles(GET, "/people/{id}/access/csv", CASE_WORKER, AUDITOR),
			roles(GET, "/people/{id}/notes", CASE_WORKER, AUDITOR), roles(POST, "/people/{id}/notes", CASE_WORKER),
			roles(POST, "/people/{id}/notes/{note}/strike", CASE_WORKER),
			roles(GET, "/people/{id}/export", CASE_WORKER, AUDITOR), roles(POST, "/people/new/answers", CASE_WORKER),
			roles(GET, "/people/{id}/missing", CASE_WORKER), roles(GET, "/people/{id}/identity", CASE_WORKER),
			roles(POST, "/people/{id}/identity", CASE_WORKER), roles(GET, "/people/{id}/merge", CASE_WORKER),
			roles(POST, "/people/{id}/merge", CASE_WORKER), roles(POST, "/people/{id}/assessment", CASE_WORKER),
			roles(POST, "/people/{id}/decisions", CASE_WORKER),
			roles(POST, "/people/{id}/decisions/effect", CASE_WORKER), roles(GET, "/people/{id}/change", CASE_WORKER),
			roles(POST, "/people/{id}/change", CASE_WORKER), roles(GET, "/people/{id}/facts/{part}", CASE_WORKER),
			roles(POST, "/people/{id}/facts/{part}", CASE_WORKER), roles(GET, "/people/{id}/what-if", CASE_WORKER),
			roles(POST, "/people/{id}/what-if", CASE_WORKER), roles(POST, "/people/{id}/resident-id", CASE_WORKER),
			roles(GET, "/people/{id}/public-list", CASE_WORKER, AUDITOR),
			roles(POST, "/people/{id}/public-list", CASE_WORKER),
			roles(GET, "/public-lists", CASE_WORKER, BATCH_OPERATOR, AUDITOR),
			roles(GET, "/public-lists/print", CASE_WORKER, BATCH_OPERATOR, AUDITOR),
			roles(GET, "/public-lists/csv", CASE_WORKER, BATCH_OPERATOR, AUDITOR),
			roles(GET, "/people/{id}/payments", CASE_WORKER, PAYMASTER, AUDITOR),
			roles(POST, "/people/{id}/holds", CASE_WORKER), roles(POST, "/settlements/{id}/contra", PAYMASTER),
			roles(POST, "/settlements", PAYMASTER), roles(POST, "/people/{id}/holds/{hold}/release", CASE_WORKER),
			roles(GET, "/decisions/{id}/notice", CASE_WORKER, AUDITOR),
			roles(GET, "/decisions/{id}", CASE_WORKER, AUDITOR),
			roles(POST, "/decisions/{id}/replay", CASE_WORKER, AUDITOR), roles(POST, "/decisions/**", CASE_WORKER),

			roles(GET, "/policies/**", CASE_WORKER, POLICY_EDITOR, POLICY_APPROVER, BATCH_OPERATOR, PAYMASTER, AUDITOR),
			roles(POST, "/policies/{jurisdiction}/{program}/{version}/withdraw", POLICY_APPROVER),
			signedIn(GET, "/facts"), signedIn(GET, "/facts/{path}"), signedIn(GET, "/standards"),
			roles(GET, "/drafts/new", POLICY_EDITOR), roles(GET, "/drafts/new-facts", POLICY_EDITOR),
			roles(GET, "/drafts/new-standards", POLICY_EDITOR),
			roles(GET, "/drafts/**", POLICY_EDITOR, POLICY_APPROVER, AUDITOR),
			roles(POST, "/drafts/{id}/try", POLICY_EDITOR, POLICY_APPROVER, AUDITOR),
			roles(POST, "/drafts/{id}/try/form", POLICY_EDITOR, POLICY_APPROVER, AUDITOR),
			roles(POST, "/drafts/{id}/look", POLICY_EDITOR, POLICY_APPROVER),
			roles(POST, "/drafts/{id}/discard", POLICY_EDITOR, POLICY_APPROVER),
			roles(POST, "/drafts/{id}/approve", POLICY_APPROVER), roles(POST, "/drafts/{id}/reject", POLICY_APPROVER),
			roles(POST, "/drafts/{id}/publish", POLICY_APPROVER), roles(POST, "/drafts/**", POLICY_EDITOR),

			roles(GET, "/proposals", POLICY_EDITOR, POLICY_APPROVER, PAYMASTER, AUDITOR),
			roles(GET, "/proposals/new-jurisdiction", POLICY_EDITOR, POLICY_APPROVER),
			roles(POST, "/proposals/jurisdictions", POLICY_EDITOR, POLICY_APPROVER),
			roles(GET, "/proposals/new-program", POLICY_EDITOR, POLICY_APPROVER),
			roles(POST, "/proposals/programs", POLICY_EDITOR, POLICY_APPROVER),
			roles(GET, "/payment-rules", POLICY_EDITOR, POLICY_APPROVER, BATCH_OPERATOR, PAYMASTER, AUDITOR),
			roles(POST, "/payment-rules", POLICY_EDITOR, POLICY_APPROVER),
			roles(POST, "/proposals/{id}/confirm", POLICY_APPROVER, PAYMASTER),
			roles(POST, "/proposals/{id}/reject", POLICY_APPROVER, PAYMASTER),
			roles(POST, "/proposals/{id}/withdraw", POLICY_EDITOR, POLICY_APPROVER, PAYMASTER),

			roles(GET, "/projections/**", POLICY_EDITOR, POLICY_APPROVER, BATCH_OPERATOR, CASE_WORKER, AUDITOR),
			roles(POST, "/projections/**", POLICY_EDITOR, POLICY_APPROVER, BATCH_OPERATOR),

			roles(GET, "/runs/**", BATCH_OPERATOR, AUDITOR), roles(POST, "/runs/**", BATCH_OPERATOR),
			roles(GET, "/rosters/**", BATCH_OPERATOR, PAYMASTER, AUDITOR), roles(POST, "/rosters", BATCH_OPERATOR),
			roles(POST, "/rosters/forecast", BATCH_OPERATOR, PAYMASTER),
			roles(POST, "/rosters/{id}/lines", BATCH_OPERATOR, PAYMASTER, AUDITOR),
			roles(POST, "/rosters/{id}/discard", BATCH_OPERATOR, PAYMASTER), roles(POST, "/rosters/**", PAYMASTER),

			roles(GET, "/audit", AUDITOR), roles(GET, "/audit/csv", AUDITOR),
			roles(POST, "/audit/verification", AUDITOR), roles(GET, "/accounts", ADMIN, AUDITOR),
			roles(GET, "/accounts/new", ADMIN), roles(POST, "/accounts", ADMIN), roles(GET, "/accounts/{name}", ADMIN),
			roles(POST, "/accounts/{name}", ADMIN));

	private PageAccess() {
	}

}
