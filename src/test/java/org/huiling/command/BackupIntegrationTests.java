package org.huiling.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.huiling.HuilingTest;
import org.huiling.Samples;
import org.huiling.SecondInstance;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.audit.AuditLog;
import org.huiling.storage.EarlierSchema;
import org.huiling.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A backup that is taken while people are decided holds one instant, and a database that
 * is restored from it goes on where that was.
 */
@HuilingTest(properties = { "huiling.rules-import=ALWAYS", "huiling.sample=false" })
@Import(TestCallers.class)
class BackupIntegrationTests {

	private static final int PEOPLE = Samples.of(2_000, 60);

	private static final JsonMapper JSON = new JsonMapper();

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@Autowired
	RestTestClient client;

	@Autowired
	Environment environment;

	@TempDir
	Path directory;

	private JdbcConnectionDetails empty;

	@BeforeEach
	void anEmptyDatabase() {
		this.empty = TestDatabase.create();
	}

	@Test
	void whatIsRestoredIsWhatStoodWhenTheBackupWasTakenWhileOthersDecided() throws Exception {
		AtomicBoolean enough = new AtomicBoolean();
		AtomicInteger decided = new AtomicInteger();
		ExecutorService deciders = Executors.newFixedThreadPool(2);
		Path backup = this.directory.resolve("backup");
		try {
			List<Future<?>> deciding = new ArrayList<>();
			for (int i = 0; i < 2; i++) {
				deciding.add(deciders.submit(() -> decide(enough, decided)));
			}
			while (decided.get() < PEOPLE / 3) {
				Thread.sleep(10);
			}
			assertThat(run("backup", backup.toString(), here())).as(errors()).isZero();
			enough.set(true);
			for (Future<?> one : deciding) {
				one.get();
			}
		}
		finally {
			deciders.shutdownNow();
		}
		assertThat(printed()).contains("Not in it: the keys [test]");
		assertThat(keyOf(backup)).as("no key lies in it").isFalse();

		assertThat(run("restore", backup.toString(), there())).as(errors()).isZero();

		Path again = this.directory.resolve("again");
		assertThat(run("backup", again.toString(), there())).as(errors()).isZero();
		JsonNode first = manifest(backup);
		assertThat(manifest(again).get("tables")).isEqualTo(first.get("tables"));
		JdbcClient restored = JdbcClient.create(source(this.empty));
		long decisions = count(restored, "decision");
		assertThat(decisions).isGreaterThanOrEqualTo(PEOPLE / 3).isLessThanOrEqualTo(decided.get());
		assertThat(restored.sql("select count(*) from audit_event where action = 'DECISIONS_MADE'")
			.query(Long.class)
			.single()).as("each decision with its event").isEqualTo(decisions);
		assertThat(restored.sql("select count(*) from decision d join decision_facts f on f.digest = d.facts")
			.query(Long.class)
			.single()).isEqualTo(decisions);
		goesOn(first);
	}

	/** The service starts on it, its trail is whole, and it records on. */
	private void goesOn(JsonNode manifest) {
		try (ConfigurableApplicationContext second = SecondInstance.start(this.environment,
				"spring.datasource.url=" + this.empty.getJdbcUrl(), "huiling.rules-import=NEVER")) {
			var trail = second.getBean(AuditLog.class).verify();
			assertThat(trail.intact()).as("%s", trail.problems()).isTrue();
			assertThat(trail.checked()).isGreaterThanOrEqualTo(manifest.get("chainLast").longValue());
		}
	}

	private void decide(AtomicBoolean enough, AtomicInteger decided) {
		People worker = People.as(this.client, People.WORKER);
		for (int i = 0; i < PEOPLE && !enough.get(); i++) {
			String person = worker.begun("""
					{"birthDate": "1933-01-10", "hukou": {"region": "379901003", "type": "RURAL"},
					 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""");
			worker
				.post("/api/v1/applicants/" + person + "/decisions",
						"{\"period\": \"2013-01\", \"programs\": [\"old-age-allowance\"]}")
				.is(201);
			decided.incrementAndGet();
		}
	}

