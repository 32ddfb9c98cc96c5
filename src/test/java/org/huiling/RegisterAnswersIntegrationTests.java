package org.huiling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.MadeUpIds;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is answered about people, policies, drafts, accounts and the trail stays as it is,
 * to the byte: order of fields, what is null and what is absent, how numbers are written.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class RegisterAnswersIntegrationTests {

	private static final String EDITOR = "editor;POLICY_EDITOR;379901";

	private static final String APPROVER = "approver;POLICY_APPROVER;379901";

	private static final String ADMIN = "admin;ADMIN;";

	private static final String AUDITOR = "auditor;AUDITOR;";

	private static final Path SHIPPED = Path.of("rules/model-district");

	private static final String PEOPLE = "/api/v1/applicants";

	private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

	@Autowired
	RestTestClient client;

	private RecordedAnswers answers;

	/** Two versions of two programs. */
	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) {
		properties.add("huiling.rules", () -> copied().toString());
	}

	private static Path copied() {
		try {
			Path rules = TestDirectory.of("huiling-rules");
			Path district = rules.resolve("model-district");
			for (String program : List.of("old-age-allowance", "medical-reimbursement")) {
				Files.createDirectories(district.resolve(program));
				Files.copy(SHIPPED.resolve(program + "/program.yaml"), district.resolve(program + "/program.yaml"));
			}
			Files.copy(SHIPPED.resolve("jurisdiction.yaml"), district.resolve("jurisdiction.yaml"));
			for (String version : List.of("old-age-allowance/2012-01-01", "old-age-allowance/2013-01-01",
					"medical-reimbursement/2013-01-01")) {
				FileSystemUtils.copyRecursively(SHIPPED.resolve(version), district.resolve(version));
			}
			return rules;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** One after the other: people, versions and events are the same every time. */
	@Test
	void areWhatTheyWere() {
		ofPeople();
		ofLists();
		ofPoliciesAndDrafts();
		ofOwners();
		ofAccounts();
		ofTheTrail();
	}

	private static String applicant(int sequence) {
		return """
				{"residentId": "%s", "name": "试例甲", "birthDate": "1933-02-15", "sex": "FEMALE",
				 "hukou": {"region": "379901003", "type": "RURAL", "since": "1950-01-01"},
				 "household": {"size": 2, "monthlyIncome": 800, "dibao": {"type": "RURAL", "since": "2010-01-01"}},
				 "statuses": [{"kind": "LOW_INCOME", "from": "2011-01-01"}, {"kind": "VETERAN"}],
				 "disability": {"category": "PHYSICAL", "grade": 2},
				 "pension": {"monthlyAmount": 900.5}, "lifeCheck": {"lastPassed": "2012-05-01"},
				 "payee": {"kind": "BANK", "bank": "试例银行", "account": "6222000000000017", "name": "试例甲"},
				 "claims": [{"id": "c1", "date": "2013-01-05", "kind": "INPATIENT", "hospitalTier": "COUNTY",
				   "totalCost": 5000, "eligibleCost": 4000.50}]}"""
			.formatted(MadeUpIds.of(LocalDate.of(1933, 2, 15), sequence));
	}

	private void ofPeople() {
		this.answers = new RecordedAnswers(this.client);
		String worker = People.WORKER;
		JsonNode begun = this.answers.post(worker, PEOPLE + "?validFrom=2012-01-01", applicant(2));
		String id = PEOPLE + "/" + begun.get("id").stringValue();
		JsonNode second = this.answers.post(worker, PEOPLE, "{\"name\": \"试例乙\", \"birthDate\": \"1940-01-01\"}");
		this.answers.get(worker, id);
		this.answers.get(worker, id + "?reveal=payee.account&reveal=residentId&reason=x");
		JsonNode record = this.answers.ask(worker, HttpMethod.PUT, id + "/records", """
				{"validFrom": "2013-06-01", "reason": "搬家", "facts": {"residence": {"region": "379901004"},
				 "pension": {"monthlyAmount": 1000}}}""", MediaType.APPLICATION_JSON);
		this.answers.ask(worker, HttpMethod.PUT, id + "/records", """
				{"corrects": "%s", "facts": {"residence": {"region": "379901005"}, "claims": []}}"""
			.formatted(record.get("id").stringValue()), MediaType.APPLICATION_JSON);
		this.answers.get(worker, id + "/records");
		this.answers.get(worker, PEOPLE + "?q=%E8%AF%95%E4%BE%8B%E7%94%B2&region=379901");
		this.answers.post(worker, id + "/merge", """
				{"duplicate": "%s", "reason": "同一人"}""".formatted(second.get("id").stringValue()));
		this.answers.post(worker, id + "/merge", "{\"duplicate\": \"x\", \"reasons\": \"同一人\"}");
		this.answers.ask(worker, HttpMethod.PUT, id + "/records", "{\"facts\": {}}", MediaType.APPLICATION_JSON);
		this.answers.get(worker, PEOPLE + "/" + second.get("id").stringValue());
		this.answers.compare("people");
	}

	private void ofLists() {
		this.answers = new RecordedAnswers(this.client);
		String worker = People.WORKER;
		JsonNode tried = this.answers.ask(worker, HttpMethod.POST,
				PEOPLE + "/import?mode=ADD_OR_UPDATE&dryRun=true&validFrom=2013-08-01", """
						身份证号码,姓名,出生日期,死亡日期,备注,residentIdd
						%s,试例甲,1933-02-15,2013-07-01,x,y
						%s,试例丙,1941-03-03,,,
						123,试例丁,1941-03-03,,,
						""".formatted(MadeUpIds.of(LocalDate.of(1933, 2, 15), 2),
						MadeUpIds.of(LocalDate.of(1941, 3, 3), 3)),
				CSV);
		this.answers.get(worker, PEOPLE + "/import/" + tried.get("id").stringValue() + "/changes");
		this.answers.ask(worker, HttpMethod.POST, PEOPLE + "/import", "姓名,出生日期\n试例戊,1941-03-03\n", CSV);
		this.answers.ask(worker, HttpMethod.POST, PEOPLE + "/import", "姓名,出生日期\n", CSV);
		this.answers.compare("lists");
	}

	private void ofPoliciesAndDrafts() {
		this.answers = new RecordedAnswers(this.client);
		String version = "/api/v1/policies/model-district/old-age-allowance/2013-01-01";
		this.answers.get(EDITOR, "/api/v1/jurisdictions");
		this.answers.get(EDITOR, "/api/v1/programs");
		this.answers.get(EDITOR, "/api/v1/policies");
		this.answers.get(EDITOR, version);
		this.answers.get(EDITOR, "/api/v1/policies/model-district/medical-reimbursement/2013-01-01");
		this.answers.get(EDITOR, version + "/diff?to=2012-01-01");
		JsonNode draft = this.answers.post(EDITOR, "/api/v1/drafts", """
				{"jurisdiction": "model-district", "program": "old-age-allowance", "effectiveFrom": "2014-01-01",
				 "title": {"zh": "提高标准", "en": "A raise"}, "basedOn": "2013-01-01"}""");
		String path = "/api/v1/drafts/" + draft.get("id").stringValue();
		this.answers.ask(EDITOR, HttpMethod.PUT, path + "/files/extra.drl", """
				rule "另一条"
				    @en("Another")
				    @basis("第九条")
				when
				    Applicant( ageOnLastDay >= P.nothing )
				then
				    benefit.pay(P.allowance80);
				end
				""", MediaType.APPLICATION_OCTET_STREAM);
		this.answers.post(EDITOR, path + "/check", "");
		this.answers.get(EDITOR, path + "/diff");
		this.answers.ask(EDITOR, HttpMethod.DELETE, path + "/files/extra.drl", null, MediaType.APPLICATION_JSON);
		this.answers.ask(EDITOR, HttpMethod.PUT, path + "/files/extra.drl", """
				rule "另一条"
				    @en("Another")
				    @basis("第九条")
				when
				    Applicant( ageOnLastDay >= P.advancedAge, ageOnLastDay < 85 )
				then
				    benefit.pay(P.allowance80);
				end
				""", MediaType.APPLICATION_OCTET_STREAM);
		this.answers.post(EDITOR, path + "/check", "");
		this.answers.get(EDITOR, path);
		this.answers.get(EDITOR, "/api/v1/drafts");
		this.answers.post(EDITOR, path + "/submit", "");
		this.answers.post(EDITOR, path + "/discard", "");
		this.answers.compare("policies");
	}

	private void ofOwners() {
		this.answers = new RecordedAnswers(this.client);
		JsonNode town = this.answers.post(EDITOR, "/api/v1/jurisdictions", """
				{"id": "town", "name": {"zh": "小镇", "en": "Town"}, "regionPrefix": "379901009"}""");
		this.answers.post(APPROVER, "/api/v1/proposals/" + town.get("id").stringValue() + "/confirm", "");
		this.answers.ask(EDITOR, HttpMethod.PUT, "/api/v1/jurisdictions/town",
				"{\"name\": {\"zh\": \"镇\", \"en\": \"Town\"}, \"regionPrefix\": \"379901008\"}",
				MediaType.APPLICATION_JSON);
		JsonNode program = this.answers.post(EDITOR, "/api/v1/jurisdictions/town/programs", """
				{"id": "gift", "name": {"zh": "慰问", "en": "Gift"}, "cycle": "MONTH", "unit": "CNY", "order": 10}""");
		this.answers.post(APPROVER, "/api/v1/proposals/" + program.get("id").stringValue() + "/confirm", "");
		this.answers.ask(EDITOR, HttpMethod.PUT, "/api/v1/jurisdictions/town/programs/gift",
				"{\"name\": {\"zh\": \"慰问金\", \"en\": \"Gift\"}, \"cycle\": \"MONTH\", \"unit\": \"CNY\","
						+ " \"order\": 10, \"paidTo\": \"PERSON\"}",
				MediaType.APPLICATION_JSON);
		this.answers.post(EDITOR, "/api/v1/jurisdictions", """
				{"id": "Town!", "name": {"zh": "", "fr": "x"}, "regionPrefix": 5}""");
		this.answers.ask(EDITOR, HttpMethod.PUT, "/api/v1/jurisdictions/town/programs/gift",
				"{\"id\": \"gift\", \"cycle\": \"WEEK\", \"order\": 0}", MediaType.APPLICATION_JSON);
		this.answers.compare("owners");
	}

	private void ofAccounts() {
		this.answers = new RecordedAnswers(this.client);
		this.answers.post(ADMIN, "/api/v1/accounts", """
				{"name": "li", "displayName": "李", "roles": ["CASE_WORKER", "AUDITOR"], "regions": ["379901"],
				 "password": "three long words here"}""");
		this.answers.post(ADMIN, "/api/v1/accounts", """
				{"name": "LI", "displayName": "", "roles": ["BOSS"], "regions": ["x"], "enabled": "yes",
				 "password": "short"}""");
		this.answers.post(ADMIN, "/api/v1/accounts", "{\"nam\": \"li\"}");
		this.answers.post(ADMIN, "/api/v1/accounts", "");
		this.answers.post(ADMIN, "/api/v1/accounts", "[]");
		this.answers.ask(ADMIN, HttpMethod.PATCH, "/api/v1/accounts/li", "{\"enabled\": false, \"roles\": []}",
				MediaType.APPLICATION_JSON);
		this.answers.ask(ADMIN, HttpMethod.PATCH, "/api/v1/accounts/li", "{\"password\": \"li li li li\"}",
				MediaType.APPLICATION_JSON);
		this.answers.get(ADMIN, "/api/v1/accounts/li");
		this.answers.get(People.WORKER, "/api/v1/accounts/me");
		this.answers.ask(People.WORKER, HttpMethod.PUT, "/api/v1/accounts/me/password",
				"{\"old\": 5, \"new\": \"short\"}", MediaType.APPLICATION_JSON);
		this.answers.compare("accounts");
	}

	/** What is recorded besides may grow; what an event looks like may not. */
	private void ofTheTrail() {
		byte[] answer = this.client.get()
			.uri("/api/v1/audit-events?action=PROPOSED&subject={subject}", "town/gift")
			.header(TestCallers.HEADER, AUDITOR)
			.exchange()
			.expectBody()
			.returnResult()
			.getResponseBody();
		assertThat(new String(Objects.requireNonNull(answer), StandardCharsets.UTF_8)
			.replaceAll("\\{\"id\":[0-9]+,\"at\":\"20[0-9T:.-]+Z\"", "{\"id\":1,\"at\":\"INSTANT\"")
			.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")).isEqualTo(
					"""
							{"items":[{"id":1,"at":"INSTANT","by":"editor","action":"PROPOSED","subject":"town/gift",\
							"details":{"action":"PROGRAM_ADD","as":["POLICY_EDITOR"],"proposal":"ID","proposedBy":"editor",\
							"values":{"jurisdiction":"town","program":{"id":"gift","name":{"zh":"慰问","en":"Gift"},"cycle":"MONTH",\
							"unit":"CNY","order":10}}}}],"page":0,"size":50,"total":1}""");
	}

}
