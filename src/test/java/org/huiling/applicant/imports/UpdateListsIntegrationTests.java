package org.huiling.applicant.imports;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.huiling.HuilingTest;
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
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lists of what is new about people on file change what they mention and nothing else.
 */
@HuilingTest
@Import(TestCallers.class)
class UpdateListsIntegrationTests {

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final Comparator<JsonNode> NUMBERS = (one, other) -> (one.isNumber() && other.isNumber())
			? one.decimalValue().compareTo(other.decimalValue()) : one.equals(other) ? 0 : 1;

	private static final LocalDate BIRTH = LocalDate.of(1933, 2, 15);

	private static int made;

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private People people;

	private String id;

	private String person;

	@BeforeEach
	void somebodyOnFile() {
		this.people = People.as(this.client, People.WORKER);
		this.id = MadeUpIds.of(BIRTH, 1 + made++);
		this.person = this.people.begun("""
				{"residentId": "%s", "name": "试例甲", "birthDate": "1933-02-15",
				 "hukou": {"region": "379901003", "type": "RURAL"},
				 "household": {"size": 2, "monthlyIncome": 800, "dibao": {"type": "RURAL", "since": "2010-01-01"}},
				 "statuses": [{"kind": "LOW_INCOME", "from": "2011-01-01"}, {"kind": "VETERAN"}],
				 "pension": {"monthlyAmount": 900}, "lifeCheck": {"lastPassed": "2012-05-01"},
				 "payee": {"kind": "BANK", "bank": "试例银行", "account": "62000001", "name": "试例甲"},
				 "claims": [{"id": "c1", "date": "2013-01-05", "kind": "INPATIENT", "hospitalTier": "COUNTY",
				   "totalCost": 5000, "eligibleCost": 4000}]}""".formatted(this.id));
	}

	@Test
	void aListOfDeathsRecordsThemAndNothingElse() {
		JsonNode before = state("2013-12-01");
		JsonNode answer = update("", "身份证号码,姓名,出生日期,死亡日期\n%s,试例甲,1933-02-15,2013-08-15\n".formatted(this.id));
		counts(answer, 0, 1, 0, 0);
		JsonNode after = state("2013-12-01");
		assertThat(after.get("deathDate").asString()).isEqualTo("2013-08-15");
		assertThat(without(after, "deathDate")).isEqualTo(before);
		// what was the same is not recorded again
		JsonNode record = this.people.get("/api/v1/applicants/" + this.person + "/records").body().at("/items/1");
		assertThat(record.get("facts").propertyNames()).containsExactly("deathDate");
		assertThat(record.get("validFrom").asString()).isEqualTo("1933-02-15");
		assertThat(record.get("recordedBy").asString()).isEqualTo("worker");
		assertThat(this.jdbc.sql("select action || ' ' || done_by from audit_event where subject = ? order by id desc")
			.param(this.person)
			.query(String.class)
			.list()).contains("RECORD_ADDED worker");
		counts(update("", "身份证号码,姓名,出生日期,死亡日期\n%s,试例甲,1933-02-15,2013-08-15\n".formatted(this.id)), 0, 0, 1, 0);
	}

	@Test
	void aListOfLifeChecksHoldsFromItsDay() {
		counts(update("&validFrom=2013-06-01", "residentId,lifeCheck.lastPassed\n%s,2013-05-20\n".formatted(this.id)),
				0, 1, 0, 0);
		assertThat(state("2013-05-31").at("/lifeCheck/lastPassed").asString()).isEqualTo("2012-05-01");
		assertThat(state("2013-06-01").at("/lifeCheck/lastPassed").asString()).isEqualTo("2013-05-20");
	}

