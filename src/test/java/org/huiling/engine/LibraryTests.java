package org.huiling.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.huiling.engine.files.DirectoryBook;
import org.huiling.engine.problem.PolicyDefects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The engine as a library, as README shows it. */
class LibraryTests {

	private static final Path CLASSES = Path.of("target", "classes");

	private static final Pattern EXECUTION = Pattern.compile("(?s)<id>engine</id>.*?</execution>");

	private static final Pattern PROGRAM = Pattern.compile("(?s)```java\\n(.*?public class (\\w+).*?)```");

	/** What comes with Spring or is there for the service alone. */
	private static final Pattern SERVICE = Pattern
		.compile("spring|tomcat|thymeleaf|hikari|flyway|postgres|micrometer|webmvc|modulith|hibernate");

	@TempDir
	Path directory;

	/** What the jar of the library has, as the build puts it together. */
	private List<Path> contents() throws IOException {
		String execution = one(EXECUTION, Files.readString(Path.of("pom.xml"))).group();
		List<PathMatcher> in = matchers(execution, "include");
		List<PathMatcher> out = matchers(execution, "exclude");
		try (Stream<Path> files = Files.walk(CLASSES)) {
			return files.filter(Files::isRegularFile)
				.map(CLASSES::relativize)
				.filter((file) -> in.stream().anyMatch((one) -> one.matches(file)))
				.filter((file) -> out.stream().noneMatch((one) -> one.matches(file)))
				.toList();
		}
	}

	private static List<PathMatcher> matchers(String execution, String tag) {
		return Pattern.compile("<" + tag + ">([^<]+)</" + tag + ">")
			.matcher(execution)
			.results()
			.map((found) -> FileSystems.getDefault().getPathMatcher("glob:" + found.group(1)))
			.toList();
	}

	private static MatchResult one(Pattern pattern, String text) {
		return pattern.matcher(text).results().findFirst().orElseThrow();
	}

	@Test
	void noClassOfItNamesSpring() throws IOException {
		List<Path> contents = contents();
		assertThat(contents).contains(Path.of("org/huiling/engine/PolicyBook.class"),
				Path.of("org/huiling/facts/record/FactRecord.class"),
				Path.of("org/huiling/engine/drools/build/members.txt"), Path.of("rules-facts/core.yaml"));
		assertThat(contents).filteredOn((file) -> bytes(CLASSES.resolve(file)).contains("org/springframework"))
			.isEmpty();
	}

	private static String bytes(Path file) {
		try {
			return Files.readString(file, StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void theProgramInTheReadmeRunsAsItIsWritten() throws Exception {
		Path library = this.directory.resolve("library");
		for (Path file : contents()) {
			Path copy = library.resolve(file);
			Files.createDirectories(copy.getParent());
			Files.copy(CLASSES.resolve(file), copy);
		}
		MatchResult program = one(PROGRAM, Files.readString(Path.of("README.md")));
		Path source = Files.writeString(this.directory.resolve(program.group(2) + ".java"), program.group(1));
		String classPath = library + File.pathSeparator + libraries() + File.pathSeparator + this.directory;
		assertThat(ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-proc:none", "-cp", classPath, "-d", this.directory.toString(), source.toString()))
			.isZero();
		Process run = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				classPath, program.group(2))
			.redirectErrorStream(true)
			.start();
		String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(run.waitFor()).as(printed).isZero();
		assertThat(printed.lines()).contains("old-age-allowance ELIGIBLE 100.00 []")
			.anyMatch((line) -> line.contains("NEEDS_INFORMATION null ["));
		assertThat(shown()).as("what README says it prints").isNotEmpty().allMatch(printed.lines().toList()::contains);
	}

	/** The lines that stand below the program. */
	private static List<String> shown() throws IOException {
		String readme = Files.readString(Path.of("README.md"));
		String after = readme.substring(one(PROGRAM, readme).end());
		String block = one(Pattern.compile("(?s)\\n((    [^\\n]+\\n)+)"), after).group(1);
		return block.lines().map(String::strip).filter((line) -> !line.equals("…")).toList();
	}

	private static String libraries() {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> entry.endsWith(".jar")
					&& !SERVICE.matcher(Path.of(entry).getFileName().toString()).find())
			.collect(Collectors.joining(File.pathSeparator));
	}

	@Test
	void aPersonThatCannotBeReadIsToldFieldByField() throws IOException {
		DirectoryBook book = PolicyBook.read(Path.of("rules/model-district"));
		assertThatExceptionOfType(PolicyDefects.class)
			.isThrownBy(() -> book.applicant("{birthDate: 1933-02-15, hukou: {regoin: 379901003}}"))
			.satisfies((defects) -> assertThat(defects.problems().get(0).message().en()).contains("regoin"));
		assertThatExceptionOfType(PolicyDefects.class).isThrownBy(() -> book.applicant("{name: 甲}"));
		assertThat(book.applicant("{\"subject\": \"organisation\", \"opened\": \"2010-01-01\"}").subject().word())
			.isEqualTo("organisation");
	}

}
