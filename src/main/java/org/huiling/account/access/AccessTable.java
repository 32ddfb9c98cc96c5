package org.huiling.account.access;

import java.util.List;
import java.util.stream.Stream;

import org.huiling.account.CurrentUser;

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
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

/**
 * Which end point is open to whom. What does not stand here is open to nobody. Regions
 * are no matter of this table: queries keep to them, and {@link CurrentUser} refuses.
 */
public final class AccessTable {

	/** The first line that fits counts. */
	static final List<AccessRule> RULES = List.of(
			// the description of the API holds nothing that its source does not
			anybody(GET, "/v3/api-docs/**"), anybody(GET, "/v3/api-docs.yaml"), anybody(GET, "/swagger-ui.html"),
			anybody(GET, "/swagger-ui/**"),

			// the status to anybody, its details to the roles in application.yaml
			anybody(GET, "/actuator/health/**"), roles(GET, "/actuator", ADMIN, AUDITOR),
			roles(GET, "/actuator/prometheus", ADMIN, AUDITOR),

			// where a service is set to publish its rules
			anybody(GET, "/api/v1/open/policies"), anybody(GET, "/api/v1/open/policies/{jurisdiction}/{program}"),

			signedIn(GET, "/api/v1/jurisdictions"), signedIn(GET, "/api/v1/programs"),
			signedIn(GET, "/api/v1/policies"), signedIn(GET, "/api/v1/policies/{jurisdiction}/{program}/{version}"),
			signedIn(GET, "/api/v1/policies/{jurisdiction}/{program}/{version}/files/{*path}"),

			signedIn(GET, "/api/v1/facts"), signedIn(GET, "/api/v1/facts/{path}"),
			signedIn(GET, "/api/v1/facts/files/{name}"), signedIn(GET, "/api/v1/facts/export"),
			signedIn(GET, "/api/v1/standards"), signedIn(GET, "/api/v1/standards/{jurisdiction}/file"),
			signedIn(GET, "/api/v1/policies/{jurisdiction}/{program}/{version}/diff"),
			signedIn(GET, "/api/v1/policies/{jurisdiction}/{program}/{version}/export"),

			roles(POST, "/api/v1/jurisdictions", POLICY_EDITOR, POLICY_APPROVER),
			roles(PUT, "/api/v1/jurisdictions/{jurisdiction}", POLICY_EDITOR, POLICY_APPROVER),
			roles(POST, "/api/v1/jurisdictions/{jurisdiction}/programs", POLICY_EDITOR, POLICY_APPROVER),
			roles(PUT, "/api/v1/jurisdictions/{jurisdiction}/programs/{program}", POLICY_EDITOR, POLICY_APPROVER),
			roles(POST, "/api/v1/policies/{jurisdiction}/{program}/{version}/withdraw", POLICY_APPROVER),

			roles(GET, "/api/v1/drafts", POLICY_EDITOR, POLICY_APPROVER, AUDITOR),
			roles(POST, "/api/v1/drafts", POLICY_EDITOR),
			roles(GET, "/api/v1/drafts/{id}", POLICY_EDITOR, POLICY_APPROVER, AUDITOR),
			roles(GET, "/api/v1/drafts/{id}/diff", POLICY_EDITOR, POLICY_APPROVER, AUDITOR),
			roles(GET, "/api/v1/drafts/{id}/files/{*path}", POLICY_EDITOR, POLICY_APPROVER, AUDITOR),
			roles(PUT, "/api/v1/drafts/{id}/files/{*path}", POLICY_EDITOR),
			roles(DELETE, "/api/v1/drafts/{id}/files/{*path}", POLICY_EDITOR),
			roles(PUT, "/api/v1/drafts/{id}/needs", POLICY_EDITOR),
			roles(POST, "/api/v1/drafts/{id}/check", POLICY_EDITOR, POLICY_APPROVER),
			roles(POST, "/api/v1/drafts/{id}/submit", POLICY_EDITOR),
			roles(POST, "/api/v1/drafts/{id}/discard", POLICY_EDITOR, POLICY_APPROVER),
			roles(POST, "/api/v1/drafts/{id}/approve", POLICY_APPROVER),
			roles(POST, "/api/v1/drafts/{id}/reject", POLICY_APPROVER),
			roles(POST, "/api/v1/drafts/{id}/publish", POLICY_APPROVER),

			roles(POST, "/api/v1/assessments", CASE_WORKER),

			roles(GET, "/api/v1/applicants", CASE_WORKER, AUDITOR), roles(POST, "/api/v1/applicants", CASE_WORKER),
			roles(POST, "/api/v1/applicants/import", CASE_WORKER),
			roles(GET, "/api/v1/applicants/import/template", CASE_WORKER),
			roles(GET, "/api/v1/applicants/import/{id}/refused", CASE_WORKER),
			roles(GET, "/api/v1/applicants/import/{id}/changes", CASE_WORKER),
			roles(GET, "/api/v1/applicants/{id}", CASE_WORKER, AUDITOR),
			roles(DELETE, "/api/v1/applicants/{id}", CASE_WORKER),
			roles(GET, "/api/v1/applicants/{id}/records", CASE_WORKER, AUDITOR),
			roles(PUT, "/api/v1/applicants/{id}/records", CASE_WORKER),
			roles(POST, "/api/v1/applicants/{id}/merge", CASE_WORKER),
			roles(GET, "/api/v1/applicants/{id}/access", CASE_WORKER, AUDITOR),
			roles(GET, "/api/v1/applicants/{id}/export", CASE_WORKER, AUDITOR),
			roles(GET, "/api/v1/applicants/{id}/notes", CASE_WORKER, AUDITOR),
			roles(POST, "/api/v1/applicants/{id}/notes", CASE_WORKER),
			roles(POST, "/api/v1/applicants/{id}/notes/{note}/strike", CASE_WORKER),

			roles(POST, "/api/v1/applicants/{id}/decisions", CASE_WORKER),
			roles(GET, "/api/v1/applicants/{id}/decisions", CASE_WORKER, AUDITOR),
			roles(GET, "/api/v1/decisions", CASE_WORKER, BATCH_OPERATOR, POLICY_APPROVER, AUDITOR),
			roles(GET, "/api/v1/decisions/{id}", CASE_WORKER, AUDITOR),
			roles(GET, "/api/v1/decisions/{id}/notice", CASE_WORKER, AUDITOR),
			roles(POST, "/api/v1/decisions/{id}/replay", CASE_WORKER, AUDITOR),
			roles(POST, "/api/v1/decisions/{id}/revoke", CASE_WORKER),
			roles(POST, "/api/v1/decisions/{id}/objections", CASE_WORKER),
			roles(POST, "/api/v1/decisions/{id}/objections/{objection}/outcome", CASE_WORKER),

			roles(POST, "/api/v1/applicants/{id}/payment-holds", CASE_WORKER, BATCH_OPERATOR),
			roles(GET, "/api/v1/applicants/{id}/payment-holds", CASE_WORKER, BATCH_OPERATOR, PAYMASTER, AUDITOR),
			roles(POST, "/api/v1/applicants/{id}/payment-holds/{hold}/release", CASE_WORKER, BATCH_OPERATOR),

			roles(POST, "/api/v1/cross-checks", CASE_WORKER), roles(GET, "/api/v1/cross-checks", CASE_WORKER, AUDITOR),
			roles(GET, "/api/v1/cross-checks/{id}", CASE_WORKER, AUDITOR),
			roles(GET, "/api/v1/cross-checks/{id}/lines", CASE_WORKER, AUDITOR),
			roles(POST, "/api/v1/cross-checks/{id}/stop", CASE_WORKER),
			roles(POST, "/api/v1/cross-checks/{id}/restart", CASE_WORKER),

			roles(GET, "/api/v1/tasks", CASE_WORKER, AUDITOR),
			roles(GET, "/api/v1/tasks/report", CASE_WORKER, BATCH_OPERATOR, AUDITOR),
			roles(POST, "/api/v1/tasks/{id}/accept", CASE_WORKER),
			roles(POST, "/api/v1/tasks/{id}/dismiss", CASE_WORKER), roles(PATCH, "/api/v1/tasks/{id}", CASE_WORKER),

			roles(GET, "/api/v1/public-lists", CASE_WORKER, BATCH_OPERATOR, AUDITOR),
			roles(GET, "/api/v1/applicants/{id}/public-list", CASE_WORKER, AUDITOR),
			roles(PUT, "/api/v1/applicants/{id}/public-list", CASE_WORKER),

			roles(POST, "/api/v1/recalculations", BATCH_OPERATOR),
			roles(GET, "/api/v1/recalculations", BATCH_OPERATOR, AUDITOR),
			roles(GET, "/api/v1/recalculations/{id}", BATCH_OPERATOR, AUDITOR),
			roles(GET, "/api/v1/recalculations/{id}/report", BATCH_OPERATOR, AUDITOR),
			roles(GET, "/api/v1/recalculations/{id}/changes", BATCH_OPERATOR, AUDITOR),
			roles(GET, "/api/v1/recalculations/{id}/failures", BATCH_OPERATOR, AUDITOR),
			roles(GET, "/api/v1/recalculations/{id}/notices", BATCH_OPERATOR, AUDITOR),
			roles(GET, "/api/v1/recalculations/{id}/undecided", BATCH_OPERATOR, AUDITOR),
			roles(POST, "/api/v1/recalculations/{id}/stop", BATCH_OPERATOR),
			roles(POST, "/api/v1/recalculations/{id}/restart", BATCH_OPERATOR),

			// who sees whom is a matter of roles and regions besides
			roles(POST, "/api/v1/projections", POLICY_EDITOR, POLICY_APPROVER, BATCH_OPERATOR),
			roles(GET, "/api/v1/projections", POLICY_EDITOR, POLICY_APPROVER, BATCH_OPERATOR, CASE_WORKER, AUDITOR),
			roles(GET, "/api/v1/projections/{id}", POLICY_EDITOR, POLICY_APPROVER, BATCH_OPERATOR, CASE_WORKER,
					AUDITOR),
			roles(GET, "/api/v1/projections/{id}/people", CASE_WORKER, AUDITOR),
			roles(POST, "/api/v1/projections/{id}/stop", POLICY_EDITOR, POLICY_APPROVER, BATCH_OPERATOR),
			roles(POST, "/api/v1/projections/{id}/restart", POLICY_EDITOR, POLICY_APPROVER, BATCH_OPERATOR),

			roles(POST, "/api/v1/rosters", BATCH_OPERATOR),
			roles(GET, "/api/v1/rosters", BATCH_OPERATOR, PAYMASTER, AUDITOR),
			roles(GET, "/api/v1/rosters/forecast", BATCH_OPERATOR, PAYMASTER, AUDITOR),
			roles(GET, "/api/v1/jurisdictions/{jurisdiction}/payment-rules", POLICY_EDITOR, POLICY_APPROVER,
					BATCH_OPERATOR, PAYMASTER, AUDITOR),
			roles(PUT, "/api/v1/jurisdictions/{jurisdiction}/payment-rules", POLICY_EDITOR, POLICY_APPROVER),
			roles(GET, "/api/v1/rosters/{id}", BATCH_OPERATOR, PAYMASTER, AUDITOR),
			roles(GET, "/api/v1/rosters/{id}/lines", BATCH_OPERATOR, PAYMASTER, AUDITOR),
			roles(GET, "/api/v1/rosters/{id}/transfers", BATCH_OPERATOR, PAYMASTER, AUDITOR),
			roles(GET, "/api/v1/rosters/{id}/open", BATCH_OPERATOR, PAYMASTER, AUDITOR),
			roles(GET, "/api/v1/rosters/{id}/in-kind", BATCH_OPERATOR, PAYMASTER, AUDITOR),
			roles(GET, "/api/v1/rosters/{id}/flags", BATCH_OPERATOR, PAYMASTER, AUDITOR),
			roles(POST, "/api/v1/rosters/{id}/approve", PAYMASTER),
			roles(POST, "/api/v1/rosters/{id}/discard", BATCH_OPERATOR, PAYMASTER),
			roles(POST, "/api/v1/rosters/{id}/results", PAYMASTER),
			roles(POST, "/api/v1/rosters/{id}/lines/{line}/contra", PAYMASTER),
			roles(POST, "/api/v1/settlements", PAYMASTER), roles(POST, "/api/v1/settlements/{id}/contra", PAYMASTER),
			roles(GET, "/api/v1/applicants/{id}/settlements", CASE_WORKER, PAYMASTER, AUDITOR),

			signedIn(GET, "/api/v1/accounts/me"), signedIn(PUT, "/api/v1/accounts/me/password"),
			roles(GET, "/api/v1/accounts", ADMIN, AUDITOR), roles(GET, "/api/v1/accounts/{name}", ADMIN, AUDITOR),
			roles(POST, "/api/v1/accounts", ADMIN), roles(PATCH, "/api/v1/accounts/{name}", ADMIN),

			// an action's own roles and its region are looked at as well
			roles(GET, "/api/v1/proposals", POLICY_EDITOR, POLICY_APPROVER, PAYMASTER, AUDITOR),
			roles(GET, "/api/v1/proposals/{id}", POLICY_EDITOR, POLICY_APPROVER, PAYMASTER, AUDITOR),
			roles(POST, "/api/v1/proposals/{id}/confirm", POLICY_APPROVER, PAYMASTER),
			roles(POST, "/api/v1/proposals/{id}/reject", POLICY_APPROVER, PAYMASTER),
			roles(POST, "/api/v1/proposals/{id}/withdraw", POLICY_EDITOR, POLICY_APPROVER, PAYMASTER),

			roles(GET, "/api/v1/events", CASE_WORKER, POLICY_EDITOR, POLICY_APPROVER, BATCH_OPERATOR, PAYMASTER,
					AUDITOR),
			roles(GET, "/api/v1/audit-events", AUDITOR), roles(GET, "/api/v1/audit-events/verification", AUDITOR));

	private AccessTable() {
	}

	/** Every rule: those of the API, then those of the pages. */
	public static List<AccessRule> all() {
		return Stream.concat(RULES.stream(), PageAccess.RULES.stream()).toList();
	}

}
