package org.huiling.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.zaxxer.hikari.HikariDataSource;
import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@HuilingTest
@SharedService
@Import(TestCallers.class)
class AuditTrailIntegrationTests {

	@Autowired
	AuditTrail trail;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	HikariDataSource pool;

	@Test
	void writesWithTheTransactionOrNotAtAll() {
		long before = count();
		this.transaction.executeWithoutResult((status) -> {
			this.trail.record(AuditAction.SIGN_IN, "a", Map.of());
			status.setRollbackOnly();
		});
		assertThat(count()).isEqualTo(before);
		this.transaction.executeWithoutResult((status) -> {
			this.trail.record(AuditAction.SIGN_IN, "a", Map.of("x", 1));
			this.trail.record(AuditAction.SIGN_IN, "b", Map.of());
		});
		assertThat(count()).isEqualTo(before + 2);
		assertThat(this.jdbc.sql("select done_by || subject || details from audit_event where id = ?")
			.param(before + 1)
			.query(String.class)
			.single()).isEqualTo("systema{\"x\":1}");
	}

	@Test
	void whatWasSeenStaysOnceThoughNothingComesOfTheRest() {
		long before = count();
		this.transaction.executeWithoutResult((status) -> {
			this.trail.record(AuditAction.APPLICANT_READ, "seen", Map.of());
			this.trail.record(AuditAction.RECORD_ADDED, "seen", Map.of());
			this.trail.record(AuditAction.APPLICANT_READ, "seen", Map.of());
			status.setRollbackOnly();
		});
		assertThat(
				this.jdbc.sql("select action from audit_event where id > ?").param(before).query(String.class).list())
			.containsExactly("APPLICANT_READ");
	}

	/** As many at once as there are connections: none waits for a second one. */
	@Test
	void whatWasSeenStaysWhoeverElseIsRefusedAtThatMoment() throws Exception {
		int connections = this.pool.getMaximumPoolSize();
		long before = count();
		CyclicBarrier together = new CyclicBarrier(connections);
		ExecutorService readers = Executors.newFixedThreadPool(connections);
		try {
			List<Future<?>> reading = new ArrayList<>();
			for (int i = 0; i < connections; i++) {
				String subject = "seen by " + i;
				reading.add(readers.submit(() -> this.transaction.executeWithoutResult((status) -> {
					this.trail.record(AuditAction.APPLICANT_READ, subject, Map.of());
					status.setRollbackOnly();
					await(together);
				})));
			}
			for (Future<?> each : reading) {
				each.get();
			}
		}
		finally {
			readers.shutdownNow();
		}
		assertThat(
				this.jdbc.sql("select subject from audit_event where id > ?").param(before).query(String.class).list())
			.hasSize(connections)
			.doesNotHaveDuplicates();
		this.transaction.executeWithoutResult((status) -> this.trail.record(AuditAction.SIGN_IN, "after", Map.of()));
		assertThat(count()).isEqualTo(before + connections + 1);
	}

	private static void await(CyclicBarrier together) {
		try {
			together.await();
		}
		catch (InterruptedException | BrokenBarrierException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void needsATransaction() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.trail.record(AuditAction.SIGN_IN, "a", Map.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "update audit_event set subject = 'x'", "delete from audit_event", "truncate audit_event",
			"update audit_head set last = 0", "delete from audit_head", "truncate audit_head" })
	void isOnlyEverAddedTo(String sql) {
		this.transaction.executeWithoutResult((status) -> this.trail.record(AuditAction.SIGN_IN, "a", Map.of()));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(sql).update());
	}

	private long count() {
		return this.jdbc.sql("select count(*) from audit_event").query(Long.class).single();
	}

}
