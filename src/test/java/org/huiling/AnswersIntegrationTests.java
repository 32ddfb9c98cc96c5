package org.huiling;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.CivilTime;
import org.huiling.facts.MadeUpIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is answered about decisions, runs, rosters, settlements and proposals stays as it
 * is, to the byte: order of fields, what is null and what is absent, how numbers are
 * written.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import({ TestCallers.class, AnswersIntegrationTests.Later.class })
class AnswersIntegrationTests {

	private static final String OPERATOR = "operator;BATCH_OPERATOR;379901";

	private static final String PAYMASTER = "paymaster;PAYMASTER;379901";

	private static final String OTHER_PAYMASTER = "paymaster-2;PAYMASTER;379901";

	private static final String APPROVER = "approver;POLICY_APPROVER;379901";

	private static final String EDITOR = "editor;POLICY_EDITOR;379901";

	private static final String RUNS = "/api/v1/recalculations";

	private static final String ROSTERS = "/api/v1/rosters";

	@Autowired
	RestTestClient client;

	private People people;

	private RecordedAnswers answers;

	/** Long after everything: what a run follows up to is always as much. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Later {

		@Bean
		@Primary
		Clock later() {
			ZoneId zone = CivilTime.ZONE;
			return Clock.fixed(ZonedDateTime.of(2049, 6, 25, 12, 0, 0, 0, zone).toInstant(), zone);
		}

	}

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
		this.answers = new RecordedAnswers(this.client);
	}

	/** One after the other: people and lists are the same every time. */
	@Test
	void areWhatTheyWere() {
		ofDecisions();
		ofRuns();
		ofRostersAndProposals();
		ofPaymentRules();
	}

	private String eighty(String name, int sequence, String account) {
		String residentId = (sequence == 0) ? ""
				: "\"residentId\": \"" + MadeUpIds.of(LocalDate.of(1933, 1, 10), sequence) + "\",";
		String payee = account.isEmpty() ? ""
				: "\"payee\": {\"kind\": \"BANK\", \"bank\": \"示范银行\", \"account\": \"%s\", \"name\": \"%s\"},"
					.formatted(account, name);
		return this.people.begun("""
				{%s %s "name": "%s", "birthDate": "1933-01-10", "hukou": {"region": "379901003", "type": "RURAL"},
				 "lifeCheck": {"lastPassed": "2026-01-01"},
				 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}""".formatted(residentId,
				payee, name));
	}

	private String decisions(String applicant) {
		return "/api/v1/applicants/" + applicant + "/decisions";
	}

	private static String asked(String period, String program) {
		return "{\"period\": \"%s\", \"programs\": [\"%s\"]}".formatted(period, program);
	}

	private void died(String applicant, String day) {
		this.people.recorded(applicant, """
				{"validFrom": "%1$s", "facts": {"deathDate": "%1$s"}, "reason": "learnt late"}""".formatted(day));
	}

