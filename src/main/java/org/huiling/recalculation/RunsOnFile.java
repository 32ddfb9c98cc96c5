package org.huiling.recalculation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs as people see and order them; each answer as the HTTP contract has it. */
@Component
public class RunsOnFile {

	private final Recalculations recalculations;

	private final RunStore store;

	private final RunReport report;

	private final RunView view;

	private final AuditTrail audit;

	private final CurrentUser user;

	private final TransactionTemplate transaction;

	RunsOnFile(Recalculations recalculations, RunStore store, RunReport report, RunView view, AuditTrail audit,
			CurrentUser user, PlatformTransactionManager transactions) {
		this.recalculations = recalculations;
		this.store = store;
		this.report = report;
		this.view = view;
		this.audit = audit;
		this.user = user;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Runs inside the caller's regions.
	 * @param paging which page
	 * @return the newest first
	 */
	public Listing<ObjectNode> list(Paging paging) {
		List<Run> visible = this.store.all().stream().filter(this.recalculations::isVisible).toList();
		return Listing.cut(visible, paging, this.view::of);
	}

	/**
	 * How far a run is.
	 * @param id its id
	 * @return the run
	 * @throws org.huiling.problem.Refusal 404 if there is none
	 */
	public ObjectNode one(UUID id) {
		return this.view.of(this.recalculations.visible(id));
	}

	/**
	 * What a run comes to.
	 * @param id its id
	 * @return counts by outcome and cause, money by program and region
	 * @throws org.huiling.problem.Refusal 404 if there is none
	 */
	public ObjectNode report(UUID id) {
		return this.report.summary(this.recalculations.visible(id).id());
	}

	/**
	 * What differs; reading it is recorded.
	 * @param id of the run
	 * @param program a program's id, null for all
	 * @param paging which page
	 * @return changes, before and after
	 * @throws org.huiling.problem.Refusal 404 if there is no such run
	 */
	public Listing<ObjectNode> changes(UUID id, @Nullable String program, Paging paging) {
		Run run = this.recalculations.visible(id);
		return noted(run, AuditAction.RECALCULATION_CHANGES_READ, this.report.changes(run.id(), program, paging));
	}

	/**
	 * Who could not be reviewed, and why; reading it is recorded.
	 * @param id of the run
	 * @param paging which page
	 * @return people by id
	 * @throws org.huiling.problem.Refusal 404 if there is no such run
	 */
	public Listing<ObjectNode> failures(UUID id, Paging paging) {
		Run run = this.recalculations.visible(id);
		return noted(run, AuditAction.RECALCULATION_FAILURES_READ, this.report.failures(run.id(), paging));
	}

	/**
	 * What cannot be decided before a field is known; reading it is recorded.
	 * @param id of the run
	 * @param paging which page
	 * @return people by id, with the missing fields
	 * @throws org.huiling.problem.Refusal 404 if there is no such run
	 */
	public Listing<ObjectNode> undecided(UUID id, Paging paging) {
		Run run = this.recalculations.visible(id);
		return noted(run, AuditAction.RECALCULATION_UNDECIDED_READ, this.report.undecided(run.id(), paging));
	}

	/** A run inside the caller's regions. */
	Run visible(UUID id) {
		return this.recalculations.visible(id);
	}

	/** Notes that somebody has all changes, of whomever. */
	void noteReading(Run run, @Nullable String program) {
		this.transaction.executeWithoutResult(
				(status) -> this.audit.record(AuditAction.RECALCULATION_CHANGES_READ, run.id().toString(),
						(program != null) ? Map.of("format", "csv", "program", program) : Map.of("format", "csv")));
	}

	/** Notes who is on a page before it is shown. */
	private Listing<ObjectNode> noted(Run run, AuditAction action, Listing<ObjectNode> page) {
		List<UUID> people = page.items()
			.stream()
			.map((item) -> UUID.fromString(item.path("applicantId").asString()))
			.toList();
		this.transaction.executeWithoutResult(
				(status) -> this.audit.recordOf(action, run.id().toString(), Map.of("page", page.page()), people));
		return page;
	}

	/**
	 * Orders a run.
	 * @param body as of {@code POST /recalculations}
	 * @return its id; it begins at once
	 * @throws org.huiling.problem.InvalidInput 400 or 422 naming the field
	 * @throws org.huiling.problem.Refusal 403, 409 {@code RUN_OVERLAPS}
	 */
	public UUID order(JsonNode body) {
		this.user.requireRole(Role.BATCH_OPERATOR);
		RunBody asked = RunBody.read(body);
		return Objects.requireNonNull(this.transaction.execute((status) -> this.recalculations.order(asked))).id();
	}

	/**
	 * Asks a run to stop.
	 * @param id its id
	 * @throws org.huiling.problem.Refusal 404, 409 if it is not under way
	 */
	public void stop(UUID id) {
		this.user.requireRole(Role.BATCH_OPERATOR);
		this.recalculations.stop(id);
	}

	/**
	 * Lets a run go on from where it was.
	 * @param id its id
	 * @throws org.huiling.problem.Refusal 404, 409 if it neither stopped nor failed
	 */
	public void restart(UUID id) {
		this.user.requireRole(Role.BATCH_OPERATOR);
		this.recalculations.restart(id);
	}

}
