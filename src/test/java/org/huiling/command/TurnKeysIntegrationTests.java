package org.huiling.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.SecondInstance;
import org.huiling.account.TestCallers;
import org.huiling.applicant.lookupturn.PeopleFoundAnew;
import org.huiling.applicant.register.People;
import org.huiling.applicant.register.store.PersonHashes;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.audit.AuditLog;
import org.huiling.audit.Verification;
import org.huiling.engine.files.FactFiles;
import org.huiling.facts.MadeUpIds;
import org.huiling.idempotency.Idempotency;
import org.huiling.protection.LookupTurn;
import org.huiling.storage.OperatedDatabase;
import org.huiling.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Keys are turned on a copy of a database that somebody worked with. */
@HuilingTest
@Import(TestCallers.class)
class TurnKeysIntegrationTests {

	private static final String NEW_LOOKUP = key("new lookup");

	private static final String NEW_AUDIT = key("new audit");

	/** The tests share a database. */
	private static final AtomicInteger sequence = new AtomicInteger();

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private final List<UUID> people = new ArrayList<>();

	private final List<String> ids = new ArrayList<>();

	@Autowired
	RestTestClient client;

	@Autowired
	Environment environment;

	@Autowired
	Idempotency idempotency;

	@TempDir
	Path directory;

	private JdbcConnectionDetails copy;

	private JdbcClient jdbc;

	@BeforeEach
	void peopleOnACopy() {
		People worker = People.as(this.client, People.WORKER);
		for (int i = 0; i < 7; i++) {
			String id = MadeUpIds.of(LocalDate.of(1933, 2, 15), sequence.incrementAndGet());
			this.ids.add(id);
			this.people.add(UUID.fromString(worker.begun("""
					{"birthDate": "1933-02-15", "residentId": "%s", "name": "试例%s",
					 "hukou": {"region": "379901003", "type": "RURAL"}}""".formatted(id, (char) ('一' + i)))));
		}
		SecurityContextHolder.getContext()
			.setAuthentication(new TestingAuthenticationToken("worker", "", "ROLE_CASE_WORKER"));
		once(this.idempotency, "first");
		this.copy = TestDatabase.create();
		Path backup = this.directory.resolve("backup");
		assertThat(run(with("backup", backup.toString()), database(null))).as(errors()).isZero();
		assertThat(run(with("restore", backup.toString()), database(this.copy))).as(errors()).isZero();
		this.jdbc = JdbcClient.create(source());
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void bothKeysAreTurnedAndEverythingGoesOn() {
		assertThat(startFails(turned())).contains("is new");
		assertThat(run(List.of("turn-keys"), database(this.copy), turned())).as(errors()).isZero();
		assertThat(printed()).contains("look-up key: turned; " + everybody().size() + " people",
				"audit key: turned; event ");

		try (ConfigurableApplicationContext service = start(turned())) {
			assertEverybodyIsFound(service);
			Verification trail = service.getBean(AuditLog.class).verify();
			assertThat(trail.intact()).as("%s", trail.problems()).isTrue();
			assertThat(once(service.getBean(Idempotency.class), "second")).as("a call of before is not repeated")
				.isEqualTo("first");
		}
		assertThat(this.jdbc.sql("select action from audit_event where action like '%_KEY_TURNED' order by id")
			.query(String.class)
			.list()).containsExactly("AUDIT_KEY_TURNED", "LOOKUP_KEY_TURNED");
		assertThat(run(List.of("turn-keys"), database(this.copy), turned())).as(errors()).isZero();
		assertThat(printed()).contains("Nothing is to be turned");
	}

	@Test
	void whoHasTheOldAuditKeyCannotChangeWhatWasRecordedUnderIt() {
		assertThat(run(List.of("turn-keys"), database(this.copy), turned())).as(errors()).isZero();
		long last = this.jdbc.sql("select id from audit_event where action = 'AUDIT_KEY_TURNED'")
			.query(Long.class)
			.single() - 1;
		try (ConfigurableApplicationContext service = start(turned())) {
			this.jdbc.sql("alter table audit_event disable trigger user").update();
			// as if written anew with the old key: it fits in itself, but not what
			// follows
			this.jdbc.sql("delete from audit_event where id = ?").param(last).update();
			assertThat(service.getBean(AuditLog.class).verify().intact()).isFalse();
		}
		assertThat(run(List.of("doctor"), database(this.copy), settings(NEW_LOOKUP, null, key("another"), NEW_AUDIT)))
			.isOne();
	}

	@Test
	void aTurnThatWasKilledGoesOnWhereItStoppedAndNothingStartsMeanwhile() {
		List<UUID> all = everybody();
		this.jdbc
			.sql("create function fail() returns trigger language plpgsql as"
					+ " $$ begin raise exception 'killed'; end $$")
			.update();
		this.jdbc
			.sql("create trigger fail before update on applicant for each row when (old.id = '" + all.get(4)
					+ "') execute function fail()")
			.update();
		LookupTurn first = turn();
		first.begin();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> foundAnew(first));
		assertThat(turn().upTo()).isEqualTo(all.get(3));
		assertThat(startFails(
				settings(NEW_LOOKUP, this.environment.getRequiredProperty("huiling.keys.lookup"), null, null)))
			.contains("being turned");
		assertThat(startFails(settings(null, null, null, null))).contains("being turned");
		assertThat(run(List.of("turn-keys"), database(this.copy),
				settings(key("a third"), this.environment.getRequiredProperty("huiling.keys.lookup"), null, null)))
			.isEqualTo(2);
		assertThat(errors()).contains("another key");

		this.jdbc.sql("drop trigger fail on applicant").update();
		assertThat(run(List.of("turn-keys"), database(this.copy), turned())).as(errors()).isZero();
		assertThat(printed()).contains("look-up key: turned; " + (all.size() - 4) + " people");
		try (ConfigurableApplicationContext service = start(turned())) {
			assertEverybodyIsFound(service);
		}
	}

