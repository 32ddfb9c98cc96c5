package org.huiling.applicant.register.recording;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.DatesOnFile;
import org.huiling.applicant.Payees;
import org.huiling.applicant.register.People;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.files.FactFiles;
import org.huiling.facts.record.FactRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was recorded of facts that were declared no more, under names that a fact file
 * declares anew: nobody becomes unreadable by it.
 */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class LaterDeclaredFactsIntegrationTests {

	private static final String MEDALS = """
			name: {zh: 奖章, en: Medals}
			facts:
			  medals: {type: integer, min: 0, max: 9, zh: 奖章数, en: Medals}
			  stars: {type: integer, min: 0, max: 9, zh: 星数, en: Stars}
			  dress: {zh: 礼服, en: Dress, fields: {size: {type: integer, min: 1, max: 9, zh: 号, en: Size}, own: {type: boolean, zh: 自有, en: Own}}}
			  ribbons:
			    type: list
			    key: [id]
			    merge: true
			    zh: 绶带
			    en: Ribbons
			    fields: {id: {type: text, max: 9, required: true, zh: 编号, en: Number}, wide: {type: boolean, zh: 宽, en: Wide}}
			""";

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ApplicantRegister register;

	@Autowired
	DictionaryInForce dictionary;

	@Autowired
	Payees payees;

	@Autowired
	DatesOnFile dates;

	private People people = new People(RestTestClient.bindToServer().build(), "");

	private String id = "";

	@BeforeEach
	void begin() {
		this.people = People.as(this.client, People.WORKER);
		this.id = this.people.begun("{\"birthDate\": \"1933-01-10\", \"careLevel\": 1}");
	}

	/** As if a fact file that declared them had been taken away since. */
	private void onFile(String facts) {
		this.jdbc.sql("alter table applicant_record disable trigger user").update();
		this.jdbc.sql("update applicant_record set facts = facts || cast(? as jsonb) where applicant = ?")
			.params(facts, UUID.fromString(this.id))
			.update();
		this.jdbc.sql("alter table applicant_record enable trigger user").update();
	}

	private void declare(String file, String content) {
		FactFiles files = this.dictionary.files().with(file, content.getBytes(StandardCharsets.UTF_8));
		this.dictionary.publish(files, files.dictionary().digest(), this.dictionary.revision().number(), null);
		this.dictionary.refresh();
	}

	private FactRecord known() {
		var known = this.register.known(Set.of(UUID.fromString(this.id)), Instant.now().plusSeconds(60));
		assertThat(known.broken()).isEmpty();
		return known.people().get(UUID.fromString(this.id)).on(LocalDate.of(2020, 1, 1));
	}

	@Test
	void whatFitsIsReadAndWhatDoesNotIsUnknownAndTold() {
		onFile("""
				{"medals": "three", "stars": 3, "dress": {"size": "L", "own": true},
				 "ribbons": [{"id": "a", "wide": true}, {"wide": "very"}]}""");
		declare("medals.yaml", MEDALS);
		FactRecord record = known();
		assertThat(record.value("medals")).isNull();
		assertThat(record.value("stars")).isEqualTo(3);
		assertThat(record.value("dress.size")).isNull();
		assertThat(record.value("dress.own")).isEqualTo(true);
		assertThat(record.value("ribbons")).as("half a list is none").isNull();
		assertThat(this.people.get("/api/v1/applicants/" + this.id).status()).isEqualTo(200);
		JsonNode answer = this.people.record(this.id, "{\"validFrom\": \"2013-01-01\", \"facts\": {\"medals\": 4}}")
			.is(201)
			.body();
		assertThat(answer.get("warnings").toString()).contains("UNFIT_ON_FILE", "facts.dress.size", "facts.ribbons")
			.doesNotContain("very", "three");
		assertThat(known().value("medals")).isEqualTo(4);
	}

	/** No list at all is not an empty one. */
	@Test
	void whatIsNoListOrGroupIsUnknown() {
		onFile("{\"ribbons\": 5, \"dress\": \"long\"}");
		declare("medals.yaml", MEDALS);
		assertThat(known().value("ribbons")).isNull();
		assertThat(known().value("dress.own")).isNull();
		this.people.record(this.id,
				"{\"validFrom\": \"2013-01-01\", \"facts\": {\"ribbons\": [{\"id\": \"b\"}], \"dress\": {\"size\": 2}}}")
			.is(201);
		assertThat(known().value("dress.size")).isEqualTo(2);
		assertThat(known().value("ribbons")).asString().isNotEmpty();
	}

	/** As a correction keeps what is declared no more. */
	@Test
	void whatWasKeptSealedMakesNobodyUnreadable() {
		onFile("{\"plates\": \"three\"}");
		assertThat(this.people
			.record(this.id, "{\"corrects\": \"%s\", \"facts\": {\"birthDate\": \"1933-01-11\"}}".formatted(record()))
			.is(201)
			.body()
			.path("warnings")
			.toString()).contains("KEPT_UNDECLARED");
		declare("plates.yaml", """
				name: {zh: 牌匾, en: Plates}
				facts: {plates: {type: integer, min: 0, max: 9, zh: 牌匾数, en: Plates}}
				""");
		assertThat(known().value("plates")).isNull();
		assertThat(this.people.get("/api/v1/applicants/" + this.id).status()).isEqualTo(200);
		this.people.record(this.id, "{\"validFrom\": \"2013-01-01\", \"facts\": {\"careLevel\": 2}}").is(201);
		this.people.record(this.id, "{\"validFrom\": \"2013-01-01\", \"facts\": {\"plates\": 2}}").is(201);
		assertThat(known().value("plates")).isEqualTo(2);
	}

	private String record() {
		return this.jdbc.sql("select id from applicant_record where applicant = ?")
			.param(UUID.fromString(this.id))
			.query(UUID.class)
			.single()
			.toString();
	}

	@Test
	void aDayBeyondABoundThatWasDeclaredLaterIsUnknownAndItsPersonReadable() {
		onFile("""
				{"awarded": "2015-05-05", "started": "1960-01-01", "posts": [{"id": "a", "until": "2100-01-01"}]}""");
		declare("awards.yaml", """
				name: {zh: 获奖, en: Awards}
				facts:
				  awarded: {type: date, notAfter: "2010-12-31", zh: 获奖日期, en: Awarded}
				  started: {type: date, notBefore: "1950-01-01", zh: 开始日期, en: Begun}
				  posts:
				    type: list
				    key: [id]
				    zh: 职务
				    en: Posts
				    fields:
				      id: {type: text, required: true, zh: 职务编号, en: Post id}
				      until: {type: date, notAfter: today, zh: 任至, en: Until}
				""");
		FactRecord record = known();
		assertThat(record.value("awarded")).isNull();
		assertThat(record.value("started")).isEqualTo(LocalDate.of(1960, 1, 1));
		assertThat(record.value("posts")).isNull();
		assertThat(this.people.get("/api/v1/applicants/" + this.id).status()).isEqualTo(200);
		JsonNode answer = this.people
			.record(this.id, "{\"validFrom\": \"2013-01-01\", \"facts\": {\"started\": \"1961-01-01\"}}")
			.is(201)
			.body();
		assertThat(answer.get("warnings").toString()).contains("UNFIT_ON_FILE", "facts.awarded", "facts.posts");
		assertThat(
				this.people.record(this.id, "{\"validFrom\": \"2013-02-01\", \"facts\": {\"awarded\": \"2015-05-05\"}}")
					.status())
			.as("nobody types it anew")
			.isEqualTo(422);
	}

	/** It was accepted before the fact files said that it cannot be. */
	@Test
	void aLifeCheckOnFileThatIsStillToComeIsUnknownAndItsPersonReadable() {
		onFile("{\"lifeCheck\": {\"lastPassed\": \"2100-01-01\"}}");
		FactRecord record = known();
		assertThat(record.value("lifeCheck.lastPassed")).isNull();
		assertThat(record.value("careLevel")).isEqualTo(1);
		assertThat(this.people.get("/api/v1/applicants/" + this.id).status()).isEqualTo(200);
		assertThat(this.people
			.record(this.id,
					"{\"validFrom\": \"2013-01-01\", \"facts\": {\"lifeCheck\": {\"lastPassed\": \"2100-01-01\"}}}")
			.status()).isEqualTo(422);
	}

	/** Whoever mends something else of that record does not have to know better. */
	@Test
	void aCheckStillToComeStandsWhereAnotherFieldOfItsRecordIsCorrected() {
		onFile("{\"lifeCheck\": {\"lastPassed\": \"2100-01-01\"}}");
		String again = "{\"corrects\": \"%s\", \"facts\": {\"birthDate\": \"1933-01-10\", \"careLevel\": 2, \"lifeCheck\": {\"lastPassed\": \"%s\"}}}";
		JsonNode other = this.people.record(this.id, again.formatted(record(), "2100-01-02")).is(422).body();
		assertThat(other.path("errors")).hasSize(1);
		JsonNode answer = this.people.record(this.id, again.formatted(record(), "2100-01-01")).is(201).body();
		assertThat(answer.path("warnings").toString()).contains("UNFIT_ON_FILE", "lifeCheck.lastPassed");
		assertThat(answer.at("/facts/lifeCheck/lastPassed").asString()).isEqualTo("2100-01-01");
		assertThat(known().value("careLevel")).isEqualTo(2);
		assertThat(known().value("lifeCheck.lastPassed")).isNull();
	}

	/** A group or a list is said whole. */
	@Test
	void aDayOnFileStandsWhereAnotherFieldOfItsGroupOrListIsSaid() {
		onFile("""
				{"rank": {"given": "2100-01-01", "high": false},
				 "offices": [{"id": "a", "until": "2100-01-01"}, {"id": "b", "until": "2000-01-01"}]}""");
		declare("offices.yaml",
				"""
						name: {zh: 职级, en: Offices}
						facts:
						  rank: {zh: 级别, en: Rank, fields: {given: {type: date, notAfter: today, zh: 授予日期, en: Given}, high: {type: boolean, zh: 高级, en: High}}}
						  offices:
						    type: list
						    key: [id]
						    zh: 职位
						    en: Offices
						    fields:
						      id: {type: text, required: true, zh: 职位编号, en: Office id}
						      until: {type: date, notAfter: today, required: true, zh: 任职至, en: Until}
						      paid: {type: boolean, zh: 有薪, en: Paid}
						""");
		String said = "{\"validFrom\": \"2013-01-01\", \"facts\": %s}";
		this.people.record(this.id, said.formatted("{\"rank\": {\"given\": \"2100-01-01\", \"high\": true}}")).is(201);
		assertThat(known().value("rank.high")).isEqualTo(true);
		assertThat(known().value("rank.given")).isNull();
		this.people.record(this.id, said.formatted(
				"{\"offices\": [{\"id\": \"a\", \"until\": \"2100-01-01\", \"paid\": true}, {\"id\": \"b\", \"until\": \"2001-01-01\"}]}"))
			.is(201);
		assertThat(this.people.record(this.id, said.formatted(
				"{\"offices\": [{\"id\": \"a\", \"until\": \"2000-01-01\"}, {\"id\": \"b\", \"until\": \"2100-01-01\"}]}"))
			.is(422)
			.text("/errors/0/field")).isEqualTo("facts.offices[1].until");
	}

	/** A code that was withdrawn since stands beside others of the same item. */
	@Test
	void aWithdrawnCodeStandsWhereAnotherFieldOfItsItemIsSaid() {
		onFile("{\"boards\": [{\"id\": \"a\", \"roles\": [\"CHAIR\", \"CLERK\"], \"paid\": false}]}");
		declare("boards.yaml",
				"""
						name: {zh: 理事会, en: Boards}
						facts:
						  boards:
						    type: list
						    key: [id]
						    zh: 理事会
						    en: Boards
						    fields:
						      id: {type: text, required: true, zh: 理事会编号, en: Board id}
						      roles: {type: codes, codeType: BoardRole, codes: {CHAIR: {zh: 主席, en: Chair}, MEMBER: {zh: 理事, en: Member}, CLERK: {zh: 文书, en: Clerk, withdrawn: true}, CANTOR: {zh: 领唱, en: Cantor, withdrawn: true}}, zh: 理事职务, en: Board roles}
						      paid: {type: boolean, zh: 领薪, en: Salaried}
						""");
		String said = "{\"validFrom\": \"2013-01-01\", \"facts\": {\"boards\": [{\"id\": \"a\", \"roles\": %s, \"paid\": true}]}}";
		assertThat(
				this.people.record(this.id, said.formatted("[\"CHAIR\", \"CANTOR\"]")).is(400).text("/errors/0/field"))
			.isEqualTo("facts.boards[0].roles[1]");
		this.people.record(this.id, said.formatted("[\"CHAIR\", \"CLERK\"]")).is(201);
		assertThat(known().items("boards")).singleElement().extracting((board) -> board.value("paid")).isEqualTo(true);
		this.people.record(this.id, said.formatted("[\"CLERK\"]")).is(201);
	}

	/** What a line says is laid over the rest of its group as it stands. */
	@Test
	void aDayOnFileStandsWhereALineOfAListSaysAnotherFieldOfItsGroup() {
		onFile("{\"insignia\": {\"given\": \"2100-01-01\", \"high\": false}}");
		declare("insignia.yaml",
				"""
						name: {zh: 徽章, en: Insignia}
						facts:
						  insignia: {zh: 徽章, en: Insignia, fields: {given: {type: date, notAfter: today, zh: 佩戴之日, en: Pinned on}, high: {type: boolean, zh: 镀金, en: Gilt}}}
						""");
		assertThat(listed("{\"high\": true}").path("updated").asInt()).isEqualTo(1);
		assertThat(known().value("insignia.high")).isEqualTo(true);
		assertThat(known().value("insignia.given")).isNull();
		assertThat(listed("{\"given\": \"2100-01-02\"}").path("refused").asInt()).isEqualTo(1);
	}

	private JsonNode listed(String insignia) {
		return PersonStore.MAPPER.readTree(this.client.post()
			.uri("/api/v1/applicants/import?mode=UPDATE&validFrom=2013-06-01")
			.header("Content-Type", "application/x-ndjson")
			.header(TestCallers.HEADER, People.WORKER)
			.body("{\"fileNumber\": \"%s\", \"insignia\": %s}"
				.formatted(this.people.get("/api/v1/applicants/" + this.id).text("/fileNumber"), insignia)
				.getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody());
	}

	/** Nobody is paid on, or left off the list, by a check that nobody has passed yet. */
	@Test
	void aLifeCheckStillToComeHidesNoneBeforeIt() {
		this.people.recorded(this.id,
				"{\"validFrom\": \"2013-01-01\", \"facts\": {\"lifeCheck\": {\"lastPassed\": \"2013-01-01\"}}}");
		this.people.recorded(this.id,
				"{\"validFrom\": \"2014-01-01\", \"facts\": {\"lifeCheck\": {\"lastPassed\": \"2014-01-01\"}}}");
		this.jdbc.sql("alter table applicant_record disable trigger user").update();
		this.jdbc
			.sql("update applicant_record set facts = jsonb_set(facts, '{lifeCheck,lastPassed}', '\"2100-01-01\"')"
					+ " where applicant = ? and valid_from = '2014-01-01'")
			.param(UUID.fromString(this.id))
			.update();
		this.jdbc.sql("alter table applicant_record enable trigger user").update();
		UUID person = UUID.fromString(this.id);
		LocalDate checked = LocalDate.of(2013, 1, 1);
		assertThat(
				this.payees.known(Set.of(person), Instant.now().plusSeconds(60), LocalDate.of(2020, 1, 1)).get(person))
			.extracting(Payees.Payee::lifeCheckPassed)
			.isEqualTo(checked);
		assertThat(this.dates.of(Set.of(person)).get(person)).extracting(DatesOnFile.Dates::lifeCheck)
			.isEqualTo(checked);
		assertThat(this.dates.checkedUpTo("", LocalDate.of(2014, 6, 30))).contains(person);
	}

}
