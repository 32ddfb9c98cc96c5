package org.huiling.engine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Finding;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The chapters by need of {@code rules/README.md} do what they say: the files of each are
 * checked as they stand there, behind the title, document and day that the page leaves
 * out.
 */
class ManualChaptersTests {

	private static final String JURISDICTION = """
			id: sample-county
			name: {zh: 样例县, en: Sample County}
			regionPrefix: "379981"
			""";

	private static final String PROGRAM = """
			name: {zh: 样例待遇, en: Sample benefit}
			unit: CNY
			order: 10
			""";

	private static final String HEADER = """
			title: {zh: 样例, en: A sample}
			basis: 样例办法
			effectiveFrom: 2015-01-01
			published: 2014-12-01
			""";

	static List<Map.Entry<String, Map<String, String>>> chapters() throws IOException {
		Map<String, Map<String, String>> chapters = new LinkedHashMap<>();
		Map<String, String> files = null;
		String file = null;
		boolean here = false;
		for (String line : Files.readString(Path.of("rules/README.md")).lines().toList()) {
			here |= line.startsWith("## 15 ");
			if (here && line.startsWith("### ")) {
				files = new LinkedHashMap<>();
				chapters.put(line.substring(4), files);
				file = null;
			}
			else if (files != null && line.startsWith("    # ")) {
				file = line.substring(6).strip();
				files.put(file, "");
			}
			else if (files != null && file != null && line.startsWith("    ")) {
				files.merge(file, line.substring(4) + '\n', String::concat);
			}
		}
		return List.copyOf(chapters.entrySet());
	}

	@ParameterizedTest
	@MethodSource("chapters")
	void theFilesOfAChapterPassTheirExamples(Map.Entry<String, Map<String, String>> chapter, @TempDir Path rules)
			throws IOException {
		Map<String, String> files = chapter.getValue();
		assertThat(files).as(chapter.getKey()).containsKeys("policy.yaml", "examples.yaml");
		Path version = Files.createDirectories(rules.resolve("sample-county/sample-benefit/2015-01-01"));
		Files.writeString(version.resolve("../../jurisdiction.yaml"), JURISDICTION);
		Files.writeString(version.resolve("../program.yaml"), program(files.getOrDefault("program.yaml", "")));
		Files.writeString(version.resolve("policy.yaml"), HEADER + files.get("policy.yaml"));
		for (Map.Entry<String, String> file : files.entrySet()) {
			if (file.getKey().startsWith("rules/facts/")) {
				declare(rules.resolve("facts"), Path.of(file.getKey()).getFileName(), file.getValue());
			}
			else if (!"program.yaml".equals(file.getKey()) && !"policy.yaml".equals(file.getKey())) {
				Files.writeString(version.resolve(file.getKey()), file.getValue());
			}
		}
		CheckReport report = PolicyCompiler.beside(version).check(VersionDirectory.read(version));
		assertThat(report.problems()).as(chapter.getKey()).isEmpty();
		assertThat(report.findings()).as(chapter.getKey()).noneMatch(Finding::stands);
		assertThat(report.ok()).as(chapter.getKey()).isTrue();
		assertThat(report.examples()).as(chapter.getKey()).hasSizeGreaterThan(2);
	}

	/** The shipped fact files and one more. */
	private static void declare(Path facts, Path name, String text) throws IOException {
		Files.createDirectories(facts);
		try (DirectoryStream<Path> shipped = Files.newDirectoryStream(Path.of("rules/facts"))) {
			for (Path file : shipped) {
				Files.copy(file, facts.resolve(file.getFileName()));
			}
		}
		Files.writeString(facts.resolve(name), text);
	}

	private static String program(String own) {
		StringBuilder program = new StringBuilder(PROGRAM).append(own);
		if (!own.contains("cycle:")) {
			program.append("cycle: MONTH\n");
		}
		if (!own.contains("paidTo:")) {
			program.append("paidTo: PERSON\n");
		}
		return program.toString();
	}

}
