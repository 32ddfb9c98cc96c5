package org.huiling.projection;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.huiling.HuilingTest;
import org.huiling.Samples;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Without a draft a projection is what everybody is assessed to get, month by month. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class ForecastIntegrationTests {

	private static final YearMonth FROM = YearMonth.of(2013, 5);

	private static final YearMonth TO = YearMonth.of(2014, 2);

	private static final String BODY = """
			{"jurisdiction": "model-district", "from": "2013-05", "to": "2014-02", "reason": "budget"}""";

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ProjectionWorker worker;

	@Autowired
	ProjectionSlices slices;

	@Autowired
	ProjectionStore store;

	private ProjectionCalls calls;

	@BeforeEach
	void signIn() {
		this.calls = ProjectionCalls.as(this.client);
	}

	@Test
	void isTheSumOfAssessingEachPersonToTheFen() {
		List<String> people = Neighbourhood.of(Samples.of(600, 40), new Random(Samples.seed()), this.client, this.jdbc);
		Map<String, BigDecimal> expected = new HashMap<>();
		people.forEach((person) -> ProjectionCalls.add(expected, this.calls.assessed(person, FROM, TO)));
		JsonNode forecast = this.calls.completed(BODY);
		assertThat(ProjectionCalls.money(forecast, "before")).containsExactlyInAnyOrderEntriesOf(expected);
		assertThat(ProjectionCalls.money(forecast, "after")).isEqualTo(ProjectionCalls.money(forecast, "before"));
		BigDecimal total = expected.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		assertThat(total).isPositive();
		assertThat(forecast.at("/total/before").decimalValue()).isEqualByComparingTo(total);
		assertThat(forecast.at("/total/difference").decimalValue()).isEqualByComparingTo("0");
		assertThat(forecast.get("people").intValue()).isEqualTo(people.size());
		assertThat(forecast.get("done").intValue()).isEqualTo(people.size());
		assertThat(forecast.get("failed").intValue()).isZero();
		JsonNode changes = forecast.get("changes");
		assertThat(changes.get("SAME").intValue() + changes.get("NEEDS_INFORMATION").intValue())
			.isEqualTo(people.size());
		for (String list : List.of("region", "ageBand", "sex")) {
			BigDecimal sum = BigDecimal.ZERO;
			int counted = 0;
			for (JsonNode row : forecast.at("/by/" + list)) {
				sum = sum.add(row.get("before").decimalValue());
				counted += row.get("people").intValue();
			}
			assertThat(sum).as(list).isEqualByComparingTo(total);
			assertThat(counted).as(list).isEqualTo(people.size());
		}
		assertThat(forecast.at("/by/ageBand")
			.valueStream()
			.map((row) -> Integer.valueOf(row.get("key").stringValue().replaceFirst("\\D.*", ""))))
			.as("the youngest first")
			.hasSizeGreaterThan(3)
			.isSorted();
		assertThat(this.jdbc.sql("select count(*) from decision").query(Long.class).single()).isZero();
		whatABrokenOffOneComesTo(forecast);
	}

	/** Killed after any slice it goes on, and counts nobody twice. */
	private void whatABrokenOffOneComesTo(JsonNode whole) {
		this.worker.stop();
		String id = this.calls.operator().post(ProjectionCalls.PATH, BODY).is(202).text("/id");
		assertThat(this.calls.operator().get(ProjectionCalls.PATH + "/" + id).is(200).text("/state"))
			.isEqualTo("STARTING");
		this.slices.begin(UUID.fromString(id));
		this.slices.begin(UUID.fromString(id));
		this.calls.operator().post(ProjectionCalls.PATH + "/" + id + "/stop", "{}").is(202);
		this.calls.operator().post(ProjectionCalls.PATH + "/" + id + "/stop", "{}").is(409);
		this.worker.start();
		this.calls.operator().post(ProjectionCalls.PATH + "/" + id + "/restart", "{}").is(202);
		JsonNode again = this.calls.ended(id);
		for (String what : List.of("total", "months", "changes", "by", "histogram", "people", "done")) {
			assertThat(again.get(what)).as(what).isEqualTo(whole.get(what));
		}
	}

	@Test
	void itIsRefusedWhereItCannotBeProjected() {
		People editor = People.as(this.client, "editor;POLICY_EDITOR;379901");
		assertThat(editor.post(ProjectionCalls.PATH, BODY.replace("2014-02", "2016-05")).is(400).text("/errors/0/code"))
			.isEqualTo("TOO_MANY_PROJECTED");
		assertThat(editor.post(ProjectionCalls.PATH, BODY.replace("2014-02", "2013-04")).is(400).text("/errors/0/code"))
			.isEqualTo("MONTHS_REVERSED");
		assertThat(editor.post(ProjectionCalls.PATH, BODY.replace("model-district", "nowhere"))
			.is(422)
			.text("/errors/0/code")).isEqualTo("UNKNOWN_JURISDICTION");
		assertThat(editor.post(ProjectionCalls.PATH, BODY.replace("\"reason\"", "\"programs\": [\"x\"], \"reason\""))
			.is(422)
			.text("/errors/0/code")).isEqualTo("UNKNOWN_PROGRAM");
		People street = People.as(this.client, "editor;POLICY_EDITOR;379901003");
		street.post(ProjectionCalls.PATH, BODY).is(403);
		editor.get(ProjectionCalls.PATH + "/" + UUID.randomUUID()).is(404);
	}

}
