package org.huiling.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.huiling.DeclaredFacts;
import org.huiling.engine.files.FactFiles;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Finding.Kind;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.huiling.facts.reading.FactReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Flaws of rules over declared facts are found, and none is made up. */
class DeclaredFlawTests {

	private static final String FACTS = """
			name: {zh: 试例, en: Example}
			facts:
			  bo: {type: boolean, ask: 900, zh: 甲项, en: First}
			  other: {type: boolean, ask: 901, zh: 乙项, en: Second}
			  rank: {type: integer, min: 0, max: 9, ask: 902, askWhen: "bo", zh: 等级, en: Rank}
			  until: {type: date, notAfter: "1999-12-31", ask: 903, zh: 截至, en: Until}
			  aids: {type: codes, codeType: Aid, codes: {CANE: {zh: 手杖, en: Cane}, CHAIR: {zh: 轮椅, en: Chair}}, ask: 904, zh: 辅具, en: Aids}
			refuse:
			  - {when: "bo and other", field: bo, zh: 不能都是, en: Not both}
			derived:
			  livedYears: {is: "fullYears(residence.since, firstDay)", zh: 居住年数, en: Years lived there}
			  later: {is: {"2010-01-01": "bo and rank < 0", "2019-07-01": "bo"}, zh: 以后, en: Later}
			  newer: {is: {"2018-01-01": "bo"}, zh: 新近, en: Newer}
			  through: {is: "newer or other", zh: 转述, en: Through}
			""";

	@TempDir
	Path directory;

	private PolicyCompiler compiler() throws IOException {
		try (Stream<Path> shipped = Files.list(Path.of("rules/facts"))) {
			for (Path file : (Iterable<Path>) shipped::iterator) {
				Files.copy(file, this.directory.resolve(file.getFileName()));
			}
		}
		Files.writeString(this.directory.resolve("example.yaml"), FACTS);
		FactReading reading = new FactReading(FactFiles.read(this.directory).dictionary());
		return new PolicyCompiler(() -> reading);
	}

	private List<Kind> flaws(String one, String other) throws IOException {
		return check(one, other).findings().stream().map(Finding::kind).distinct().toList();
	}

	private CheckReport check(String one, String other) throws IOException {
		TinyPolicy policy = TinyPolicy.monthly("example", 10, "2015-01-01")
			.parameter("five", "5", "years")
			.parameter("three", "3", "count")
			.parameter("late", "2000-01-01", "date")
			.parameter("low", "50.00", "CNY")
			.parameter("high", "80.00", "CNY")
			.rule("甲", "Applicant( " + one + " )", "benefit.pay(P.low);");
		if (!other.isEmpty()) {
			policy.rule("乙", "Applicant( " + other + " )", "benefit.pay(P.high);");
		}
		PolicyFiles files = new PolicyFiles(TinyPolicy.JURISDICTION.id(), policy.program().id(), "2015-01-01",
				policy.bytes());
		return compiler().check(new VersionDirectory(TinyPolicy.JURISDICTION, policy.program(), files));
	}

	@ParameterizedTest
	@ValueSource(strings = { "newer == true", "through == true" })
	void whatIsDefinedOnlyFromADayAfterTheVersionBeginsIsRefused(String condition) throws IOException {
		assertThat(check(condition, "").problems()).filteredOn((one) -> one.severity() == Severity.ERROR)
			.singleElement()
			.satisfies((one) -> assertThat(one.code()).isEqualTo("DEFINED_LATER"))
			.satisfies((one) -> assertThat(one.message().en()).contains("newer", "2018-01-01", "2015-01-01"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "livedYears < P.five | livedYears >= P.five | -",
					"bo == true, rank > P.three | bo == true, rank < P.three | GAP", "bo == true | other == true | -",
					"later == true | - | -", "until >= P.late | - | UNREACHABLE", "aids contains Aid.CANE | - | -",
					"aids contains Aid.CANE | aids not contains Aid.CHAIR | CONFLICT" })
	void areFoundAndNoneIsMadeUp(String one, String other, String expected) throws IOException {
		List<Kind> found = flaws(one, (other != null) ? other : "");
		List<Kind> serious = found.stream()
			.filter((kind) -> List
				.of(Kind.UNREACHABLE, Kind.CONFLICT, Kind.GAP, Kind.ALWAYS_TRUE, Kind.SHADOWED, Kind.NOT_JUDGED)
				.contains(kind))
			.toList();
		assertThat(serious).isEqualTo((expected != null) ? List.of(Kind.valueOf(expected)) : List.of());
	}

	/** As the command does: a version by the fact files that lie beside it. */
	@Test
	void aVersionIsCheckedByTheFactFilesBesideIt() throws IOException {
		Path version = DeclaredFacts.withPolicy().resolve("model-district/party-allowance/2013-01-01");
		CheckReport report = PolicyCompiler.beside(version).check(VersionDirectory.read(version));
		assertThat(report.problems()).isEmpty();
		assertThat(report.examples()).hasSize(7).allSatisfy((example) -> assertThat(example.passed()).isTrue());
		assertThat(report.findings()).noneMatch(Finding::stands);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "level: {type: code, codeType: Level, codes: {AA: {zh: 甲, en: A}}, zh: 级, en: L}",
					"plan: {type: code, codeType: Plan, codes: {AA: {zh: 甲, en: A}}, zh: 级, en: L}",
					"rooms: {type: integer, tableKey: dibaoType, zh: 间, en: R}",
					"getClass: {type: boolean, zh: 类, en: C}", "isBig: {type: boolean, zh: 大, en: B}",
					"xRay: {type: boolean, zh: 片, en: X}", "notify: {type: boolean, zh: 知, en: N}" })
	void namesThatWouldTakeThePlaceOfOthersAreRefused(String fact) throws IOException {
		compiler();
		Files.writeString(this.directory.resolve("example.yaml"),
				"name: {zh: 试例, en: Example}\nfacts:\n  " + fact + "\n");
		assertThat(FactFiles.read(this.directory).problems()).extracting(Problem::code).contains("FACT_NAME");
	}

	@ParameterizedTest
	@CsvSource({ "household.dibao.type.y", "careLevel.bad", "poor.really", "alive.still", "claims.y" })
	void nothingLiesBelowAFactThatHasAValue(String path) throws IOException {
		compiler();
		Files.writeString(this.directory.resolve("example.yaml"),
				"name: {zh: 试例, en: Example}\nderived:\n  " + path + ": {is: \"alive\", zh: 试, en: T}\n");
		assertThat(FactFiles.read(this.directory).problems()).isNotEmpty();
	}

}
