package org.huiling.command.assess;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.command.TestCommands;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.comparison.AnswerChecksum;
import org.huiling.engine.files.DirectoryBook;
import org.huiling.table.TableFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code assess} on the command line. */
class AssessCommandTests {

	private static final String ID = "379901193302150019";

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@TempDir
	Path directory;

	private Path rules;

	/** Two programs, so that each test compiles little. */
	@BeforeEach
	void copyRules() throws IOException {
		this.rules = this.directory.resolve("rules");
		for (String one : List.of("facts", "model-district/old-age-allowance", "model-district/activity-room-grant")) {
			FileSystemUtils.copyRecursively(Path.of("rules", one), this.rules.resolve(one));
		}
		for (String one : List.of("model-district/jurisdiction.yaml", "model-district/standards.yaml")) {
			Files.copy(Path.of("rules", one), this.rules.resolve(one));
		}
	}

	private int assess(String... arguments) {
		this.out.reset();
		this.err.reset();
		return TestCommands.run(new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8), false, Map.of(),
				Stream
					.concat(Stream.of("assess", "--rules", this.rules.toString(), "--jurisdiction", "model-district"),
							Stream.of(arguments))
					.toList());
	}

	private String told() {
		return this.err.toString(StandardCharsets.UTF_8);
	}

	private Path list(String... lines) throws IOException {
		return Files.write(this.directory.resolve("people.csv"), List.of(lines));
	}

	private static String[] cells(String row) {
		return row.split(",", -1);
	}

	@Test
	void oneRowForEachAnswer() throws IOException {
		Path list = list("姓名,出生日期,户籍所在地", "甲,1933-02-15,379901003", "乙,1933-02-15,");
		assertThat(assess("--period", "2013-07", "--programs", "old-age-allowance", list.toString())).isZero();
		List<String> rows = this.out.toString(StandardCharsets.UTF_8).lines().toList();
		assertThat(rows).hasSize(3);
		assertThat(rows.get(0))
			.startsWith("\uFEFFline,fileNumber,jurisdiction,program,name,period,claim,outcome,amount");
		assertThat(cells(rows.get(1))).startsWith("2", "", "model-district", "old-age-allowance", "Old-age allowance",
				"2013-07", "", "ELIGIBLE", "100.00");
		assertThat(cells(rows.get(2))).startsWith("3").contains("NEEDS_INFORMATION", "hukou.region");
		assertThat(told()).contains("2 lines: 2 assessed, 0 refused");
	}

	@Test
	void aRefusedLineIsToldByItsColumnAndNeverWithAnId() throws IOException {
		Path list = list("residentId,birthDate,hukou.region,colour", ID + ",1933-02-15,379901003,blue",
				",1933-02-15,379901003,", ",1933-02-31,379901003,", "合计,3,,");
		Path answers = this.directory.resolve("answers.csv");
		assertThat(assess("--period", "2013-07", "-o", answers.toString(), list.toString())).isEqualTo(1);
		assertThat(told()).contains("line 2: residentId: ")
			.contains("line 4: birthDate: ")
			.contains("line 5: ")
			.contains("this column is not read: colour")
			.contains("3 lines: 1 assessed, 2 refused; besides, 1 with a sum")
			.doesNotContain(ID);
		assertThat(Files.readAllLines(answers)).filteredOn((row) -> row.startsWith("3,")).isNotEmpty();
		assertThat(Files.readString(answers)).doesNotContain(ID);
	}

	/** Whether there is a header, a sum or nothing at all: nobody was assessed. */
	@Test
	void aListAboutNobodyIsRefusedAndASumIsNothingToMend() throws IOException {
		Path answers = this.directory.resolve("answers.csv");
		for (List<String> lines : List.of(List.<String>of(), List.of("birthDate,hukou.region"),
				List.of("birthDate,hukou.region", "合计,3"))) {
			Path list = list(lines.toArray(String[]::new));
			assertThat(assess("--period", "2013-07", "-o", answers.toString(), list.toString())).as("%s", lines)
				.isEqualTo(2);
			assertThat(told()).contains("EMPTY_FILE", "nobody was assessed");
			assertThat(assess("--period", "2013-07", list.toString())).isEqualTo(2);
			assertThat(this.out.size()).isZero();
		}
		assertThat(answers).doesNotExist();
		Path nobody = Files.writeString(this.directory.resolve("people.jsonl"), "\n");
		assertThat(assess("--period", "2013-07", nobody.toString())).isEqualTo(2);
		Path list = list("birthDate,hukou.region", "1933-02-15,379901003", "合计,1");
		assertThat(assess("--period", "2013-07", "-o", answers.toString(), list.toString())).isZero();
		assertThat(told()).contains("line 3: ", "(FOOTER)", "1 lines: 1 assessed, 0 refused; besides, 1 with a sum");
	}

	/** The first row of a list without a header is somebody. */
	@Test
	void aNameThatLooksLikeAnIdIsNotRepeated() throws IOException {
		Path list = list("birthDate," + ID + ",3799 0119 3302 1500 19", "1933-02-15,,");
		assertThat(assess("--period", "2013-07", list.toString())).isZero();
		assertThat(told()).contains("this column is not read: …").doesNotContain("37990119", "3799 0119");
		Path lines = Files.writeString(this.directory.resolve("people.jsonl"),
				"{\"birthDate\": \"1933-02-15\", \"" + ID + "\": 1}\n{\"" + ID + "\": 1, \"" + ID + "\": 2}\n");
		assertThat(assess("--period", "2013-07", lines.toString())).isEqualTo(1);
		assertThat(told()).contains("line 1: …: ", "line 2: ").doesNotContain(ID);
	}

	@Test
	void theChecksumIsThatOfTheLibraryWhateverTheOrder() throws IOException {
		Path list = list("birthDate,hukou.region", "1933-02-15,379901003", "1938-02-15,379901003", "1950-02-15,");
		assertThat(assess("--period", "2013-07", "--explain", "NONE", list.toString())).isZero();
		DirectoryBook book = PolicyBook.read(this.rules.resolve("model-district"));
		AnswerChecksum sum = Stream
			.of("{birthDate: 1950-02-15}", "{birthDate: 1938-02-15, hukou: {region: 379901003}}",
					"{birthDate: 1933-02-15, hukou: {region: 379901003}}")
			.map((person) -> AnswerChecksum.of(book.assess(person, "2013-07").assessments()))
			.reduce(AnswerChecksum.NONE, AnswerChecksum::plus);
		assertThat(told()).contains("checksum of the answers: " + sum.text());
	}

	@Test
	void aWorkbookHasTheRowsOfTheCsv() throws IOException {
		Path list = list("birthDate,hukou.region", "1933-02-15,379901003", "1938-02-15,379901003");
		assertThat(assess("--period", "2013-07", list.toString())).isZero();
		List<String> rows = this.out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
		Path answers = this.directory.resolve("answers.xlsx");
		assertThat(assess("--period", "2013-07", "-o", answers.toString(), list.toString())).isZero();
		try (InputStream file = Files.newInputStream(answers);
				TableFile table = TableFile.open(file, null, (name) -> true)) {
			assertThat(table.names()).startsWith("line", "fileNumber", "jurisdiction", "program");
			for (String row : rows) {
				assertThat(table.next().cells().subList(0, 9)).containsExactly(Arrays.copyOf(cells(row), 9));
			}
			assertThat(table.next()).isNull();
		}
	}

	@Test
	void monthAfterMonthWhatIsGivenOnceIsDueOnce() throws IOException {
		Path list = Path.of("test-data/organisations.csv");
		Path answers = this.directory.resolve("answers.csv");
		assertThat(assess("--period", "2015-01", "--to", "2015-06", "--programs", "activity-room-grant", "-o",
				answers.toString(), list.toString()))
			.isZero();
		Map<String, Long> given = Files.readAllLines(answers)
			.stream()
			.filter((row) -> row.contains(",ELIGIBLE,"))
			.collect(Collectors.groupingBy((row) -> cells(row)[0], Collectors.counting()));
		assertThat(given).isNotEmpty();
		assertThat(given.values()).containsOnly(1L);
		assertThat(Files.readString(answers)).contains("GIVEN_ALREADY");
	}

	@Test
	void beforeTheDayFromWhichALineHoldsNothingIsKnown() throws IOException {
		Path list = list("出生日期,户籍所在地,生效日期", "1933-02-15,379901003,2013-08-01");
		assertThat(assess("--period", "2013-07", "--to", "2013-08", "--programs", "old-age-allowance", list.toString()))
			.isZero();
		List<String> rows = this.out.toString(StandardCharsets.UTF_8).lines().toList();
		assertThat(cells(rows.get(1))).contains("2013-07", "NEEDS_INFORMATION");
		assertThat(cells(rows.get(2))).contains("2013-08", "ELIGIBLE");
	}

	@Test
	void rulesThatDoNotHoldAssessNobodyAndLeaveTheAnswersAlone() throws IOException {
		Path drl = this.rules.resolve("model-district/old-age-allowance/2013-01-01/allowance.drl");
		Files.writeString(drl, Files.readString(drl).replace("P.advancedAge", "P.advancdAge"));
		Path answers = Files.writeString(this.directory.resolve("answers.csv"), "before");
		Path list = list("birthDate", "1933-02-15");
		assertThat(assess("--period", "2013-07", "-o", answers.toString(), list.toString())).isEqualTo(2);
		assertThat(told()).contains("old-age-allowance/2013-01-01/allowance.drl", "UNKNOWN_PARAMETER");
		assertThat(answers).hasContent("before");
		try (Stream<Path> left = Files.list(this.directory)) {
			assertThat(left.map((path) -> path.getFileName().toString())).containsExactlyInAnyOrder("rules",
					"answers.csv", "people.csv");
		}
	}

	/** A version that is passed over would refuse people what is theirs. */
	@ParameterizedTest
	@ValueSource(strings = { "model-district/old-age-allowance/program.yaml",
			"model-district/old-age-allowance/2013-01-01/policy.yaml", "model-district/jurisdiction.yaml",
			"facts/core.yaml" })
	void nothingThatCannotBeReadIsPassedOver(String file) throws IOException {
		Files.writeString(this.rules.resolve(file), "nothing: [of use");
		assertThat(assess("--period", "2013-07", list("birthDate", "1933-02-15").toString())).isEqualTo(2);
		assertThat(told()).contains(Path.of(file).getFileName().toString());
		assertThat(this.out.size()).isZero();
	}

	@Test
	void aWrongCallSaysWhatIsWrong() throws IOException {
		String list = list("birthDate", "1933-02-15").toString();
		assertThat(assess("--period", "2013-13", list)).isEqualTo(2);
		assertThat(told()).contains("2013-13 is no period");
		assertThat(assess("--period", "2013-07", "--to", "2013-06", list)).isEqualTo(2);
		assertThat(assess("--period", "2013-07", "--programs", "old-age-allowence", list)).isEqualTo(2);
		assertThat(told()).contains("old-age-allowance");
		assertThat(assess("--period", "2013-07", "-o", list, list)).isEqualTo(2);
		assertThat(assess("--period", "2013-07", "-o", "answers.doc", list)).isEqualTo(2);
		assertThat(assess("--period", "2013-07", "nobody.csv")).isEqualTo(2);
		assertThat(told()).contains("nobody.csv");
		assertThat(assess("--period", "2013-07", this.directory.toString())).isEqualTo(2);
		assertThat(told()).contains(this.directory + " is a directory");
		assertThat(assess("--period", "2013-07", "-o", "/nope/x.csv", list)).isEqualTo(2);
		assertThat(told()).contains("there is no directory /nope, where x.csv").doesNotContain(".part", "huiling-");
		Path taken = Files.createDirectory(this.directory.resolve("taken.csv"));
		assertThat(assess("--period", "2013-07", "-o", taken.toString(), list)).isEqualTo(2);
		assertThat(told()).contains(taken + " is a directory");
		assertThat(assess("--period", "2013-07", "--lang", "fr", list)).isEqualTo(2);
		assertThat(assess("--period", "2013-07", list("name", "甲").toString())).isEqualTo(2);
		assertThat(told()).contains("birthDate");
	}

}
