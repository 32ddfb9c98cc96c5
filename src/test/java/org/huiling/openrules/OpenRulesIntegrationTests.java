package org.huiling.openrules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.huiling.HuilingTest;
import org.huiling.command.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What is published, asked for without an account, and the same as files. */
@HuilingTest(properties = { "huiling.rules-import=ALWAYS", "huiling.open-rules=true", "huiling.sample=false" })
class OpenRulesIntegrationTests {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static final List<String> WHO = List.of("residentId", "creditCode", "payee");

	@LocalServerPort
	int port;

	@TempDir
	Path directory;

	private JsonNode open(String path) throws IOException {
		URI address = URI.create("http://127.0.0.1:" + this.port + "/api/v1/open/policies" + path);
		HttpURLConnection call = (HttpURLConnection) address.toURL().openConnection();
		assertThat(call.getResponseCode()).as(path).isEqualTo(200);
		try (InputStream body = call.getInputStream()) {
			return MAPPER.readTree(body.readAllBytes());
		}
	}

	@Test
	void theNumbersOfAProgramStandOverTimeWithTheirArticles() throws IOException {
		JsonNode program = open("/model-district/old-age-allowance");
		assertThat(program.at("/name/en").stringValue()).isEqualTo("Old-age allowance");
		JsonNode values = program.get("parameters")
			.valueStream()
			.filter((one) -> "allowance80".equals(one.get("name").stringValue()))
			.findFirst()
			.orElseThrow()
			.get("values");
		assertThat(values.get(0).get("from").stringValue()).isEqualTo("2013-01-01");
		assertThat(values.get(0).get("value").decimalValue()).isEqualByComparingTo("100");
		assertThat(values.get(0).get("basis").stringValue()).isNotEmpty();
		for (int i = 1; i < values.size(); i++) {
			assertThat(LocalDate.parse(values.get(i).get("from").stringValue()).minusDays(1))
				.hasToString(values.get(i - 1).get("to").stringValue());
		}
		assertThat(values.get(values.size() - 1).get("to").isNull()).isTrue();
	}

	@Test
	void aRuleIsATreeAndASentenceInBothLanguages() throws IOException {
		JsonNode rule = open("/model-district/old-age-allowance").get("versions")
			.valueStream()
			.filter((one) -> "2013-01-01".equals(one.get("version").stringValue()))
			.flatMap((one) -> one.get("rules").valueStream())
			.filter((one) -> "高龄津贴 80—89 周岁".equals(one.at("/name/zh").stringValue()))
			.findFirst()
			.orElseThrow();
		assertThat(rule.get("basis").stringValue()).contains("第四条第一项");
		assertThat(rule.at("/conditions/0/kind").stringValue()).isEqualTo("TEST");
		assertThat(rule.at("/conditions/0/text").stringValue()).isEqualTo("ageOnLastDay >= P.advancedAge");
		assertThat(rule.at("/text/0/en").stringValue()).contains("80").doesNotContain("P.");
		assertThat(rule.at("/text/0/zh").stringValue()).contains("80").doesNotContain("P.");
		assertThat(rule.get("consequence").stringValue()).contains("benefit.pay(P.allowance80)");
	}

	@Test
	void theFilesAreWhatTheServiceAnswers() throws IOException {
		Path written = this.directory.resolve("open");
		ByteArrayOutputStream told = new ByteArrayOutputStream();
		for (int again = 0; again < 2; again++) {
			assertThat(export(told, written)).as(told.toString(StandardCharsets.UTF_8)).isZero();
		}
		JsonNode list = MAPPER.readTree(Files.readAllBytes(written.resolve("policies.json"))).get("items");
		assertThat(list).isEqualTo(open("?size=200").get("items"));
		assertThat(list.size()).isGreaterThan(15);
		List<String> naming = new ArrayList<>();
		for (JsonNode item : list) {
			String path = item.get("jurisdiction").stringValue() + "/" + item.get("program").stringValue();
			JsonNode file = MAPPER.readTree(Files.readAllBytes(written.resolve("policies/" + path + ".json")));
			assertThat(file).as(path).isEqualTo(open("/" + path));
			for (JsonNode version : file.get("versions")) {
				version.get("examples").forEach((example) -> WHO.forEach((field) -> {
					if (example.path("applicant").has(field)) {
						naming.add(path + " " + field);
					}
				}));
			}
		}
		assertThat(naming).isEmpty();
	}

	@Test
	void nothingElseIsWrittenOver() throws IOException {
		Path taken = Files.createDirectory(this.directory.resolve("taken"));
		Path file = Files.writeString(taken.resolve("notes.txt"), "mine");
		ByteArrayOutputStream told = new ByteArrayOutputStream();
		assertThat(export(told, taken)).isEqualTo(2);
		assertThat(file).hasContent("mine");
		assertThat(told.toString(StandardCharsets.UTF_8)).contains("something else");
	}

	private static int export(ByteArrayOutputStream told, Path directory) {
		PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
		return new Commands(out, out, false, Map.of(), Locale.ENGLISH, "1")
			.run(List.of("export", "--rules", "rules", "--open", directory.toString()));
	}

}
