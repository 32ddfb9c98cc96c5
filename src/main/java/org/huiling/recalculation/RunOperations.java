package org.huiling.recalculation;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.decision.notice.NoticePrinter;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.problem.Refusal;
import org.huiling.recalculation.finding.ChangeSheet;
import org.huiling.recalculation.finding.FindingFilter;
import org.huiling.recalculation.finding.InBlocks;
import org.huiling.recalculation.finding.RunChange;
import org.huiling.recalculation.finding.RunFailure;
import org.huiling.recalculation.finding.RunFindings;
import org.huiling.recalculation.finding.RunReport;
import org.huiling.recalculation.finding.RunSums;
import org.huiling.recalculation.finding.RunUndecided;
import org.huiling.recalculation.run.Run;
import org.huiling.recalculation.run.RunMode;
import org.huiling.recalculation.run.RunPace;
import org.huiling.recalculation.run.RunState;
import org.huiling.recalculation.run.RunStore;
import org.huiling.storage.RecordedTime;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Runs as people see and order them; each answer as the HTTP contract has it. */
@Component
public class RunOperations {

	private static final int CONFLICT = 409;

	private final Recalculations recalculations;

	private final RunStore store;

	private final RunFindings findings;

	private final RunSums sums;

	private final RunPace pace;

	private final NoticePrinter notices;

