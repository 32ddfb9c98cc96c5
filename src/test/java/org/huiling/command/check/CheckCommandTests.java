package org.huiling.command.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.huiling.command.TestCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code check} on the command line, for policy staff and for scripts. */
class CheckCommandTests {

	private static final String VERSION = "rules/zhongshan/old-age-allowance/2018-01-01";

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@TempDir
	Path copy;

	private int check(String... arguments) {
		PrintStream output = new PrintStream(this.out, true, StandardCharsets.UTF_8);
		PrintStream errors = new PrintStream(this.err, true, StandardCharsets.UTF_8);
		return TestCommands.run(output, errors, false, Map.of(),
				Stream.concat(Stream.of("check"), Stream.of(arguments)).toList());
	}

	private String printed() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

	/** A copy of a shipped version with one text replaced in one of its files. */
	private String changed(String file, String text, String replacement) throws IOException {
		Path program = Path.of(VERSION).getParent();
		Path jurisdiction = program.getParent();
		Path version = this.copy.resolve(Path.of("rules").relativize(Path.of(VERSION)));
		Files.createDirectories(version);
		Files.copy(jurisdiction.resolve("jurisdiction.yaml"),
				version.getParent().getParent().resolve("jurisdiction.yaml"));
		Files.copy(program.resolve("program.yaml"), version.getParent().resolve("program.yaml"));
		try (Stream<Path> files = Files.list(Path.of(VERSION))) {
			for (Path one : files.toList()) {
				String content = Files.readString(one);
				boolean target = one.getFileName().toString().equals(file);
				assertThat(!target || content.contains(text)).isTrue();
				Files.writeString(version.resolve(one.getFileName()),
						target ? content.replace(text, replacement) : content);
			}
		}
		return version.toString();
	}

	@Test
	void aShippedVersionHolds() {
		assertThat(check(VERSION)).isZero();
		assertThat(printed()).contains(": ok, 3 rules");
	}

	@Test
	void factFilesAreCheckedByThemselves() throws IOException {
		assertThat(check("rules/facts")).isZero();
		Path facts = Files.createDirectory(this.copy.resolve("facts"));
		Files.writeString(facts.resolve("party.yaml"), """
				name: {zh: 党员, en: Party members}
				facts:
				  partySince: {type: dat, zh: 入党时间, en: Joined the party}
				""");
		assertThat(check(facts.toString())).isEqualTo(1);
		assertThat(printed()).contains("party.yaml:3:22").contains("FACT_TYPE").contains("date");
	}

	@Test
	void aVersionBesideWrongFactFilesIsNotOk() throws IOException {
		String directory = changed("policy.yaml", "value: 200.00", "value: 200.00");
		Path facts = Files.createDirectory(this.copy.resolve("facts"));
		Files.writeString(facts.resolve("party.yaml"), "name: {zh: 党员, en: Party members}\nfact: {}\n");
		assertThat(check(directory)).isEqualTo(1);
		assertThat(printed()).contains("../../../facts/party.yaml:2")
			.contains("UNKNOWN_KEY")
			.doesNotContain("EXAMPLE_FAILED");
	}

	@Test
	void anExampleThatComesOutOtherwiseIsNamedAtItsLine() throws IOException {
		assertThat(check(changed("policy.yaml", "value: 200.00", "value: 201.00"))).isEqualTo(1);
		assertThat(printed()).contains("examples.yaml:").contains("EXAMPLE_FAILED").contains("not ok");
	}

	@Test
	void aMisspeltParameterIsNamedWithTheOneThatWasMeant() throws IOException {
		String directory = changed("allowance.drl", "P.advancedAge", "P.advancdAge");
		assertThat(check("--json", directory)).isEqualTo(1);
		JsonNode line = new JsonMapper().readTree(printed());
		assertThat(line.get("directory").stringValue()).isEqualTo(directory);
		assertThat(line.get("ok").booleanValue()).isFalse();
		assertThat(line.at("/problems/0/code").stringValue()).isEqualTo("UNKNOWN_PARAMETER");
		assertThat(line.at("/problems/0/file").stringValue()).isEqualTo("allowance.drl");
		assertThat(line.at("/problems/0/line").intValue()).isPositive();
		assertThat(line.at("/problems/0/hint/en").stringValue()).contains("advancedAge");
	}

	@Test
	void aParameterThatNoRuleReadsIsPointedOutButKeepsNothingBack() throws IOException {
		String directory = changed("policy.yaml", "parameters:\n",
				"parameters:\n  leftOver: {value: 1, unit: years, basis: 无}\n");
		assertThat(check(directory)).isZero();
		assertThat(printed()).contains("policy.yaml:").contains("UNUSED_PARAMETER").contains("leftOver");
	}

