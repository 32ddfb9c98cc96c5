package org.huiling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever follows the way into the code finds what it names, where it says. */
class FirstHourTests {

	private static final Path GUIDE = Path.of("docs/first-hour.md");

	private static final Path SOURCES = Path.of("src/main/java/org/huiling");

	private static final Pattern QUOTED = Pattern.compile("`([\\w/]+)`");

	@Test
	void everyPathAndEveryClassIsThere() throws IOException {
		List<String> named = QUOTED.matcher(Files.readString(GUIDE))
			.results()
			.map((MatchResult match) -> match.group(1))
			.filter((name) -> !name.startsWith("src/") && !name.startsWith("rules/"))
			.toList();
		assertThat(named).hasSizeGreaterThan(40);
		Set<String> types = types();
		assertThat(named).as("names of %s", GUIDE).allMatch((name) -> isThere(name, types));
	}

	private static boolean isThere(String name, Set<String> types) {
		return name.contains("/")
				? Files.isDirectory(SOURCES.resolve(name)) || Files.exists(SOURCES.resolve(name + ".java"))
				: types.contains(name) || !name.matches("[A-Z][a-z]\\w*");
	}

	private static Set<String> types() throws IOException {
		try (Stream<Path> main = Files.walk(Path.of("src/main/java"));
				Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
			return Stream.concat(main, tests)
				.map((file) -> file.getFileName().toString())
				.filter((file) -> file.endsWith(".java"))
				.map((file) -> file.substring(0, file.length() - ".java".length()))
				.collect(Collectors.toSet());
		}
	}

}
