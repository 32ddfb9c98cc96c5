package org.huiling.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The table that {@code rules/README.md} shows does what the page says. */
class ReadmeTableTests {

	@Test
	void theTableOfThePagePassesTheExamplesOfThePage(@TempDir Path rules) throws IOException {
		Path version = Files.createDirectories(rules.resolve("sample-county/old-age-allowance/2015-04-01"));
		Files.writeString(version.resolve("../../jurisdiction.yaml"), block("jurisdiction.yaml`（已有的辖区跳过）"));
		Files.writeString(version.resolve("../program.yaml"), block("第一个文件"));
		Files.writeString(version.resolve("policy.yaml"), block("第二个文件"));
		Files.writeString(version.resolve("examples.yaml"), block("第四个文件"));
		Files.writeString(version.resolve("allowance.drl.csv"), block("`allowance.drl.csv`，可以代替"));
		CheckReport report = new PolicyCompiler().check(VersionDirectory.read(version));
		assertThat(report.problems()).isEmpty();
		assertThat(report.ok()).isTrue();
		assertThat(report.examples()).hasSizeGreaterThan(10);
		assertThat(report.coverage()).hasSize(3);
	}

	/** The indented lines after a line that holds a text. */
	private static String block(String after) throws IOException {
		StringBuilder block = new StringBuilder();
		boolean found = false;
		for (String line : Files.readString(Path.of("rules/README.md")).lines().toList()) {
			if (found && line.startsWith("    ")) {
				block.append(line.substring(4)).append('\n');
			}
			else if (found && !line.isBlank() && !block.isEmpty()) {
				break;
			}
			found |= line.contains(after);
		}
		assertThat(block).as("after %s", after).isNotEmpty();
		return block.toString();
	}

}