	@Test
	void aGapIsShownWithAnApplicantWhoFallsIntoIt() throws IOException {
		String directory = changed("allowance.drl", ">= P.veryAdvancedAge", "> P.veryAdvancedAge");
		assertThat(check(directory)).isEqualTo(1);
		assertThat(printed()).contains(directory + ": GAP").contains("    2018-01 {\"birthDate\":\"19");
		this.out.reset();
		assertThat(check("--json", directory)).isEqualTo(1);
		JsonNode finding = new JsonMapper().readTree(printed()).at("/findings/0");
		assertThat(finding.get("kind").stringValue()).isEqualTo("GAP");
		assertThat(finding.get("rules")).hasSize(2);
		assertThat(finding.at("/message/en").stringValue()).contains("gap along the age");
		assertThat(finding.get("period").stringValue()).isEqualTo("2018-01");
		assertThat(finding.at("/counterexample/hukou/region").stringValue()).startsWith("4420");
		assertThat(finding.get("accepted").isNull()).isTrue();
	}

	@Test
	void anAcceptedFindingIsListedWithItsReasonAndKeepsNothingBack() throws IOException {
		String directory = changed("policy.yaml", "parameters:\n", """
				accepted:
				  - {kind: ALWAYS_TRUE, rules: [高龄老人津贴 80—89 周岁], reason: {zh: 就是要这样, en: it is meant so}}
				parameters:
				  nobody: {value: 0, unit: years, basis: 无}
				""");
		Path rules = Path.of(directory, "allowance.drl");
		Files.writeString(rules, Files.readString(rules)
			.replaceFirst("ageOnLastDay >= P.advancedAge", "ageOnLastDay >= P.advancedAge, ageOnLastDay >= P.nobody"));
		assertThat(check(directory)).isZero();
		assertThat(printed()).contains(": ok").contains("ALWAYS_TRUE").containsAnyOf("就是要这样", "it is meant so");
	}

	@Test
	void everyDirectoryHasItsLineOfJsonAlsoOneThatCannotBeRead() {
		assertThat(check("--json", VERSION, "rules/nowhere/at/all")).isEqualTo(2);
		assertThat(printed().lines()).hasSize(2).allSatisfy((line) -> assertThat(line).startsWith("{\"directory\":\""));
	}

	@Test
	void aLinkInsideAVersionIsRefusedByName() throws IOException {
		String directory = changed("policy.yaml", "200.00", "200.00");
		Path secret = Files.writeString(this.copy.resolve("secret.txt"), "nobody's business");
		Path link = Files.createSymbolicLink(Path.of(directory, "more.drl"), secret);
		assertThat(check("--json", directory)).isEqualTo(1);
		assertThat(printed()).contains("LINK_OUT", "more.drl").doesNotContain("business");
		Files.delete(link);
		this.out.reset();
		Files.createSymbolicLink(Path.of(directory, "more"), this.copy);
		assertThat(check("--json", directory)).isEqualTo(1);
		assertThat(printed()).contains("LINK_OUT", "\"file\":\"more\"").doesNotContain("business");
	}

	@Test
	void aVersionMayBeGivenThroughALink() throws IOException {
		String directory = changed("policy.yaml", "200.00", "200.00");
		Path program = Path.of(directory).getParent();
		Path elsewhere = this.copy.resolve("elsewhere");
		Files.move(Path.of(directory), elsewhere);
		Files.createSymbolicLink(program.resolve("2018-01-01"), elsewhere);
		assertThat(check(directory)).isZero();
		assertThat(printed()).contains(": ok, 3 rules");
		Path linked = Files.createSymbolicLink(this.copy.resolve("linked"), program.getParent().getParent());
		assertThat(check(linked.resolve(this.copy.relativize(Path.of(directory))).toString())).isZero();
	}

	@Test
	void aWrongCallSaysHowToCall() {
		assertThat(check()).isEqualTo(2);
		assertThat(check("--yaml", VERSION)).isEqualTo(2);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("usage:", "Unknown option: '--yaml'");
	}

	@Test
	void standardsAreCheckedWithTheVersionsThatGoByThem() throws IOException {
		String version = changed("policy.yaml", "{value: 100.00, unit: CNY, basis: 中山市高龄老人津贴 2018 年标准}",
				"{from: standards.allowance}");
		Path standards = Path.of(version).getParent().getParent().resolve("standards.yaml");
		Files.writeString(standards,
				"allowance: {title: {zh: 津贴, en: Allowance}, basis: 通知," + " value: {2018-01-01: 100.00}}");
		assertThat(check(standards.toString())).isZero();
		Files.writeString(standards,
				"allowance: {title: {zh: 津贴, en: Allowance}, basis: 通知," + " value: {2018-01-01: 101.00}}");
		assertThat(check(standards.toString())).isEqualTo(1);
		assertThat(printed()).contains("standards.yaml/../old-age-allowance/2018-01-01/examples.yaml");
		Files.writeString(standards, "allowance: {basis: 通知, value: many}");
		assertThat(check(version)).isEqualTo(1);
		assertThat(printed()).contains("standards.yaml:1");
	}

}
