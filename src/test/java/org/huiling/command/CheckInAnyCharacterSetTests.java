package org.huiling.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.huiling.HuilingApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A terminal or a container without a Chinese locale checks as any other: the same rules,
 * the same words.
 */
class CheckInAnyCharacterSetTests {

	private static final String RULES = """
			rule "鲁"
			    @en("A")
			    @basis("第一条")
			when
			    $户 : Applicant( residence.region == "鲁" )
			then
			    benefit.pay(P.less);
			end

			rule "晋"
			    @en("B")
			    @basis("第二条")
			when
			    $人 : Applicant( residence.region == "晋" )
			then
			    benefit.pay(P.more);
			end
			""";

	private static final String POLICY = """
			title: {zh: 试例, en: Example}
			basis: 试例办法
			effectiveFrom: 2013-01-01
			parameters:
			  less: {value: 100.00, unit: CNY, basis: 第一条}
			  more: {value: 200.00, unit: CNY, basis: 第二条}
			""";

	@TempDir
	Path rules;

	private Path version;

	@BeforeEach
	void write() throws IOException {
		this.version = Files.createDirectories(this.rules.resolve("model-district/old-age-allowance/2013-01-01"));
		for (String above : List.of("model-district/jurisdiction.yaml",
				"model-district/old-age-allowance/program.yaml")) {
			Files.copy(Path.of("rules", above), this.rules.resolve(above));
		}
		Files.writeString(this.version.resolve("rules.drl"), RULES);
		Files.writeString(this.version.resolve("policy.yaml"), POLICY);
	}

	private String here() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
		TestCommands.run(print, print, false, Map.of(), List.of("check", "--json", this.version.toString()));
		return out.toString(StandardCharsets.UTF_8);
	}

	private String inAscii() throws Exception {
		Path out = this.rules.resolve("out");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Dfile.encoding=US-ASCII", "-Dstdout.encoding=US-ASCII", "-Duser.language=en", "-cp",
				System.getProperty("java.class.path"), HuilingApplication.class.getName(), "check", "--json",
				this.version.toString())
			.redirectOutput(out.toFile())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		process.waitFor();
		return Files.readString(out);
	}

	@Test
	void conditionsThatDifferInChineseCharactersStayTwo() throws Exception {
		String printed = inAscii();
		assertThat(printed).contains("\"rule\":\"鲁\"").contains("\"rule\":\"晋\"").contains("缺少 examples.yaml");
		assertThat(printed).isEqualTo(here());
	}

	@Test
	void aMistakeIsToldInTheSameWords() throws Exception {
		Files.writeString(this.version.resolve("rules.drl"), RULES.replace("P.more", "$众"));
		assertThat(inAscii()).contains("UNKNOWN_VARIABLE").contains("$众").isEqualTo(here());
	}

}
