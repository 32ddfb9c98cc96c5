package org.huiling.web.help;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.huiling.account.Role;

import org.springframework.http.server.PathContainer;

import static org.huiling.account.Role.ADMIN;
import static org.huiling.account.Role.AUDITOR;
import static org.huiling.account.Role.BATCH_OPERATOR;
import static org.huiling.account.Role.CASE_WORKER;
import static org.huiling.account.Role.PAYMASTER;
import static org.huiling.account.Role.POLICY_APPROVER;
import static org.huiling.account.Role.POLICY_EDITOR;

/**
 * A desk and its day, step by step. A new step gets a line here and its two texts in
 * {@code messages/help}.
 */
public enum Desk {

	/** The counter: people, tasks, decisions, notices. */
	CASEWORK(EnumSet.of(CASE_WORKER), List.of(Step.of("tasks", "/tasks", CASE_WORKER).alsoAbout("/tasks/{id}"),
			Step.of("check", "/check", CASE_WORKER),
			Step.of("find", "/people", CASE_WORKER).alsoAbout("/people/{id}", "/people/{id}/resident-id"),
			Step.of("begin", "/people/new", CASE_WORKER),
			Step.of("change", "/people", CASE_WORKER)
				.alsoAbout("/people/{id}/change", "/people/{id}/facts/{part}", "/people/{id}/what-if"),
			Step.of("decide", "/people", CASE_WORKER)
				.alsoAbout("/people/{id}/decisions", "/people/{id}/decisions/effect", "/people/{id}/assessment"),
			Step.of("notice", "/people", CASE_WORKER).alsoAbout("/decisions/{id}", "/decisions/{id}/notice"),
			Step.of("hold", "/people", CASE_WORKER).alsoAbout("/people/{id}/payments"),
			Step.of("note", "/people", CASE_WORKER).alsoAbout("/people/{id}/notes"),
			Step.of("import", "/people/import", CASE_WORKER),
			Step.of("crossCheck", "/cross-checks", CASE_WORKER).alsoAbout("/cross-checks/{id}"),
			Step.of("publicList", "/public-lists", CASE_WORKER)
				.alsoAbout("/public-lists/print", "/people/{id}/public-list"))),

	/** The policies: from a document of the government to a version in force. */
	POLICY(EnumSet.of(POLICY_EDITOR, POLICY_APPROVER), List.of(Step.of("read", "/policies", POLICY_EDITOR)
		.with(POLICY_APPROVER)
		.alsoAbout("/policies/{jurisdiction}/{program}/{version}", "/policies/{jurisdiction}/{program}/{version}/diff"),
			Step.of("draft", "/drafts", POLICY_EDITOR)
				.with(POLICY_APPROVER)
				.alsoAbout("/drafts/new", "/drafts/{id}", "/drafts/{id}/history"),
			Step.of("table", "/drafts", POLICY_EDITOR).with(POLICY_APPROVER).alsoAbout("/drafts/{id}/table/{*path}"),
			Step.of("try", "/drafts", POLICY_EDITOR).with(POLICY_APPROVER).alsoAbout("/drafts/{id}/try"),
			Step.of("submit", "/drafts", POLICY_EDITOR).with(POLICY_APPROVER).alsoAbout("/drafts/{id}/diff"),
			Step.of("project", "/projections", POLICY_EDITOR).with(POLICY_APPROVER).alsoAbout("/projections/{id}"),
			Step.of("facts", "/facts", POLICY_EDITOR)
				.with(POLICY_APPROVER)
				.alsoAbout("/facts/{path}", "/drafts/new-facts"),
			Step.of("standards", "/standards", POLICY_EDITOR).with(POLICY_APPROVER).alsoAbout("/drafts/new-standards"),
			Step.of("proposals", "/proposals", POLICY_EDITOR)
				.with(POLICY_APPROVER)
				.alsoAbout("/proposals/new-jurisdiction", "/proposals/new-program", "/payment-rules"))),

	/** The money: the run of a month, its roster, what the bank reports. */
	PAYMENTS(EnumSet.of(BATCH_OPERATOR, PAYMASTER),
			List.of(Step.of("dryRun", "/runs", BATCH_OPERATOR),
					Step.of("commit", "/runs", BATCH_OPERATOR).alsoAbout("/runs/{id}"),
					Step.of("roster", "/rosters", BATCH_OPERATOR).with(PAYMASTER),
					Step.of("approve", "/rosters", PAYMASTER).with(BATCH_OPERATOR).alsoAbout("/rosters/{id}"),
					Step.of("results", "/rosters", PAYMASTER).with(BATCH_OPERATOR).alsoAbout("/rosters/{id}/results"),
					Step.of("debts", "/proposals", PAYMASTER),
					Step.of("budget", "/projections", BATCH_OPERATOR).alsoAbout("/projections/{id}"),
					Step.of("report", "/tasks/report", BATCH_OPERATOR))),

	/** Who looks whether all was right. */
	AUDIT(EnumSet.of(AUDITOR),
			List.of(Step.of("trail", "/audit", AUDITOR),
					Step.of("person", "/people", AUDITOR).alsoAbout("/people/{id}/access"),
					Step.of("decision", "/people", AUDITOR), Step.of("money", "/rosters", AUDITOR),
					Step.of("policy", "/drafts", AUDITOR))),

	/** Who lets others in. */
	ACCOUNTS(EnumSet.of(ADMIN),
			List.of(Step.of("add", "/accounts/new", ADMIN),
					Step.of("sessions", "/sessions/all", ADMIN).alsoAbout("/sessions"),
					Step.of("keep", "/accounts", ADMIN).alsoAbout("/accounts/{name}")));

	@SuppressWarnings("ImmutableEnumChecker") // never changed after construction
	private final Set<Role> roles;

	@SuppressWarnings("ImmutableEnumChecker") // never changed after construction
	private final List<Step> steps;

	Desk(Set<Role> roles, List<Step> steps) {
		this.roles = roles;
		this.steps = steps;
	}

	/** The last part of its address, and of its texts' keys. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	public List<Step> steps() {
		return this.steps;
	}

	public Set<Role> roles() {
		return this.roles;
	}

	/**
	 * The desk of an address.
	 * @param key the last part of it
	 * @return the desk, or nothing if there is none
	 */
	static Optional<Desk> of(String key) {
		return Arrays.stream(values()).filter((desk) -> desk.key().equals(key)).findFirst();
	}

	/**
	 * Where help about a page stands.
	 * @param page its path
	 * @param readers the roles of who asks: their own desk's step comes before another's
	 * @return the path of the help page, with its part
	 */
	public static String about(String page, Collection<Role> readers) {
		PathContainer path = PathContainer.parsePath(page);
		return Arrays.stream(values())
			.filter((desk) -> desk.isOf(readers))
			.flatMap((desk) -> desk.about(path).stream())
			.findFirst()
			.orElse("/help");
	}

	/**
	 * Of its steps about a page the one that names it most closely, and of several the
	 * first.
	 */
	private Optional<String> about(PathContainer page) {
		return this.steps.stream()
			.flatMap((step) -> step.about(page).map((pattern) -> Map.entry(pattern, step)))
			.min(Map.Entry.comparingByKey())
			.map((closest) -> "/help/" + key() + "#" + closest.getValue().key());
	}

	boolean isOf(Collection<Role> readers) {
		return this.roles.stream().anyMatch(readers::contains);
	}

}
