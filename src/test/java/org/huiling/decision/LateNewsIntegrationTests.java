package org.huiling.decision;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is learnt late, or applied for late, is decided from the month it belongs to; what
 * stood before stays readable.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class LateNewsIntegrationTests {

	@Autowired
	RestTestClient client;

	private People people;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
	}

	@Test
	@DisplayName("37 late application, in time")
	void anApplicationInTimePaysBack() {
		String id = applied("1933-01-10", "2013-07-04");
		OldAgeAllowance.decided(this.people, id, "2013-07").is(201);
		assertThat(WhatStands.of(this.people, id)).containsExactly("2013-01.. ELIGIBLE 100.00");
	}

	@Test
	@DisplayName("37 late application, too late")
	void anApplicationTooLatePaysFromItsMonth() {
		String id = applied("1933-01-10", "2013-08-04");
		OldAgeAllowance.decided(this.people, id, "2013-08").is(201);
		assertThat(WhatStands.of(this.people, id)).containsExactly("2013-08.. ELIGIBLE 100.00");
		OldAgeAllowance.decided(this.people, id, "2013-07").is(201);
		assertThat(WhatStands.of(this.people, id)).containsExactly("2013-07..2013-07 NOT_ELIGIBLE 0.00",
				"2013-08.. ELIGIBLE 100.00");
	}

	@Test
	@DisplayName("37 late application, across a version")
	void anApplicationPaysBackAcrossVersions() {
		String id = applied("1922-11-10", "2013-02-04");
		OldAgeAllowance.decided(this.people, id, "2013-02").is(201);
		assertThat(WhatStands.of(this.people, id)).containsExactly("2012-11..2012-12 ELIGIBLE 100.00",
				"2013-01.. ELIGIBLE 300.00");
	}

	@Test
	void withoutAnApplicationItIsAskedFor() {
		String id = this.people.begun("""
				{"birthDate": "1933-01-10", "hukou": {"region": "379901003"}}""");
		assertThat(OldAgeAllowance.decided(this.people, id, "2013-07").is(422).text("/errors/0/field"))
			.isEqualTo("applications[].date");
		this.people.recorded(id, """
				{"validFrom": "2013-07-04", "facts":
				 {"applications": [{"program": "old-age-allowance", "date": "2013-07-04"}]}}""");
		OldAgeAllowance.decided(this.people, id, "2013-07").is(201);
		assertThat(WhatStands.of(this.people, id)).as("recorded after the month's first day, and counts")
			.containsExactly("2013-01.. ELIGIBLE 100.00");
	}

	@Test
	@DisplayName("32 a death learnt in October for August")
	void aDeathLearntLateSupersedesFromTheMonthAfter() {
		String id = this.people.begun(OldAgeAllowance.EIGHTY);
		OldAgeAllowance.decided(this.people, id, "2013-07").is(201);
		OldAgeAllowance.decided(this.people, id, "2013-09").is(200);
		this.people.recorded(id, """
				{"validFrom": "2013-08-20", "facts": {"deathDate": "2013-08-20"}, "reason": "learnt in October"}""");
		OldAgeAllowance.decided(this.people, id, "2013-08").is(200);
		People.Answer stopped = OldAgeAllowance.decided(this.people, id, "2013-09").is(201);
		assertThat(stopped.text("/items/0/outcome")).isEqualTo("NOT_ELIGIBLE");
		assertThat(WhatStands.of(this.people, id)).containsExactly("2013-01..2013-08 ELIGIBLE 100.00",
				"2013-09.. NOT_ELIGIBLE 0.00");
	}

	@Test
	@DisplayName("33 the death record was wrong")
	void aDecisionAtTheSamePeriodSupersedesTheOneBefore() {
		String id = this.people.begun(OldAgeAllowance.EIGHTY);
		OldAgeAllowance.decided(this.people, id, "2013-07").is(201);
		String death = this.people.recorded(id, """
				{"validFrom": "2013-05-20", "facts": {"deathDate": "2013-05-20"}}""").text("/id");
		People.Answer stopped = OldAgeAllowance.decided(this.people, id, "2013-06").is(201);
		String then = stopped.text("/items/0/decidedAt");
		this.people.recorded(id, """
				{"corrects": "%s", "facts": {}, "reason": "another person"}""".formatted(death));
		People.Answer again = OldAgeAllowance.decided(this.people, id, "2013-06").is(201);
		assertThat(again.text("/items/0/supersedes")).isEqualTo(stopped.text("/items/0/id"));
		People.Answer all = this.people.get("/api/v1/applicants/" + id + "/decisions");
		assertThat(all.body().at("/items")).hasSize(3);
		assertThat(all.body().at("/items/1/current").booleanValue()).isFalse();
		assertThat(WhatStands.of(this.people, id, then)).containsExactly("2013-01..2013-05 ELIGIBLE 100.00",
				"2013-06.. NOT_ELIGIBLE 0.00");
	}

	@Test
	@DisplayName("34 moved out, 41 withheld")
	void whoMovedAwayIsDecidedWhereTheyStood() {
		String id = this.people
			.begun("""
					{"birthDate": "1920-05-10", "hukou": {"region": "379901003", "type": "RURAL"}, "statuses": [],
					 "pension": {"monthlyAmount": 0}, "applications": [{"program": "old-age-allowance", "date": "2012-01-04"},
					 {"program": "living-subsidy", "date": "2012-01-04"}]}""");
		People.Answer two = this.people.post("/api/v1/applicants/" + id + "/decisions", """
				{"period": "2012-10", "programs": ["living-subsidy", "old-age-allowance"]}""").is(201);
		assertThat(two.body().at("/items").toString()).contains("WITHHELD").contains("50.00");
		this.people.recorded(id, """
				{"validFrom": "2013-07-10", "facts": {"hukou": {"region": "370214001"}}}""");
		OldAgeAllowance.decided(this.people, id, "2013-07").is(201);
		assertThat(OldAgeAllowance.decided(this.people, id, "2013-08").is(201).text("/items/0/outcome"))
			.isEqualTo("NOT_ELIGIBLE");
	}

	@Test
	@DisplayName("58 a claim arrives late and goes first")
	void aClaimInBetweenSupersedesWhatItChanges() {
		String id = this.people.begun("""
				{"birthDate": "1948-01-10", "hukou": {"region": "379901003"}, "household": {"dibao": {"type": "NONE"}},
				 "statuses": [], "insurance": {"scheme": "NCMS", "year": 2013, "contributionPaid": true},
				 "claims": [%s, %s]}""".formatted(claim("c1", "2013-03-01", "5300.00"),
				claim("c2", "2013-05-01", "5300.00")));
		String medical = "{\"period\": \"2013\", \"programs\": [\"medical-reimbursement\"]}";
		this.people.post("/api/v1/applicants/" + id + "/decisions", medical).is(201);
		assertThat(WhatStands.of(this.people, id)).containsExactly("2013-03..2013-03 c1 ELIGIBLE 3500.00",
				"2013-05..2013-05 c2 ELIGIBLE 3605.00");
		this.people.recorded(id, """
				{"validFrom": "2013-02-01", "facts": {"claims": [%s]}}"""
			.formatted(claim("c0", "2013-02-01", "1300.00")));
		this.people.post("/api/v1/applicants/" + id + "/decisions", medical).is(201);
		assertThat(WhatStands.of(this.people, id)).containsExactly("2013-02..2013-02 c0 ELIGIBLE 700.00",
				"2013-03..2013-03 c1 ELIGIBLE 3605.00", "2013-05..2013-05 c2 ELIGIBLE 3605.00");
	}

	@Test
	void aClaimWhoseDateWasCorrectedIsNotPaidTwice() {
		String facts = """
				"household": {"dibao": {"type": "NONE"}}, "statuses": [], "hukou": {"region": "379901003"},
				"insurance": {"scheme": "NCMS", "year": 2013, "contributionPaid": true}""";
		String id = this.people.begun("{\"birthDate\": \"1948-01-10\", " + facts + ", \"claims\": ["
				+ claim("c1", "2013-03-01", "5300.00") + "]}");
		String medical = "{\"period\": \"2013\", \"programs\": [\"medical-reimbursement\"]}";
		this.people.post("/api/v1/applicants/" + id + "/decisions", medical).is(201);
		this.people.recorded(id, "{\"validFrom\": \"2013-03-01\", \"facts\": {\"claims\": ["
				+ claim("c1", "2013-04-01", "5300.00") + "]}}");
		assertThat(this.people.post("/api/v1/applicants/" + id + "/decisions", medical).is(409).text("/type"))
			.isEqualTo("urn:huiling:problem:claim-decided-elsewhere");
	}

	@Test
	@DisplayName("37 late application, month by month before and after it")
	void whatWasRefusedBeforeTheApplicationIsPaidBackAfterIt() {
		String id = this.people.begun("""
				{"birthDate": "1933-03-10", "hukou": {"region": "379901003"}}""");
		OldAgeAllowance.decided(this.people, id, "2013-02").is(201);
		assertThat(WhatStands.of(this.people, id)).containsExactly("2013-02.. NOT_ELIGIBLE 0.00");
		OldAgeAllowance.decided(this.people, id, "2013-05").is(422);
		this.people.recorded(id, """
				{"validFrom": "2013-09-10", "facts":
				 {"applications": [{"program": "old-age-allowance", "date": "2013-09-10"}]}}""");
		OldAgeAllowance.decided(this.people, id, "2013-09").is(201);
		assertThat(WhatStands.of(this.people, id)).containsExactly("2013-02..2013-02 NOT_ELIGIBLE 0.00",
				"2013-03.. ELIGIBLE 100.00");
	}

	private String applied(String birth, String day) {
		return this.people.begun("""
				{"birthDate": "%s", "hukou": {"region": "379901003"},
				 "applications": [{"program": "old-age-allowance", "date": "%s"}]}""".formatted(birth, day));
	}

	private static String claim(String id, String date, String eligible) {
		return """
				{"id": "%s", "date": "%s", "kind": "INPATIENT", "hospitalTier": "COUNTY", "totalCost": %s,
				 "eligibleCost": %s}""".formatted(id, date, eligible, eligible);
	}

}
