package org.huiling.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.huiling.engine.files.DirectoryBook;
import org.huiling.engine.files.FactFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.huiling.facts.reading.FactReading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** 货币: a jurisdiction pays in one, and what it has is in it. */
class CurrencyTests {

	private static final Path SINGAPORE = Path.of("test-data/schemes/singapore");

	@TempDir
	Path rules;

	@BeforeEach
	void copy() throws IOException {
		copy(SINGAPORE, this.rules);
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> paths = Files.walk(from)) {
			for (Path path : (Iterable<Path>) paths::iterator) {
				Path target = to.resolve(from.relativize(path).toString());
				if (Files.isDirectory(path)) {
					Files.createDirectories(target);
				}
				else {
					Files.copy(path, target);
				}
			}
		}
	}

	private static Jurisdiction read(String line) {
		return Jurisdiction.read("a",
				("id: a\nname: {zh: 甲, en: a}\nregionPrefix: \"81\"\n" + line).getBytes(StandardCharsets.UTF_8));
	}

	private void replace(String file, String from, String to) throws IOException {
		Path path = this.rules.resolve("singapore/" + file);
		Files.writeString(path, Files.readString(path).replace(from, to));
	}

	private VersionDirectory version() throws IOException {
		return VersionDirectory.read(this.rules.resolve("singapore/silver-support/2021-01-01"));
	}

	private List<Problem> refused() {
		return catchThrowableOfType(PolicyDefects.class, this::version).problems();
	}

	private List<Problem> checked() throws IOException {
		FactFiles files = FactFiles.shipped();
		for (var one : FactFiles.read(this.rules.resolve(FactFiles.DIRECTORY)).files().entrySet()) {
			files = files.with(one.getKey(), one.getValue());
		}
		FactReading reading = new FactReading(Objects.requireNonNull(files.dictionary()));
		return new PolicyCompiler(() -> reading).check(version()).problems();
	}

	@Test
	void isCnyWhereNothingIsSaid() {
		assertThat(read("").currency()).isEqualTo("CNY");
		assertThat(read("currency: CAD\n").currency()).isEqualTo("CAD");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			JPY | not divided into hundredths
			KWD | not divided into hundredths
			XAU | not divided into hundredths
			YUAN | ISO 4217
			cny | ISO 4217
			""")
	void anotherThanOfHundredthsIsRefused(String code, String why) {
		assertThat(catchThrowableOfType(PolicyDefects.class, () -> read("currency: " + code + "\n")).problems())
			.singleElement()
			.satisfies((one) -> {
				assertThat(one.message().en()).contains(why);
				assertThat(one.line()).isEqualTo(4);
			});
	}

	@Test
	void aProgramIsPaidAsItsJurisdictionPays() throws IOException {
		assertThat(version().program().unit()).isEqualTo("SGD");
		replace("silver-support/program.yaml", "SGD", "CNY");
		assertThat(refused()).singleElement()
			.satisfies((one) -> assertThat(one.message().en()).contains("must be SGD"));
		replace("silver-support/program.yaml", "CNY", "SGD");
		replace("jurisdiction.yaml", "currency: SGD", "");
		assertThat(refused()).singleElement()
			.satisfies((one) -> assertThat(one.message().en()).contains("must be CNY"));
	}

	@ParameterizedTest
	@CsvSource({ "SGD, CNY", "CNY, SGD", "CNY, EUR" })
	void parametersInAnotherCurrencyAreRefusedWithAdvice(String own, String other) throws IOException {
		replace("jurisdiction.yaml", "SGD", own);
		replace("silver-support/program.yaml", "SGD", own);
		replace("silver-support/2021-01-01/policy.yaml", "SGD", other);
		List<Problem> problems = checked();
		assertThat(problems).isNotEmpty()
			.filteredOn((one) -> one.severity() == Severity.ERROR && "WRONG_VALUE".equals(one.code()))
			.isNotEmpty()
			.allSatisfy((one) -> {
				assertThat(one.file()).isEqualTo("policy.yaml");
				assertThat(one.line()).isPositive();
				assertThat(one.message().en()).contains("must be " + own, "jurisdiction.yaml");
			});
	}

	@ParameterizedTest
	@CsvSource({ "SGD, 1300.00, false", "CNY, 1300.00, true", "percent, 50, false" })
	void aStandardInAnotherCurrencyIsRefusedWhereItIsUsed(String unit, String value, boolean refused)
			throws IOException {
		Files.writeString(this.rules.resolve("singapore/standards.yaml"), """
				incomeLine:
				  title: {zh: 收入线, en: Income line}
				  unit: %s
				  basis: 一
				  value: {2020-01-01: %s}
				""".formatted(unit, value));
		replace("silver-support/2021-01-01/policy.yaml", "parameters:\n", """
				parameters:
				  shared: {from: standards.incomeLine}
				""");
		assertThat(checked()).filteredOn((one) -> one.message().en().contains("the jurisdiction pays in SGD"))
			.hasSize(refused ? 1 : 0);
	}

	@Test
	void aProgramFromAboveInAnotherCurrencyIsRefusedOnBothSides() throws IOException {
		Path nation = Files.createDirectories(this.rules.resolve("nation/gift/2020-01-01"));
		Files.writeString(this.rules.resolve("nation/jurisdiction.yaml"), """
				id: nation
				name: {zh: 全国, en: Nation}
				regionPrefix: ""
				""");
		Path program = this.rules.resolve("nation/gift/program.yaml");
		String gift = "name: {zh: 慰问, en: Gift}\ncycle: MONTH\nunit: CNY\norder: 5\n";
		Files.writeString(program, gift);
		Files.writeString(nation.resolve("policy.yaml"), "title: {zh: 慰问, en: Gift}\n");
		assertThat(version().jurisdiction().currency()).isEqualTo("SGD");
		Files.writeString(program, gift + "appliesBelow: true\n");
		assertThat(refused()).singleElement().satisfies((one) -> {
			assertThat(one.code()).isEqualTo("CURRENCY_BELOW");
			assertThat(one.file()).isEqualTo("jurisdiction.yaml");
			assertThat(one.message().en()).contains("nation/gift", "CNY", "singapore", "SGD");
		});
		assertThat(catchThrowableOfType(PolicyDefects.class, () -> VersionDirectory.read(nation)).problems())
			.singleElement()
			.satisfies((one) -> assertThat(one.file()).isEqualTo("program.yaml"));
		assertThat(new DirectoryBook(read("currency: SGD\n"), this.rules.resolve("singapore"), new PolicyCompiler())
			.programs()).extracting(Program::id).containsExactly("silver-support");
	}

}
