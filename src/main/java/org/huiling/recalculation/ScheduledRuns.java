package org.huiling.recalculation;

import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.account.keeping.ActingAccount;
import org.huiling.facts.CivilTime;
import org.huiling.recalculation.run.Run;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Orders the run that the schedule asks for, once for each time it falls due, however
 * many instances there are. What falls due while none is running is left out.
 */
@Component
class ScheduledRuns implements SmartLifecycle {

	private static final Logger LOGGER = LoggerFactory.getLogger(ScheduledRuns.class);

	private final ScheduleSettings settings;

	private final Recalculations recalculations;

	private final ActingAccount acting;

	private final CurrentUser user;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private volatile @Nullable ScheduledExecutorService timer;

	ScheduledRuns(ScheduleSettings settings, Recalculations recalculations, ActingAccount acting, CurrentUser user,
			JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
		this.settings = settings;
		this.recalculations = recalculations;
		this.acting = acting;
		this.user = user;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Orders the run of a time, unless somebody did.
	 * @param due when it falls due
	 * @return the run, or none if another instance ordered it
	 */
	Optional<Run> order(ZonedDateTime due) {
		return this.acting.as(this.settings.account(), () -> {
			this.user.requireRole(Role.BATCH_OPERATOR);
			Optional<Run> run = this.transaction.execute((status) -> ordered(due));
			return (run != null) ? run : Optional.empty();
		});
	}

	private Optional<Run> ordered(ZonedDateTime due) {
		// others wait here, and see what was ordered
		this.jdbc.sql("select pg_advisory_xact_lock(379901, 52)").query().singleRow();
		boolean known = this.jdbc.sql("select exists (select from recalculation_scheduled where due = ?)")
			.param(due.toOffsetDateTime())
			.query(Boolean.class)
			.single();
		if (known) {
			return Optional.empty();
		}
		java.time.YearMonth month = java.time.YearMonth.from(due);
		Run run = this.recalculations.order(new RunBody(this.settings.jurisdiction(), null, null,
				month.minusMonths(this.settings.monthsBack()), month, this.settings.mode(), "定期复核 · scheduled", null));
		this.jdbc.sql("insert into recalculation_scheduled (due, run) values (?, ?)")
			.params(List.of(due.toOffsetDateTime(), run.id()))
			.update();
		return Optional.of(run);
	}

	private void wake(CronExpression times, ZonedDateTime due) {
		try {
			order(due).ifPresentOrElse((run) -> LOGGER.info("recalculation {} is ordered by the schedule", run.id()),
					() -> LOGGER.info("the scheduled recalculation is ordered by another instance"));
		}
		catch (RuntimeException ex) {
			LOGGER.error("the scheduled recalculation cannot be ordered: {}", ex.getMessage());
		}
		next(times, due);
	}

	private void next(CronExpression times, ZonedDateTime after) {
		ZonedDateTime now = ZonedDateTime.now(this.clock).withZoneSameInstant(CivilTime.ZONE);
		ZonedDateTime due = times.next(after.isBefore(now) ? now : after);
		ScheduledExecutorService open = this.timer;
		if (due != null && open != null) {
			ScheduledFuture<?> unused = open.schedule(() -> wake(times, due),
					Math.max(0, Duration.between(now, due).toMillis()), TimeUnit.MILLISECONDS);
		}
	}

	@Override
	public void start() {
		if (!this.settings.isOn()) {
			return;
		}
		CronExpression times = CronExpression.parse(this.settings.schedule());
		this.timer = Executors.newSingleThreadScheduledExecutor((work) -> {
			Thread thread = new Thread(work, "recalculation-schedule");
			thread.setDaemon(true);
			return thread;
		});
		next(times, ZonedDateTime.now(this.clock).withZoneSameInstant(CivilTime.ZONE));
	}

	@Override
	public void stop() {
		ScheduledExecutorService open = this.timer;
		this.timer = null;
		if (open != null) {
			open.shutdownNow();
		}
	}

	@Override
	public boolean isRunning() {
		return this.timer != null;
	}

}
