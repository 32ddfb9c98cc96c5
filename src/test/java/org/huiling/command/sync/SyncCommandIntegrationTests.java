package org.huiling.command.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.command.TestCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code sync} keeps a repository of rules and a service in step. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
class SyncCommandIntegrationTests {

	private static final Path SHIPPED = Path.of("rules/zhongshan");

	private static final String OLD = "zhongshan/old-age-allowance/2012-01-01";

	private static final String NEW = "zhongshan/old-age-allowance/2018-01-01";

	private static final String BADGES = "zhongshan/old-age-allowance/2011-01-01";

	@TempDir
	static Path served;

	@TempDir
	Path tree;

	@LocalServerPort
	int port;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestAccounts accounts;

	@Autowired
	RestTestClient client;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	/** The service begins with the first of two versions. */
	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) throws IOException {
		FileSystemUtils.copyRecursively(SHIPPED, served.resolve("zhongshan"));
		FileSystemUtils.deleteRecursively(served.resolve(NEW));
		properties.add("huiling.rules", served::toString);
	}

	private int sync(String... options) {
		return sync(Map.of("HUILING_USER", TestAccounts.TESTER, "HUILING_PASSWORD", TestAccounts.PASSWORD),
				Stream.concat(Stream.of("--url=http://127.0.0.1:" + this.port), Stream.of(options)).toList());
	}

	private int sync(Map<String, String> environment, List<String> arguments) {
		this.out.reset();
		PrintStream both = new PrintStream(this.out, true, StandardCharsets.UTF_8);
		return TestCommands.run(both, both, false, environment,
				Stream.concat(Stream.of("sync"), arguments.stream()).toList());
	}

	private String printed() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

	@Test
	void whatOnlyTheServiceHasIsWrittenAsItWas() throws IOException {
		assertThat(sync("--json", this.tree.toString())).isEqualTo(1);
		assertThat(printed()).contains("\"place\":\"" + OLD + "\",\"state\":\"ONLY_THERE\"");
		assertThat(this.tree).isEmptyDirectory();
		Path interrupted = this.tree.resolve("zhongshan/old-age-allowance/.2012-01-01.partial");
		Files.createDirectories(interrupted.resolve("half"));
		Files.writeString(interrupted.resolve("half/policy.yaml"), "title:");
		assertThat(sync("--pull", this.tree.toString())).isZero();
		assertThat(interrupted).doesNotExist();
		for (String file : List.of("policy.yaml", "examples.yaml", "allowance.drl")) {
			assertThat(this.tree.resolve(OLD).resolve(file))
				.hasSameBinaryContentAs(SHIPPED.getParent().resolve(OLD).resolve(file));
		}
		assertThat(sync(this.tree.toString())).isZero();
		assertThat(printed()).startsWith("1 ");
		assertThat(TestCommands.run(System.out, System.err, false, Map.of(),
				List.of("check", this.tree.resolve(OLD).toString())))
			.isZero();
	}

	@Test
	void whatIsPublishedIsNeverRewritten() throws IOException {
		FileSystemUtils.copyRecursively(served.resolve("zhongshan"), this.tree.resolve("zhongshan"));
		Path header = this.tree.resolve(OLD).resolve("policy.yaml");
		Files.writeString(header, Files.readString(header) + "# changed\n");
		Files.writeString(this.tree.resolve(OLD).resolve("notes.md"), "x");
		assertThat(sync("--pull", "--push", this.tree.toString())).isEqualTo(4);
		assertThat(printed()).contains(OLD).contains("notes.md, policy.yaml");
		assertThat(header).content().endsWith("# changed\n");
		assertThat(this.jdbc.sql("select count(*) from policy_version").query(Integer.class).single()).isOne();
	}

	@Test
	void whatOnlyTheDirectoryHasIsDraftedOnceForOthersToApprove() throws IOException {
		FileSystemUtils.copyRecursively(SHIPPED, this.tree.resolve("zhongshan"));
		FileSystemUtils.copyRecursively(this.tree.resolve(NEW), this.tree.resolve(NEW + ".2"));
		assertThat(sync("--push", this.tree.toString())).isEqualTo(1);
		assertThat(printed()).contains(NEW + ": drafted ").contains("its check passes").contains(NEW + ".2: ");
		assertThat(sync("--push", "--json", this.tree.toString())).isEqualTo(1);
		assertThat(printed()).contains("\"place\":\"" + NEW + "\",\"state\":\"DRAFTED\"")
			.contains("\"place\":\"" + NEW + ".2\",\"state\":\"ONLY_HERE\"");
		assertThat(this.jdbc.sql("select version || state from policy_draft where effective_from >= '2012-01-01'")
			.query(String.class)
			.list()).containsExactly("2018-01-01DRAFT");
		assertThat(this.jdbc
			.sql("select count(*) from policy_draft_file f join policy_draft d on d.id = f.draft"
					+ " where d.effective_from >= '2012-01-01'")
			.query(Long.class)
			.single()).isEqualTo(Files.list(this.tree.resolve(NEW)).count());
	}

	@Test
	void standardsAreDraftedFromTheDirectoryAndWrittenFromTheService() throws IOException {
		assertThat(sync("--pull", this.tree.toString())).isZero();
		Path file = this.tree.resolve("zhongshan/standards.yaml");
		Files.writeString(file, "line: {title: {zh: 线, en: Line}, basis: 通知, value: {2013-01-01: 300.00}}\n");
		assertThat(sync("--json", this.tree.toString())).isEqualTo(1);
		assertThat(printed()).contains("\"place\":\"zhongshan/standards.yaml\",\"state\":\"ONLY_HERE\"")
			.contains("\"inStep\":false");
		assertThat(sync("--push", this.tree.toString())).isEqualTo(1);
		assertThat(printed()).contains("zhongshan/standards.yaml: drafted ").contains("its check passes");
		assertThat(sync("--push", "--json", this.tree.toString())).isEqualTo(1);
		assertThat(printed()).contains("\"place\":\"zhongshan/standards.yaml\",\"state\":\"DRAFTED\"");
		this.jdbc.sql("insert into standards_revision (jurisdiction, revision, digest, content)"
				+ " select standards_of, 1, 'sha256:1', f.content from policy_draft d join policy_draft_file f on f.draft = d.id"
				+ " where standards_of = 'zhongshan'")
			.update();
		try {
			byte[] content = Files.readAllBytes(file);
			assertThat(sync(this.tree.toString())).isZero();
			Files.delete(file);
			assertThat(sync("--pull", this.tree.toString())).isZero();
			assertThat(file).hasBinaryContent(content);
			Files.writeString(file, Files.readString(file) + "# other\n");
			assertThat(sync("--json", this.tree.toString())).isEqualTo(1);
			assertThat(printed()).contains("\"state\":\"CHANGED\"");
		}
		finally {
			this.jdbc.sql("alter table standards_revision disable trigger user").update();
			this.jdbc.sql("delete from standards_revision").update();
			this.jdbc.sql("alter table standards_revision enable trigger user").update();
		}
	}

	@Test
	void aNewJurisdictionAndItsProgramAreProposedForOthersToConfirm() throws IOException {
		FileSystemUtils.copyRecursively(SHIPPED.resolve("old-age-allowance"),
				this.tree.resolve("nanshan/old-age-allowance"));
		Files.writeString(this.tree.resolve("nanshan/jurisdiction.yaml"), """
				id: nanshan
				name: {zh: "南山", en: "Nanshan"}
				regionPrefix: "980099"
				""");
		assertThat(sync(this.tree.toString())).isEqualTo(1);
		assertThat(printed()).contains("nanshan/old-age-allowance/2012-01-01: ").contains("--push");
		assertThat(sync("--push", this.tree.toString())).isEqualTo(1);
		assertThat(printed()).contains("nanshan/old-age-allowance/2012-01-01: proposed nanshan (")
			.contains("nanshan/old-age-allowance/2018-01-01: ")
			.contains("POLICY_APPROVER");
		assertThat(sync("--push", "--json", this.tree.toString())).isEqualTo(1);
		assertThat(printed()).contains("\"state\":\"PROPOSED\"").doesNotContain("ONLY_HERE");
		confirm();
		assertThat(sync("--push", this.tree.toString())).isEqualTo(1);
		assertThat(printed()).contains(": proposed nanshan/old-age-allowance (");
		confirm();
		assertThat(sync("--push", this.tree.toString())).isEqualTo(1);
		assertThat(printed()).contains("nanshan/old-age-allowance/2012-01-01: drafted ")
			.contains("nanshan/old-age-allowance/2018-01-01: drafted ");
	}

	private void confirm() {
		this.accounts.add("approver", List.of(""), "POLICY_APPROVER");
		String id = this.jdbc.sql("select id from proposal where state = 'PROPOSED'").query(String.class).single();
		this.client.post()
			.uri("/api/v1/proposals/" + id + "/confirm")
			.headers((headers) -> headers.set("Authorization", TestAccounts.basic("approver")))
			.exchange()
			.expectStatus()
			.isOk();
	}

	@Test
	void whatCannotBeReadIsTold() throws IOException {
		Files.createDirectories(this.tree.resolve(OLD));
		assertThat(sync(this.tree.toString())).isEqualTo(4);
		assertThat(printed()).contains(OLD).contains("jurisdiction.yaml");
	}

	@Test
	void whoeverCallsItWronglyIsToldHow() {
		assertThat(sync(Map.of(), List.of())).isEqualTo(2);
		assertThat(printed()).contains("HUILING_PASSWORD").contains("usage:");
		assertThat(sync("--everything")).isEqualTo(2);
		assertThat(sync(this.tree.resolve("none").toString())).isEqualTo(2);
		assertThat(printed()).contains("none");
		assertThat(sync(Map.of("HUILING_USER", TestAccounts.TESTER, "HUILING_PASSWORD", "wrong"),
				List.of("--url=http://127.0.0.1:" + this.port, this.tree.toString())))
			.isEqualTo(2);
		assertThat(printed()).contains("401");
		assertThat(sync(Map.of("HUILING_USER", "a", "HUILING_PASSWORD", "b"),
				List.of("--url=http://127.0.0.1:1", this.tree.toString())))
			.isEqualTo(3);
		assertThat(printed()).contains("http://127.0.0.1:1 cannot be reached");
	}

	/** A version that uses a fact of the same directory names its draft. */
	@Test
	void factFilesAreDraftedBeforeTheVersionsThatUseThem() throws IOException {
		assertThat(sync("--pull", this.tree.toString())).isZero();
		Path facts = this.tree.resolve("facts");
		assertThat(facts.resolve("household.yaml")).hasSameBinaryContentAs(Path.of("rules/facts/household.yaml"));
		Path badges = Files.writeString(facts.resolve("badges.yaml"), """
				name: {zh: 徽章, en: Badges}
				facts: {badges: {type: integer, min: 0, max: 99, unit: count, zh: 徽章数, en: Badges}}
				""");
		Path pension = facts.resolve("pension.yaml");
		Files.writeString(pension, Files.readString(pension) + "# noted\n");
		FileSystemUtils.copyRecursively(SHIPPED.getParent().resolve(OLD), this.tree.resolve(BADGES));
		Files.writeString(this.tree.resolve(BADGES).resolve("policy.yaml"),
				Files.readString(this.tree.resolve(BADGES).resolve("policy.yaml")).replace("2012-01-01", "2011-01-01"));
		assertThat(sync(this.tree.toString())).isEqualTo(1);
		assertThat(printed()).contains("facts/badges.yaml: only in the directory",
				"facts/pension.yaml: differs from the one in force");
		assertThat(sync("--push", this.tree.toString())).isEqualTo(1);
		assertThat(printed()).contains("facts/badges.yaml: drafted ", "facts/pension.yaml: drafted ",
				BADGES + ": drafted ");
		assertThat(this.jdbc.sql("select cardinality(needs) from policy_draft where effective_from = '2011-01-01'")
			.query(Integer.class)
			.single()).isEqualTo(2);
		assertThat(sync("--push", "--json", this.tree.toString())).isEqualTo(1);
		assertThat(printed()).contains("\"place\":\"facts/badges.yaml\",\"state\":\"DRAFTED\"");
		assertThat(this.jdbc.sql("select count(*) from policy_draft where fact_file is not null")
			.query(Long.class)
			.single()).isEqualTo(2);
		Files.writeString(badges, "facts: [");
		assertThat(sync(this.tree.toString())).isEqualTo(4);
		assertThat(printed()).contains("facts/badges.yaml:1");
	}

}
