package org.huiling.applicant.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.CivilTime;
import org.huiling.facts.MadeUpIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.applicant.imports.SomebodyOnFile.counts;
import static org.huiling.applicant.imports.SomebodyOnFile.errors;
import static org.huiling.applicant.imports.SomebodyOnFile.warnings;

/**
 * What lists of people on file say that cannot be so is refused, what may not have been
 * meant is warned of.
 */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class ListDoubtsIntegrationTests {

	private static final JsonMapper MAPPER = new JsonMapper();

	@Autowired
	RestTestClient client;

	private SomebodyOnFile somebody;

	@BeforeEach
	void begin() {
		this.somebody = new SomebodyOnFile(this.client);
	}

	@Test
	void whoeverIsNotOnFileOrLivesElsewhereIsRefusedAlike() {
		String elsewhere = SomebodyOnFile.anotherId();
		People.as(this.client, "other;CASE_WORKER;370214")
			.begun("{\"residentId\": \"%s\", \"birthDate\": \"1933-02-15\", \"hukou\": {\"region\": \"370214\"}}"
				.formatted(elsewhere));
		JsonNode answer = this.somebody.update("", """
				residentId,fileNumber,careLevel
				%s,,1
				%s,,1
				,,1
				379901193302150021,,1
				,M6XM7PXX,1
				%s,,9
				""".formatted(MadeUpIds.of(SomebodyOnFile.BIRTH, 998), elsewhere, this.somebody.id));
		assertThat(errors(answer)).containsExactly("2 residentId NOT_ON_FILE", "3 residentId NOT_ON_FILE",
				"4 residentId NOBODY_NAMED", "5 residentId CHECK_DIGIT", "6 fileNumber FILE_NUMBER_CHECK",
				"7 careLevel OUT_OF_RANGE");
		counts(answer, 0, 0, 0, 6);
	}

	@Test
	void whatContradictsWhatIsOnFileIsRefusedAsOneRecordWouldBe() {
		JsonNode answer = this.somebody.update("",
				"residentId,deathDate,claims[0].id,claims[0].date\n%s,2012-12-31,c1,\n%s,,c9,1932-01-01\n"
					.formatted(this.somebody.id, this.somebody.id));
		assertThat(errors(answer)).containsExactlyInAnyOrder("2 claims[0].date CLAIM_AFTER_DEATH",
				"3 claims[0].date BEFORE_BIRTH", "3 claims[0].kind REQUIRED");
		assertThat(answer.toString()).doesNotContain("facts.");
	}

	@Test
	void aNameWrittenInAnotherWayIsNoOtherName() {
		JsonNode before = this.somebody.state("2013-06-01");
		for (String name : List.of("试例 甲", "试　例·甲", "试例甲\u200B", " 试 例 甲 ")) {
			counts(this.somebody.update("&validFrom=2013-06-01",
					"身份证号码,姓名,账户姓名\n%s,%s,%2$s\n".formatted(this.somebody.id, name)), 0, 0, 1, 0);
		}
		JsonNode answer = this.somebody.update("&validFrom=2013-06-01",
				"身份证号码,姓名,养老金\n%s,试 例甲,1000\n".formatted(this.somebody.id));
		counts(answer, 0, 1, 0, 0);
		assertThat(warnings(answer)).doesNotContain("2 name OTHER_NAME");
		assertThat(without(this.somebody.state("2013-06-01"), "pension")).isEqualTo(without(before, "pension"));
	}

	@Test
	void anotherNameForANumberOnFileIsNeverTakenSilently() {
		String number = this.somebody.state("2013-12-01").get("fileNumber").asString();
		for (String query : List.of("&dryRun=true&validFrom=2013-06-01", "&validFrom=2013-06-01")) {
			JsonNode answer = this.somebody.update(query, "身份证号码,姓名,养老金\n%s,王小明,1000\n".formatted(this.somebody.id));
			counts(answer, 0, 1, 0, 0);
			assertThat(warnings(answer)).contains("2 name OTHER_NAME");
			assertThat(answer.get("lines").toString()).doesNotContain("王小明").doesNotContain("试例甲");
		}
		assertThat(warnings(this.somebody.update("", "档案编号,姓名\n%s,王大明\n".formatted(number))))
			.as("also before anything is known")
			.contains("2 name OTHER_NAME");
		assertThat(warnings(
				this.somebody.update("&validFrom=2013-06-01", "身份证号码,养老金\n%s,1100\n".formatted(this.somebody.id))))
			.doesNotContain("2 name OTHER_NAME");
		JsonNode mixed = MAPPER.readTree(this.somebody
			.send("?mode=ADD_OR_UPDATE&dryRun=true&validFrom=2013-07-01", "text/csv",
					"身份证号码,姓名,出生日期\n%s,王中明,1933-02-15\n".formatted(this.somebody.id), null, People.WORKER)
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
		file.append("%s,王小明,1933-02-15\n".formatted(this.somebody.id));
		JsonNode answer = MAPPER.readTree(
				this.somebody
					.send("?mode=ADD_OR_UPDATE&dryRun=true&validFrom=1933-02-15", "text/csv", file.toString(), null,
							People.WORKER)
					.getResponseBody());
		assertThat(answer.get("warnings").asInt()).isGreaterThan(1100);
		assertThat(warnings(answer)).hasSize(1001).contains("1102 name OTHER_NAME");
	}

	@Test
	void aDayBeforeTheBirthOrFarAheadIsWarnedOf() {
		String far = LocalDate.now(CivilTime.ZONE).plusYears(2).toString();
		for (String query : List.of("&dryRun=true", "")) {
			JsonNode answer = this.somebody.update(query,
					"residentId,validFrom,careLevel\n%1$s,1932-12-31,1\n%1$s,%2$s,2\n%1$s,2013-06-01,3\n"
						.formatted(this.somebody.id, far));
			assertThat(warnings(answer)).contains("2 validFrom VALID_BEFORE_BIRTH", "3 validFrom VALID_FAR_AHEAD")
				.doesNotContain("4 validFrom VALID_BEFORE_BIRTH", "4 validFrom VALID_FAR_AHEAD");
		}
		String row = "name,birthDate,validFrom\n试例远,1933-02-15,%s\n试例早,1933-02-15,1933-01-01\n试例中,1933-02-15,2013-01-01\n"
			.formatted(far);
		JsonNode added = MAPPER
			.readTree(this.somebody.send("?dryRun=true", "text/csv", row, null, People.WORKER).getResponseBody());
		assertThat(warnings(added)).containsExactly("2 validFrom VALID_FAR_AHEAD", "3 validFrom VALID_BEFORE_BIRTH");
		JsonNode record = this.somebody.people
			.recorded(this.somebody.person, "{\"validFrom\": \"%s\", \"facts\": {\"careLevel\": 0}}".formatted(far))
			.body();
		assertThat(record.get("warnings").toString()).contains("VALID_FAR_AHEAD").contains(far);
		JsonNode begun = this.somebody.people
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
			EntityExchangeResult<byte[]> answer = this.somebody.send("?" + wrong[0], "text/csv", "residentId\n", null,
					People.WORKER);
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
		JsonNode answer = MAPPER.readTree(this.somebody.send("?dryRun=true", "text/csv",
				"residentId,birthDate\n%s,%s-%s-%s\n%s,1933-02-15\n".formatted(lost, lost.substring(6, 10),
						lost.substring(10, 12), lost.substring(12, 14), MadeUpIds.of(SomebodyOnFile.BIRTH, 901)),
				null, People.WORKER)
			.getResponseBody());
		assertThat(warnings(answer)).contains("2 residentId RESIDENT_ID_ZEROED")
			.doesNotContain("3 residentId RESIDENT_ID_ZEROED");
	}

	@Test
	void aListOfUpdatesMustNameSomebody() {
		EntityExchangeResult<byte[]> answer = this.somebody.send("?mode=UPDATE", "text/csv", "name,careLevel\n试例甲,1\n",
				null, People.WORKER);
		assertThat(answer.getStatus().value()).isEqualTo(400);
		assertThat(this.somebody.send("?mode=REPLACE", "text/csv", "residentId\n", null, People.WORKER)
			.getStatus()
			.value()).isEqualTo(400);
	}

	@Test
	void theSameKeyBelongsToOneMode() {
		String file = "residentId,birthDate,careLevel\n%s,1933-02-15,1\n".formatted(this.somebody.id);
		byte[] first = this.somebody.send("?mode=UPDATE", "text/csv", file, "update-key", People.WORKER)
			.getResponseBody();
		assertThat(this.somebody.send("?mode=UPDATE", "text/csv", file, "update-key", People.WORKER).getResponseBody())
			.isEqualTo(first);
		assertThat(this.somebody.send("", "text/csv", file, "update-key", People.WORKER).getStatus().value())
			.isEqualTo(422);
	}

	private static JsonNode without(JsonNode person, String field) {
		return ((tools.jackson.databind.node.ObjectNode) person.deepCopy()).without(field);
	}

}