	@Test
	void anAmountLeavesTheRestOfItsGroupAndAnAccountItsHolder() {
		counts(update("&validFrom=2013-06-01",
				"身份证号,家庭月收入,养老金月金额,银行账号\n%s,\"1,000\",￥950,62009999\n".formatted(this.id)), 0, 1, 0, 0);
		JsonNode then = state("2013-06-01");
		assertThat(then.at("/household/monthlyIncome").decimalValue()).isEqualByComparingTo("1000");
		assertThat(then.at("/household/size").asInt()).isEqualTo(2);
		assertThat(then.at("/household/dibao/since").asString()).isEqualTo("2010-01-01");
		assertThat(then.at("/pension/monthlyAmount").decimalValue()).isEqualByComparingTo("950");
		assertThat(then.at("/payee/account").asString()).isEqualTo("********9999");
		assertThat(then.at("/payee/name").asString()).isEqualTo("试例甲");
		assertThat(then.at("/payee/bank").asString()).isEqualTo("试例银行");
		assertThat(state("2013-05-31").at("/pension/monthlyAmount").decimalValue()).isEqualByComparingTo("900");
	}

	@Test
	void aStatusEndsAnotherBeginsAndTheOthersStay() {
		counts(update("&validFrom=2013-06-01",
				"residentId,statuses[0].kind,statuses[0].from,statuses[0].to,statuses[1].kind,statuses[1].from\n"
						+ "%s,LOW_INCOME,2011-01-01,2013-05-31,TEKUN,2013-06-01\n".formatted(this.id)),
				0, 1, 0, 0);
		assertThat(state("2013-06-01").get("statuses")).isEqualTo(MAPPER.readTree("""
				[{"kind":"LOW_INCOME","from":"2011-01-01","to":"2013-05-31"},{"kind":"VETERAN"},
				{"kind":"TEKUN","from":"2013-06-01"}]"""));
		// without a first day it is the only one of its kind
		counts(update("&validFrom=2013-07-01",
				"residentId,statuses[0].kind,statuses[0].to\n%s,TEKUN,2013-06-30\n".formatted(this.id)), 0, 1, 0, 0);
		assertThat(state("2013-07-01").at("/statuses/2/to").asString()).isEqualTo("2013-06-30");
		// said again without a day, it may have begun anew
		JsonNode which = update("", "residentId,statuses[0].kind\n%s,TEKUN\n".formatted(this.id));
		counts(which, 0, 1, 0, 0);
		which = update("&validFrom=2013-08-01", "residentId,statuses[0].kind\n%s,TEKUN\n".formatted(this.id));
		counts(which, 0, 0, 0, 1);
		assertThat(errors(which)).containsExactly("2 statuses[0].from WHICH_ITEM");
		counts(update("&validFrom=2013-08-01", "身份证号码,身份类别\n%s,无\n".formatted(this.id)), 0, 1, 0, 0);
		assertThat(state("2013-08-01").get("statuses")).isEmpty();
	}

	@Test
	void aClaimOnFileIsCorrectedByItsIdAndANewOneIsAdded() {
		counts(update("", "residentId,claims[0].id,claims[0].date,claims[0].kind,claims[0].eligibleCost\n"
				+ "%1$s,c1,,,3900\n%1$s,c2,2013-03-01,OUTPATIENT,100\n".formatted(this.id)), 0, 2, 0, 0);
		assertThat(state("2013-12-01").get("claims").equals(NUMBERS, MAPPER.readTree("""
				[{"id":"c1","date":"2013-01-05","kind":"INPATIENT","hospitalTier":"COUNTY","totalCost":5000.00,
				"eligibleCost":3900.00},{"id":"c2","date":"2013-03-01","kind":"OUTPATIENT","eligibleCost":100.00}]""")))
			.isTrue();
		counts(update("", "residentId,claims[0].id,claims[0].eligibleCost\n%s,c2,100.00\n".formatted(this.id)), 0, 0, 1,
				0);
	}

	@Test
	void aPropertyOfNullMakesUnknownAndAbsenceDoesNot() {
		JsonNode answer = MAPPER.readTree(send("?mode=UPDATE&validFrom=2013-06-01", "application/x-ndjson", """
				{"residentId": "%s", "lifeCheck": null, "household": {"size": null}, "careLevel": 2}
				""".formatted(this.id), null, People.WORKER).getResponseBody());
		counts(answer, 0, 1, 0, 0);
		JsonNode then = state("2013-06-01");
		assertThat(then.has("lifeCheck")).isFalse();
		assertThat(then.at("/household").has("size")).isFalse();
		assertThat(then.at("/household/monthlyIncome").decimalValue()).isEqualByComparingTo("800");
		assertThat(then.get("careLevel").asInt()).isEqualTo(2);
	}

