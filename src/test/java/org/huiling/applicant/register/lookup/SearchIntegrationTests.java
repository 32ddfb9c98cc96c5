package org.huiling.applicant.register.lookup;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.HuilingTest;
import org.huiling.account.TestCallers;
import org.huiling.applicant.identity.PersonNames;
import org.huiling.applicant.register.People;
import org.huiling.applicant.register.store.Rehashing;
import org.huiling.facts.MadeUpIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is found by whom, what of them is shown, and what the trail says of it. */
@HuilingTest(properties = { "huiling.rules-import=NEVER", "huiling.retention=P0D" })
@Import(TestCallers.class)
class SearchIntegrationTests {

	private static int sequence = 2;

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Rehashing rehashing;

	private People people;

	private String residentId = "";

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
		sequence += 2;
		this.residentId = MadeUpIds.of(LocalDate.of(1933, 2, 15), sequence);
	}

	@Test
	void findsByIdFileNumberNameAndSurname() {
		String id = begun("欧阳试例" + sequence, "379901003");
		String number = this.people.get("/api/v1/applicants/" + id).text("/fileNumber");
		for (String q : new String[] { this.residentId, this.residentId.toLowerCase(), number, number.toLowerCase(),
				" " + number.substring(0, 4) + "-" + number.substring(4), "欧阳试例" + sequence, "欧阳 试例" + sequence }) {
			People.Answer found = find(q);
			assertThat(found.body().get("items").findValuesAsString("id")).as(q).containsExactly(id);
			assertThat(found.text("/items/0/residentId")).isEqualTo("379901************");
			assertThat(found.text("/items/0/fileNumber")).isEqualTo(number);
		}
		assertThat(find("欧阳").body().get("items").findValuesAsString("id")).contains(id);
		assertThat(find("欧").text("/total")).isEqualTo("0");
		assertThat(find("试例").text("/total")).isEqualTo("0");
		assertThat(find("试例" + sequence).body().get("items").findValuesAsString("id")).contains(id);
	}

	@Test
	void findsByEveryPartOfANameHoweverItIsTyped() {
		String dotted = begun("古丽米热·艾比布力" + sequence, "379901003");
		for (String q : new String[] { "古丽米热艾比布力" + sequence, "古丽米热·艾比布力" + sequence, "古丽米热•艾比布力" + sequence,
				"古丽米热‧艾比布力" + sequence, "古丽米热・艾比布力" + sequence, "古丽米热.艾比布力" + sequence, "古丽米热．艾比布力" + sequence,
				"古丽米热。艾比布力" + sequence, "古丽米热 艾比布力" + sequence, "艾比布力" + sequence, "  艾比布力" + sequence + "\u200B" }) {
			assertThat(find(q).body().get("items").findValuesAsString("id")).as(q).containsExactly(dotted);
		}
		assertThat(find("古丽米热").body().get("items").findValuesAsString("id")).contains(dotted);
		assertThat(find("古丽").text("/total")).isEqualTo("0");
	}

	@ParameterizedTest
	@CsvSource({ "王%s小, %s小", "欧阳%s修, %s修", "张王%s英, 王%s英", "张王%s英, %s英", "买买提·%s吐尔逊·艾山, %s吐尔逊", "买买提·吐尔逊·%s艾山, %s艾山",
			"John %s Smith, %s", "John %s Smith, john%s smith", "Ｊｏｈｎ ｓ%s, JOHN S%s", "𠮷%s, %s" })
	void findsByTheGivenName(String name, String q) {
		String id = begun(name.formatted(letters()), "379901003");
		assertThat(find(q.formatted(letters())).body().get("items").findValuesAsString("id")).contains(id);
	}

	@Test
	void findsByTheBirthDateAloneAndWithAName() {
		LocalDate birth = LocalDate.of(1931, 3, 7).plusDays(sequence);
		String id = this.people
			.begun("{\"name\": \"生辰·%s\", \"birthDate\": \"%s\", \"hukou\": {\"region\": \"379901003\"}}"
				.formatted(letters(), birth));
		String elsewhere = People.as(this.client, "other;CASE_WORKER;370214")
			.begun("{\"name\": \"生辰甲\", \"birthDate\": \"%s\", \"hukou\": {\"region\": \"370214\"}}".formatted(birth));
		for (String q : new String[] { birth.toString(), birth.toString().replace("-", ""),
				birth.toString().replace('-', '/'),
				"%d年%d月%d日".formatted(birth.getYear(), birth.getMonthValue(), birth.getDayOfMonth()),
				"%d.%d.%d".formatted(birth.getYear(), birth.getMonthValue(), birth.getDayOfMonth()),
				"１９３１" + birth.toString().substring(4), "生辰" + letters() + " " + birth, birth + " " + letters() }) {
			assertThat(find(q).body().get("items").findValuesAsString("id")).as(q)
				.containsExactly(id)
				.doesNotContain(elsewhere);
		}
		assertThat(find("别名 " + birth).text("/total")).isEqualTo("0");
		String record = this.people.get("/api/v1/applicants/" + id + "/records").text("/items/0/id");
		this.people.recorded(id, "{\"corrects\": \"%s\", \"reason\": \"typed wrong\", \"validFrom\": \"1930-01-01\","
			.formatted(record)
				+ " \"facts\": {\"birthDate\": \"1930-01-01\", \"name\": \"生辰\", \"hukou\": {\"region\": \"379901003\"}}}");
		assertThat(find(birth.toString()).text("/total")).isEqualTo("0");
	}

	@Test
	void noPartFindsAnybodyOfAnotherRegion() {
		String name = "别处·" + letters();
		People other = People.as(this.client, "other;CASE_WORKER;370214");
		String id = other
			.begun("{\"name\": \"" + name + "\", \"birthDate\": \"1933-02-15\", \"hukou\": {\"region\": \"370214\"}}");
		String number = other.get("/api/v1/applicants/" + id).text("/fileNumber");
		for (String q : new String[] { name, "别处" + letters(), "别处", letters(), "1933-02-15 " + letters(), number }) {
			assertThat(other.get("/api/v1/applicants?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
				.body()
				.get("items")
				.findValuesAsString("id")).as(q).contains(id);
			assertThat(find(q).body().get("items").findValuesAsString("id")).as(q).doesNotContain(id);
		}
	}

	@Test
	void everySearchIsByAnIndex() {
		this.jdbc.sql("insert into applicant (id, revision, name_hash, surname_hash, given_hash, part_hashes)"
				+ " select gen_random_uuid(), 1, uuid_send(gen_random_uuid()), uuid_send(gen_random_uuid()),"
				+ " uuid_send(gen_random_uuid()), array[uuid_send(gen_random_uuid())] from generate_series(1, 5000)")
			.update();
		this.jdbc.sql("insert into applicant_record (applicant, id, valid_from, recorded_at, recorded_by, facts)"
				+ " select id, gen_random_uuid(), '1900-01-01', now(), 'x', jsonb_build_object('birthDate',"
				+ " (date '1900-01-01' + (random() * 10000)::integer)::text) from applicant where import_run is null"
				+ " and not exists (select from applicant_record r where r.applicant = applicant.id)")
			.update();
		this.jdbc.sql("analyze applicant").update();
		this.jdbc.sql("analyze applicant_record").update();
		byte[] hash = new byte[16];
		String plan = String.join("\n", this.jdbc.sql(
				"explain select a.id from applicant a where a.merged_into is null and (a.name_hash = ? or a.surname_hash = ?"
						+ " or a.given_hash = ? or a.part_hashes @> ?)")
			.params(hash, hash, hash, new byte[][] { hash })
			.query(String.class)
			.list());
		assertThat(plan).contains("applicant_name", "applicant_surname", "applicant_given", "applicant_parts");
		assertThat(String.join("\n",
				this.jdbc.sql("explain select a.id from applicant a where true" + Search.BORN)
					.param("1933-02-15")
					.query(String.class)
					.list()))
			.contains("applicant_record_birth");
	}

	/** Whoever was on file before an upgrade is found by every part after it. */
	@Test
	void peopleOnFileGetTheNewHashes() {
		String id = begun("从前·" + letters(), "379901003");
		String plain = this.people
			.begun("{\"name\": \"前%s\", \"birthDate\": \"1933-02-15\", \"hukou\": {\"region\": \"379901003\"}}"
				.formatted(letters()));
		this.jdbc.sql(
				"update applicant set name_hash = ?, given_hash = null, part_hashes = null, person_hash = null where id = ?")
			.params(new byte[16], UUID.fromString(id))
			.update();
		this.jdbc.sql("update applicant set given_hash = null, person_hash = null where id = ?")
			.param(UUID.fromString(plain))
			.update();
		String etag = this.people.get("/api/v1/applicants/" + plain).headers().getETag();
		assertThat(find(letters()).text("/total")).isEqualTo("0");
		this.rehashing.run();
		assertThat(find(letters()).body().get("items").findValuesAsString("id")).containsExactlyInAnyOrder(id, plain);
		assertThat(find("从前" + letters()).body().get("items").findValuesAsString("id")).containsExactly(id);
		assertThat(this.people.get("/api/v1/applicants/" + plain).headers().getETag()).isEqualTo(etag);
		this.rehashing.run();
	}

	/** Different in each test. */
	private static String letters() {
		return Integer.toString(sequence)
			.chars()
			.mapToObj((digit) -> "" + (char) ('a' + digit - '0'))
			.collect(Collectors.joining("", "x", "y"));
	}

	@Test
	void aMaskedIdFindsNobody() {
		begun("试例" + sequence, "379901003");
		for (String masked : new String[] { "379901********" + this.residentId.substring(14), "379901************",
				"379901＊＊＊＊＊＊＊＊0022" }) {
			People.Answer refused = wrong(masked);
			assertThat(refused.text("/errors/0/code")).isEqualTo("MASKED_ID");
			assertThat(refused.text("/errors/0/field")).isEqualTo("q");
			assertThat(refused.body().toString()).doesNotContain(masked);
		}
	}

	@Test
	void aSlipInAFileNumberIsSaidInsteadOfFindingNobody() {
		String number = this.people.get("/api/v1/applicants/" + begun("试例" + sequence, "379901003"))
			.text("/fileNumber");
		char last = number.charAt(7);
		assertThat(wrong(number.substring(0, 7) + ((last == '2') ? '3' : '2')).text("/errors/0/code"))
			.isEqualTo("FILE_NUMBER_CHECK");
		assertThat(wrong(number.substring(0, 7)).text("/errors/0/code")).isEqualTo("FILE_NUMBER_FORM");
		assertThat(wrong("19331315").text("/errors/0/code")).isEqualTo("FILE_NUMBER_FORM");
	}

	@Test
	void theNumberOfAMergedFileFindsTheOneThatGoesOn() {
		String id = begun("试例" + sequence, "379901003");
		String second = this.people.begun("{\"birthDate\": \"1933-02-15\", \"hukou\": {\"region\": \"379901003\"}}");
		String number = this.people.get("/api/v1/applicants/" + second).text("/fileNumber");
		assertThat(find(number).text("/items/0/id")).isEqualTo(second);
		this.people.post("/api/v1/applicants/" + id + "/merge", """
				{"duplicate": "%s", "reason": "the same person"}""".formatted(second)).is(200);
		assertThat(find(number).body().get("items").findValuesAsString("id")).containsExactly(id);
		People other = People.as(this.client, "other;CASE_WORKER;370214");
		assertThat(other.get("/api/v1/applicants?q=" + number).text("/total")).isEqualTo("0");
	}

	@ParameterizedTest
	@CsvSource({ "王秀英, 王", "欧阳锋, 欧阳", "欧阳, 欧", "买买提·吐尔逊, 买买提", "司马, 司", "John Smith, john" })
	void knowsSurnames(String name, String surname) {
		assertThat(PersonNames.surname(name)).isEqualTo(surname);
	}

	@Test
	void listsByRegionPageByPage() {
		for (int i = 0; i < 3; i++) {
			this.people.begun("""
					{"birthDate": "1933-02-15", "hukou": {"region": "379901088"}}""");
		}
		People.Answer page = this.people.get("/api/v1/applicants?region=379901088&size=2&page=1").is(200);
		assertThat(page.text("/total")).isEqualTo("3");
		assertThat(page.body().get("items")).hasSize(1);
		assertThat(this.people.get("/api/v1/applicants?region=37990108").text("/total")).isEqualTo("3");
		this.people.get("/api/v1/applicants?region=3799%25").is(400);
	}

	@Test
	void nobodySeesPeopleOutsideOfTheirRegions() {
		String id = begun("试例" + sequence, "379901003");
		People other = People.as(this.client, "other;CASE_WORKER,AUDITOR;370214,3799020");
		other.get("/api/v1/applicants/" + id).is(404);
		other.get("/api/v1/applicants/" + id + "/records").is(404);
		other.record(id, "{\"validFrom\": \"2013-01-01\", \"facts\": {\"careLevel\": 1}}").is(404);
		assertThat(other.get("/api/v1/applicants?q=" + this.residentId).text("/total")).isEqualTo("0");
		other.post("/api/v1/applicants/" + id + "/merge", "{\"duplicate\": \"%s\", \"reason\": \"x\"}".formatted(id))
			.is(422);
		other.delete("/api/v1/applicants/" + id).is(404);
		assertThat(other
			.post("/api/v1/applicants", "{\"birthDate\": \"1933-02-15\", \"hukou\": {\"region\": \"379901003\"}}")
			.is(403)
			.text("/errors/0/field")).isEqualTo("hukou.region");
		People.as(this.client, "street;CASE_WORKER;379901003").get("/api/v1/applicants/" + id).is(200);
		People.as(this.client, "all;AUDITOR;").get("/api/v1/applicants/" + id).is(200);
	}

	@Test
	void rolesThatKeepNoRecordsSeeAndWriteNobody() {
		String id = begun("试例" + sequence, "379901003");
		for (String role : new String[] { "ADMIN", "POLICY_EDITOR", "POLICY_APPROVER", "BATCH_OPERATOR",
				"PAYMASTER" }) {
			People one = People.as(this.client, "one;" + role + ";");
			one.get("/api/v1/applicants/" + id).is(403);
			one.get("/api/v1/applicants").is(403);
			one.post("/api/v1/applicants", "{\"birthDate\": \"1933-02-15\"}").is(403);
		}
		People auditor = People.as(this.client, "auditor;AUDITOR;");
		auditor.record(id, "{\"validFrom\": \"2013-01-01\", \"facts\": {\"careLevel\": 1}}").is(403);
		auditor.get("/api/v1/applicants/" + id + "?reveal=residentId").is(403);
	}

	@Test
	void aPersonWithoutARegionStaysWithWhoBeganTheFile() {
		String id = this.people.begun("{\"birthDate\": \"1933-02-15\"}");
		this.people.get("/api/v1/applicants/" + id).is(200);
		People.as(this.client, "other;CASE_WORKER;370214").get("/api/v1/applicants/" + id).is(404);
	}

	@Test
	void revealsOnlyWhatIsAskedForAndNotesIt() {
		String id = begun("试例" + sequence, "379901003");
		assertThat(this.people.get("/api/v1/applicants/" + id).body().toString()).doesNotContain(this.residentId);
		assertThat(
				this.people.get("/api/v1/applicants/" + id + "?reveal=residentId&reason=compared").text("/residentId"))
			.isEqualTo(this.residentId);
		this.people.get("/api/v1/applicants/" + id + "?reveal=name&reason=compared").is(400);
		assertThat(events(id)).containsExactly("APPLICANT_RECORDED", "APPLICANT_READ", "APPLICANT_READ");
		assertThat(this.jdbc.sql("select details::text from audit_event where subject = ? order by id desc limit 1")
			.param(id)
			.query(String.class)
			.single()).contains("residentId", "compared").doesNotContain(this.residentId);
	}

	@Test
	void aResidentIdIsRevealedForAReasonOnly() {
		String id = begun("试例" + sequence, "379901003");
		for (String reason : new String[] { "", "&reason=", "&reason=%20%20" }) {
			People.Answer refused = this.people.get("/api/v1/applicants/" + id + "?reveal=residentId" + reason).is(400);
			assertThat(refused.text("/errors/0/field")).isEqualTo("reason");
			assertThat(refused.text("/errors/0/code")).isEqualTo("NO_REVEAL_REASON");
		}
		this.people.get("/api/v1/applicants/" + id + "?reveal=residentId&reason=" + "x".repeat(1001)).is(400);
		assertThat(events(id)).containsExactly("APPLICANT_RECORDED");
	}

	@Test
	void anAccountRevealsSoManyNumbersADay() {
		String id = begun("试例" + sequence, "379901003");
		String path = "/api/v1/applicants/" + id + "?reveal=residentId&reason=compared";
		People eager = People.as(this.client, "eager;CASE_WORKER;379901");
		for (int i = 0; i < 100; i++) {
			eager.get(path).is(200);
		}
		People.Answer refused = eager.get(path).is(429);
		assertThat(refused.text("/type")).endsWith("reveal-limit");
		assertThat(refused.text("/detail")).contains("100");
		assertThat(refused.body().toString()).doesNotContain(this.residentId);
		eager.get("/api/v1/applicants/" + id).is(200);
		People.as(this.client, "calm;CASE_WORKER;379901").get(path).is(200);
		this.jdbc.sql("update number_reveal set day = day - 1 where account = 'eager'").update();
		eager.get(path).is(200);
	}

	@Test
	void aWrongIdIsCorrectedAndFreesTheNumber() {
		String id = begun("试例" + sequence, "379901003");
		String right = MadeUpIds.of(LocalDate.of(1933, 2, 15), sequence + 500);
		this.people.recorded(id, """
				{"validFrom": "1933-02-15", "facts": {"residentId": "%s"}, "reason": "typed wrongly"}"""
			.formatted(right));
		assertThat(find(right).body().get("items").findValuesAsString("id")).containsExactly(id);
		assertThat(find(this.residentId).text("/total")).isEqualTo("0");
		assertThat(this.people.get("/api/v1/applicants/" + id + "?date=1940-01-01&reveal=residentId&reason=x")
			.text("/residentId")).isEqualTo(right);
		assertThat(events(id)).contains("RESIDENT_ID_CORRECTED");
		String other = begun("别人" + sequence, "379901003");
		assertThat(this.people
			.record(other, "{\"validFrom\": \"1933-02-15\", \"facts\": {\"residentId\": \"%s\"}}".formatted(right))
			.is(409)
			.text("/detail")).contains(id);
	}

	@Test
	void aFileIsErasedWhenItNeedNotBeKept() {
		String id = begun("试例" + sequence, "379901003");
		this.people.delete("/api/v1/applicants/" + id).is(204);
		this.people.get("/api/v1/applicants/" + id).is(410);
		assertThat(find(this.residentId).text("/total")).isEqualTo("0");
		assertThat(this.jdbc.sql("select count(*) from applicant_record where applicant = cast(? as uuid)")
			.param(id)
			.query(Long.class)
			.single()).isZero();
		assertThat(events(id)).endsWith("APPLICANT_ERASED", "ENDED_FILE_ASKED");
		begun("试例" + sequence, "379901003");
	}

	@Test
	void theDatabaseHoldsNeitherIdNorNameNorAccount() {
		begun("试例密" + sequence, "379901003");
		for (String table : new String[] { "applicant", "applicant_record", "idempotent_request", "audit_event" }) {
			assertThat(this.jdbc.sql("select count(*) from " + table + " t where t::text like any(?)")
				.param(new String[] { "%试例密" + sequence + "%", "%" + this.residentId + "%",
						"%62000000" + sequence + "%" })
				.query(Long.class)
				.single()).as(table).isZero();
		}
	}

	private String begun(String name, String region) {
		return this.people.begun("""
				{"residentId": "%s", "birthDate": "1933-02-15", "name": "%s", "hukou": {"region": "%s"},
				 "payee": {"account": "62000000%d"}}""".formatted(this.residentId, name, region, sequence)
			.replace("\"residentId\": \"%s\", ".formatted(this.residentId),
					name.startsWith("别") ? "" : "\"residentId\": \"%s\", ".formatted(this.residentId)));
	}

	private People.Answer wrong(String q) {
		return this.people.get("/api/v1/applicants?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8)).is(400);
	}

	private People.Answer find(String q) {
		return this.people.get("/api/v1/applicants?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8)).is(200);
	}

	private java.util.List<String> events(String subject) {
		return this.jdbc.sql("select action from audit_event where subject = ? order by id")
			.param(subject)
			.query(String.class)
			.list();
	}

}
