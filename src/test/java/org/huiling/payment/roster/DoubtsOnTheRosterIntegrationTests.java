package org.huiling.payment.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.MadeUpIds;
import org.huiling.payment.Desk;
import org.huiling.payment.Elders;
import org.huiling.payment.Past;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is who is looked at before the money goes. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class DoubtsOnTheRosterIntegrationTests {

	private static int made;

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private People people;

	private Desk desk;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
		this.desk = Desk.of(this.client);
	}

	@AfterEach
	void moveAway() {
		Past.moveAway(this.jdbc);
	}

	@Test
	void oneAccountInThreeSpellingsIsOneForMany() {
		String first = eighty("\"name\": \"甲一\"", "1933-01-10", "BANK", "6222 0000 1111 2222", "甲一");
		String second = eighty("\"name\": \"甲二\"", "1933-01-11", "BANK", "６２２２－００００－１１１１－２２２２", "甲二");
		String third = eighty("\"name\": \"甲三\"", "1933-01-12", "BANK", "'6222000011112222", "甲三");
		String roster = this.desk.made("2013-02").get("id").stringValue();
		assertThat(flags(roster, "ACCOUNT_FOR_MANY")).containsExactlyInAnyOrder(first, second, third);
		assertThat(flags(roster, "HOLDER_DIFFERS")).isEmpty();
		assertThat(this.desk.get(roster, "/transfers").get("items")).hasSize(1);
	}

	@Test
	void aHolderWhoIsSomebodyElseIsFlaggedUnlessThatIsMeant() {
		String other = eighty("\"name\": \"卡六\"", "1933-01-10", "BANK", "6222000011112222", "代领人");
		String agent = eighty("\"name\": \"卡七\"", "1933-01-11", "AGENT", "6222000011113333", "代领人");
		String own = eighty("\"name\": \"古丽米热·艾比布力\"", "1933-01-12", "BANK", "6222000011114444", "古丽米热.艾比布力");
		String roster = this.desk.made("2013-02").get("id").stringValue();
		assertThat(flags(roster, "HOLDER_DIFFERS")).containsExactly(other);
		assertThat(this.desk.lines(roster, agent).get(0).at("/payee/kind").stringValue()).isEqualTo("AGENT");
		assertThat(this.desk.lines(roster, own)).isNotEmpty();
	}

	@Test
	void aCardWhoseCheckDigitDoesNotFitIsFlagged() {
		String mistyped = eighty("\"name\": \"卡一\"", "1933-01-10", "BANK", "6222000011112222", "卡一");
		String right = eighty("\"name\": \"卡二\"", "1933-01-11", "BANK", "6222000011112223", "卡二");
		String book = eighty("\"name\": \"卡三\"", "1933-01-12", "BANK", "0019622000011112", "卡三");
		String roster = this.desk.made("2013-02").get("id").stringValue();
		assertThat(flags(roster, "ACCOUNT_CHECK_DIGIT")).containsExactly(mistyped).doesNotContain(right, book);
	}

	@Test
	void twoFilesOfOnePersonAreNamedAtEachOther() {
		String name = "同名" + made++;
		String one = eighty("\"name\": \"" + name + "\"", "1933-01-10", "BANK", "6222000011112222", name);
		String two = eighty("\"name\": \"" + name + "\", \"residentId\": \"" + id(734) + "\"", "1933-01-10", "BANK",
				"6222000011113333", name);
		String roster = this.desk.made("2013-02").get("id").stringValue();
		assertThat(flags(roster, "SAME_PERSON")).containsExactlyInAnyOrder(one, two);
		JsonNode flag = flag(roster, "SAME_PERSON", one);
		assertThat(flag.at("/with/0/applicantId").stringValue()).isEqualTo(two);
		assertThat(flag.at("/with/0/fileNumber").stringValue())
			.isEqualTo(this.people.get("/api/v1/applicants/" + two).text("/fileNumber"));
		assertThat(numbers(flag.get("lines"))).isEqualTo(numbersOf(roster, one));
		assertThat(numbers(flag.at("/with/0/lines"))).isEqualTo(numbersOf(roster, two));
	}

	@Test
	void twoWhoHaveResidentIdsOfTheirOwnAreTwo() {
		String name = "同名" + made++;
		for (int sequence : new int[] { 736, 738 }) {
			eighty("\"name\": \"" + name + "\", \"residentId\": \"" + id(sequence) + "\"", "1933-01-10", "BANK",
					"622200001111" + sequence + "2", name);
		}
		String roster = this.desk.made("2013-02").get("id").stringValue();
		assertThat(flags(roster, "SAME_PERSON")).isEmpty();
	}

	@Test
	void aPlaceholderForABirthAndAnAgeNobodyReachesAreFlagged() {
		String placeholder = eighty("\"name\": \"老一\"", "1900-01-01", "BANK", "6222000011112222", "老一");
		String oldest = eighty("\"name\": \"老二\"", "1902-02-28", "BANK", "6222000011113333", "老二");
		String old = eighty("\"name\": \"老三\"", "1902-03-01", "BANK", "6222000011114444", "老三");
		String roster = this.desk.made("2013-02").get("id").stringValue();
		assertThat(flags(roster, "BIRTH_DOUBTFUL")).containsExactlyInAnyOrder(placeholder, oldest);
		assertThat(this.desk.lines(roster, old)).isNotEmpty();
	}

	@Test
	void aStayUnderTwoNumbersIsFlaggedAndSaidByTheDecision() {
		String id = this.people
			.begun("""
					{"name": "住院", "birthDate": "1948-01-01", "hukou": {"region": "379901003", "type": "RURAL", "since": "1950-01-01"},
					 "residence": {"region": "379901003", "since": "1950-01-01"}, "household": {"dibao": {"type": "NONE"}},
					 "statuses": [], "disability": {"grade": 0}, "careLevel": 0, "pension": {"monthlyAmount": 500},
					 "insurance": {"scheme": "NCMS", "year": 2013, "contributionPaid": true}, "claims": [
					 {"id": "A1", "date": "2013-03-01", "kind": "INPATIENT", "hospitalTier": "COUNTY", "totalCost": 6000, "eligibleCost": 5300},
					 {"id": "A2", "date": "2013-03-01", "kind": "INPATIENT", "hospitalTier": "COUNTY", "totalCost": 6000, "eligibleCost": 5300},
					 {"id": "A3", "date": "2013-04-01", "kind": "INPATIENT", "hospitalTier": "COUNTY", "totalCost": 6000, "eligibleCost": 5300}]}""");
		JsonNode decided = this.people.post("/api/v1/applicants/" + id + "/decisions",
				"{\"period\": \"2013\", \"jurisdiction\": \"model-district\", \"programs\": [\"medical-reimbursement\"]}")
			.is(201)
			.body();
		assertThat(StreamSupport.stream(decided.get("items").spliterator(), false)
			.map((decision) -> decision.get("claim").stringValue() + " "
					+ decision.get("notes").valueStream().map((note) -> note.get("code").asString()).toList()))
			.containsExactly("A1 [SAME_STAY]", "A2 [SAME_STAY]", "A3 []");
		String roster = this.desk.made("2013-04").get("id").stringValue();
		assertThat(flags(roster, "SAME_STAY")).containsExactly(id);
	}

	private String eighty(String who, String birth, String kind, String account, String holder) {
		String id = this.people
			.begun("""
					{%s, "birthDate": "%s", "hukou": {"region": "379901003", "type": "RURAL"}, "lifeCheck": {"lastPassed": "2026-01-01"},
					 "payee": {"kind": "%s", "bank": "示范银行", "account": "%s", "name": "%s"},
					 "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}"""
				.formatted(who, birth, kind, account, holder));
		new Elders(this.people).decide(id, "2013-01");
		return id;
	}

	private static String id(int sequence) {
		return MadeUpIds.of(LocalDate.of(1933, 1, 10), sequence);
	}

	private List<JsonNode> all(String roster) {
		return StreamSupport.stream(this.desk.get(roster, "/flags?size=200").get("items").spliterator(), false)
			.toList();
	}

	private List<String> flags(String roster, String code) {
		return all(roster).stream()
			.filter((flag) -> code.equals(flag.get("code").stringValue()))
			.map((flag) -> flag.get("applicantId").stringValue())
			.toList();
	}

	private JsonNode flag(String roster, String code, String person) {
		return all(roster).stream()
			.filter((flag) -> code.equals(flag.get("code").stringValue())
					&& person.equals(flag.get("applicantId").stringValue()))
			.findFirst()
			.orElseThrow();
	}

	private List<Integer> numbersOf(String roster, String person) {
		return this.desk.lines(roster, person).stream().map((line) -> line.get("line").intValue()).toList();
	}

	private static List<Integer> numbers(JsonNode lines) {
		return lines.valueStream().map(JsonNode::intValue).toList();
	}

}