	@Test
	void aLineHasADayOfItsOwnAndAFileNumber() {
		String number = state("2013-12-01").get("fileNumber").asString();
		counts(update("&validFrom=2013-01-01",
				"档案编号,生效日期,养老金\n%s,2013年6月1日,1000\n".formatted(number.toLowerCase(java.util.Locale.ROOT))), 0, 1, 0, 0);
		assertThat(state("2013-05-31").at("/pension/monthlyAmount").decimalValue()).isEqualByComparingTo("900");
		assertThat(state("2013-06-01").at("/pension/monthlyAmount").decimalValue()).isEqualByComparingTo("1000");
		JsonNode other = update("",
				"fileNumber,residentId,careLevel\n%s,%s,1\n".formatted(number, MadeUpIds.of(BIRTH, 999)));
		assertThat(errors(other)).containsExactly("2 residentId OTHER_RESIDENT_ID");
		String without = this.people.begun("{\"birthDate\": \"1933-02-15\", \"hukou\": {\"region\": \"379901003\"}}");
		String second = this.people.get("/api/v1/applicants/" + without).text("/fileNumber");
		JsonNode taken = update("", "fileNumber,residentId\n%s,%s\n".formatted(second, this.id));
		assertThat(errors(taken)).containsExactly("2 residentId ON_FILE");
		String own = MadeUpIds.of(BIRTH, 1 + made++);
		counts(update("", "fileNumber,residentId\n%s,%s\n".formatted(second, own)), 0, 1, 0, 0);
		counts(update("", "residentId,careLevel\n%s,1\n".formatted(own)), 0, 1, 0, 0);
		assertThat(this.people.get("/api/v1/applicants/" + without).body().get("careLevel").asInt()).isEqualTo(1);
	}

	@Test
	void whoeverIsNotOnFileOrLivesElsewhereIsRefusedAlike() {
		String elsewhere = MadeUpIds.of(BIRTH, 1 + made++);
		People.as(this.client, "other;CASE_WORKER;370214")
			.begun("{\"residentId\": \"%s\", \"birthDate\": \"1933-02-15\", \"hukou\": {\"region\": \"370214\"}}"
				.formatted(elsewhere));
		JsonNode answer = update("", """
				residentId,fileNumber,careLevel
				%s,,1
				%s,,1
				,,1
				379901193302150021,,1
				,M6XM7PXX,1
				%s,,9
				""".formatted(MadeUpIds.of(BIRTH, 998), elsewhere, this.id));
		assertThat(errors(answer)).containsExactly("2 residentId NOT_ON_FILE", "3 residentId NOT_ON_FILE",
				"4 residentId NOBODY_NAMED", "5 residentId CHECK_DIGIT", "6 fileNumber FILE_NUMBER_CHECK",
				"7 careLevel OUT_OF_RANGE");
		counts(answer, 0, 0, 0, 6);
	}

	@Test
	void whatContradictsWhatIsOnFileIsRefusedAsOneRecordWouldBe() {
		JsonNode answer = update("",
				"residentId,deathDate,claims[0].id,claims[0].date\n%s,2012-12-31,c1,\n%s,,c9,1932-01-01\n"
					.formatted(this.id, this.id));
		assertThat(errors(answer)).containsExactlyInAnyOrder("2 claims[0].date CLAIM_AFTER_DEATH",
				"3 claims[0].date BEFORE_BIRTH", "3 claims[0].kind REQUIRED");
		assertThat(answer.toString()).doesNotContain("facts.");
	}

