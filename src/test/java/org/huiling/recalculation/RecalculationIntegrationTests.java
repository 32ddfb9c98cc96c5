package org.huiling.recalculation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.StreamSupport;

import javax.sql.DataSource;

import org.huiling.HuilingTest;
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

/** Runs: what they decide, what they leave, and what they say about it. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class RecalculationIntegrationTests {

	private static final String ALLOWANCE = "old-age-allowance";

	private static final String EIGHTY = """
			{"birthDate": "1933-01-10", "hukou": {"region": "379901003", "type": "RURAL"},
			 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""";

	private static final String REIMBURSEMENT = "medical-reimbursement";

	private static final String TREATED = """
			{"birthDate": "1938-01-10", "hukou": {"region": "379901003", "type": "RURAL"}, "statuses": [],
			 "household": {"size": 2, "monthlyIncome": 1900.00, "dibao": {"type": "NONE"}}, "disability": {"grade": 0},
			 "insurance": {"scheme": "NCMS", "year": 2013, "contributionPaid": true},
			 "claims": [{"id": "c1", "date": "2013-06-03", "admitted": "2013-05-28", "kind": "INPATIENT",
			             "hospitalTier": "COUNTY", "totalCost": 12000.00, "eligibleCost": 10000.00}]}""";

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	DataSource dataSource;

	private People people;

	private Runs runs;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
		this.runs = Runs.as(this.client);
	}

	@Test
	void equalMonthsAreOneDecisionAndASecondRunWritesNothing() {
		String id = this.people.begun(EIGHTY);
		JsonNode first = this.runs.completed("COMMIT", "2013-01", "2013-06");
		assertThat(first.get("failed").intValue()).isZero();
		assertThat(decisions(id)).hasSize(1).first().satisfies((one) -> {
			assertThat(one.get("period").stringValue()).isEqualTo("2013-01");
			assertThat(one.get("outcome").stringValue()).isEqualTo("ELIGIBLE");
			assertThat(one.get("amount").decimalValue()).isEqualByComparingTo("100.00");
			assertThat(one.get("cause").stringValue()).isEqualTo("RECALCULATION:" + first.get("id").stringValue());
			assertThat(one.at("/why/0/basis").stringValue()).isNotBlank();
		});
		JsonNode second = this.runs.completed("COMMIT", "2013-01", "2013-06");
		assertThat(second.get("changed").intValue()).isZero();
		assertThat(decisions(id)).hasSize(1);
	}

	@Test
	void aDryRunWritesNothingButItsReport() {
		String id = this.people.begun(EIGHTY);
		JsonNode run = this.runs.completed("DRY_RUN", "2013-01", "2013-02");
		assertThat(decisions(id)).isEmpty();
		JsonNode changes = this.runs.get(run.get("id").stringValue(), "changes?program=" + ALLOWANCE);
		assertThat(ofPerson(changes, id)).singleElement().satisfies((change) -> {
			assertThat(change.get("before").isNull()).isTrue();
			assertThat(change.at("/after/amount").decimalValue()).isEqualByComparingTo("100.00");
			assertThat(change.get("difference").decimalValue()).isEqualByComparingTo("100.00");
			assertThat(change.get("because").stringValue()).isEqualTo("FIRST");
		});
	}

	@Test
	void changesAreToldAgainstWhatStoodWhenTheRunBegan() {
		String id = this.people.begun(EIGHTY);
		this.runs.completed("COMMIT", "2013-01", "2013-06");
		for (String[] moved : new String[][] { { "2013-02-01", "110101001" }, { "2013-03-01", "379901003" } }) {
			this.people.recorded(id,
					"""
							{"validFrom": "%s", "facts": {"hukou": {"region": "%s", "type": "RURAL"}}, "reason": "learnt late"}"""
						.formatted((Object[]) moved));
		}
		JsonNode run = this.runs.completed("COMMIT", "2013-01", "2013-06");
		String path = run.get("id").stringValue();
		assertThat(ofPerson(this.runs.get(path, "changes?program=" + ALLOWANCE), id)).singleElement()
			.satisfies((change) -> {
				assertThat(change.get("period").stringValue()).isEqualTo("2013-02");
				assertThat(change.at("/before/amount").decimalValue()).isEqualByComparingTo("100.00");
				assertThat(change.at("/after/amount").decimalValue()).isEqualByComparingTo("0.00");
				assertThat(change.get("because").stringValue()).isEqualTo("FACTS");
			});
		assertThat(this.runs.get(path, "report").at("/total/difference").decimalValue())
			.isEqualByComparingTo("-100.00");
		assertThat(decisions(id)).extracting((one) -> one.get("period").stringValue())
			.containsExactly("2013-01", "2013-02", "2013-03");
		assertThat(this.runs.completed("COMMIT", "2013-01", "2013-06").get("changed").intValue()).isZero();
	}

	@Test
	void whatBeginsAndEndsWithinAFirstRunIsTold() {
		String id = this.people
			.begun(EIGHTY.replace("{\"birthDate\"", "{\"deathDate\": \"2013-03-10\", \"birthDate\""));
		JsonNode run = this.runs.completed("DRY_RUN", "2013-01", "2013-06");
		String path = run.get("id").stringValue();
		assertThat(ofPerson(this.runs.get(path, "changes?program=" + ALLOWANCE), id)).singleElement()
			.satisfies((change) -> {
				assertThat(change.get("period").stringValue()).isEqualTo("2013-01");
				assertThat(change.get("because").stringValue()).isEqualTo("FIRST");
			});
		assertThat(this.runs.get(path, "report").at("/total/difference").decimalValue()).isEqualByComparingTo("300.00");
	}

	@Test
	void aDeathLearntLateEndsFromItsMonthAndLaterMonthsFollow() {
		String id = this.people.begun(EIGHTY);
		this.runs.completed("COMMIT", "2013-01", "2013-10");
		this.people.recorded(id, """
				{"validFrom": "2013-08-15", "facts": {"deathDate": "2013-08-15"}, "reason": "learnt in October"}""");
		JsonNode run = this.runs.completed("COMMIT", "2013-01", "2013-10");
		assertThat(decisions(id)).extracting((one) -> one.get("period").stringValue())
			.containsExactly("2013-01", "2013-09");
		JsonNode end = decisions(id).get(1);
		assertThat(end.get("outcome").stringValue()).isEqualTo("NOT_ELIGIBLE");
		assertThat(end.get("whyNot").isEmpty()).isFalse();
		JsonNode report = this.runs.get(run.get("id").stringValue(), "report");
		assertThat(report.at("/total/difference").decimalValue()).isEqualByComparingTo("-200.00");
	}

	@Test
	void whatHeldForSomeMonthsOnlyIsNotInheritedByLaterOnes() {
		String id = this.people.begun(EIGHTY);
		this.runs.completed("COMMIT", "2013-01", "2013-12");
		this.people.recorded(id,
				"""
						{"validFrom": "2013-03-01", "facts": {"hukou": {"region": "110101001", "type": "RURAL"}}, "reason": "away"}""");
		this.people.recorded(id,
				"""
						{"validFrom": "2013-06-01", "facts": {"hukou": {"region": "379901003", "type": "RURAL"}}, "reason": "back"}""");
		this.runs.completed("COMMIT", "2013-03", "2013-04");
		assertThat(decisions(id))
			.extracting((one) -> one.get("period").stringValue() + one.get("outcome").stringValue())
			.startsWith("2013-01ELIGIBLE", "2013-03NOT_ELIGIBLE", "2013-06ELIGIBLE");
	}

	@Test
	void whatCannotBeDecidedIsListedAndLeavesStandingWhatStands() {
		String id = this.people.begun(EIGHTY);
		this.runs.completed("COMMIT", "2013-01", "2013-03");
		this.people.recorded(id, """
				{"validFrom": "2013-02-01", "facts": {"hukou": null}, "reason": "the register is asked"}""");
		JsonNode run = this.runs.completed("COMMIT", "2013-01", "2013-03");
		assertThat(decisions(id)).hasSize(1);
		JsonNode undecided = this.runs.get(run.get("id").stringValue(), "undecided?size=200");
		assertThat(ofPerson(undecided, id)).extracting((one) -> one.get("program").stringValue()).contains(ALLOWANCE);
	}

	@Test
	void oneWithBrokenFactsIsListedAndKeepsNobodyElse() {
		String broken = this.people.begun(EIGHTY);
		String sound = this.people.begun(EIGHTY);
		this.jdbc.sql("insert into applicant_record (applicant, id, valid_from, recorded_at, recorded_by, facts)"
				+ " values (cast(? as uuid), gen_random_uuid(), date '1950-01-01', now(), 'test', cast(? as jsonb))")
			.params(broken, "{\"deathDate\": \"1900-01-01\"}")
			.update();
		JsonNode run = this.runs.completed("COMMIT", "2013-01", "2013-01");
		assertThat(run.get("failed").intValue()).isEqualTo(1);
		assertThat(ofPerson(this.runs.get(run.get("id").stringValue(), "failures"), broken)).singleElement()
			.satisfies((one) -> assertThat(one.get("reason").stringValue()).contains("deathDate"));
		assertThat(decisions(sound)).hasSize(1);
		this.jdbc.sql("update applicant set erased_at = now() where id = cast(? as uuid)").param(broken).update();
	}

	@Test
	void whoeverKnewMoreIsNotOverruled() {
		String id = this.people.begun(EIGHTY);
		String run = this.runs
			.order("""
					{"jurisdiction": "model-district", "programs": ["old-age-allowance"], "from": "2013-01", "to": "2013-01",
					 "mode": "COMMIT", "reason": "first"}""")
			.is(202)
			.text("/id");
		this.runs.ended(run);
		this.people.recorded(id, """
				{"validFrom": "2013-01-01", "facts": {"hukou": {"region": "110101001"}}, "reason": "moved"}""");
		this.people.post("/api/v1/applicants/" + id + "/decisions",
				"{\"period\": \"2013-01\", \"jurisdiction\": \"model-district\", \"programs\": [\"old-age-allowance\"]}")
			.is(201);
		undone(run, id, "RUNNING");
		assertThat(this.runs.ended(run).get("state").stringValue()).isEqualTo("COMPLETED");
		List<JsonNode> decisions = decisions(id);
		assertThat(decisions.get(decisions.size() - 1).get("outcome").stringValue()).isEqualTo("NOT_ELIGIBLE");
		assertThat(decisions).hasSize(2);
	}

	@Test
	void aStoppedRunGoesOnWithWhatItKnewWhenItWasOrdered() {
		String id = this.people.begun(EIGHTY);
		String run = this.runs.completed("COMMIT", "2013-05", "2013-05").get("id").stringValue();
		this.runs.post(run, "stop").is(409);
		this.runs.post(run, "restart").is(409);
		this.people.recorded(id, """
				{"validFrom": "2013-01-01", "facts": {"deathDate": "2013-02-01"}, "reason": "learnt later"}""");
		undone(run, id, "STOPPED");
		this.runs.post(run, "restart").is(202);
		assertThat(this.runs.ended(run).get("state").stringValue()).isEqualTo("COMPLETED");
		assertThat(decisions(id)).extracting((one) -> one.get("outcome").stringValue()).containsExactly("ELIGIBLE");
	}

	@Test
	void aRunThatALaterOneOvertookDoesNotGoOn() {
		String id = this.people.begun(EIGHTY);
		String early = this.runs.completed("COMMIT", "2013-05", "2013-06").get("id").stringValue();
		String late = this.runs.completed("COMMIT", "2013-06", "2013-07").get("id").stringValue();
		undone(early, id, "STOPPED");
		assertThat(this.runs.post(early, "restart").is(409).text("/detail")).contains(late);
	}

	@Test
	void twoRunsThatCouldDecideTheSameAreRefused() throws SQLException {
		String other = this.runs.completed("COMMIT", "2012-05", "2012-06").get("id").stringValue();
		try (Connection connection = this.dataSource.getConnection();
				PreparedStatement lock = connection
					.prepareStatement("select pg_advisory_lock(379901, hashtext('recalculation ' || ?))")) {
			lock.setString(1, other);
			lock.execute();
			state(other, "RUNNING");
			assertThat(this.runs.order(order("COMMIT", "2012-06", "2012-08")).is(409).text("/detail")).contains(other);
			this.runs.order(order("DRY_RUN", "2012-06", "2012-08")).is(409);
			this.runs.ended(this.runs.order(order("COMMIT", "2012-07", "2012-08")).is(202).text("/id"));
			assertThat(this.runs.post(other, "stop").is(202).text("/state")).isEqualTo("STOPPING");
			connection.createStatement().execute("select pg_advisory_unlock_all()");
		}
		assertThat(this.runs.ended(other).get("state").stringValue()).isEqualTo("STOPPED");
	}

	private static String order(String mode, String from, String to) {
		return """
				{"jurisdiction": "model-district", "from": "%s", "to": "%s", "mode": "%s", "reason": "x"}"""
			.formatted(from, to, mode);
	}

	private void state(String run, String state) {
		this.jdbc.sql("update recalculation set state = ? where id = cast(? as uuid)").params(state, run).update();
	}

	/** As if the run had ended before the slice of one person was done. */
	private void undone(String run, String applicant, String state) {
		this.jdbc
			.sql("insert into recalculation_person (run, jurisdiction, number, applicant)"
					+ " values (cast(? as uuid), 'model-district', 1, cast(? as uuid))")
			.params(run, applicant)
			.update();
		for (String table : List.of("tally", "change", "undecided", "failure")) {
			this.jdbc.sql("delete from recalculation_" + table + " where run = cast(? as uuid)").param(run).update();
		}
		this.jdbc.sql("update recalculation_slice set done = false where run = cast(? as uuid)").param(run).update();
		state(run, state);
	}

	@Test
	void claimsThatBecomeUnknownGoOnStanding() {
		String id = this.people.begun(TREATED);
		this.runs.completed("COMMIT", "2013-06", "2013-06");
		this.people.recorded(id, """
				{"validFrom": "2013-07-01", "facts": {"claims": null}, "reason": "the register is asked"}""");
		this.runs.completed("COMMIT", "2013-06", "2013-06");
		assertThat(decisions(id, REIMBURSEMENT)).extracting((one) -> one.get("outcome").stringValue())
			.containsExactly("ELIGIBLE");
	}

	@Test
	void aClaimOfAnotherMonthIsEndedWhereItWasDecidedAndDecidedWhereItIs() {
		String id = this.people.begun(TREATED);
		this.runs.completed("COMMIT", "2013-06", "2013-06");
		String record = this.people.get("/api/v1/applicants/" + id + "/records").is(200).text("/items/0/id");
		this.people.recorded(id,
				"{\"validFrom\": \"1938-01-10\", \"facts\": " + TREATED.replace("2013-06-03", "2013-05-31")
						+ ", \"reason\": \"the date\", \"corrects\": \"" + record + "\"}");
		this.runs.completed("COMMIT", "2013-05", "2013-05");
		assertThat(decisions(id, REIMBURSEMENT))
			.extracting((one) -> one.get("period").stringValue() + " " + one.get("outcome").stringValue() + " "
					+ one.get("current").booleanValue())
			.containsExactly("2013-05 ELIGIBLE true", "2013-06 ELIGIBLE false", "2013-06 NOT_ELIGIBLE true");
	}

	@Test
	void whatStandsOfAMergedFileIsEndedAndItsMoneyIsCounted() {
		String kept = this.people.begun(EIGHTY);
		String duplicate = this.people.begun(EIGHTY);
		this.runs.completed("COMMIT", "2013-05", "2013-05");
		this.people
			.post("/api/v1/applicants/" + kept + "/merge",
					"{\"duplicate\": \"%s\", \"reason\": \"one person\"}".formatted(duplicate))
			.is(200);
		JsonNode run = this.runs.completed("COMMIT", "2013-05", "2013-06");
		assertThat(this.jdbc
			.sql("select outcome || ' ' || period from decision where applicant = cast(? as uuid)"
					+ " and program = 'old-age-allowance' order by decided_at")
			.param(duplicate)
			.query(String.class)
			.list()).containsExactly("ELIGIBLE 2013-05", "NOT_ELIGIBLE 2013-05");
		JsonNode changes = this.runs.get(run.get("id").stringValue(), "changes?program=" + ALLOWANCE + "&size=200");
		assertThat(ofPerson(changes, duplicate)).singleElement()
			.satisfies((change) -> assertThat(change.get("because").stringValue()).isEqualTo("MERGED"));
		assertThat(this.runs.get(run.get("id").stringValue(), "report").at("/total/difference").decimalValue())
			.isEqualByComparingTo("-200.00");
	}

	@Test
	void aMergedFilesMonthOfTheYearBeforeIsEndedByTheMonthAndNotByTheYear() {
		String elder = EIGHTY.replace("\"RURAL\"", "\"RURAL\", \"since\": \"1950-01-01\"");
		String kept = this.people.begun(elder);
		String duplicate = this.people.begun(elder);
		this.runs.completed("COMMIT", "2013-12", "2013-12");
		this.people
			.post("/api/v1/applicants/" + kept + "/merge",
					"{\"duplicate\": \"%s\", \"reason\": \"one person\"}".formatted(duplicate))
			.is(200);
		this.runs.completed("COMMIT", "2014-01", "2014-02");
		assertThat(this.jdbc
			.sql("select outcome || ' ' || period from decision where applicant = cast(? as uuid)"
					+ " and program = 'old-age-allowance' order by decided_at")
			.param(duplicate)
			.query(String.class)
			.list()).containsExactly("ELIGIBLE 2013-12", "NOT_ELIGIBLE 2014-01");
	}

	@Test
	void wrongOrdersAreRefusedByField() {
		People.Answer answer = this.runs.order("{\"from\": \"2013-13\", \"to\": \"2012-01\", \"mode\": \"TRY\"}")
			.is(400);
		assertThat(StreamSupport.stream(answer.body().get("errors").spliterator(), false)
			.map((error) -> error.get("field").stringValue())).contains("from", "mode", "reason");
		this.runs.order("""
				{"jurisdiction": "nowhere", "from": "2013-01", "to": "2013-01", "mode": "DRY_RUN", "reason": "x"}""")
			.is(422);
		People.as(this.client, "operator;BATCH_OPERATOR;110101")
			.post("/api/v1/recalculations",
					"""
							{"jurisdiction": "model-district", "from": "2013-01", "to": "2013-01", "mode": "DRY_RUN", "reason": "x"}""")
			.is(403);
		this.runs.operator().get("/api/v1/recalculations/none").is(404);
	}

	private List<JsonNode> decisions(String applicant) {
		return decisions(applicant, ALLOWANCE);
	}

	private List<JsonNode> decisions(String applicant, String program) {
		return StreamSupport
			.stream(this.people.get("/api/v1/applicants/" + applicant + "/decisions?size=200")
				.is(200)
				.body()
				.get("items")
				.spliterator(), false)
			.filter((one) -> program.equals(one.get("program").stringValue()))
			.toList();
	}

	private static List<JsonNode> ofPerson(JsonNode list, String applicant) {
		return StreamSupport.stream(list.get("items").spliterator(), false)
			.filter((one) -> applicant.equals(one.get("applicantId").stringValue()))
			.toList();
	}

}
