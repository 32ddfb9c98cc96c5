package org.huiling.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.Samples;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.engine.Assessment;
import org.huiling.engine.Bilingual;
import org.huiling.engine.InKind;
import org.huiling.engine.Outcome;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.engine.comparison.AnswerChecksum;
import org.huiling.engine.files.DirectoryBook;
import org.huiling.facts.MadeUpIds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same people are answered the same, whoever asks: the engine as a library,
 * {@code assess} over their list, the service about each of them on file; and what a run
 * decides of them is what these grant.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class OneChecksumIntegrationTests {

	private static final int PEOPLE = Samples.of(50_000, 100);

	private static final String PERIOD = "2013-08";

	private static final Pattern TOLD = Pattern.compile("checksum of the answers: (\\w+)");

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final int TRIES = 30_000;

	private final Random random = new Random(Samples.seed());

	private final Map<String, Program> programs = new HashMap<>();

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@TempDir
	Path directory;

	@Test
	void libraryCommandServiceAndRunComeToOne() throws IOException {
		List<String> people = Stream.iterate(0, (number) -> number + 1).limit(PEOPLE).map(this::person).toList();
		DirectoryBook book = PolicyBook.read(Path.of("rules", "model-district"));
		book.programs().forEach((program) -> this.programs.put(program.id(), program));
		AnswerChecksum library = AnswerChecksum.NONE;
		AnswerChecksum granted = AnswerChecksum.NONE;
		for (String person : people) {
			List<Assessment> answers = book.assess(person, PERIOD).assessments();
			library = library.plus(AnswerChecksum.of(answers));
			granted = granted.plus(AnswerChecksum.of(grants(answers)));
		}
		Path list = Files.write(this.directory.resolve("people.jsonl"), people);
		assertThat(command(list)).isEqualTo(library.text());
		List<String> ids = onFile(list);
		assertThat(service(ids)).isEqualTo(library);
		run();
		assertThat(decided(ids.size())).as("what is granted").isEqualTo(granted);
	}

	private static List<Assessment> grants(Collection<Assessment> answers) {
		return answers.stream().filter(Assessment::grants).toList();
	}

	/** Somebody who applied for everything long ago; not all is known of all. */
	private String person(int number) {
		LocalDate birth = LocalDate.of(1908, 1, 1).plusDays(number * 17_500L / PEOPLE + number % 7);
		boolean man = number % 2 == 0;
		boolean known = this.random.nextInt(5) != 0;
		String household = known ? "\"monthlyIncome\": %d.50,".formatted(this.random.nextInt(2_000)) : "";
		String dibao = (this.random.nextInt(5) == 0) ? "{\"type\": \"RURAL\", \"since\": \"2010-01-01\"}"
				: "{\"type\": \"NONE\"}";
		int cost = 500 + this.random.nextInt(40_000);
		String claims = (this.random.nextInt(3) == 0)
				? "{\"id\": \"c1\", \"date\": \"2013-0%d-14\", \"kind\": \"INPATIENT\", \"hospitalTier\": \"COUNTY\","
					.formatted(7 + this.random.nextInt(2))
						+ " \"totalCost\": %d, \"eligibleCost\": %d}".formatted(cost, cost * 9 / 10)
				: "";
		String applications = Stream
			.of("old-age-allowance", "living-subsidy", "low-income-top-up", "home-care-service", "household-support",
					"elder-privileges", "village-doctor-allowance")
			.map((program) -> "{\"program\": \"%s\", \"date\": \"2012-01-11\"}".formatted(program))
			.collect(Collectors.joining(", "));
		return """
				{"residentId": "%s", "birthDate": "%s", "sex": "%s", "hukou": {"region": "37990100%d", "type": "%s",\
				 "since": "1960-01-01"}, "residence": {"region": "379901003", "since": "1960-01-01"},\
				 "household": {"size": %d, %s "livingAlone": %s, "dibao": %s}, "disability": {"grade": %d},\
				 "careLevel": %d, "pension": {"monthlyAmount": %d}, "lifeCheck": {"lastPassed": "2013-05-02"},\
				 "insurance": {"scheme": "NCMS", "year": 2013, "contributionPaid": true}, "statuses": [%s],\
				 "choices": [], "claims": [%s], "applications": [%s]}""".formatted(
				MadeUpIds.of(birth, 1 + number % 998 / 2 * 2 + (man ? 0 : 1)), birth, man ? "MALE" : "FEMALE",
				1 + this.random.nextInt(5), this.random.nextBoolean() ? "RURAL" : "URBAN", 1 + this.random.nextInt(3),
				household, this.random.nextBoolean(), dibao, (this.random.nextInt(8) == 0) ? 2 : 0,
				this.random.nextInt(4), (this.random.nextInt(3) == 0) ? 0 : this.random.nextInt(400),
				(this.random.nextInt(6) == 0) ? "{\"kind\": \"LOW_INCOME\", \"from\": \"2011-01-01\"}" : "", claims,
				applications);
	}

	private String command(Path list) {
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		int code = TestCommands.run(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8), false, Map.of(),
				List.of("assess", "--rules", "rules", "--jurisdiction", "model-district", "--period", PERIOD, "-o",
						this.directory.resolve("answers.jsonl").toString(), list.toString()));
		String told = err.toString(StandardCharsets.UTF_8);
		assertThat(code).as("%s", told).isZero();
		Matcher checksum = TOLD.matcher(told);
		assertThat(checksum.find()).as("%s", told).isTrue();
		return checksum.group(1);
	}

	private List<String> onFile(Path list) throws IOException {
		byte[] answer = this.client.post()
			.uri("/api/v1/applicants/import")
			.header(TestCallers.HEADER, People.WORKER)
			.contentType(MediaType.parseMediaType("application/x-ndjson"))
			.body(Files.readAllBytes(list))
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		assertThat(MAPPER.readTree(answer).get("refused").intValue()).isZero();
		List<String> ids = this.jdbc
			.sql("select distinct applicant::text from applicant_region where region like" + " '379901%' order by 1")
			.query(String.class)
			.list();
		assertThat(ids).hasSize(PEOPLE);
		return ids;
	}

	private AnswerChecksum service(List<String> ids) {
		People worker = People.as(this.client, People.WORKER);
		AnswerChecksum all = AnswerChecksum.NONE;
		for (String id : ids) {
			JsonNode answers = worker
				.post("/api/v1/assessments",
						"{\"applicantId\": \"%s\", \"period\": \"%s\", \"explain\": \"NONE\"}".formatted(id, PERIOD))
				.is(200)
				.body()
				.get("assessments");
			all = all.plus(AnswerChecksum.of(answers.valueStream().map(this::answer).toList()));
		}
		return all;
	}

	private Assessment answer(JsonNode one) {
		return assessment(one.get("program").stringValue(), one.get("period").stringValue(), text(one.get("claim")),
				one.get("outcome").stringValue(),
				one.get("amount").isNull() ? null : one.get("amount").decimalValue().setScale(2), one.get("inKind"),
				text(one.get("version")), text(one.get("digest")),
				one.get("missing").valueStream().map(JsonNode::stringValue).toList());
	}

	private static @Nullable String text(JsonNode node) {
		return node.isNull() ? null : node.stringValue();
	}

	private Assessment assessment(String program, String period, @Nullable String claim, String outcome,
			@Nullable BigDecimal amount, @Nullable JsonNode things, @Nullable String version, @Nullable String digest,
			List<String> missing) {
		List<InKind> inKind = new ArrayList<>();
		if (things != null && !things.isNull()) {
			things.forEach((one) -> inKind
				.add(new InKind(new Bilingual(one.get("what").stringValue(), one.get("what").stringValue()),
						one.get("quantity").intValue(), one.get("unit").stringValue())));
		}
		return new Assessment(this.programs.get(program), period, claim, Outcome.valueOf(outcome), amount, inKind,
				version, digest, List.of(), List.of(), missing, List.of(), List.of(), null);
	}

	private void run() {
		People operator = People.as(this.client, "operator;BATCH_OPERATOR;379901");
		String id = operator
			.post("/api/v1/recalculations",
					"{\"jurisdiction\": \"model-district\", \"from\": \"%1$s\", \"to\": \"%1$s\", \"mode\": \"COMMIT\","
						.formatted(PERIOD) + " \"reason\": \"monthly\"}")
			.is(202)
			.text("/id");
		for (int tried = 0; tried < TRIES; tried++) {
			String state = operator.get("/api/v1/recalculations/" + id).is(200).text("/state");
			if (!Set.of("STARTING", "RUNNING").contains(state)) {
				assertThat(state).isEqualTo("COMPLETED");
				return;
			}
			pause();
		}
		throw new AssertionError("the run does not end");
	}

	private static void pause() {
		try {
			Thread.sleep(20);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** A grant in kind is decided with nothing in money, and answered with none. */
	private AnswerChecksum decided(int people) {
		Map<String, List<Assessment>> byPerson = new HashMap<>();
		this.jdbc
			.sql("select applicant::text, program, period, nullif(claim, 'ONCE') as claim, outcome, amount, in_kind::text,"
					+ " version, encode(digest, 'hex') as digest from decision where outcome in ('ELIGIBLE', 'WITHHELD')")
			.query((row) -> {
				String things = row.getString("in_kind");
				byPerson.computeIfAbsent(row.getString("applicant"), (one) -> new ArrayList<>())
					.add(assessment(row.getString("program"), row.getString("period"), row.getString("claim"),
							row.getString("outcome"), (things != null) ? null : row.getBigDecimal("amount"),
							(things != null) ? MAPPER.readTree(things) : null, row.getString("version"),
							"sha256:" + row.getString("digest"), List.of()));
			});
		AnswerChecksum all = AnswerChecksum.NONE;
		for (List<Assessment> answers : byPerson.values()) {
			all = all.plus(AnswerChecksum.of(answers));
		}
		for (int i = byPerson.size(); i < people; i++) {
			all = all.plus(AnswerChecksum.of(List.of()));
		}
		return all;
	}

}