	private final RecordedTime time;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	RunOperations(Recalculations recalculations, RunStore store, RunFindings findings, RunSums sums, RunPace pace,
			NoticePrinter notices, RecordedTime time, AuditTrail audit, PlatformTransactionManager transactions) {
		this.recalculations = recalculations;
		this.store = store;
		this.findings = findings;
		this.sums = sums;
		this.pace = pace;
		this.notices = notices;
		this.time = time;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Runs inside the caller's regions.
	 * @param paging which page
	 * @return the newest first
	 */
	public Listing<RunView> list(Paging paging) {
		List<Run> visible = this.store.all().stream().filter(this.recalculations::isVisible).toList();
		return Listing.cut(visible, paging, this::view);
	}

	/**
	 * How far a run is.
	 * @param id its id
	 * @return the run
	 * @throws Refusal 404 if there is none
	 */
	public RunView one(UUID id) {
		return view(this.recalculations.visible(id));
	}

	/**
	 * What a run comes to.
	 * @param id its id
	 * @return counts by outcome and cause, money by program and region
	 * @throws Refusal 404 if there is none
	 */
	public RunReport report(UUID id) {
		return this.sums.of(this.recalculations.visible(id).id());
	}

	/**
	 * What changes in months after the run's last, which is in no money of its report.
	 * @param id its id
	 * @return by currency
	 * @throws Refusal 404 if there is none
	 */
	public List<RunSums.LaterChanges> later(UUID id) {
		return this.sums.later(this.recalculations.visible(id).id());
	}

	/**
	 * How many tasks its undecided are, or would be if it decided anything: one for each
	 * person and program, of which some may stand on the list already.
	 * @param id its id
	 * @return none if everything could be decided
	 * @throws Refusal 404 if there is none
	 */
	public long tasks(UUID id) {
		return this.findings.tasks(this.recalculations.visible(id).id());
	}

	/**
	 * What differs; reading it is recorded.
	 * @param id of the run
	 * @param filter of which program, reason and region
	 * @param paging which page
	 * @return changes, before and after
	 * @throws Refusal 404 if there is no such run
	 */
	public Listing<RunChange> changes(UUID id, FindingFilter filter, Paging paging) {
		Run run = this.recalculations.visible(id);
		return noted(run, AuditAction.RECALCULATION_CHANGES_READ, RunChange::applicantId,
				this.findings.changes(run.id(), filter, paging));
	}

	/**
	 * Who could not be reviewed, and why; reading it is recorded.
	 * @param id of the run
	 * @param filter of which region
	 * @param paging which page
	 * @return people by id
	 * @throws Refusal 404 if there is no such run
	 */
	public Listing<RunFailure> failures(UUID id, FindingFilter filter, Paging paging) {
		Run run = this.recalculations.visible(id);
		return noted(run, AuditAction.RECALCULATION_FAILURES_READ, RunFailure::applicantId,
				this.findings.failures(run.id(), filter, paging));
	}

	/**
	 * What cannot be decided before a field is known; reading it is recorded.
	 * @param id of the run
	 * @param filter of which program and region
	 * @param paging which page
	 * @return people by id, with the missing fields
	 * @throws Refusal 404 if there is no such run
	 */
	public Listing<RunUndecided> undecided(UUID id, FindingFilter filter, Paging paging) {
		Run run = this.recalculations.visible(id);
		return noted(run, AuditAction.RECALCULATION_UNDECIDED_READ, RunUndecided::applicantId,
				this.findings.undecided(run.id(), filter, paging));
	}

	/**
	 * Everything that differs as csv; reading it is recorded.
	 * @param id of the run
	 * @param program a program's id, null for all
	 * @return writes it
	 * @throws Refusal 404 if there is no such run
	 */
	public StreamingResponseBody allChanges(UUID id, @Nullable String program) {
		InBlocks<RunChange> changes = allChanges(id, FindingFilter.of(program), "csv");
		return (out) -> ChangeSheet.write((taker) -> changes.forEach((block) -> block.forEach(taker)), out);
	}

	/**
	 * Everything that differs, for a file; that somebody has it is recorded at once.
	 * @param id of the run
	 * @param filter of which program, reason and region
	 * @param format of the file
	 * @return reads them when they are written
	 * @throws Refusal 404 if there is no such run
	 */
	public InBlocks<RunChange> allChanges(UUID id, FindingFilter filter, String format) {
		Run run = noted(id, AuditAction.RECALCULATION_CHANGES_READ, filter, format);
		return (taker) -> this.findings.allChanges(run.id(), filter, taker);
	}

	/**
	 * Everybody who could not be reviewed, for a file; that somebody has it is recorded
	 * at once.
	 * @param id of the run
	 * @param filter of which region
	 * @param format of the file
	 * @return reads them when they are written
	 * @throws Refusal 404 if there is no such run
	 */
	public InBlocks<RunFailure> allFailures(UUID id, FindingFilter filter, String format) {
		Run run = noted(id, AuditAction.RECALCULATION_FAILURES_READ, filter, format);
		return (taker) -> this.findings.allFailures(run.id(), filter, taker);
	}

	/**
	 * Everything that could not be decided, for a file; that somebody has it is recorded
	 * at once.
	 * @param id of the run
	 * @param filter of which program and region
	 * @param format of the file
	 * @return reads them when they are written
	 * @throws Refusal 404 if there is no such run
	 */
	public InBlocks<RunUndecided> allUndecided(UUID id, FindingFilter filter, String format) {
		Run run = noted(id, AuditAction.RECALCULATION_UNDECIDED_READ, filter, format);
		return (taker) -> this.findings.allUndecided(run.id(), filter, taker);
	}

	/** Notes that somebody has a file of a run's people. */
	private Run noted(UUID id, AuditAction action, FindingFilter filter, String format) {
		Run run = this.recalculations.visible(id);
		Map<String, String> details = new TreeMap<>(Map.of("format", format));
		if (filter.program() != null) {
			details.put("program", filter.program());
		}
		if (filter.because() != null) {
			details.put("because", filter.because());
		}
		if (filter.region() != null) {
			details.put("region", filter.region());
		}
		this.transaction.executeWithoutResult((status) -> this.audit.record(action, run.id().toString(), details));
		return run;
	}

	/**
	 * Whether a run decided anything that there are notices of.
	 * @param id of the run
	 * @return false for a dry run, and where nobody's benefit changed or ended
	 * @throws Refusal 404 if there is no such run
	 */
	public boolean hasNotices(UUID id) {
		Run run = this.recalculations.visible(id);
		return run.mode() == RunMode.COMMIT && !this.findings.toNotify(run.id(), List.of()).isEmpty();
	}

	/**
	 * The notices of everybody whose benefit changed or ended, as one page to print;
	 * printing them is recorded.
	 * @param id of the run
	 * @param locale in whose words
	 * @return writes it
	 * @throws Refusal 404 if there is no such run, 409 if it decides nothing
	 */
	public StreamingResponseBody notices(UUID id, Locale locale) {
		Run run = this.recalculations.visible(id);
		if (run.mode() != RunMode.COMMIT) {
			throw new Refusal(CONFLICT, "RUN_DECIDES_NOTHING");
		}
		Instant knownAt = this.time.settled();
		this.transaction.executeWithoutResult(
				(status) -> this.audit.record(AuditAction.NOTICES_PRINTED, run.id().toString(), Map.of()));
		return (out) -> this.notices.print(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
				run.id().toString(), locale, knownAt, (after) -> this.findings.toNotify(run.id(), after));
	}

	/** Notes who is on a page before it is shown. */
	private <T> Listing<T> noted(Run run, AuditAction action, Function<T, UUID> person, Listing<T> page) {
		List<UUID> people = page.items().stream().map(person).toList();
		this.transaction.executeWithoutResult(
				(status) -> this.audit.recordOf(action, run.id().toString(), Map.of("page", page.page()), people));
		return page;
	}

	/**
	 * The dry run that came before a run over the same: of the same jurisdiction, months
	 * and programs, over the same people.
	 * @param asked the run, as it would be ordered
	 * @return the last completed one that the caller may see, empty if there is none
	 */
	public Optional<RunView> dryRunBefore(RunBody asked) {
		return this.store.all()
			.stream()
			.filter((run) -> run.mode() == RunMode.DRY_RUN && run.state() == RunState.COMPLETED && asked.isOver(run)
					&& this.recalculations.isVisible(run))
			.findFirst()
			.map(this::view);
	}

	/**
	 * Orders a run.
	 * @param asked which
	 * @return the run; it begins at once
	 * @throws org.huiling.problem.InvalidInput 422 naming the field
	 * @throws Refusal 403, 409 {@code RUN_OVERLAPS}
	 */
	public RunView order(RunBody asked) {
		return view(Objects.requireNonNull(this.transaction.execute((status) -> this.recalculations.order(asked))));
	}

	/**
	 * Asks a run to stop.
	 * @param id its id
	 * @return the run
	 * @throws Refusal 404, 409 if it is not under way
	 */
	public RunView stop(UUID id) {
		return view(this.recalculations.stop(id));
	}

	/**
	 * Lets a run go on from where it was.
	 * @param id its id
	 * @return the run
	 * @throws Refusal 404, 409 if it neither stopped nor failed
	 */
	public RunView restart(UUID id) {
		return view(this.recalculations.restart(id));
	}

	private RunView view(Run run) {
		return RunView.of(run, this.pace);
	}

}