	@Test
	void aTurnThatWasNotedAndDidNotBeginIsGivenUpByTheKeyOfBefore() {
		turn().begin();
		assertThat(startFails(settings(null, null, null, null))).contains("being turned");
		assertThat(run(List.of("turn-keys"), database(this.copy), settings(null, null, null, null))).as(errors())
			.isZero();
		start(settings(null, null, null, null)).close();
	}

	@Test
	void nothingIsTurnedWhileAServiceRuns() {
		assertThat(run(List.of("turn-keys"), database(null), turned())).isEqualTo(2);
		assertThat(errors()).contains("Stop every instance");
		assertThat(run(List.of("doctor"), database(null), settings(null, null, null, null))).as(printed()).isZero();
	}

	@Test
	void keysThatAreNotThoseOfTheDatabaseAreRefused() {
		assertThat(run(List.of("turn-keys"), database(this.copy), settings(NEW_LOOKUP, key("other"), null, null)))
			.isEqualTo(2);
		assertThat(errors()).contains("Neither huiling.keys.lookup nor");
		assertThat(run(List.of("turn-keys"), database(this.copy), settings(null, null, NEW_AUDIT, key("other"))))
			.isEqualTo(2);
		assertThat(errors()).contains("none of the keys");
		List<String> without = new ArrayList<>(List.of(settings(null, null, null, key("before"))));
		without.removeIf((setting) -> setting.startsWith("--huiling.audit-key="));
		without.add("--huiling.data=" + this.directory.resolve("nowhere"));
		assertThat(run(List.of("turn-keys"), database(this.copy), without.toArray(String[]::new))).isEqualTo(2);
		assertThat(errors()).contains("There is no audit key");
		assertThat(this.directory.resolve("nowhere")).doesNotExist();
	}

	private void assertEverybodyIsFound(ConfigurableApplicationContext service) {
		PersonStore store = service.getBean(PersonStore.class);
		PersonHashes hashes = service.getBean(PersonHashes.class);
		List<UUID> found = this.ids.stream()
			.map((id) -> store.holder(hashes.resident(id), "true").orElseThrow())
			.toList();
		assertThat(found).containsExactlyInAnyOrderElementsOf(this.people);
		assertThat(this.jdbc.sql("select count(*) from applicant where surname_hash = ? and person_hash is not null")
			.param(hashes.surname("试"))
			.query(Long.class)
			.single()).isEqualTo(everybody().size());
	}