	private void ofDecisions() {
		this.answers = new RecordedAnswers(this.client);
		String one = eighty("试例甲", 2, "6222000000000001");
		JsonNode decided = this.answers.post(People.WORKER, decisions(one), """
				{"period": "2013-07", "programs": ["old-age-allowance"], "reason": "窗口申请"}""");
		this.answers.post(People.WORKER, decisions(one), asked("2013-07", "old-age-allowance"));
		String poor = this.people.begun("""
				{"birthDate": "1943-01-10", "hukou": {"region": "379901003", "type": "RURAL"}, "statuses": []}""");
		this.answers.post(People.WORKER, decisions(poor), """
				{"period": "2013-07", "programs": ["living-subsidy", "old-age-allowance"]}""");
		this.answers.post(People.WORKER, decisions(poor), asked("2013-07", "living-subsidy"));
		String ill = this.people.begun("""
				{"birthDate": "1948-01-10", "hukou": {"region": "379901003"}, "household": {"dibao": {"type": "NONE"}},
				 "statuses": [], "insurance": {"scheme": "NCMS", "year": 2013, "contributionPaid": true}, "claims":
				 [{"id": "c1", "date": "2013-03-01", "kind": "INPATIENT", "hospitalTier": "TOWNSHIP",
				   "totalCost": 5300.00, "eligibleCost": 5300.00}]}""");
		this.answers.post(People.WORKER, decisions(ill), asked("2013", "medical-reimbursement"));
		String id = decided.at("/items/0/id").stringValue();
		String path = "/api/v1/decisions/" + id;
		JsonNode open = this.answers.post(People.WORKER, path + "/objections", """
				{"date": "%s", "grounds": "少算了"}""".formatted(LocalDate.now(CivilTime.ZONE)));
		JsonNode second = this.answers.post(People.WORKER, path + "/objections", """
				{"date": "%s"}""".formatted(LocalDate.now(CivilTime.ZONE)));
		assertThat(second.get("id")).isNotEqualTo(open.get("id"));
		this.answers.post(People.WORKER, path + "/objections/" + open.get("id").stringValue() + "/outcome", """
				{"outcome": "DISMISSED", "reason": "没有少算", "date": "%s"}""".formatted(LocalDate.now(CivilTime.ZONE)));
		this.answers.get(People.WORKER, path);
		this.answers.post(People.WORKER, path + "/replay", "");
		died(one, "2013-05-20");
		this.answers.post(People.WORKER, decisions(one), asked("2013-06", "old-age-allowance"));
		JsonNode revoked = this.answers.post(People.WORKER, path + "/revoke", "{\"reason\": \"录错了人\"}");
		String revoking = revoked.get("id").stringValue();
		this.answers.get(People.WORKER, "/api/v1/decisions/" + revoking);
		this.answers.post(People.WORKER, "/api/v1/decisions/" + revoking + "/replay", "");
		this.answers.get(People.WORKER, decisions(one) + "?size=2");
		this.answers.get(People.WORKER, decisions(ill));
		this.answers.get(People.WORKER, "/api/v1/decisions?version=model-district/old-age-allowance/2013-01-01&size=2");
		this.answers.get(People.WORKER, "/api/v1/decisions/none");
		this.answers.compare("decisions");
	}