	@Test
	void aBackupThatWasCutShortOrAlteredOrIsOfALaterServiceIsRefusedAndNothingIsKept() throws Exception {
		Path backup = this.directory.resolve("backup");
		assertThat(run("backup", backup.toString(), here())).as(errors()).isZero();
		assertThat(run("backup", backup.toString(), here())).isEqualTo(2);
		assertThat(errors()).contains("is there already");

		Path cut = Files.createDirectory(this.directory.resolve("cut.incomplete"));
		Files.copy(backup.resolve("account.copy.gz"), cut.resolve("account.copy.gz"));
		assertThat(run("restore", cut.toString(), there())).isEqualTo(2);
		assertThat(errors()).contains("no whole backup");

		byte[] manifest = Files.readAllBytes(backup.resolve("manifest.json"));
		String text = new String(manifest, StandardCharsets.UTF_8);
		String schema = JSON.readTree(text).get("schema").stringValue();
		Files.writeString(backup.resolve("manifest.json"),
				text.replace("\"schema\" : \"" + schema + "\"", "\"schema\" : \"9000\""));
		assertThat(run("restore", backup.toString(), there())).isEqualTo(2);
		assertThat(errors()).contains("9000", "later");
		Files.write(backup.resolve("manifest.json"), manifest);

		Path accounts = backup.resolve("account.copy.gz");
		byte[] sound = Files.readAllBytes(accounts);
		Files.copy(backup.resolve("roster.copy.gz"), accounts, StandardCopyOption.REPLACE_EXISTING);
		assertThat(run("restore", backup.toString(), there())).isEqualTo(2);
		assertThat(errors()).contains("account").contains("digest differs");
		assertThat(JdbcClient.create(source(this.empty))
			.sql("select count(*) from information_schema.tables where table_schema = 'public'")
			.query(Long.class)
			.single()).isZero();

		Files.delete(accounts);
		assertThat(run("restore", backup.toString(), there())).isEqualTo(2);
		assertThat(errors()).contains("account.copy.gz", "is missing", "another backup");

		byte[] header = sound.clone();
		header[9] ^= 1;
		Files.write(accounts, header);
		assertThat(run("restore", backup.toString(), there())).as("the byte that names the system").isEqualTo(2);
		assertThat(errors()).contains("account.copy.gz", "digest differs");
		Files.write(accounts, sound);

		Path other = Files.writeString(backup.resolve("another.copy.gz"), "");
		assertThat(run("restore", backup.toString(), there())).isEqualTo(2);
		assertThat(errors()).contains("another.copy.gz", "does not name");
		Files.delete(other);

		for (String damaged : List.of(text.substring(0, text.length() / 2), "null", "{}", "[]", "",
				text.replace("\"schema\" : \"" + schema, "\"schema\" : \"x"),
				text.replace("\"account\"", "\"../account\""))) {
			Files.writeString(backup.resolve("manifest.json"), damaged);
			assertThat(run("restore", backup.toString(), there())).as(damaged).isEqualTo(2);
			assertThat(errors()).contains("manifest").contains("damaged").doesNotContain("org.", "tools.", "java");
		}
		earlier(backup, text);
		assertThat(run("restore", backup.toString(), there())).as(errors()).isZero();
		assertThat(run("restore", backup.toString(), there())).isEqualTo(2);
		assertThat(errors()).contains("not empty");
	}

	/** As services wrote it that knew no digest of the files. */
	private static void earlier(Path backup, String manifest) throws IOException {
		ObjectNode whole = (ObjectNode) JSON.readTree(manifest);
		whole.get("tables").forEach((table) -> {
			assertThat(table.path("fileDigest").asString()).startsWith("sha256:");
			((ObjectNode) table).remove("fileDigest");
		});
		Files.writeString(backup.resolve("manifest.json"), whole.toString());
	}

	@Test
	void noBackupIsTakenOfWhatALaterServiceWrote() throws Exception {
		JdbcConnectionDetails later = TestDatabase.create();
		Flyway.configure().dataSource(source(later)).locations("classpath:db/migration").load().migrate();
		JdbcClient.create(source(later)).sql("""
				insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
					installed_by, execution_time, success)
				values (9999, '999', 'tomorrow', 'SQL', 'V999__tomorrow.sql', 1, 'later', 1, true)""").update();
		Path backup = this.directory.resolve("later");
		assertThat(run("backup", backup.toString(), at(later))).isEqualTo(2);
		assertThat(errors()).contains("later service", "999");
		try (Stream<Path> left = Files.list(this.directory)) {
			assertThat(left).isEmpty();
		}
	}

	/**
	 * What another backup left behind when it was killed is neither used nor overwritten.
	 */
	@Test
	void whatAKilledBackupLeftIsNamed() throws Exception {
		Path backup = this.directory.resolve("nightly");
		Files.createDirectory(this.directory.resolve("nightly.incomplete"));
		assertThat(run("backup", backup.toString(), here())).isEqualTo(2);
		assertThat(errors()).contains("nightly.incomplete", "cut short");
		assertThat(backup).doesNotExist();
	}

	/** What it was made by before the baseline, this service does not have. */
	@Test
	void aBackupOfTheLastSchemaBeforeTheBaselineComesUpToThisOne() throws Exception {
		JdbcConnectionDetails earlier = before(EarlierSchema.LAST_BEFORE_0_1_0);
		JdbcClient.create(source(earlier))
			.sql("insert into account (name, display_name, password, roles, regions) values"
					+ " ('wang', '王', '{noop}x', '{CASE_WORKER}', '{379901}')")
			.update();
		run("doctor", at(earlier));
		assertThat(printed()).contains("WARN  schema    " + EarlierSchema.LAST_BEFORE_0_1_0 + " of ");
		Path backup = this.directory.resolve("old");
		assertThat(run("backup", backup.toString(), at(earlier))).as(errors()).isZero();
		assertThat(manifest(backup).get("schema").stringValue()).isEqualTo(EarlierSchema.LAST_BEFORE_0_1_0);
		assertThat(run("restore", backup.toString(), there())).as(errors()).isZero();
		JdbcClient restored = JdbcClient.create(source(this.empty));
		assertThat(restored.sql("select name from account").query(String.class).list()).containsExactly("wang");
		run("doctor", there());
		assertThat(printed()).contains("OK    schema");
	}

