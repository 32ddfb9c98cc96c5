package org.huiling.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows changed by SQL, with the triggers out of the way, are found and named. */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class AuditVerificationIntegrationTests {

	@Autowired
	RestTestClient client;

	@Autowired
	AuditTrail trail;

	@Autowired
	AuditVerifier verifier;

	@Autowired
	AuditReads reads;

	@Autowired
	WrittenSoFar written;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void keep() {
		// the first call is an event itself
		this.client.get().uri("/api/v1/programs").exchange().expectStatus().isOk();
		while (last() < 10) {
			record();
		}
		sql("alter table audit_event disable trigger user");
		sql("alter table audit_head disable trigger user");
		sql("create table kept_event as select * from audit_event");
		sql("create table kept_head as select * from audit_head");
	}

	@AfterEach
	void putBack() {
		sql("delete from audit_event");
		sql("insert into audit_event select * from kept_event");
		sql("delete from audit_head");
		sql("insert into audit_head select * from kept_head");
		sql("drop table kept_event, kept_head");
		// in place: whoever puts the service back knows this one
		((AtomicLong) Objects.requireNonNull(ReflectionTestUtils.getField(this.written, "last"))).set(last());
	}

	@Test
	void aTrailAsItWasWrittenIsIntact() {
		this.client.get()
			.uri("/api/v1/audit-events/verification")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.isEqualTo("{\"intact\":true,\"checked\":10,\"problems\":[]}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					update audit_event set subject = 'x' where id = 4                                     | 4 ALTERED
					update audit_event set details = '{"a": 1}' where id = 10                             | 10 ALTERED
					update audit_event set at = at - interval '1 microsecond' where id = 1                | 1 ALTERED
					update audit_event set done_by = 'x', hash = sha256(hash) where id in (4, 5)          | 4 ALTERED, 5 ALTERED
					update audit_event set previous = sha256(previous) where id = 4                       | 4 ALTERED
					delete from audit_event where id = 4                                                  | 4 REMOVED
					delete from audit_event where id in (1, 2, 10)                                        | 1 REMOVED, 2 REMOVED, 10 REMOVED
					delete from audit_event where id > 8                                                  | 9 REMOVED, 10 REMOVED
					insert into audit_event select 11, at, done_by, action, subject, details, hash, hash from audit_event where id = 10 | 11 INSERTED
					update audit_event set id = case id when 4 then 5 else 4 end where id = 4             | 4 REMOVED, 5 ALTERED
					update audit_head set last = 12                                                       | 0 ALTERED
					delete from audit_head                                                                | 0 ALTERED
					""")
	void whatWasDoneToItIsNamed(String tampering, String found) {
		if (tampering.contains("case id")) {
			sql("delete from audit_event where id = 5");
		}
		sql(tampering);
		assertThat(problems()).isEqualTo(List.of(found.split(", ")));
	}

	@Test
	void theLastRowsCannotBeCutOffWithoutTheKey() {
		sql("delete from audit_event where id > 8");
		sql("update audit_head set last = 8, hash = (select hash from audit_event where id = 8)");
		assertThat(problems()).containsExactly("9 REMOVED", "10 REMOVED", "0 ALTERED");
	}

	@Test
	void anOlderStateThatIsPutBackIsFoundByTheProcessThatWroteMore() {
		record();
		assertThat(problems()).isEmpty();
		sql("delete from audit_event where id = 11");
		sql("delete from audit_head");
		sql("insert into audit_head select * from kept_head");
		assertThat(problems()).containsExactly("11 REMOVED");
	}

	@Test
	void aRowInTheWayDoesNotStopTheService() {
		sql("insert into audit_event select 11, at, done_by, action, subject, details, previous, hash"
				+ " from audit_event where id = 3");
		record();
		record();
		assertThat(problems()).containsExactly("11 INSERTED");
	}

	@Test
	void whatCannotBeRecordedIsNotDone() {
		sql("alter table audit_event add constraint full_disk check (id < 11)");
		try {
			this.client.post()
				.uri("/api/v1/accounts")
				.header("Content-Type", "application/json")
				.body("{\"name\": \"unseen\", \"displayName\": \"x\", \"roles\": [], \"password\": \"long enough\"}")
				.exchange()
				.expectStatus()
				.isEqualTo(500);
			this.client.get().uri("/api/v1/accounts/unseen").exchange().expectStatus().isNotFound();
		}
		finally {
			sql("alter table audit_event drop constraint full_disk");
		}
	}

	@Test
	void eventsAreListedBySubjectAndTime() {
		this.client.get()
			.uri("/api/v1/audit-events?subject=admin")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.total")
			.isEqualTo(1)
			.jsonPath("$.items[0].id")
			.isEqualTo(1)
			.jsonPath("$.items[0].by")
			.isEqualTo("system")
			.jsonPath("$.items[0].action")
			.isEqualTo("ACCOUNT_CREATED")
			.jsonPath("$.items[0].details.roles[0]")
			.isEqualTo("ADMIN")
			.jsonPath("$.items[0].at")
			.exists();
		assertThat(total("size=3&page=1")).isEqualTo(10);
		assertThat(total("from=2020-01-01&to=2020-12-31")).isZero();
		assertThat(total("from=2020-01-01T00:00:00Z")).isEqualTo(10);
		this.client.get()
			.uri("/api/v1/audit-events?from=yesterday&to=2020-13-01")
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[0].field")
			.isEqualTo("from")
			.jsonPath("$.errors[1].field")
			.isEqualTo("to");
	}

	@Test
	void theChainIsInTheOrderOfCommitsHoweverManyWrite() throws Exception {
		List<Thread> writers = Stream.generate(() -> new Thread(() -> {
			for (int i = 0; i < 10; i++) {
				record();
			}
		})).limit(5).toList();
		writers.forEach(Thread::start);
		for (Thread writer : writers) {
			writer.join();
		}
		assertThat(last()).isEqualTo(60);
		assertThat(problems()).isEmpty();
	}

	private List<String> problems() {
		Verification result = this.verifier.verify();
		assertThat(result.intact()).isEqualTo(result.problems().isEmpty());
		return result.problems().stream().map((each) -> each.event() + " " + each.kind()).toList();
	}

	private Integer total(String query) {
		return (Integer) this.client.get()
			.uri("/api/v1/audit-events?" + query)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(Map.class)
			.returnResult()
			.getResponseBody()
			.get("total");
	}

	private void record() {
		this.transaction
			.executeWithoutResult((status) -> this.trail.record(AuditAction.SIGN_IN, "someone", Map.of("x", 1)));
	}

	private long last() {
		return this.jdbc.sql("select last from audit_head").query(Long.class).single();
	}

	private void sql(String sql) {
		this.jdbc.sql(sql).update();
	}

}