	private String ended(String run) {
		for (int tried = 0; tried < 3000; tried++) {
			String state = People.as(this.client, OPERATOR).get(RUNS + "/" + run).is(200).text("/state");
			if (!state.equals("STARTING") && !state.equals("RUNNING")) {
				return state;
			}
			try {
				Thread.sleep(20);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}
		throw new AssertionError("the run does not end");
	}

	private void ofRuns() {
		this.answers = new RecordedAnswers(this.client);
		String known = eighty("试例甲", 22, "6222000000000011");
		this.people.post(decisions(known), asked("2013-01", "old-age-allowance")).is(201);
		died(known, "2013-03-20");
		eighty("试例乙", 24, "6222000000000012");
		this.people.begun("""
				{"birthDate": "1943-01-10", "hukou": {"region": "379901003", "type": "RURAL"}, "statuses": []}""");
		for (String wrong : new String[] { "{}", "[]", "{\"jurisdiction\": 3, \"programs\": [], \"from\": \"2013-13\","
				+ " \"to\": \"2013\", \"mode\": \"RUN\", \"reason\": \"\", \"touchedSince\": \"2013-07-01\", \"x\": 1}",
				"""
						{"from": "2013-07", "to": "2013-01", "mode": "DRY_RUN", "reason": "x"}""", """
						{"from": "2003-07", "to": "2013-07", "mode": "DRY_RUN", "reason": "x"}""", """
						{"withdrawnVersion": {"jurisdiction": "model-district", "program": 1, "x": 2},
						 "mode": "DRY_RUN", "reason": "x"}""", """
						{"withdrawnVersion": {"jurisdiction": "model-district", "program": "old-age-allowance",
						 "version": "2013-01-01"}, "jurisdiction": "model-district", "from": "2013-01",
						 "touchedSince": "2013-07-01T08:00:00+08:00", "mode": "DRY_RUN", "reason": "x"}""", """
						{"withdrawnVersion": {"jurisdiction": "model-district", "program": "old-age-allowance",
						 "version": "2013-01-01"}, "mode": "DRY_RUN", "reason": "x"}""", """
						{"jurisdiction": "nowhere", "from": "2013-01", "to": "2013-01", "mode": "DRY_RUN",
						 "reason": "x"}""", """
						{"jurisdiction": "model-district", "programs": ["none"], "from": "2013-01", "to": "2013-01",
						 "mode": "DRY_RUN", "reason": "x"}""" }) {
			this.answers.post(OPERATOR, RUNS, wrong);
		}
		JsonNode first = this.answers.post(OPERATOR, RUNS,
				"""
						{"jurisdiction": "model-district", "programs": ["old-age-allowance", "living-subsidy"], "from": "2013-01",
						 "to": "2013-07", "mode": "DRY_RUN", "reason": "每月复核"}""");
		String id = first.get("id").stringValue();
		String path = RUNS + "/" + id;
		assertThat(ended(id)).isEqualTo("COMPLETED");
		this.answers.get(OPERATOR, path);
		this.answers.get(OPERATOR, path + "/report");
		this.answers.get(OPERATOR, path + "/changes?size=2");
		this.answers.ask(OPERATOR, HttpMethod.GET, path + "/changes?program=old-age-allowance", null,
				MediaType.APPLICATION_JSON);
		this.answers.get(OPERATOR, path + "/failures");
		this.answers.get(OPERATOR, path + "/undecided");
		this.answers.post(OPERATOR, path + "/stop", "");
		this.answers.post(OPERATOR, path + "/restart", "");
		JsonNode touched = this.answers.post(OPERATOR, RUNS, """
				{"from": "2013-01", "to": "2013-01", "mode": "COMMIT", "reason": "补录",
				 "touchedSince": "2013-07-01T08:00:00+08:00"}""");
		assertThat(ended(touched.get("id").stringValue())).isEqualTo("COMPLETED");
		this.answers.get(OPERATOR, RUNS);
		this.answers.get(OPERATOR, RUNS + "/none");
		this.answers.compare("runs");
	}

	private JsonNode results(String roster, String csv) {
		return this.answers.ask(PAYMASTER, HttpMethod.POST, ROSTERS + "/" + roster + "/results", csv,
				new MediaType("text", "csv"));
	}

	private String roster(String month) {
		return this.answers
			.post(OPERATOR, ROSTERS, "{\"jurisdiction\": \"model-district\", \"month\": \"" + month + "\"}")
			.get("id")
			.stringValue();
	}

	private JsonNode settle(String applicant, String kind, String amount, String more) {
		return this.answers.post(PAYMASTER, "/api/v1/settlements", """
				{"jurisdiction": "model-district", "applicantId": "%s", "program": "old-age-allowance",
				 "period": "2013-02", "kind": "%s", "amount": %s, "reason": "家属退回"%s}""".formatted(applicant, kind,
				amount, more));
	}

	private void confirm(String caller, JsonNode proposal) {
		this.answers.post(caller, "/api/v1/proposals/" + proposal.get("id").stringValue() + "/confirm", "");
	}

	private void ofRostersAndProposals() {
		this.answers = new RecordedAnswers(this.client);
		String one = eighty("同名", 42, "6222000000000021");
		String other = eighty("同名", 0, "6222000000000022");
		String nowhere = eighty("试例丙", 44, "");
		for (String person : new String[] { one, other, nowhere }) {
			this.people.post(decisions(person), asked("2013-01", "old-age-allowance")).is(201);
		}
		this.answers.post(OPERATOR, ROSTERS, "{\"month\": 3}");
		this.answers.get(PAYMASTER, ROSTERS + "/forecast?jurisdiction=model-district&month=2013-02");
		String january = roster("2013-01");
		String path = ROSTERS + "/" + january;
		this.answers.get(PAYMASTER, path + "/flags");
		this.answers.post(PAYMASTER, path + "/approve", "");
		this.answers.get(PAYMASTER, path + "/lines?size=2");
		results(january, "line,result,reason,day,note\n1,FAILED,账号错误,2013-02-03,x\n2,PAID,,,\n");
		this.answers.get(PAYMASTER, path + "/transfers?size=2");
		this.answers.ask(PAYMASTER, HttpMethod.GET, path + "/lines", null, MediaType.APPLICATION_JSON);

		JsonNode contra = this.answers.post(PAYMASTER, path + "/lines/1/contra", "{\"reason\": \"银行说错了\"}");
		this.answers.get(OTHER_PAYMASTER, "/api/v1/proposals/" + contra.get("id").stringValue());
		confirm(OTHER_PAYMASTER, contra);
		this.answers.get(OTHER_PAYMASTER, "/api/v1/proposals?state=CONFIRMED");

		String february = roster("2013-02");
		this.answers.post(PAYMASTER, ROSTERS + "/" + february + "/approve", "");
		died(one, "2013-01-20");
		this.people.post(decisions(one), asked("2013-02", "old-age-allowance")).is(201);
		died(other, "2013-01-20");
		this.people.post(decisions(other), asked("2013-02", "old-age-allowance")).is(201);
		String march = roster("2013-03");
		this.answers.get(PAYMASTER, ROSTERS + "/" + march + "/open");
		this.answers.post(PAYMASTER, ROSTERS + "/" + march + "/approve", "");
		this.answers.get(PAYMASTER, ROSTERS + "?size=1&state=APPROVED");

		settle(one, "COLLECTED", "60.00", ", \"fault\": \"NOT_REPORTED\"");
		JsonNode givenUp = settle(one, "WRITTEN_OFF", "40.00", "");
		settle(one, "WRITTEN_OFF", "40.00", "");
		this.answers.post(OTHER_PAYMASTER, "/api/v1/proposals/" + givenUp.get("id").stringValue() + "/reject",
				"{\"reason\": \"再问一次家属\"}");
		confirm(APPROVER, settle(one, "WRITTEN_OFF", "40.00", ""));
		JsonNode collected = settle(other, "COLLECTED", "100.00", "");
		JsonNode wrong = this.answers.post(PAYMASTER,
				"/api/v1/settlements/" + collected.get("id").stringValue() + "/contra", "{\"reason\": \"记错了人\"}");
		confirm(OTHER_PAYMASTER, wrong);
		this.answers.get(People.WORKER, "/api/v1/applicants/" + one + "/settlements");
		this.answers.get(People.WORKER, "/api/v1/applicants/" + other + "/settlements");

		String april = roster("2013-04");
		this.answers.post(OPERATOR, ROSTERS + "/" + april + "/discard", "");
		this.answers.get(OPERATOR, ROSTERS + "/" + april);
		this.answers.compare("rosters");
	}

	private void ofPaymentRules() {
		this.answers = new RecordedAnswers(this.client);
		String rules = "/api/v1/jurisdictions/model-district/payment-rules";
		this.answers.get(EDITOR, rules);
		JsonNode proposed = this.answers.ask(EDITOR, HttpMethod.PUT, rules, """
				{"from": "2015-04", "frequency": "QUARTERLY", "timing": "ADVANCE", "payDay": 15, "tolerance": 1,
				 "recoveryShare": 0.5, "dueDays": 30, "arrearsMonths": 12, "onDeath": "WRITE_OFF", "writeOffLimit": 300,
				 "basis": "办法第九条"}""", MediaType.APPLICATION_JSON);
		this.answers.get(APPROVER, "/api/v1/proposals/" + proposed.get("id").stringValue());
		confirm(APPROVER, proposed);
		JsonNode withdrawn = this.answers.ask(EDITOR, HttpMethod.PUT, rules, """
				{"from": "2015-07", "frequency": "MONTHLY", "timing": "ARREARS", "payDay": 15, "tolerance": 1.5,
				 "recoveryShare": 0.5, "dueDays": 30, "basis": "办法第九条"}""", MediaType.APPLICATION_JSON);
		this.answers.post(EDITOR, "/api/v1/proposals/" + withdrawn.get("id").stringValue() + "/withdraw", "");
		this.answers.get(EDITOR, "/api/v1/proposals?size=2");
		this.answers.get(EDITOR, rules);
		this.answers.compare("payment-rules");
	}

}
