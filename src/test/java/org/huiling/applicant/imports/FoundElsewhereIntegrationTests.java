package org.huiling.applicant.imports;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.huiling.HuilingTest;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.CivilTime;
import org.huiling.facts.MadeUpIds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is on file in another region cannot be tried out: a trial tells nothing, and
 * whoever is told by what they really record is told a few times a day and stands on the
 * trail of the person found.
 */
@HuilingTest(properties = { "huiling.rules-import=NEVER", "huiling.found-elsewhere-per-day=5" })
@Import(TestCallers.class)
class FoundElsewhereIntegrationTests {

	private static final int LIMIT = 5;

	private static final LocalDate BIRTH = LocalDate.of(1933, 2, 15);

	private static int years;

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	/** Ids of one birth date that no other test has. */
	private final IntFunction<String> ids = ids();

	@Test
	void aTrialAnswersTheSameWhoeverIsOnFileElsewhere() {
		List<String> lines = IntStream.rangeClosed(1, 999).mapToObj(this.ids).toList();
		importAs("elsewhere", "370214", lines.subList(0, 500), false);
		List<String> tried = IntStream.range(0, 499)
			.boxed()
			.flatMap((i) -> List.of(lines.get(i), lines.get(500 + i)).stream())
			.toList();
		JsonNode answer = importAs("trier", "379901", tried, true);
		assertThat(answer.get("accepted").intValue()).isEqualTo(tried.size());
		assertThat(answer.get("refused").intValue()).isZero();
		assertThat(codes(answer)).isEmpty();
		// line by line: the warnings of those on file are those of the others
		assertThat(
				IntStream.range(0, 499).allMatch((i) -> remarks(answer, 2 * i + 2).equals(remarks(answer, 2 * i + 3))))
			.isTrue();
		// and the same once the limit is reached
		this.jdbc
			.sql("insert into found_elsewhere values ('limited', current_date + 1, 5), ('limited', current_date, 5)")
			.update();
		JsonNode limited = importAs("limited", "379901", tried, true);
		assertThat(limited.get("accepted").intValue()).isEqualTo(tried.size());
		assertThat(codes(limited)).isEmpty();
	}

	@Test
	void aListOfNewcomersWithSomeWhoMovedIsTakenAndWhoeverWasFoundIsOnTheTrail() {
		List<String> lines = IntStream.rangeClosed(1, 300).mapToObj(this.ids).toList();
		importAs("elsewhere", "370214", lines.subList(100, 103), false);
		JsonNode answer = importAs("district", "379901", lines, false);
		assertThat(answer.get("accepted").intValue()).isEqualTo(297);
		assertThat(codes(answer)).containsExactly("ON_FILE_ELSEWHERE", "ON_FILE_ELSEWHERE", "ON_FILE_ELSEWHERE");
		JsonNode event = found(holder("elsewhere", lines.get(100)));
		assertThat(event.get("by").asString()).isEqualTo("district");
		assertThat(event.at("/details/import").asString()).isEqualTo(answer.get("id").asString());
	}

	@Test
	void aListThatFishesEndsAtTheLimitAndTellsNoMore() {
		List<String> lines = IntStream.rangeClosed(1, 900).mapToObj(this.ids).toList();
		importAs("elsewhere", "370214", lines.subList(50, 650), false);
		JsonNode answer = importAs("fisher", "379901", lines, false);
		assertThat(answer.get("accepted").intValue()).isEqualTo(50);
		assertThat(codes(answer).subList(0, LIMIT)).containsOnly("ON_FILE_ELSEWHERE");
		// on file or not, and more of them than one transaction takes
		assertThat(codes(answer).subList(LIMIT, 850)).containsOnly("NOT_TRIED");
		JsonNode next = importAs("fisher", "379901", lines.subList(500, 900), false);
		assertThat(next.get("accepted").intValue()).isZero();
		assertThat(codes(next)).containsOnly("NOT_TRIED");
		People fisher = People.as(this.client, "fisher;CASE_WORKER;379901");
		for (String id : List.of(lines.get(600), lines.get(700))) {
			People.Answer refused = fisher.post("/api/v1/applicants", person(id)).is(429);
			assertThat(refused.text("/type")).isEqualTo("urn:huiling:problem:elsewhere-limit");
			assertThat(refused.text("/detail")).contains(LocalDate.now(CivilTime.ZONE).plusDays(1).toString());
		}
		// what they see themselves they are told; without an id there is nothing to find
		fisher.post("/api/v1/applicants", person(lines.get(0))).is(409);
		String own = fisher.begun("{\"birthDate\": \"%s-02-15\"}".formatted(lines.get(0).substring(6, 10)));
		fisher
			.record(own,
					"{\"validFrom\": \"1933-02-15\", \"facts\": {\"residentId\": \"%s\"}}".formatted(lines.get(700)))
			.is(429);
		this.jdbc.sql("update found_elsewhere set day = day - 2 where account = 'fisher'").update();
		fisher.post("/api/v1/applicants", person(lines.get(700))).is(201);
	}

