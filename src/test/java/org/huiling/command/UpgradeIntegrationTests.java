package org.huiling.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.flywaydb.core.Flyway;
import org.huiling.HuilingTest;
import org.huiling.SecondInstance;
import org.huiling.TestAccounts;
import org.huiling.applicant.register.People;
import org.huiling.audit.AuditLog;
import org.huiling.operation.Manifest;
import org.huiling.storage.EarlierSchema;
import org.huiling.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

/**
 * This service goes on where every release before it left off: nothing that was on record
 * changes, the trail is whole, and what was answered is answered still.
 */
@HuilingTest
class UpgradeIntegrationTests {

	/** Moves on whenever anything is recorded. */
	private static final Set<String> MOVING = Set.of("audit_head", "recorded_clock");

	/** Lines that an import warned of are dropped in time; here they are kept. */
	private static final String KEPT_FOR_LONG = "huiling.import-retention=P400Y";

	private static final Pattern RELEASED = Pattern.compile("(?m)^## ([0-9.]+) \\([0-9]{4}-[0-9]{2}-[0-9]{2}\\)$");

	@Autowired
	Environment environment;

	static List<KeptRelease> releases() throws IOException {
		return KeptRelease.all();
	}

	@Test
	void everyReleaseLeftSomethingBehind() throws IOException {
		List<String> released = RELEASED.matcher(Files.readString(Path.of("docs/CHANGELOG.md")))
			.results()
			.map((found) -> found.group(1))
			.toList();
		assertThat(released).contains("0.1.0");
		assertThat(KeptRelease.all()).extracting(KeptRelease::version).containsExactlyInAnyOrderElementsOf(released);
	}

	@ParameterizedTest
	@MethodSource("releases")
	void goesOnFromAnEarlierRelease(KeptRelease release) throws Exception {
		JdbcConnectionDetails database = TestDatabase.create();
		assertThat(TestCommands.run(quiet(), quiet(), false, Map.of(),
				List.of("restore", release.directory().toString(), "--spring.datasource.url=" + database.getJdbcUrl(),
						"--spring.datasource.username=" + database.getUsername(),
						"--spring.datasource.password=" + database.getPassword())))
			.isZero();
		goesOn(release, database);
	}

	/** Made by all the migrations that were squashed. */
	@Test
	void goesOnFromTheLastSchemaBeforeTheFirstRelease() throws Exception {
		KeptRelease release = new KeptRelease(KeptRelease.ALL.resolve("0.1.0"));
		assertThat(release.manifest().schema()).as("the schemas are the same")
			.isEqualTo(EarlierSchema.LAST_BEFORE_0_1_0);
		JdbcConnectionDetails database = TestDatabase.create();
		Flyway.configure()
			.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
			.locations(EarlierSchema.BEFORE_0_1_0)
			.load()
			.migrate();
		try (Connection connection = connection(database)) {
			release.load(connection);
		}
		goesOn(release, database);
	}

	private void goesOn(KeptRelease release, JdbcConnectionDetails database) throws Exception {
		try (ConfigurableApplicationContext service = SecondInstance.start(this.environment,
				"spring.datasource.url=" + database.getJdbcUrl(), KEPT_FOR_LONG)) {
			var trail = service.getBean(AuditLog.class).verify();
			assertThat(trail.intact()).as("%s", trail.problems()).isTrue();
			assertThat(trail.checked()).isGreaterThanOrEqualTo(release.manifest().chainLast());
			People reader = People.as(RestTestClient.bindToServer()
				.baseUrl("http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"))
				.defaultHeaders((headers) -> headers.setBasicAuth(TestAccounts.TESTER, TestAccounts.PASSWORD))
				.build(), "");
			Map<String, JsonNode> answers = release.answers();
			assertThat(answers).hasSizeGreaterThan(10);
			assertSoftly((soft) -> answers.forEach((uri, answer) -> {
				JsonNode now = reader.get(uri).is(200).body();
				soft.assertThat(holds(now, answer)).as("%s: %s, and was %s", uri, now, answer).isTrue();
			}));
		}
		try (Connection connection = connection(database)) {
			for (Manifest.Table table : release.manifest().tables()) {
				if ("audit_event".equals(table.name())) {
					assertThat(KeptRelease.rows(connection, table)).containsAll(release.rows(table));
				}
				else if (!MOVING.contains(table.name())) {
					assertThat(KeptRelease.rows(connection, table)).as(table.name()).isEqualTo(release.rows(table));
				}
			}
		}
	}

	/** Whether an answer says all that an earlier one said; it may say more. */
	private static boolean holds(JsonNode now, JsonNode before) {
		if (before.isObject()) {
			return now.isObject() && before.properties()
				.stream()
				.allMatch((each) -> now.has(each.getKey()) && holds(now.get(each.getKey()), each.getValue()));
		}
		if (before.isArray()) {
			if (!now.isArray() || now.size() != before.size()) {
				return false;
			}
			for (int i = 0; i < before.size(); i++) {
				if (!holds(now.get(i), before.get(i))) {
					return false;
				}
			}
			return true;
		}
		return before.isNumber() ? now.isNumber() && now.decimalValue().compareTo(before.decimalValue()) == 0
				: now.equals(before);
	}

	private static Connection connection(JdbcConnectionDetails database) throws SQLException {
		return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
	}

	private static PrintStream quiet() {
		return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
	}

}