	private List<UUID> everybody() {
		return this.jdbc.sql("select id from applicant order by id").query(UUID.class).list();
	}

	private LookupTurn turn() {
		return LookupTurn.of(OperatedDatabase.settings(List.of(turned())), this.jdbc).orElseThrow();
	}

	private void foundAnew(LookupTurn turn) {
		new PeopleFoundAnew(turn, source(), FactFiles.shipped().dictionary(), (line) -> {
		}, 2).run((people) -> {
		});
	}

	private static String once(Idempotency idempotency, String answer) {
		byte[] body = idempotency
			.once("key-1", "POST /somewhere", new byte[] { 1 },
					() -> ResponseEntity.ok(answer.getBytes(StandardCharsets.UTF_8)))
			.getBody();
		return new String((body != null) ? body : new byte[0], StandardCharsets.UTF_8);
	}

	private ConfigurableApplicationContext start(String... keys) {
		return SecondInstance.start(this.environment,
				Stream
					.concat(Stream.of("spring.datasource.url=" + this.copy.getJdbcUrl()),
							Stream.of(keys).map((key) -> key.substring(2)))
					.toArray(String[]::new));
	}

	private String startFails(String... keys) {
		try {
			start(keys).close();
			return "it started";
		}
		catch (RuntimeException ex) {
			Throwable cause = ex;
			while (cause.getCause() != null) {
				cause = cause.getCause();
			}
			return cause.toString();
		}
	}

	private String[] turned() {
		return settings(NEW_LOOKUP, this.environment.getRequiredProperty("huiling.keys.lookup"), NEW_AUDIT,
				this.environment.getRequiredProperty("huiling.audit-key"));
	}

	/** Keys as they were where none are given. */
	private String[] settings(String lookup, String lookupBefore, String audit, String auditBefore) {
		List<String> settings = new ArrayList<>();
		for (String same : List.of("huiling.keys.current", "huiling.keys.encryption.test")) {
			settings.add("--" + same + "=" + this.environment.getRequiredProperty(same));
		}
		settings.add("--huiling.keys.lookup="
				+ ((lookup != null) ? lookup : this.environment.getRequiredProperty("huiling.keys.lookup")));
		settings.add("--huiling.audit-key="
				+ ((audit != null) ? audit : this.environment.getRequiredProperty("huiling.audit-key")));
		if (lookupBefore != null) {
			settings.add("--huiling.keys.lookup-before=" + lookupBefore);
		}
		if (auditBefore != null) {
			settings.add("--huiling.audit-keys-before=" + auditBefore);
		}
		return settings.toArray(String[]::new);
	}

	private String[] database(JdbcConnectionDetails other) {
		return Stream.of("spring.datasource.url", "spring.datasource.username", "spring.datasource.password")
			.map((key) -> "--" + key + "="
					+ ((other != null && key.endsWith(".url")) ? other.getJdbcUrl()
							: this.environment.getRequiredProperty(key)))
			.toArray(String[]::new);
	}

	private DriverManagerDataSource source() {
		return new DriverManagerDataSource(this.copy.getJdbcUrl(),
				this.environment.getRequiredProperty("spring.datasource.username"),
				this.environment.getRequiredProperty("spring.datasource.password"));
	}

	private static String key(String text) {
		return Base64.getEncoder()
			.encodeToString((text + " ".repeat(32 - text.length())).getBytes(StandardCharsets.US_ASCII));
	}

	private static List<String> with(String... words) {
		return List.of(words);
	}

	private int run(List<String> command, String[]... settings) {
		this.out.reset();
		this.err.reset();
		List<String> arguments = new ArrayList<>(command);
		Stream.of(settings).flatMap(Stream::of).forEach(arguments::add);
		return TestCommands.run(stream(this.out), stream(this.err), false, Map.of(), arguments);
	}

	private static PrintStream stream(ByteArrayOutputStream bytes) {
		return new PrintStream(bytes, true, StandardCharsets.UTF_8);
	}

	private String printed() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

	private String errors() {
		return this.err.toString(StandardCharsets.UTF_8);
	}

}