	@Test
	void eachWayToRecordAnIdIsCountedAndOnTheTrail() {
		List<String> lines = IntStream.rangeClosed(1, 10).mapToObj(this.ids).toList();
		importAs("elsewhere", "370214", lines, false);
		People worker = People.as(this.client, "single;CASE_WORKER;379901");
		worker.post("/api/v1/applicants", person(lines.get(0))).is(409);
		String own = worker.begun("{\"birthDate\": \"%s-02-15\"}".formatted(lines.get(0).substring(6, 10)));
		worker
			.record(own, "{\"validFrom\": \"1933-02-15\", \"facts\": {\"residentId\": \"%s\"}}".formatted(lines.get(1)))
			.is(409);
		for (int i = 0; i < 2; i++) {
			assertThat(found(holder("elsewhere", lines.get(i))).get("by").asString()).isEqualTo("single");
		}
		assertThat(told("single")).isEqualTo(2);
		// with an idempotency key nothing but the finding is kept
		worker
			.send(org.springframework.http.HttpMethod.POST, "/api/v1/applicants", person(lines.get(2)),
					(headers) -> headers.set("Idempotency-Key", "k"))
			.is(409);
		assertThat(told("single")).isEqualTo(3);
	}

	@Test
	void filesOfTheDeceasedAndMergedOnesCountAndOnesErasedDoNot() {
		People elsewhere = People.as(this.client, "elsewhere;CASE_WORKER;370214");
		String deceased = elsewhere.begun(person(this.ids.apply(1), "370214"));
		elsewhere.recorded(deceased, "{\"validFrom\": \"2013-05-01\", \"facts\": {\"deathDate\": \"2013-05-01\"}}");
		String kept = elsewhere.begun("{\"birthDate\": \"1933-02-15\", \"hukou\": {\"region\": \"370214\"}}");
		String merged = elsewhere.begun(person(this.ids.apply(2), "370214"));
		elsewhere
			.post("/api/v1/applicants/" + kept + "/merge",
					"{\"duplicate\": \"%s\", \"reason\": \"x\"}".formatted(merged))
			.is(200);
		List<String> both = List.of(this.ids.apply(1), this.ids.apply(2));
		assertThat(importAs("trier2", "379901", both, true).get("accepted").intValue()).isEqualTo(2);
		assertThat(codes(importAs("real2", "379901", both, false))).containsExactly("ON_FILE_ELSEWHERE",
				"ON_FILE_ELSEWHERE");
		assertThat(found(deceased).get("by").asString()).isEqualTo("real2");
		assertThat(found(kept).get("by").asString()).isEqualTo("real2");
	}

	@Test
	void searchByAWholeIdFindsNobodyElsewhere() {
		importAs("elsewhere", "370214", List.of(this.ids.apply(1)), false);
		People worker = People.as(this.client, "seeker;CASE_WORKER;379901");
		assertThat(worker.get("/api/v1/applicants?q=" + this.ids.apply(1)).is(200).body())
			.isEqualTo(worker.get("/api/v1/applicants?q=" + this.ids.apply(2)).is(200).body());
		worker.get("/api/v1/applicants?q=379901************").is(400);
	}

	private static IntFunction<String> ids() {
		LocalDate birth = BIRTH.plusYears(years++);
		return (sequence) -> MadeUpIds.of(birth, sequence);
	}

	private static String person(String id) {
		return person(id, "379901003");
	}

	private static String person(String id, String region) {
		return "{\"residentId\": \"%s\", \"birthDate\": \"%s-02-15\", \"hukou\": {\"region\": \"%s\"}}".formatted(id,
				id.substring(6, 10), region);
	}

	private String holder(String caller, String id) {
		return People.as(this.client, caller + ";CASE_WORKER;370214")
			.get("/api/v1/applicants?q=" + id)
			.is(200)
			.text("/items/0/id");
	}

	private JsonNode found(String person) {
		JsonNode events = People.as(this.client, "auditor;AUDITOR;")
			.get("/api/v1/audit-events?action=RESIDENT_ID_FOUND_ELSEWHERE&subject=" + person)
			.is(200)
			.body();
		assertThat(events.get("total").intValue()).isEqualTo(1);
		return events.at("/items/0");
	}

	private int told(String account) {
		return this.jdbc.sql("select sum(times) from found_elsewhere where account = ?")
			.param(account)
			.query(Integer.class)
			.single();
	}

	private static List<String> codes(JsonNode answer) {
		return answer.get("lines")
			.valueStream()
			.filter((line) -> "ERROR".equals(line.get("severity").asString()))
			.map((line) -> line.get("code").asString())
			.toList();
	}

	private static List<String> remarks(JsonNode answer, int line) {
		return answer.get("lines")
			.valueStream()
			.filter((remark) -> remark.get("line").intValue() == line)
			.map((remark) -> remark.get("field") + " " + remark.get("message"))
			.toList();
	}

	private JsonNode importAs(String account, String region, List<String> ids, boolean dryRun) {
		StringBuilder file = new StringBuilder("residentId,birthDate,hukou.region\n");
		ids.forEach(
				(id) -> file.append(id).append(',').append(id, 6, 10).append("-02-15,").append(region).append('\n'));
		byte @Nullable [] answer = this.client.post()
			.uri("/api/v1/applicants/import?dryRun=" + dryRun)
			.header("Content-Type", "text/csv")
			.header(TestCallers.HEADER, account + ";CASE_WORKER;" + region)
			.body(file.toString().getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		return new JsonMapper().readTree(answer);
	}

}
