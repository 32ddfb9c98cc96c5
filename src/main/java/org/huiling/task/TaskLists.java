package org.huiling.task;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.huiling.account.RegionScope;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 待办清单: what is to be done, and what was. */
@Component
public class TaskLists {

	private static final int SHOWN = 6;

	private final TaskStore store;

	private final TaskViews views;

	private final PolicyCatalogue catalogue;

	private final AuditTrail audit;

	private final Clock clock;

	TaskLists(TaskStore store, TaskViews views, PolicyCatalogue catalogue, AuditTrail audit, Clock clock) {
		this.store = store;
		this.views = views;
		this.catalogue = catalogue;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * A page of the list, what is due first in front. Who stands on it is noted in the
	 * audit trail.
	 * @param asked which tasks
	 * @param paging which page
	 * @param locale the reader's
	 * @return tasks of people whom the user may see
	 * @throws InvalidInput 400 if the region is no code
	 */
	@Transactional
	public Listing<TaskView> page(TaskQuery asked, Paging paging, Locale locale) {
		requirePrefix(asked.region());
		TaskStore.Where where = this.store.where(asked);
		long total = this.store.count(where);
		List<TaskRow> tasks = this.store.page(where, paging);
		this.audit.recordOf(AuditAction.TASKS_LISTED, "tasks",
				Map.of("kind", (asked.kind() != null) ? asked.kind().name() : "", "region",
						(asked.region() != null) ? asked.region() : ""),
				tasks.stream().map(TaskRow::applicant).filter(Objects::nonNull).toList());
		return Listing.of(this.views.of(tasks, locale), paging, total);
	}

	/**
	 * One task. Whom it is about is noted in the audit trail.
	 * @param id its id
	 * @param locale the reader's
	 * @return the task
	 * @throws Refusal 404 if the user may not see the person
	 */
	@Transactional
	public TaskView one(UUID id, Locale locale) {
		TaskRow task = this.store.find(id, false).orElseThrow(() -> Refusal.notFound("TASK_NOT_FOUND"));
		UUID applicant = task.applicant();
		this.audit.recordOf(AuditAction.TASKS_LISTED, "tasks", Map.of("kind", task.kind().name()),
				(applicant != null) ? List.of(applicant) : List.of());
		return this.views.of(List.of(task), locale).get(0);
	}

	/**
	 * How many tasks there are of each kind.
	 * @param asked which tasks, of whatever kind
	 * @return of people whom the user may see
	 * @throws InvalidInput 400 if the region is no code
	 */
	@Transactional(readOnly = true)
	public TaskCounts counts(TaskQuery asked) {
		requirePrefix(asked.region());
		return this.store.counts(this.store
			.where(new TaskQuery(null, asked.state(), asked.region(), asked.assignee(), asked.due(), asked.source())),
				LocalDate.now(this.clock));
	}

	/**
	 * Who does open tasks of people whom the user may see.
	 * @return accounts, by name
	 */
	@Transactional(readOnly = true)
	public List<String> assignees() {
		return this.store.assignees(this.store.where(new TaskQuery(null, TaskState.OPEN, null, null, null)));
	}

	/**
	 * Counts and money of some days.
	 * @param from the first day
	 * @param to the last day
	 * @param region below which the people lie, null for all of the user's
	 * @return by kind and currency
	 * @throws InvalidInput 400 if the region is no code, or the days are the wrong way
	 * round
	 */
	@Transactional(readOnly = true)
	public TaskReport report(LocalDate from, LocalDate to, @Nullable String region) {
		requirePrefix(region);
		if (to.isBefore(from)) {
			throw new InvalidInput(400, List.of(FieldError.of("to", "BEFORE_FROM")));
		}
		Map<List<String>, TaskStore.Sum> sums = new LinkedHashMap<>();
		this.store
			.sums(from.atStartOfDay(this.clock.getZone()).toInstant(),
					to.plusDays(1).atStartOfDay(this.clock.getZone()).toInstant(),
					this.store.where(new TaskQuery(null, null, region, null, null)))
			.forEach((sum) -> sums.merge(List.of(sum.kind().name(), this.catalogue.currency(sum.jurisdiction())), sum,
					TaskLists::together));
		return new TaskReport(from, to, region,
				sums.entrySet().stream().map((each) -> item(each.getValue(), each.getKey().get(1))).toList());
	}

	private static TaskStore.Sum together(TaskStore.Sum one, TaskStore.Sum other) {
		return new TaskStore.Sum(one.kind(), one.jurisdiction(), one.opened() + other.opened(),
				one.done() + other.done(), one.dismissed() + other.dismissed(),
				one.moneyOpened().add(other.moneyOpened()), one.moneyDone().add(other.moneyDone()),
				one.days().add(other.days()));
	}

	private static TaskReport.Item item(TaskStore.Sum sum, String currency) {
		long closed = sum.done() + sum.dismissed();
		BigDecimal days = (closed == 0) ? null
				: sum.days()
					.divide(BigDecimal.valueOf(closed), SHOWN, RoundingMode.HALF_UP)
					.setScale(1, RoundingMode.HALF_UP);
		return new TaskReport.Item(sum.kind(), sum.opened(), sum.done(), sum.dismissed(), days,
				new TaskReport.Money(currency, sum.moneyOpened(), sum.moneyDone()));
	}

	private static void requirePrefix(@Nullable String region) {
		if (region != null && !RegionScope.isPrefix(region)) {
			throw new InvalidInput(400, List.of(FieldError.of("region", "INVALID_PREFIX")));
		}
	}

}
