package org.huiling.decision.assessment;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code POST /assessments} about people on file: period × knownAt. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class StoredAssessmentsIntegrationTests {

	@Autowired
	RestTestClient client;

	private People people;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
	}

	@Test
	void whatWasKnownThenIsAnsweredForWhateverPeriod() {
		String id = this.people.begun("""
				{"birthDate": "1933-02-15", "name": "试例甲", "hukou": {"region": "379901003", "type": "RURAL"}}""");
		String begun = this.people.get("/api/v1/applicants/" + id + "/records").text("/items/0/recordedAt");
		this.people.recorded(id, """
				{"validFrom": "2013-08-05", "facts": {"deathDate": "2013-08-05"}}""");
		assertThat(allowance(id, "\"period\": \"2013-07\"")).isEqualTo("ELIGIBLE 100.00");
		assertThat(allowance(id, "\"period\": \"2013-08\"")).isEqualTo("ELIGIBLE 100.00");
		assertThat(allowance(id, "\"period\": \"2013-09\"")).isEqualTo("NOT_ELIGIBLE 0.00");
		assertThat(allowance(id, "\"period\": \"2013-09\", \"knownAt\": \"" + begun + "\""))
			.isEqualTo("ELIGIBLE 100.00");
	}

	@Test
	void nobodyIsFoundAsOfBeforeTheyWereKnown() {
		String id = this.people.begun("""
				{"birthDate": "1933-02-15", "hukou": {"region": "379901003"}}""");
		People.Answer unknownThen = assess(id, "\"period\": \"2013-07\", \"knownAt\": \"2011-01-01T00:00:00+08:00\"");
		assertThat(unknownThen.is(422).text("/errors/0/code")).isEqualTo("NOT_FOUND");
	}

	@Test
	void aFactBeginsToCountOnItsDay() {
		String id = this.people.begun("""
				{"birthDate": "1933-02-15", "hukou": {"region": "379901003"}}""");
		this.people.recorded(id, """
				{"validFrom": "2013-07-10", "facts": {"hukou": {"region": "370214001"}}}""");
		assertThat(allowance(id, "\"period\": \"2013-07\"")).isEqualTo("ELIGIBLE 100.00");
		assertThat(assess(id, "\"period\": \"2013-08\"").is(422).text("/errors/0/code")).isEqualTo("NO_JURISDICTION");
		assertThat(allowance(id, "\"period\": \"2013-08\", \"jurisdiction\": \"model-district\""))
			.isEqualTo("NOT_ELIGIBLE 0.00");
	}

	@Test
	void onlyPeopleOfOnesRegionsAreFoundAndTheReadingIsRecorded() {
		String id = this.people.begun("""
				{"birthDate": "1933-02-15", "hukou": {"region": "379901003"}}""");
		People elsewhere = People.as(this.client, "other;CASE_WORKER;3702");
		People.Answer refused = elsewhere.post("/api/v1/assessments", "{\"applicantId\": \"" + id + "\"}").is(422);
		assertThat(refused.text("/errors/0/field")).isEqualTo("applicantId");
		assertThat(refused.text("/errors/0/code")).isEqualTo("NOT_FOUND");
		allowance(id, "\"period\": \"2013-07\"");
		People auditor = People.as(this.client, "auditor;AUDITOR;");
		People.Answer events = auditor.get("/api/v1/audit-events?subject=" + id).is(200);
		assertThat(events.body().at("/items")).extracting((event) -> event.get("action").stringValue())
			.containsOnlyOnce("APPLICANT_ASSESSED");
	}

	@Test
	void exactlyOneOfAPersonAndAnId() {
		assertThat(this.people.post("/api/v1/assessments", "{}").is(400).text("/errors/0/code"))
			.isEqualTo("NO_APPLICANT");
		assertThat(this.people.post("/api/v1/assessments", """
				{"applicantId": "0197f3c2-5b1e-7c44-9f7a-3d2b1a0c9e88", "applicant": {"birthDate": "1933-02-15"}}""")
			.is(400)
			.text("/errors/0/code")).isEqualTo("APPLICANT_AND_ID");
	}

	private String allowance(String id, String fields) {
		People.Answer answer = assess(id, "\"programs\": [\"old-age-allowance\"], " + fields).is(200);
		return answer.text("/assessments/0/outcome") + " " + answer.text("/assessments/0/amount");
	}

	private People.Answer assess(String id, String fields) {
		return this.people.post("/api/v1/assessments", "{\"applicantId\": \"" + id + "\", " + fields + "}");
	}

}
