package org.huiling.applicant.imports;

import java.util.Comparator;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.MadeUpIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.applicant.imports.SomebodyOnFile.counts;
import static org.huiling.applicant.imports.SomebodyOnFile.errors;

/**
 * Lists of what is new about people on file change what they mention and nothing else.
 */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class UpdateListsIntegrationTests {

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final Comparator<JsonNode> NUMBERS = (one, other) -> (one.isNumber() && other.isNumber())
			? one.decimalValue().compareTo(other.decimalValue()) : one.equals(other) ? 0 : 1;

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private SomebodyOnFile somebody;

	@BeforeEach
	void begin() {
		this.somebody = new SomebodyOnFile(this.client);
	}

	@Test
	void aListOfDeathsRecordsThemAndNothingElse() {
		JsonNode before = this.somebody.state("2013-12-01");
		JsonNode answer = this.somebody.update("",
				"身份证号码,姓名,出生日期,死亡日期\n%s,试例甲,1933-02-15,2013-08-15\n".formatted(this.somebody.id));
		counts(answer, 0, 1, 0, 0);
		JsonNode after = this.somebody.state("2013-12-01");
		assertThat(after.get("deathDate").asString()).isEqualTo("2013-08-15");
		assertThat(without(after, "deathDate")).isEqualTo(before);
		// what was the same is not recorded again
		JsonNode record = this.somebody.people.get("/api/v1/applicants/" + this.somebody.person + "/records")
			.body()
			.at("/items/1");
		assertThat(record.get("facts").propertyNames()).containsExactly("deathDate");
		assertThat(record.get("validFrom").asString()).isEqualTo("1933-02-15");
		assertThat(record.get("recordedBy").asString()).isEqualTo("worker");
		assertThat(this.jdbc.sql("select action || ' ' || done_by from audit_event where subject = ? order by id desc")
			.param(this.somebody.person)
			.query(String.class)
			.list()).contains("RECORD_ADDED worker");
		counts(this.somebody.update("",
				"身份证号码,姓名,出生日期,死亡日期\n%s,试例甲,1933-02-15,2013-08-15\n".formatted(this.somebody.id)), 0, 0, 1, 0);
	}

	@Test
	void aListOfLifeChecksHoldsFromItsDay() {
		counts(this.somebody.update("&validFrom=2013-06-01",
				"residentId,lifeCheck.lastPassed\n%s,2013-05-20\n".formatted(this.somebody.id)), 0, 1, 0, 0);
		assertThat(this.somebody.state("2013-05-31").at("/lifeCheck/lastPassed").asString()).isEqualTo("2012-05-01");
		assertThat(this.somebody.state("2013-06-01").at("/lifeCheck/lastPassed").asString()).isEqualTo("2013-05-20");
	}

	@Test
	void anAmountLeavesTheRestOfItsGroupAndAnAccountItsHolder() {
		counts(this.somebody.update("&validFrom=2013-06-01",
				"身份证号,家庭月收入,养老金月金额,银行账号\n%s,\"1,000\",￥950,62009999\n".formatted(this.somebody.id)), 0, 1, 0, 0);
		JsonNode then = this.somebody.state("2013-06-01");
		assertThat(then.at("/household/monthlyIncome").decimalValue()).isEqualByComparingTo("1000");
		assertThat(then.at("/household/size").asInt()).isEqualTo(2);
		assertThat(then.at("/household/dibao/since").asString()).isEqualTo("2010-01-01");
		assertThat(then.at("/pension/monthlyAmount").decimalValue()).isEqualByComparingTo("950");
		assertThat(then.at("/payee/account").asString()).isEqualTo("********9999");
		assertThat(then.at("/payee/name").asString()).isEqualTo("试例甲");
		assertThat(then.at("/payee/bank").asString()).isEqualTo("试例银行");
		assertThat(this.somebody.state("2013-05-31").at("/pension/monthlyAmount").decimalValue())
			.isEqualByComparingTo("900");
	}

	@Test
	void aStatusEndsAnotherBeginsAndTheOthersStay() {
		counts(this.somebody.update("&validFrom=2013-06-01",
				"residentId,statuses[0].kind,statuses[0].from,statuses[0].to,statuses[1].kind,statuses[1].from\n"
						+ "%s,LOW_INCOME,2011-01-01,2013-05-31,TEKUN,2013-06-01\n".formatted(this.somebody.id)),
				0, 1, 0, 0);
		assertThat(this.somebody.state("2013-06-01").get("statuses")).isEqualTo(MAPPER.readTree("""
				[{"kind":"LOW_INCOME","from":"2011-01-01","to":"2013-05-31"},{"kind":"VETERAN"},
				{"kind":"TEKUN","from":"2013-06-01"}]"""));
		// without a first day it is the only one of its kind
		counts(this.somebody.update("&validFrom=2013-07-01",
				"residentId,statuses[0].kind,statuses[0].to\n%s,TEKUN,2013-06-30\n".formatted(this.somebody.id)), 0, 1,
				0, 0);
		assertThat(this.somebody.state("2013-07-01").at("/statuses/2/to").asString()).isEqualTo("2013-06-30");
		// said again without a day, it may have begun anew
		JsonNode which = this.somebody.update("",
				"residentId,statuses[0].kind\n%s,TEKUN\n".formatted(this.somebody.id));
		counts(which, 0, 1, 0, 0);
		which = this.somebody.update("&validFrom=2013-08-01",
				"residentId,statuses[0].kind\n%s,TEKUN\n".formatted(this.somebody.id));
		counts(which, 0, 0, 0, 1);
		assertThat(errors(which)).containsExactly("2 statuses[0].from WHICH_ITEM");
		counts(this.somebody.update("&validFrom=2013-08-01", "身份证号码,身份类别\n%s,无\n".formatted(this.somebody.id)), 0, 1, 0,
				0);
		assertThat(this.somebody.state("2013-08-01").get("statuses")).isEmpty();
	}

	@Test
	void aClaimOnFileIsCorrectedByItsIdAndANewOneIsAdded() {
		counts(this.somebody.update("",
				"residentId,claims[0].id,claims[0].date,claims[0].kind,claims[0].eligibleCost\n"
						+ "%1$s,c1,,,3900\n%1$s,c2,2013-03-01,OUTPATIENT,100\n".formatted(this.somebody.id)),
				0, 2, 0, 0);
		assertThat(this.somebody.state("2013-12-01").get("claims").equals(NUMBERS, MAPPER.readTree("""
				[{"id":"c1","date":"2013-01-05","kind":"INPATIENT","hospitalTier":"COUNTY","totalCost":5000.00,
				"eligibleCost":3900.00},{"id":"c2","date":"2013-03-01","kind":"OUTPATIENT","eligibleCost":100.00}]""")))
			.isTrue();
		counts(this.somebody.update("",
				"residentId,claims[0].id,claims[0].eligibleCost\n%s,c2,100.00\n".formatted(this.somebody.id)), 0, 0, 1,
				0);
	}

	@Test
	void aPropertyOfNullMakesUnknownAndAbsenceDoesNot() {
		JsonNode answer = MAPPER
			.readTree(this.somebody.send("?mode=UPDATE&validFrom=2013-06-01", "application/x-ndjson", """
					{"residentId": "%s", "lifeCheck": null, "household": {"size": null}, "careLevel": 2}
					""".formatted(this.somebody.id), null, People.WORKER).getResponseBody());
		counts(answer, 0, 1, 0, 0);
		JsonNode then = this.somebody.state("2013-06-01");
		assertThat(then.has("lifeCheck")).isFalse();
		assertThat(then.at("/household").has("size")).isFalse();
		assertThat(then.at("/household/monthlyIncome").decimalValue()).isEqualByComparingTo("800");
		assertThat(then.get("careLevel").asInt()).isEqualTo(2);
	}

	@Test
	void aLineHasADayOfItsOwnAndAFileNumber() {
		String number = this.somebody.state("2013-12-01").get("fileNumber").asString();
		counts(this.somebody.update("&validFrom=2013-01-01",
				"档案编号,生效日期,养老金\n%s,2013年6月1日,1000\n".formatted(number.toLowerCase(java.util.Locale.ROOT))), 0, 1, 0, 0);
		assertThat(this.somebody.state("2013-05-31").at("/pension/monthlyAmount").decimalValue())
			.isEqualByComparingTo("900");
		assertThat(this.somebody.state("2013-06-01").at("/pension/monthlyAmount").decimalValue())
			.isEqualByComparingTo("1000");
		JsonNode other = this.somebody.update("", "fileNumber,residentId,careLevel\n%s,%s,1\n".formatted(number,
				MadeUpIds.of(SomebodyOnFile.BIRTH, 999)));
		assertThat(errors(other)).containsExactly("2 residentId OTHER_RESIDENT_ID");
		String without = this.somebody.people
			.begun("{\"birthDate\": \"1933-02-15\", \"hukou\": {\"region\": \"379901003\"}}");
		String second = this.somebody.people.get("/api/v1/applicants/" + without).text("/fileNumber");
		JsonNode taken = this.somebody.update("", "fileNumber,residentId\n%s,%s\n".formatted(second, this.somebody.id));
		assertThat(errors(taken)).containsExactly("2 residentId ON_FILE");
		String own = SomebodyOnFile.anotherId();
		counts(this.somebody.update("", "fileNumber,residentId\n%s,%s\n".formatted(second, own)), 0, 1, 0, 0);
		counts(this.somebody.update("", "residentId,careLevel\n%s,1\n".formatted(own)), 0, 1, 0, 0);
		assertThat(this.somebody.people.get("/api/v1/applicants/" + without).body().get("careLevel").asInt())
			.isEqualTo(1);
	}

	@Test
	void aLaterRecordIsNotOverwrittenAndTheLineIsWarned() {
		this.somebody.people.recorded(this.somebody.person,
				"{\"validFrom\": \"2013-07-01\", \"facts\": {\"pension\": {\"monthlyAmount\": 1100}}}");
		JsonNode answer = this.somebody.update("&validFrom=2013-06-01",
				"residentId,pension.monthlyAmount\n%s,1000\n".formatted(this.somebody.id));
		counts(answer, 0, 1, 0, 0);
		assertThat(answer.get("lines").valueStream().filter((line) -> "HELD_UNTIL".equals(line.get("code").asString())))
			.singleElement()
			.satisfies((line) -> {
				assertThat(line.get("field").asString()).isEqualTo("pension");
				assertThat(line.get("message").asString()).contains("2013-07-01");
			});
		assertThat(this.somebody.state("2013-06-30").at("/pension/monthlyAmount").decimalValue())
			.isEqualByComparingTo("1000");
		assertThat(this.somebody.state("2013-07-01").at("/pension/monthlyAmount").decimalValue())
			.isEqualByComparingTo("1100");
	}

	@Test
	void aSecondLineSeesWhatCameOfTheFirst() {
		String file = "residentId,validFrom,pension.monthlyAmount\n%1$s,2013-06-01,1000\n%1$s,2013-06-01,1000.00\n%1$s,2013-06-01,1200\n%1$s,2013-06-01,1100\n"
			.formatted(this.somebody.id);
		counts(this.somebody.update("&dryRun=true", file), 0, 3, 1, 0);
		counts(this.somebody.update("", file), 0, 3, 1, 0);
		assertThat(this.somebody.state("2013-06-01").at("/pension/monthlyAmount").decimalValue())
			.isEqualByComparingTo("1100");
		assertThat(this.jdbc.sql("select revision from applicant where id = cast(? as uuid)")
			.param(this.somebody.person)
			.query(Integer.class)
			.single()).isEqualTo(4);
	}

	@Test
	void aLookListsWhatWouldChangeAndWritesNothing() {
		this.somebody.people.recorded(this.somebody.person,
				"{\"validFrom\": \"2013-07-01\", \"facts\": {\"pension\": {\"monthlyAmount\": 1100}}}");
		JsonNode before = this.somebody.state("2013-06-01");
		JsonNode answer = this.somebody.update("&dryRun=true&validFrom=2013-06-01",
				"residentId,name,pension.monthlyAmount,payee.account,claims[0].id,claims[0].date,claims[0].kind\n"
						+ "%s,试例甲,1000,62009999,c2,2013-03-01,OUTPATIENT\n".formatted(this.somebody.id));
		counts(answer, 0, 1, 0, 0);
		assertThat(answer.get("furtherChanges").asInt()).isZero();
		JsonNode change = answer.at("/changes/0");
		assertThat(change.get("line").asInt()).isEqualTo(2);
		assertThat(change.get("applicantId").asString()).isEqualTo(this.somebody.person);
		assertThat(change.get("fileNumber")).isEqualTo(before.get("fileNumber"));
		assertThat(change.get("residentId").asString()).isEqualTo("379901************");
		assertThat(change.get("validFrom").asString()).isEqualTo("2013-06-01");
		assertThat(change.get("fields").valueStream().map((field) -> field.get("path").asString()))
			.containsExactlyInAnyOrder("pension.monthlyAmount", "payee.account", "claims[1]");
		for (JsonNode field : change.get("fields")) {
			if (field.get("path").asString().equals("pension.monthlyAmount")) {
				assertThat(field.get("field").asString()).isEqualTo("每月养老金（元）");
				assertThat(field.get("before").decimalValue()).isEqualByComparingTo("900");
				assertThat(field.get("after").decimalValue()).isEqualByComparingTo("1000");
				assertThat(field.get("until").asString()).isEqualTo("2013-07-01");
			}
			else if (field.get("path").asString().equals("payee.account")) {
				assertThat(field.get("before").asString()).isEqualTo("********0001");
				assertThat(field.get("after").asString()).isEqualTo("********9999");
			}
			else {
				assertThat(field.get("before").isNull()).isTrue();
				assertThat(field.at("/after/id").asString()).isEqualTo("c2");
			}
		}
		assertThat(answer.toString()).doesNotContain(this.somebody.id).doesNotContain("62009999");
		assertThat(this.somebody.state("2013-06-01")).isEqualTo(before);
		String page = "/api/v1/applicants/import/" + answer.get("id").asString() + "/changes";
		assertThat(this.somebody.people.get(page).is(200).body().at("/items/0").equals(NUMBERS, change)).isTrue();
		assertThat(this.somebody.people.get(page).body().get("total").asInt()).isOne();
		People.as(this.client, "other;CASE_WORKER;379901").get(page).is(404);
		assertThat(this.jdbc
			.sql("select count(*) from audit_event where action = 'APPLICANTS_LISTED'"
					+ " and details ->> 'by' = 'IMPORT' and position(? in details::text) > 0")
			.param(this.somebody.person)
			.query(Integer.class)
			.single()).isPositive();
	}

	@Test
	void aMixedListAddsWhoIsNewAndUpdatesWhoIsThere() {
		String newcomer = SomebodyOnFile.anotherId();
		String file = """
				residentId,name,birthDate,careLevel
				%1$s,试例新,1933-02-15,1
				%2$s,,,1
				%1$s,,,2
				%3$s,,,1
				,试例无,1933-02-15,1
				""".formatted(newcomer, this.somebody.id, MadeUpIds.of(SomebodyOnFile.BIRTH, 997));
		JsonNode look = MAPPER
			.readTree(this.somebody.send("?mode=ADD_OR_UPDATE&dryRun=true", "text/csv", file, null, People.WORKER)
				.getResponseBody());
		JsonNode answer = MAPPER.readTree(
				this.somebody.send("?mode=ADD_OR_UPDATE", "text/csv", file, null, People.WORKER).getResponseBody());
		counts(look, 1, 2, 0, 2);
		assertThat(look.get("changes").valueStream().map((change) -> change.get("fileNumber").isNull()))
			.containsExactly(false, true);
		counts(answer, 1, 2, 0, 2);
		assertThat(errors(answer)).containsExactly("5 birthDate REQUIRED", "6 residentId NOBODY_NAMED");
		JsonNode found = this.somebody.people.get("/api/v1/applicants?q=" + newcomer).body();
		assertThat(found.get("total").asInt()).isEqualTo(1);
		JsonNode person = this.somebody.people.get("/api/v1/applicants/" + found.at("/items/0/id").asString()).body();
		assertThat(person.get("careLevel").asInt()).isEqualTo(2);
	}

	@Test
	void aListOfNewcomersRefusesFileNumbersAndTakesDaysByLine() {
		String newcomer = SomebodyOnFile.anotherId();
		JsonNode answer = MAPPER.readTree(this.somebody.send("", "text/csv",
				"residentId,birthDate,careLevel,validFrom,fileNumber\n%s,1933-02-15,1,2013-01-01,\n,1933-02-15,1,,M6XM7PXM\n"
					.formatted(newcomer),
				null, People.WORKER)
			.getResponseBody());
		assertThat(errors(answer)).containsExactly("3 fileNumber NUMBER_OF_A_NEWCOMER");
		String found = this.somebody.people.get("/api/v1/applicants?q=" + newcomer).text("/items/0/id");
		assertThat(this.somebody.people.get("/api/v1/applicants/" + found + "/records").text("/items/0/validFrom"))
			.isEqualTo("2013-01-01");
	}

	private static JsonNode without(JsonNode person, String field) {
		return ((tools.jackson.databind.node.ObjectNode) person.deepCopy()).without(field);
	}

}
