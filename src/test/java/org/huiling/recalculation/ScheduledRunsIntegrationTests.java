package org.huiling.recalculation;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.account.CurrentUser;
import org.huiling.account.keeping.ActingAccount;
import org.huiling.facts.CivilTime;
import org.huiling.recalculation.run.Run;
import org.huiling.recalculation.run.RunMode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The run that is ordered by the clock. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
class ScheduledRunsIntegrationTests {

	private static final ZonedDateTime DUE = ZonedDateTime.of(2013, 8, 1, 2, 0, 0, 0, CivilTime.ZONE);

	@Autowired
	Recalculations recalculations;

	@Autowired
	ActingAccount acting;

	@Autowired
	CurrentUser user;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	Clock clock;

	@Autowired
	TestAccounts accounts;

	@BeforeEach
	void accounts() {
		this.accounts.add("jiang", List.of("379901"), "BATCH_OPERATOR");
		this.accounts.add("kong", List.of("379901"), "CASE_WORKER");
	}

	private ScheduledRuns instance(String schedule, String account) {
		return new ScheduledRuns(new ScheduleSettings(schedule, "model-district", 2, RunMode.DRY_RUN, account),
				this.recalculations, this.acting, this.user, this.jdbc, this.transactions, this.clock);
	}

	@Test
	void oneOfManyInstancesOrdersItForTheAccount() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(4);
		List<Callable<Optional<Run>>> instances = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			instances.add(() -> instance("0 0 2 1 * *", "jiang").order(DUE));
		}
		List<Run> ordered = new ArrayList<>();
		for (Future<Optional<Run>> each : threads.invokeAll(instances)) {
			each.get().ifPresent(ordered::add);
		}
		threads.shutdown();
		assertThat(ordered).singleElement().satisfies((run) -> {
			assertThat(run.orderedBy()).isEqualTo("jiang");
			assertThat(run.from()).hasToString("2013-06");
			assertThat(run.to()).hasToString("2013-08");
			assertThat(run.mode()).isEqualTo(RunMode.DRY_RUN);
		});
		assertThat(
				this.jdbc.sql("select done_by from audit_event where action = 'RECALCULATION_ORDERED' and subject = ?")
					.param(ordered.get(0).id().toString())
					.query(String.class)
					.list())
			.containsExactly("jiang");
		assertThat(this.user.name()).isEqualTo("system");
	}

	@Test
	void itIsOrderedWhenItFallsDue() throws Exception {
		ScheduledRuns every = instance("* * * * * *", "jiang");
		every.start();
		long runs = 0;
		for (int tried = 0; tried < 200 && runs == 0; tried++) {
			Thread.sleep(50);
			runs = this.jdbc.sql("select count(*) from recalculation_scheduled where due > now() - interval '1 minute'")
				.query(Long.class)
				.single();
		}
		every.stop();
		assertThat(runs).isPositive();
		assertThat(every.isRunning()).isFalse();
	}

	@Test
	void nobodyIsActedForWhoMayNot() {
		assertThatIllegalStateException().isThrownBy(() -> instance("0 0 2 1 * *", "nobody").order(DUE.plusYears(1)));
		assertThatExceptionOfType(org.huiling.problem.Refusal.class)
			.isThrownBy(() -> instance("0 0 2 1 * *", "kong").order(DUE.plusYears(1)));
		assertThat(new ScheduleSettings("-", null, 0, RunMode.DRY_RUN, "").isOn()).isFalse();
	}

}