	@Test
	void whatIsOfBeforeTheBaselineIsLeftToTheServiceBeforeIt() throws Exception {
		JdbcConnectionDetails earlier = before("203");
		Path backup = this.directory.resolve("old");
		assertThat(run("backup", backup.toString(), at(earlier))).isEqualTo(2);
		assertThat(errors()).contains("version 203", "last service before 0.1.0", "nothing was written");
		assertThat(backup).doesNotExist();
		assertThat(run("doctor", at(earlier))).isOne();
		assertThat(printed()).contains("FAIL  schema    203 is of before release 0.1.0", "→");

		assertThat(run("backup", backup.toString(), here())).as(errors()).isZero();
		String text = Files.readString(backup.resolve("manifest.json"));
		Files.writeString(backup.resolve("manifest.json"),
				text.replaceFirst("\"schema\" : \"[0-9.]+\"", "\"schema\" : \"203\""));
		assertThat(run("restore", backup.toString(), there())).isEqualTo(2);
		assertThat(errors()).contains("schema 203", "last service before 0.1.0");
	}

	private static JdbcConnectionDetails before(String version) {
		JdbcConnectionDetails earlier = TestDatabase.create();
		Flyway.configure()
			.dataSource(source(earlier))
			.locations(EarlierSchema.BEFORE_0_1_0)
			.target(version)
			.load()
			.migrate();
		return earlier;
	}

	@Test
	void doctorSaysOfEachThingHowItIsAndFailsWhereSomethingDoes() {
		assertThat(run("doctor", all())).as(printed()).isZero();
		assertThat(printed()).contains("OK    database", "OK    schema", "OK    clock", "OK    keys      current test",
				"OK    trail");
		assertThat(run("doctor", with("huiling.keys.lookup", "b3RoZXIgdGVzdCBvdGhlciB0ZXN0IG90aGVyIHRlc3Q="))).isOne();
		assertThat(printed()).contains("FAIL  keys", "→");
		assertThat(run("doctor", with("huiling.audit-key", "b3RoZXIgdGVzdCBvdGhlciB0ZXN0IG90aGVyIHRlc3Q="))).isOne();
		assertThat(printed()).contains("FAIL  trail");
		assertThat(run("doctor", with("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/none"))).isOne();
		assertThat(printed()).contains("FAIL  database");
		assertThat(run("doctor", there())).isZero();
		assertThat(printed()).contains("WARN  schema    there is none yet");
		assertThat(run("doctor", new String[] { "--huilin.data=x" })).isEqualTo(2);
		assertThat(run("doctor", new String[] { "--huiling.data=" + this.directory.resolve("nothing") })).isOne();
		assertThat(printed()).contains("There is no database below");
	}

	private String[] with(String setting, String value) {
		return Stream.of(all())
			.map((one) -> one.startsWith("--" + setting + "=") ? "--" + setting + "=" + value : one)
			.toArray(String[]::new);
	}

	private String[] all() {
		return Stream
			.concat(Stream.of(here()),
					Stream
						.of("huiling.audit-key", "huiling.keys.current", "huiling.keys.encryption.test",
								"huiling.keys.lookup")
						.map((key) -> "--" + key + "=" + this.environment.getRequiredProperty(key)))
			.toArray(String[]::new);
	}

	private String[] here() {
		return Stream.of("spring.datasource.url", "spring.datasource.username", "spring.datasource.password")
			.map((key) -> "--" + key + "=" + this.environment.getRequiredProperty(key))
			.toArray(String[]::new);
	}

	private String[] there() {
		return at(this.empty);
	}

	private static String[] at(JdbcConnectionDetails database) {
		return new String[] { "--spring.datasource.url=" + database.getJdbcUrl(),
				"--spring.datasource.username=" + database.getUsername(),
				"--spring.datasource.password=" + database.getPassword() };
	}

	private static DriverManagerDataSource source(JdbcConnectionDetails database) {
		return new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
	}

	private static long count(JdbcClient jdbc, String table) {
		return jdbc.sql("select count(*) from " + table).query(Long.class).single();
	}

	private static JsonNode manifest(Path backup) throws IOException {
		return JSON.readTree(Files.readAllBytes(backup.resolve("manifest.json")));
	}

	private boolean keyOf(Path backup) throws IOException {
		String key = this.environment.getRequiredProperty("huiling.keys.encryption.test");
		return Files.readString(backup.resolve("manifest.json")).contains(key);
	}

	private int run(String command, String directory, String... settings) {
		return run(Stream.concat(Stream.of(command, directory), Stream.of(settings)).toList());
	}

	private int run(String command, String[] settings) {
		return run(Stream.concat(Stream.of(command), Stream.of(settings)).toList());
	}

	private int run(List<String> arguments) {
		this.out.reset();
		this.err.reset();
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
