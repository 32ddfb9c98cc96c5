package org.huiling.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.applicant.KeptAboutPeople;
import org.huiling.applicant.register.People;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything that is kept about a person comes with the export, and nothing of others.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportIntegrationTests {

	/** What is about people and is told another way, or not, and why. */
	private static final Map<String, String> TOLD_OTHERWISE = new TreeMap<>(Map.ofEntries(
			Map.entry("applicant", "the files of the person (files)"),
			Map.entry("applicant_record", "what was recorded (records, files[].records)"),
			Map.entry("applicant_region", "where the files lie (files[].regions)"),
			Map.entry("audit_event", "who looked and what was done (access)"),
			Map.entry("proposal",
					"what was proposed about the person, its values among it, stands in access (PROPOSED …)"),
			Map.entry("applicant_import_line", "refused lines: of nobody on file, sealed, erased after their term"),
			Map.entry("idempotent_request", "answers kept for a repeated call, sealed, found by their key alone"),
			Map.entry("policy_draft_person", "made-up people to try a draft on, without name, numbers and account"),
			Map.entry("projection_person", "a projection's list of work while it is under way"),
			Map.entry("recalculation_person",
					"a run's list of work: whom it looks at. What came of it is recalculated, undecided, notReviewed")));

	/** What is about nobody on file. */
	private static final Set<String> ABOUT_NOBODY = Set.of("account", "agenda_look", "applicant_import", "audit_head",
			"catalogue_revision", "compiled_policy", "cross_check", "cross_check_tasks", "decision_book",
			"dictionary_file", "dictionary_revision", "dictionary_touch", "flyway_schema_history", "found_elsewhere",
			"jurisdiction", "key_check", "number_reveal", "payment_rule", "payment_section", "policy_draft",
			"policy_draft_change", "policy_draft_file", "policy_file", "policy_version", "program", "projection",
			"projection_draft", "projection_draft_file", "projection_slice", "projection_sum", "recalculation",
			"recalculation_policies", "recalculation_scheduled", "recalculation_slice", "recalculation_tally",
			"recorded_clock", "roster", "signed_in_session", "standards_revision", "standards_touch");

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	List<KeptAboutPeople> keeping;

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	private SomebodyEverywhere somebody;

	private People worker;

	private String other = "";

	@BeforeAll
	void somebodyIsEverywhere() {
		this.somebody = new SomebodyEverywhere(this.client, this.jdbc, People.WORKER);
		this.worker = People.as(this.client, People.WORKER);
		this.other = this.worker
			.begun("{\"name\": \"试例访\", \"birthDate\": \"1933-02-15\", \"hukou\": {\"region\": \"379901003\"}}");
		this.worker
			.post("/api/v1/applicants/" + this.somebody.person + "/payment-holds",
					"{\"from\": \"2013-07\", \"code\": \"NOT_FOUND\", \"reason\": \"nobody opened\"}")
			.is(201);
		this.worker.post("/api/v1/applicants/" + this.somebody.person + "/notes", "{\"text\": \"asks for a visit\"}")
			.is(201);
		this.worker.send(org.springframework.http.HttpMethod.PUT,
				"/api/v1/applicants/" + this.somebody.person + "/public-list",
				"{\"listed\": false, \"reason\": \"asked so\"}", (headers) -> {
				})
			.is(200);
	}

	/** A new table fails here until it is exported, or named above with a reason. */
	@Test
	void everyTableIsExportedOrIsAboutNobodyOrSaysWhyNot() {
		Set<String> exported = new TreeSet<>();
		this.keeping.forEach((each) -> exported.addAll(each.tables()));
		Set<String> named = new TreeSet<>(ABOUT_NOBODY);
		named.addAll(TOLD_OTHERWISE.keySet());
		assertThat(named).doesNotContainAnyElementsOf(exported);
		named.addAll(exported);
		List<String> tables = this.jdbc.sql(
				"select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
			.query(String.class)
			.list();
		assertThat(tables).isSubsetOf(named).containsAll(exported);
		assertThat(this.jdbc
			.sql("select distinct c.table_name from information_schema.columns c join information_schema.tables t"
					+ " on t.table_name = c.table_name and t.table_schema = c.table_schema and t.table_type = 'BASE TABLE'"
					+ " where c.table_schema = 'public' and c.column_name in ('applicant', 'person')")
			.query(String.class)
			.list()).as("names people").isNotEmpty().doesNotContainAnyElementsOf(ABOUT_NOBODY);
	}

	@Test
	void tellsEverythingAboutThePersonWithNumbersMasked() {
		JsonNode all = export(this.worker, "");
		for (String kind : List.of("records", "files", "decisions", "payments", "paymentResults", "leftOpen",
				"paymentFlags", "holds", "tasks", "crossCheckLines", "notes", "publicListFlags", "recalculated",
				"undecided", "notReviewed", "access")) {
			assertThat(all.get(kind).size()).as(kind).isPositive();
		}
		assertThat(all.at("/person/name").asString()).isEqualTo(SomebodyEverywhere.NAME);
		assertThat(all.at("/person/residentId").asString()).isEqualTo("379901************");
		assertThat(all.at("/crossCheckLines/0/residentId").asString()).isEqualTo("379901************");
		assertThat(all.at("/decisions/0/facts").isMissingNode()).isFalse();
		assertThat(all.at("/payments/0/amount").decimalValue()).isPositive();
		assertThat(all.at("/paymentResults/0/result").asString()).isEqualTo("FAILED");
		assertThat(all.at("/holds/0/reason").asString()).isEqualTo("nobody opened");
		assertThat(all.get("cut").size()).isZero();
		assertThat(all.toString()).doesNotContain("6222000000000001", "379901193301108010")
			.as("whom else a list showed")
			.doesNotContain(this.other);
	}

	@Test
	void rowsAreAsManyAsTheDatabaseHasOfThePerson() {
		JsonNode all = export(this.worker, "");
		Map.of("decisions", "decision", "payments", "payment_line", "tasks", "task", "holds", "payment_hold",
				"publicListFlags", "public_list_flag", "recalculated", "recalculation_change", "records",
				"applicant_record")
			.forEach((kind, table) -> assertThat((long) all.get(kind).size()).as(kind)
				.isEqualTo(this.jdbc.sql("select count(*) from " + table + " where applicant = ?::uuid")
					.param(this.somebody.person)
					.query(Long.class)
					.single()));
	}

	@Test
	void aNumberIsRevealedToACaseWorkerWithAReasonAndIsOnTheTrail() {
		String query = "?reveal=residentId&reason=asked-for-at-the-desk";
		JsonNode all = export(this.worker, query);
		assertThat(all.at("/person/residentId").asString()).hasSize(18).doesNotContain("*");
		assertThat(all.at("/records/0/facts/residentId").asString()).doesNotContain("*");
		String path = "/api/v1/applicants/" + this.somebody.person + "/export";
		this.worker.get(path + "?reveal=residentId").is(400);
		People auditor = People.as(this.client, "auditor;AUDITOR;379901");
		auditor.get(path + query).is(403);
		JsonNode seen = auditor.get("/api/v1/audit-events?action=APPLICANT_EXPORTED&subject=" + this.somebody.person)
			.is(200)
			.body();
		assertThat(seen.at("/items/0/details/reason").asString()).isEqualTo("asked-for-at-the-desk");
		assertThat(seen.at("/items/0/details/revealed/0").asString()).isEqualTo("residentId");
		assertThat(export(auditor, "").get("access").values()).extracting((look) -> look.get("action").asString())
			.contains("APPLICANT_EXPORTED");
	}

	@Test
	void isForCaseWorkersAndAuditorsOfThePersonsRegions() {
		String path = "/api/v1/applicants/" + this.somebody.person + "/export";
		for (String stranger : List.of("stranger;CASE_WORKER;110101", "stranger;AUDITOR;110101")) {
			People.as(this.client, stranger).get(path).is(404);
		}
		for (String role : List.of("BATCH_OPERATOR", "PAYMASTER", "POLICY_APPROVER", "ADMIN")) {
			People.as(this.client, "other;" + role + ";379901").get(path).is(403);
		}
	}

	@Test
	void aFileThatWasMergedComesWithTheOneThatGoesOn() {
		List<String> files = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			files.add(this.worker
				.begun("{\"name\": \"试合并\", \"birthDate\": \"1931-02-15\", \"hukou\": {\"region\": \"379901003\"}}"));
		}
		this.worker
			.post("/api/v1/applicants/" + files.get(0) + "/merge",
					"{\"duplicate\": \"%s\", \"reason\": \"x\"}".formatted(files.get(1)))
			.is(200);
		JsonNode all = this.worker.get("/api/v1/applicants/" + files.get(0) + "/export").is(200).body();
		assertThat(all.get("files").values()).extracting((file) -> file.get("id").asString())
			.containsExactlyElementsOf(files);
		assertThat(all.at("/files/1/records").size()).isOne();
		assertThat(all.at("/files/1/mergedInto").asString()).isEqualTo(files.get(0));
		this.worker.get("/api/v1/applicants/" + files.get(1) + "/export").is(410);
	}

	@Test
	void anOrganisationIsExportedTheSameWay() {
		String home = this.worker.begun("""
				{"subject": "organisation", "name": "示范养老院", "region": "379901003", "opened": "2005-01-01"}""");
		JsonNode all = this.worker.get("/api/v1/applicants/" + home + "/export").is(200).body();
		assertThat(all.at("/person/name").asString()).isEqualTo("示范养老院");
		assertThat(all.get("records").size()).isOne();
	}

	@Test
	void thePageToPrintSaysTheSameInWords() {
		this.accounts.add("clerk", List.of("379901"), "CASE_WORKER");
		String page = PageClient.of(this.port)
			.signIn("clerk")
			.send("GET", "/people/" + this.somebody.person + "/export", Map.of())
			.body();
		assertThat(page).contains(SomebodyEverywhere.NAME, "379901************", "nobody opened", "停发人", "谁看过这份档案")
			.doesNotContain("6222000000000001", "export.field", "export.kind");
	}

	private JsonNode export(People caller, String query) {
		return caller.get("/api/v1/applicants/" + this.somebody.person + "/export" + query).is(200).body();
	}

}