	@Test
	void aLaterRecordIsNotOverwrittenAndTheLineIsWarned() {
		this.people.recorded(this.person,
				"{\"validFrom\": \"2013-07-01\", \"facts\": {\"pension\": {\"monthlyAmount\": 1100}}}");
		JsonNode answer = update("&validFrom=2013-06-01",
				"residentId,pension.monthlyAmount\n%s,1000\n".formatted(this.id));
		counts(answer, 0, 1, 0, 0);
		assertThat(answer.get("lines").valueStream().filter((line) -> "HELD_UNTIL".equals(line.get("code").asString())))
			.singleElement()
			.satisfies((line) -> {
				assertThat(line.get("field").asString()).isEqualTo("pension");
				assertThat(line.get("message").asString()).contains("2013-07-01");
			});
		assertThat(state("2013-06-30").at("/pension/monthlyAmount").decimalValue()).isEqualByComparingTo("1000");
		assertThat(state("2013-07-01").at("/pension/monthlyAmount").decimalValue()).isEqualByComparingTo("1100");
	}

	@Test
	void aSecondLineSeesWhatCameOfTheFirst() {
		String file = "residentId,validFrom,pension.monthlyAmount\n%1$s,2013-06-01,1000\n%1$s,2013-06-01,1000.00\n%1$s,2013-06-01,1200\n%1$s,2013-06-01,1100\n"
			.formatted(this.id);
		counts(update("&dryRun=true", file), 0, 3, 1, 0);
		counts(update("", file), 0, 3, 1, 0);
		assertThat(state("2013-06-01").at("/pension/monthlyAmount").decimalValue()).isEqualByComparingTo("1100");
		assertThat(this.jdbc.sql("select revision from applicant where id = cast(? as uuid)")
			.param(this.person)
			.query(Integer.class)
			.single()).isEqualTo(4);
	}

	@Test
	void aLookListsWhatWouldChangeAndWritesNothing() {
		this.people.recorded(this.person,
				"{\"validFrom\": \"2013-07-01\", \"facts\": {\"pension\": {\"monthlyAmount\": 1100}}}");
		JsonNode before = state("2013-06-01");
		JsonNode answer = update("&dryRun=true&validFrom=2013-06-01",
				"residentId,name,pension.monthlyAmount,payee.account,claims[0].id,claims[0].date,claims[0].kind\n"
						+ "%s,试例甲,1000,62009999,c2,2013-03-01,OUTPATIENT\n".formatted(this.id));
		counts(answer, 0, 1, 0, 0);
		assertThat(answer.get("furtherChanges").asInt()).isZero();
		JsonNode change = answer.at("/changes/0");
		assertThat(change.get("line").asInt()).isEqualTo(2);
		assertThat(change.get("applicantId").asString()).isEqualTo(this.person);
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
		assertThat(answer.toString()).doesNotContain(this.id).doesNotContain("62009999");
		assertThat(state("2013-06-01")).isEqualTo(before);
		String page = "/api/v1/applicants/import/" + answer.get("id").asString() + "/changes";
		assertThat(this.people.get(page).is(200).body().at("/items/0").equals(NUMBERS, change)).isTrue();
		assertThat(this.people.get(page).body().get("total").asInt()).isOne();
		People.as(this.client, "other;CASE_WORKER;379901").get(page).is(404);
		assertThat(this.jdbc
			.sql("select count(*) from audit_event where action = 'APPLICANTS_LISTED'"
					+ " and details ->> 'by' = 'IMPORT' and position(? in details::text) > 0")
			.param(this.person)
			.query(Integer.class)
			.single()).isPositive();
	}

	@Test
	void aNameWrittenInAnotherWayIsNoOtherName() {
		JsonNode before = state("2013-06-01");
		for (String name : List.of("试例 甲", "试　例·甲", "试例甲\u200B", " 试 例 甲 ")) {
			counts(update("&validFrom=2013-06-01", "身份证号码,姓名,账户姓名\n%s,%s,%2$s\n".formatted(this.id, name)), 0, 0, 1, 0);
		}
		JsonNode answer = update("&validFrom=2013-06-01", "身份证号码,姓名,养老金\n%s,试 例甲,1000\n".formatted(this.id));
		counts(answer, 0, 1, 0, 0);
		assertThat(warnings(answer)).doesNotContain("2 name OTHER_NAME");
		assertThat(without(state("2013-06-01"), "pension")).isEqualTo(without(before, "pension"));
	}

