package org.huiling.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.huiling.account.Role;

/**
 * Where somebody may go: an entry of the menu, and a card on the first page. A new page
 * gets a line here and its texts {@code place.<key>} and {@code place.<key>.about}.
 *
 * @param key the last part of its texts' keys
 * @param path where it is
 * @param roles one of which is needed
 */
public record Place(String key, String path, Set<Role> roles) {

	private static final List<Place> ALL = List.of(of("tasks", "/tasks", Role.CASE_WORKER, Role.AUDITOR),
			of("crossChecks", "/cross-checks", Role.CASE_WORKER, Role.AUDITOR), of("check", "/check", Role.CASE_WORKER),
			of("people", "/people", Role.CASE_WORKER, Role.AUDITOR), of("import", "/people/import", Role.CASE_WORKER),
			of("publicLists", "/public-lists", Role.CASE_WORKER, Role.BATCH_OPERATOR, Role.AUDITOR),
			of("policies", "/policies", Role.CASE_WORKER, Role.POLICY_EDITOR, Role.POLICY_APPROVER, Role.AUDITOR),
			of("facts", "/facts", Role.POLICY_EDITOR, Role.POLICY_APPROVER, Role.AUDITOR),
			of("standards", "/standards", Role.CASE_WORKER, Role.POLICY_EDITOR, Role.POLICY_APPROVER, Role.AUDITOR),
			of("drafts", "/drafts", Role.POLICY_EDITOR, Role.POLICY_APPROVER, Role.AUDITOR),
			of("proposals", "/proposals", Role.POLICY_EDITOR, Role.POLICY_APPROVER, Role.PAYMASTER, Role.AUDITOR),
			of("paymentRules", "/payment-rules", Role.POLICY_EDITOR, Role.POLICY_APPROVER, Role.BATCH_OPERATOR,
					Role.PAYMASTER, Role.AUDITOR),
			of("projections", "/projections", Role.POLICY_EDITOR, Role.POLICY_APPROVER, Role.BATCH_OPERATOR,
					Role.CASE_WORKER, Role.AUDITOR),
			of("taskReport", "/tasks/report", Role.BATCH_OPERATOR),
			of("runs", "/runs", Role.BATCH_OPERATOR, Role.AUDITOR),
			of("rosters", "/rosters", Role.BATCH_OPERATOR, Role.PAYMASTER, Role.AUDITOR),
			of("audit", "/audit", Role.AUDITOR), of("accounts", "/accounts", Role.ADMIN, Role.AUDITOR));

	public Place {
		roles = Set.copyOf(roles);
	}

	private static Place of(String key, String path, Role first, Role... others) {
		return new Place(key, path, EnumSet.of(first, others));
	}

	/**
	 * Where somebody may go.
	 * @param roles theirs
	 * @return in the order of the menu
	 */
	static List<Place> openTo(Set<Role> roles) {
		return ALL.stream().filter((place) -> place.roles.stream().anyMatch(roles::contains)).toList();
	}

	/**
	 * Whether a page lies at or below this place.
	 * @param at the path of the page
	 * @return true if the menu marks it
	 */
	public boolean holds(String at) {
		return at.equals(this.path) || (at.startsWith(this.path + "/") && ALL.stream()
			.noneMatch((place) -> place.path.length() > this.path.length() && at.startsWith(place.path)));
	}

}
