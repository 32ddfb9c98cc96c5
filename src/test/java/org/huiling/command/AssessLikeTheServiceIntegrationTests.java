package org.huiling.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.Samples;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.ImportMode;
import org.huiling.applicant.imports.file.ColumnsInForce;
import org.huiling.applicant.imports.file.CsvRows;
import org.huiling.applicant.imports.file.ImportLine;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.files.FactFiles;
import org.huiling.facts.RandomApplicants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code assess} answers about everybody what {@code POST /assessments} answers. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class AssessLikeTheServiceIntegrationTests {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	@Autowired
	RestTestClient client;

	@TempDir
	Path directory;

	@Test
	void thePeopleOfTheSampleList() throws IOException {
		List<String> rows = Files.readAllLines(Path.of("test-data/applicants.csv"));
		Path list = write("people.csv", rows.subList(0, Samples.of(rows.size() - 1, 150) + 1), Charset.forName("GBK"));
		compare(list, people(list), "2013-07");
	}

	@Test
	void organisations() throws IOException {
		Path list = Path.of("test-data/organisations.csv");
		compare(list, people(list), "2013");
	}

	@Test
	void peopleOfWhomManyThingsAreUnknown() throws IOException {
		List<JsonNode> people = Stream
			.concat(RandomApplicants.withUnknowns(Samples.seed()).limit(Samples.of(3000, 250)),
					RandomApplicants.fullyKnown(Samples.seed()).limit(Samples.of(1000, 60)))
			.map((one) -> (JsonNode) one.json())
			.toList();
		Path list = write("people.jsonl", people.stream().map(JsonNode::toString).toList(), StandardCharsets.UTF_8);
		compare(list, people, "2013-Q3");
	}

	@Test
	void whoAreAskedAboutOneProgramWithAllItsReasons() throws IOException {
		List<JsonNode> people = RandomApplicants.withUnknowns(Samples.seed() + 1)
			.limit(Samples.of(500, 40))
			.map((one) -> (JsonNode) one.json())
			.toList();
		Path list = write("people.jsonl", people.stream().map(JsonNode::toString).toList(), StandardCharsets.UTF_8);
		compare(list, people, "2013-12", "--programs", "old-age-allowance,medical-reimbursement", "--explain", "FULL");
	}

	private void compare(Path list, List<JsonNode> people, String period, String... more) throws IOException {
		Path answers = this.directory.resolve("answers.jsonl");
		List<String> arguments = new ArrayList<>(List.of("assess", "--rules", "rules", "--jurisdiction",
				"model-district", "--period", period, "--lang", "en", "-o", answers.toString()));
		arguments.addAll(List.of(more));
		arguments.add(list.toString());
		ByteArrayOutputStream told = new ByteArrayOutputStream();
		int code = TestCommands.run(new PrintStream(told, true, StandardCharsets.UTF_8),
				new PrintStream(told, true, StandardCharsets.UTF_8), false, Map.of(), arguments);
		assertThat(answers).as(told.toString(StandardCharsets.UTF_8)).exists();
		List<String> lines = Files.readAllLines(answers);
		int line = 0;
		int refused = 0;
		for (JsonNode person : people) {
			ObjectNode asked = JsonNodeFactory.instance.objectNode();
			asked.put("period", period).put("jurisdiction", "model-district").set("applicant", person);
			for (int i = 0; i < more.length; i += 2) {
				if ("--programs".equals(more[i])) {
					Stream.of(more[i + 1].split(",")).forEach(asked.withArray("programs")::add);
				}
				else {
					asked.put("explain", more[i + 1]);
				}
			}
			byte[] answer = this.client.post()
				.uri("/api/v1/assessments")
				.contentType(MediaType.APPLICATION_JSON)
				.header("Accept-Language", "en")
				.body(asked.toString())
				.exchange()
				.expectBody()
				.returnResult()
				.getResponseBodyContent();
			JsonNode service = MAPPER.readTree(answer);
			if (service.has("errors")) {
				refused++;
				continue;
			}
			ObjectNode alone = (ObjectNode) MAPPER.readTree(lines.get(line++));
			alone.remove(List.of("line", "fileNumber"));
			assertThat(alone).as("%s", person).isEqualTo(service);
		}
		if (!people.isEmpty()) {
			assertThat(lines).hasSize(people.size() - refused);
			assertThat(code).isEqualTo((refused > 0) ? 1 : 0);
			assertThat(told.toString(StandardCharsets.UTF_8))
				.contains(people.size() + " lines: " + line + " assessed, " + refused + " refused");
		}
	}

	private static List<JsonNode> people(Path list) throws IOException {
		List<JsonNode> people = new ArrayList<>();
		ColumnsInForce columns = new ColumnsInForce(
				new DictionaryInForce(FactFiles.read(Path.of("rules/facts")).dictionary()));
		try (InputStream file = Files.newInputStream(list);
				CsvRows rows = CsvRows.of(file, null, ImportMode.ADD, columns)) {
			for (ImportLine next = rows.next(); next != null; next = rows.next()) {
				people.add(Objects.requireNonNull(next.given()));
			}
		}
		return people;
	}

	private Path write(String name, List<String> lines, Charset charset) throws IOException {
		return Files.write(this.directory.resolve(name), lines, charset);
	}

}