	@Test
	void anotherNameForANumberOnFileIsNeverTakenSilently() {
		String number = state("2013-12-01").get("fileNumber").asString();
		for (String query : List.of("&dryRun=true&validFrom=2013-06-01", "&validFrom=2013-06-01")) {
			JsonNode answer = update(query, "身份证号码,姓名,养老金\n%s,王小明,1000\n".formatted(this.id));
			counts(answer, 0, 1, 0, 0);
			assertThat(warnings(answer)).contains("2 name OTHER_NAME");
			assertThat(answer.get("lines").toString()).doesNotContain("王小明").doesNotContain("试例甲");
		}
		assertThat(warnings(update("", "档案编号,姓名\n%s,王大明\n".formatted(number)))).as("also before anything is known")
			.contains("2 name OTHER_NAME");
		assertThat(warnings(update("&validFrom=2013-06-01", "身份证号码,养老金\n%s,1100\n".formatted(this.id))))
			.doesNotContain("2 name OTHER_NAME");
		JsonNode mixed = MAPPER.readTree(send("?mode=ADD_OR_UPDATE&dryRun=true&validFrom=2013-07-01", "text/csv",
				"身份证号码,姓名,出生日期\n%s,王中明,1933-02-15\n".formatted(this.id), null, People.WORKER)
			.getResponseBody());
		assertThat(warnings(mixed)).contains("2 name OTHER_NAME");
	}

	@Test
	void anotherNameIsToldOfHoweverManyWarningsThereAre() {
		StringBuilder file = new StringBuilder("residentId,name,birthDate\n");
		for (LocalDate birth : List.of(LocalDate.of(1921, 3, 4), LocalDate.of(1921, 3, 5))) {
			IntStream.rangeClosed(1, 550)
				.forEach((number) -> file.append("%s,试例,%s\n".formatted(MadeUpIds.of(birth, number), birth)));
		}
		file.append("%s,王小明,1933-02-15\n".formatted(this.id));
		JsonNode answer = MAPPER.readTree(send("?mode=ADD_OR_UPDATE&dryRun=true&validFrom=1933-02-15", "text/csv",
				file.toString(), null, People.WORKER)
			.getResponseBody());
		assertThat(answer.get("warnings").asInt()).isGreaterThan(1100);
		assertThat(warnings(answer)).hasSize(1001).contains("1102 name OTHER_NAME");
	}

	@Test
	void aDayBeforeTheBirthOrFarAheadIsWarnedOf() {
		String far = LocalDate.now().plusYears(2).toString();
		for (String query : List.of("&dryRun=true", "")) {
			JsonNode answer = update(query,
					"residentId,validFrom,careLevel\n%1$s,1932-12-31,1\n%1$s,%2$s,2\n%1$s,2013-06-01,3\n"
						.formatted(this.id, far));
			assertThat(warnings(answer)).contains("2 validFrom VALID_BEFORE_BIRTH", "3 validFrom VALID_FAR_AHEAD")
				.doesNotContain("4 validFrom VALID_BEFORE_BIRTH", "4 validFrom VALID_FAR_AHEAD");
		}
		String row = "name,birthDate,validFrom\n试例远,1933-02-15,%s\n试例早,1933-02-15,1933-01-01\n试例中,1933-02-15,2013-01-01\n"
			.formatted(far);
		JsonNode added = MAPPER.readTree(send("?dryRun=true", "text/csv", row, null, People.WORKER).getResponseBody());
		assertThat(warnings(added)).containsExactly("2 validFrom VALID_FAR_AHEAD", "3 validFrom VALID_BEFORE_BIRTH");
		JsonNode record = this.people
			.recorded(this.person, "{\"validFrom\": \"%s\", \"facts\": {\"careLevel\": 0}}".formatted(far))
			.body();
		assertThat(record.get("warnings").toString()).contains("VALID_FAR_AHEAD").contains(far);
		JsonNode begun = this.people
			.post("/api/v1/applicants?validFrom=1930-01-01",
					"{\"birthDate\": \"1933-02-15\", \"hukou\": {\"region\": \"379901003\"}}")
			.is(201)
			.body();
		assertThat(begun.get("warnings").toString()).contains("VALID_BEFORE_BIRTH").contains("1933-02-15");
	}

