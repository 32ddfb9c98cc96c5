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
	CASEWORK(EnumSet.of(CASE_WORKER), List.of(DayStep.of("tasks", "/tasks", CASE_WORKER).alsoAbout("/tasks/{id}"),
			DayStep.of("check", "/check", CASE_WORKER),
			DayStep.of("find", "/people", CASE_WORKER).alsoAbout("/people/{id}", "/people/{id}/resident-id"),
			DayStep.of("begin", "/people/new", CASE_WORKER),
			DayStep.of("change", "/people", CASE_WORKER)
				.alsoAbout("/people/{id}/change", "/people/{id}/facts/{part}", "/people/{id}/what-if"),
			DayStep.of("decide", "/people", CASE_WORKER)
				.alsoAbout("/people/{id}/decisions", "/people/{id}/decisions/effect", "/people/{id}/assessment"),
			DayStep.of("notice", "/people", CASE_WORKER).alsoAbout("/decisions/{id}", "/decisions/{id}/notice"),
			DayStep.of("hold", "/people", CASE_WORKER).alsoAbout("/people/{id}/payments"),
			DayStep.of("note", "/people", CASE_WORKER).alsoAbout("/people/{id}/notes"),
			DayStep.of("import", "/people/import", CASE_WORKER),
			DayStep.of("crossCheck", "/cross-checks", CASE_WORKER).alsoAbout("/cross-checks/{id}"),
			DayStep.of("publicList", "/public-lists", CASE_WORKER)
				.alsoAbout("/public-lists/print", "/people/{id}/public-list"))),

	/** The policies: from a document of the government to a version in force. */
	POLICY(EnumSet.of(POLICY_EDITOR, POLICY_APPROVER), List.of(DayStep.of("read", "/policies", POLICY_EDITOR)
		.with(POLICY_APPROVER)
		.alsoAbout("/policies/{jurisdiction}/{program}/{version}", "/policies/{jurisdiction}/{program}/{version}/diff"),
			DayStep.of("draft", "/drafts", POLICY_EDITOR)
				.with(POLICY_APPROVER)
				.alsoAbout("/drafts/new", "/drafts/{id}", "/drafts/{id}/history"),
			DayStep.of("table", "/drafts", POLICY_EDITOR).with(POLICY_APPROVER).alsoAbout("/drafts/{id}/table/{*path}"),
			DayStep.of("try", "/drafts", POLICY_EDITOR).with(POLICY_APPROVER).alsoAbout("/drafts/{id}/try"),
			DayStep.of("submit", "/drafts", POLICY_EDITOR).with(POLICY_APPROVER).alsoAbout("/drafts/{id}/diff"),
			DayStep.of("project", "/projections", POLICY_EDITOR).with(POLICY_APPROVER).alsoAbout("/projections/{id}"),
			DayStep.of("facts", "/facts", POLICY_EDITOR)
				.with(POLICY_APPROVER)
				.alsoAbout("/facts/{path}", "/drafts/new-facts"),
			DayStep.of("standards", "/standards", POLICY_EDITOR)
				.with(POLICY_APPROVER)
				.alsoAbout("/drafts/new-standards"),
			DayStep.of("proposals", "/proposals", POLICY_EDITOR)
				.with(POLICY_APPROVER)
				.alsoAbout("/proposals/new-jurisdiction", "/proposals/new-program", "/payment-rules"))),

	/** The money: the run of a month, its roster, what the bank reports. */
	PAYMENTS(EnumSet.of(BATCH_OPERATOR, PAYMASTER), List.of(DayStep.of("dryRun", "/runs", BATCH_OPERATOR),
			DayStep.of("commit", "/runs", BATCH_OPERATOR).alsoAbout("/runs/{id}"),
			DayStep.of("roster", "/rosters", BATCH_OPERATOR).with(PAYMASTER),
			DayStep.of("approve", "/rosters", PAYMASTER).with(BATCH_OPERATOR).alsoAbout("/rosters/{id}"),
			DayStep.of("results", "/rosters", PAYMASTER).with(BATCH_OPERATOR).alsoAbout("/rosters/{id}/results"),
			DayStep.of("debts", "/proposals", PAYMASTER),
			DayStep.of("budget", "/projections", BATCH_OPERATOR).alsoAbout("/projections/{id}"),
			DayStep.of("report", "/tasks/report", BATCH_OPERATOR))),

	/** Who looks whether all was right. */
	AUDIT(EnumSet.of(AUDITOR),
			List.of(DayStep.of("trail", "/audit", AUDITOR),
					DayStep.of("person", "/people", AUDITOR).alsoAbout("/people/{id}/access"),
					DayStep.of("decision", "/people", AUDITOR), DayStep.of("money", "/rosters", AUDITOR),
					DayStep.of("policy", "/drafts", AUDITOR))),

	/** Who lets others in. */
	ACCOUNTS(EnumSet.of(ADMIN),
			List.of(DayStep.of("add", "/accounts/new", ADMIN),
					DayStep.of("sessions", "/sessions/all", ADMIN).alsoAbout("/sessions"),
					DayStep.of("keep", "/accounts", ADMIN).alsoAbout("/accounts/{name}")));

	@SuppressWarnings("ImmutableEnumChecker") // never changed after construction
	private final Set<Role> roles;

	@SuppressWarnings("ImmutableEnumChecker") // never changed after construction
	private final List<DayStep> steps;

	Desk(Set<Role> roles, List<DayStep> steps) {
		this.roles = roles;
		this.steps = steps;
	}

	/** The last part of its address, and of its texts' keys. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	public List<DayStep> steps() {
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
