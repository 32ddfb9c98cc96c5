package org.huiling.task;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.account.keeping.Colleagues;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.PersonFiles;
import org.huiling.applicant.RecordBody;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.decision.Collisions;
import org.huiling.decision.review.CaseReviews;
import org.huiling.payment.hold.HoldBody;
import org.huiling.payment.hold.Holds;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** 办理待办: does what a task proposes, closes it without, or says who does it. */
@Component
public class TaskWork {

	private static final int CONFLICT = 409;

	private static final int UNPROCESSABLE = 422;

	private final TaskStore store;

	private final TaskViews views;

	private final ApplicantRegister register;

	private final PersonFiles files;

	private final Holds holds;

	private final CaseReviews reviews;

	private final Collisions collisions;

	private final AuditTrail audit;

	private final Colleagues colleagues;

	private final CurrentUser user;

	private final Clock clock;

	private final TransactionTemplate transaction;

	TaskWork(TaskStore store, TaskViews views, ApplicantRegister register, PersonFiles files, Holds holds,
			CaseReviews reviews, Collisions collisions, AuditTrail audit, Colleagues colleagues, CurrentUser user,
			Clock clock, PlatformTransactionManager transactions) {
		this.store = store;
		this.views = views;
		this.register = register;
		this.files = files;
		this.holds = holds;
		this.reviews = reviews;
		this.collisions = collisions;
		this.audit = audit;
		this.colleagues = colleagues;
		this.user = user;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Does what a task proposes: the record, the hold, and what is to be decided of the
	 * person from then on; all of it or nothing.
	 * @param id of the task
	 * @param reason why, for the record; needed where nothing is proposed
	 * @param locale the reader's
	 * @return the task, done
	 * @throws Refusal 404 if the user may not see the person, 409 if somebody closed it
	 * before, decided the same at that moment, or what is on file cannot be read
	 * @throws InvalidInput 422 if the record contradicts what is known
	 */
	public TaskView accept(UUID id, @Nullable String reason, Locale locale) {
		return accept(id, new AcceptBody(reason, null), locale);
	}

	/**
	 * The same, with how somebody was reached.
	 * @param id of the task
	 * @param asked why, and how
	 * @param locale the reader's
	 * @return the task, done
	 * @throws Refusal as above
	 * @throws InvalidInput 422 also if a verification does not say how
	 */
	public TaskView accept(UUID id, AcceptBody asked, Locale locale) {
		return accept(id, asked, locale,
				(work) -> Objects.requireNonNull(this.transaction.execute((status) -> work.get())));
	}

	/** Does it in a transaction that the caller opens. */
	<A> A accept(UUID id, AcceptBody asked, Locale locale, Function<Supplier<TaskView>, A> transaction) {
		TaskRow task = open(id, false);
		UUID applicant = task.applicant();
		if (applicant == null || task.proposes().record() == null) {
			return transaction.apply(() -> done(id, Map.of(), asked, locale));
		}
		Map<String, Integer> policies = this.reviews.policies(this.register.files(applicant), task.jurisdiction());
		return this.collisions.told(applicant, () -> transaction.apply(() -> done(id, policies, asked, locale)));
	}

	private TaskView done(UUID id, Map<String, Integer> policies, AcceptBody asked, Locale locale) {
		TaskRow task = open(id, true);
		String reason = asked.reason();
		requireContact(task, asked);
		Proposed proposes = task.proposes();
		if (proposes.equals(Proposed.NOTHING) && asked.contact() == null && (reason == null || reason.isBlank())) {
			throw new InvalidInput(UNPROCESSABLE, List.of(FieldError.of("reason", "REASON_NEEDED")));
		}
		UUID applicant = task.applicant();
		TaskView.Followed followed = (applicant != null) ? follow(task, applicant, policies, reason, locale) : null;
		this.store.close(id, TaskState.DONE);
		this.store.note(id, "ACCEPTED", reason, asked.contact());
		note(AuditAction.TASK_ACCEPTED, task);
		return view(id, locale).with(followed);
	}

	/** Whoever is verified was called or visited; nobody else is. */
	private static void requireContact(TaskRow task, AcceptBody asked) {
		boolean verification = task.kind() == TaskKind.VERIFICATION;
		if (verification != (asked.contact() != null)) {
			throw new InvalidInput(UNPROCESSABLE,
					List.of(FieldError.of("contact", verification ? "CONTACT_NEEDED" : "CONTACT_NOT_ASKED")));
		}
	}

	private TaskView.@Nullable Followed follow(TaskRow task, UUID applicant, Map<String, Integer> policies,
			@Nullable String reason, Locale locale) {
		String why = (reason != null && !reason.isBlank()) ? reason
				: this.views.of(List.of(task), Locale.SIMPLIFIED_CHINESE).get(0).because();
		LocalDate from = task.proposes().from();
		if (task.proposes().record() != null) {
			this.files.record(applicant, new RecordBody(from, task.proposes().record(), why, null), null, locale);
		}
		Proposed.Hold hold = task.proposes().hold();
		if (hold != null) {
			this.holds.hold(applicant, HoldBody.of(hold.program(), hold.from(), hold.code(), why));
		}
		if (from == null) {
			return null;
		}
		YearMonth first = YearMonth.from(from);
		YearMonth now = YearMonth.now(this.clock);
		CaseReviews.Followed decided = this.reviews.decide(this.register.files(applicant), policies, first,
				now.isBefore(first) ? first : now, why);
		return new TaskView.Followed(decided.decisions(), decided.undecided(), decided.changes());
	}

	/**
	 * What accepting a task would come to at this moment: it is done, and undone at once.
	 * @param id of the task
	 * @param locale the reader's
	 * @return what would follow; null where nothing would be decided
	 * @throws Refusal as accepting it would
	 * @throws InvalidInput likewise
	 */
	public TaskView.@Nullable Followed look(UUID id, Locale locale) {
		TaskRow task = open(id, false);
		UUID applicant = task.applicant();
		if (applicant == null || task.proposes().equals(Proposed.NOTHING)) {
			return null;
		}
		Map<String, Integer> policies = (task.proposes().record() != null)
				? this.reviews.policies(this.register.files(applicant), task.jurisdiction()) : Map.of();
		return this.collisions.told(applicant, () -> Objects.requireNonNull(this.transaction.execute((status) -> {
			status.setRollbackOnly();
			return Optional.ofNullable(follow(task, applicant, policies, null, locale));
		}))).orElse(null);
	}

	/**
	 * Closes a task without doing anything.
	 * @param id of the task
	 * @param reason why nothing is to be done
	 * @param locale the reader's
	 * @return the task, dismissed
	 * @throws Refusal 404, 409 as above
	 */
	@Transactional
	public TaskView dismiss(UUID id, String reason, Locale locale) {
		TaskRow task = open(id, true);
		this.store.close(id, TaskState.DISMISSED);
		this.store.note(id, "DISMISSED", reason, null);
		note(AuditAction.TASK_DISMISSED, task);
		return view(id, locale);
	}

	/**
	 * Who may do a task: case workers who reach whom it is about.
	 * @param id of the task, which the user sees
	 * @return accounts that may sign in, by name
	 */
	@Transactional(readOnly = true)
	public List<String> colleagues(UUID id) {
		List<String> regions = this.store.regions(id);
		return this.colleagues.with(Role.CASE_WORKER)
			.entrySet()
			.stream()
			.filter((each) -> each.getValue().isEverywhere() || regions.stream().anyMatch(each.getValue()::covers))
			.map(Map.Entry::getKey)
			.toList();
	}

	/**
	 * A task in a name that nobody answers to would be lost. Whose it is already may stay
	 * while its day is moved.
	 */
	private void requireColleague(TaskRow task, @Nullable String assignee) {
		UUID id = task.id();
		if (assignee != null && !assignee.equals(task.assignee()) && !assignee.equals(this.user.name())
				&& !colleagues(id).contains(assignee) && !this.colleagues.mayBeElsewhere(assignee)) {
			throw new InvalidInput(UNPROCESSABLE, List.of(FieldError.of("assignee", "NO_COLLEAGUE")));
		}
	}

	/**
	 * Says who does a task, and by when.
	 * @param id of the task
	 * @param body what is to be different
	 * @param locale the reader's
	 * @return the task as it is now
	 * @throws Refusal 404, 409 as above
	 * @throws InvalidInput 422 if the assignee may not do it
	 */
	@Transactional
	public TaskView plan(UUID id, PlanBody body, Locale locale) {
		TaskRow task = open(id, true);
		requireColleague(task, body.assignee());
		this.store.plan(id, body.assignee(), body.due());
		this.store.note(id, "PLANNED", null, null);
		note(AuditAction.TASK_PLANNED, task);
		return view(id, locale);
	}

	private void note(AuditAction action, TaskRow task) {
		UUID applicant = task.applicant();
		this.audit.recordOf(action, task.id().toString(), Map.of("kind", task.kind().name()),
				(applicant != null) ? List.of(applicant) : List.of());
	}

	private TaskView view(UUID id, Locale locale) {
		return this.views.of(List.of(found(id, false)), locale).get(0);
	}

	private TaskRow open(UUID id, boolean locked) {
		TaskRow task = found(id, locked);
		TaskView.Closed closed = task.closed();
		if (closed != null) {
			throw new Refusal(CONFLICT, "TASK_CLOSED", task.state().name(), closed.by(), closed.at());
		}
		return task;
	}

	private TaskRow found(UUID id, boolean locked) {
		return this.store.find(id, locked).orElseThrow(() -> Refusal.notFound("TASK_NOT_FOUND"));
	}

}