	@Test
	void aQueryThatCannotBeReadSaysWhatIsExpected() {
		for (String[] wrong : new String[][] { { "mode=DELETE", "mode", "UNKNOWN_CODE", "ADD, UPDATE, ADD_OR_UPDATE" },
				{ "validFrom=2013-13-01", "validFrom", "INVALID_DATE", "2013-07-01" },
				{ "dryRun=maybe", "dryRun", "UNKNOWN_CODE", "true, false" } }) {
			EntityExchangeResult<byte[]> answer = send("?" + wrong[0], "text/csv", "residentId\n", null, People.WORKER);
			assertThat(answer.getStatus().value()).isEqualTo(400);
			JsonNode error = MAPPER.readTree(answer.getResponseBody()).at("/errors/0");
			assertThat(error.get("field").asString() + " " + error.get("code").asString())
				.isEqualTo(wrong[1] + " " + wrong[2]);
			assertThat(error.get("message").asString()).contains(wrong[3])
				.doesNotContain("ImportMode")
				.doesNotContain("LocalDate");
		}
	}

	@Test
	void anIdThatEndsInZerosIsLookedAtTwice() {
		String lost = IntStream.range(0, 365)
			.mapToObj((day) -> LocalDate.of(1933, 1, 1).plusDays(day))
			.flatMap((day) -> IntStream.of(100, 200, 300).mapToObj((sequence) -> MadeUpIds.of(day, sequence)))
			.filter((id) -> id.endsWith("000"))
			.findFirst()
			.orElseThrow();
		JsonNode answer = MAPPER.readTree(send("?dryRun=true", "text/csv",
				"residentId,birthDate\n%s,%s-%s-%s\n%s,1933-02-15\n".formatted(lost, lost.substring(6, 10),
						lost.substring(10, 12), lost.substring(12, 14), MadeUpIds.of(BIRTH, 901)),
				null, People.WORKER)
			.getResponseBody());
		assertThat(warnings(answer)).contains("2 residentId RESIDENT_ID_ZEROED")
			.doesNotContain("3 residentId RESIDENT_ID_ZEROED");
	}

	private static List<String> warnings(JsonNode answer) {
		return answer.get("lines")
			.valueStream()
			.filter((line) -> "WARNING".equals(line.get("severity").asString()))
			.map((line) -> line.get("line").asString() + " " + line.get("field").asString() + " "
					+ line.get("code").asString())
			.toList();
	}

	@Test
	void aMixedListAddsWhoIsNewAndUpdatesWhoIsThere() {
		String newcomer = MadeUpIds.of(BIRTH, 1 + made++);
		String file = """
				residentId,name,birthDate,careLevel
				%1$s,试例新,1933-02-15,1
				%2$s,,,1
				%1$s,,,2
				%3$s,,,1
				,试例无,1933-02-15,1
				""".formatted(newcomer, this.id, MadeUpIds.of(BIRTH, 997));
		JsonNode look = MAPPER
			.readTree(send("?mode=ADD_OR_UPDATE&dryRun=true", "text/csv", file, null, People.WORKER).getResponseBody());
		JsonNode answer = MAPPER
			.readTree(send("?mode=ADD_OR_UPDATE", "text/csv", file, null, People.WORKER).getResponseBody());
		counts(look, 1, 2, 0, 2);
		assertThat(look.get("changes").valueStream().map((change) -> change.get("fileNumber").isNull()))
			.containsExactly(false, true);
		counts(answer, 1, 2, 0, 2);
		assertThat(errors(answer)).containsExactly("5 birthDate REQUIRED", "6 residentId NOBODY_NAMED");
		JsonNode found = this.people.get("/api/v1/applicants?q=" + newcomer).body();
		assertThat(found.get("total").asInt()).isEqualTo(1);
		JsonNode person = this.people.get("/api/v1/applicants/" + found.at("/items/0/id").asString()).body();
		assertThat(person.get("careLevel").asInt()).isEqualTo(2);
	}

