package org.huiling.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.huiling.engine.example.Example;
import org.huiling.engine.example.WorkedExamples;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.PolicyDefects;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every version below {@code rules/} compiles, passes the guard, and gives what its
 * worked examples say. One version alone:
 * {@code -Dhuiling.rules.only=model-district/old-age}.
 */
class ShippedRulesTests {

	private static final Path RULES = Path.of("rules");

	@TestFactory
	Stream<DynamicContainer> everyVersionGivesWhatItsExamplesSay() throws IOException {
		String only = System.getProperty("huiling.rules.only", "");
		return versions().filter((path) -> path.toString().contains(only))
			.map((path) -> DynamicContainer.dynamicContainer(RULES.relativize(path).toString(), tests(path)));
	}

	static Stream<Path> versions() throws IOException {
		try (Stream<Path> files = Files.walk(RULES, 4)) {
			return files.filter((path) -> path.getFileName().toString().equals("policy.yaml"))
				.map(Path::getParent)
				.sorted()
				.toList()
				.stream();
		}
	}

	private static Stream<DynamicTest> tests(Path path) {
		try {
			VersionDirectory directory = VersionDirectory.read(path);
			PolicyCompiler compiler = new PolicyCompiler();
			CompiledPolicy policy = compiler.compile(directory.files(), directory.program(), ClassStore.NONE);
			List<Example.Result> results = WorkedExamples.run(compiler, policy, directory.files(),
					OtherPrograms.none(directory.jurisdiction()));
			return results.stream()
				.map((result) -> DynamicTest.dynamicTest(result.example().name(),
						() -> assertThat(result.passed())
							.as("line %s: expected %s, got %s", result.example().line(), result.example().expected(),
									result.actual())
							.isTrue()));
		}
		catch (PolicyDefects | IOException ex) {
			return Stream.of(DynamicTest.dynamicTest("compiles", () -> {
				throw ex;
			}));
		}
	}

}