	@Test
	void aListOfNewcomersRefusesFileNumbersAndTakesDaysByLine() {
		String newcomer = MadeUpIds.of(BIRTH, 1 + made++);
		JsonNode answer = MAPPER.readTree(send("", "text/csv",
				"residentId,birthDate,careLevel,validFrom,fileNumber\n%s,1933-02-15,1,2013-01-01,\n,1933-02-15,1,,M6XM7PXM\n"
					.formatted(newcomer),
				null, People.WORKER)
			.getResponseBody());
		assertThat(errors(answer)).containsExactly("3 fileNumber NUMBER_OF_A_NEWCOMER");
		String found = this.people.get("/api/v1/applicants?q=" + newcomer).text("/items/0/id");
		assertThat(this.people.get("/api/v1/applicants/" + found + "/records").text("/items/0/validFrom"))
			.isEqualTo("2013-01-01");
	}

	@Test
	void aListOfUpdatesMustNameSomebody() {
		EntityExchangeResult<byte[]> answer = send("?mode=UPDATE", "text/csv", "name,careLevel\n试例甲,1\n", null,
				People.WORKER);
		assertThat(answer.getStatus().value()).isEqualTo(400);
		assertThat(send("?mode=REPLACE", "text/csv", "residentId\n", null, People.WORKER).getStatus().value())
			.isEqualTo(400);
	}

	@Test
	void theSameKeyBelongsToOneMode() {
		String file = "residentId,birthDate,careLevel\n%s,1933-02-15,1\n".formatted(this.id);
		byte[] first = send("?mode=UPDATE", "text/csv", file, "update-key", People.WORKER).getResponseBody();
		assertThat(send("?mode=UPDATE", "text/csv", file, "update-key", People.WORKER).getResponseBody())
			.isEqualTo(first);
		assertThat(send("", "text/csv", file, "update-key", People.WORKER).getStatus().value()).isEqualTo(422);
	}

	private static JsonNode without(JsonNode person, String field) {
		return ((tools.jackson.databind.node.ObjectNode) person.deepCopy()).without(field);
	}

	private JsonNode state(String day) {
		return this.people.get("/api/v1/applicants/" + this.person + "?date=" + day).is(200).body();
	}

	private static void counts(JsonNode answer, int accepted, int updated, int unchanged, int refused) {
		assertThat(List.of(answer.get("accepted").asInt(), answer.get("updated").asInt(),
				answer.get("unchanged").asInt(), answer.get("refused").asInt()))
			.as("accepted, updated, unchanged, refused: %s", answer)
			.containsExactly(accepted, updated, unchanged, refused);
	}

	private static List<String> errors(JsonNode answer) {
		return answer.get("lines")
			.valueStream()
			.filter((line) -> "ERROR".equals(line.get("severity").asString()))
			.map((line) -> line.get("line").asString() + " " + line.get("field").asString() + " "
					+ line.get("code").asString())
			.toList();
	}

	private JsonNode update(String query, String file) {
		EntityExchangeResult<byte[]> answer = send("?mode=UPDATE" + query, "text/csv", file, null, People.WORKER);
		assertThat(answer.getStatus().value()).as(new String(answer.getResponseBody(), StandardCharsets.UTF_8))
			.isEqualTo(200);
		return MAPPER.readTree(answer.getResponseBody());
	}

	private EntityExchangeResult<byte[]> send(String query, String type, String file, String key, String caller) {
		return this.client.post()
			.uri("/api/v1/applicants/import" + query)
			.header("Content-Type", type)
			.header(TestCallers.HEADER, caller)
			.headers((headers) -> {
				if (key != null) {
					headers.set("Idempotency-Key", key);
				}
			})
			.body(file.getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectBody(byte[].class)
			.returnResult();
	}

}
