package org.huiling.account;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.account.access.AccessTable;
import org.huiling.applicant.register.People;
import org.huiling.facts.MadeUpIds;
import org.huiling.web.PageClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every address that can be read, read as somebody who may: if the answer names a person,
 * there is a new event by which {@code GET /audit-events?subject=} finds who saw them. A
 * new end point is walked by itself, and fails here until it records whom it shows.
 */
@HuilingTest(properties = { "huiling.rules-import=ALWAYS", "huiling.sample=false" })
@Import(TestCallers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoSawWalkIntegrationTests {

	private static final String NAME = "试例访";

	private static final String RESIDENT_ID = MadeUpIds.of(LocalDate.of(1933, 1, 10), 801);

	/** What is asked for, where an address alone asks for nothing. */
	private static final Map<String, String> QUERIES = Map.of("/api/v1/decisions",
			"?version=model-district/old-age-allowance/2013-01-01",
			"/api/v1/policies/{jurisdiction}/{program}/{version}/diff", "?to=2013-01-01",
			"/policies/{jurisdiction}/{program}/{version}/diff", "?to=2013-01-01", "/drafts/{id}/files/content",
			"?path=policy.yaml", "/drafts/new", "?jurisdiction=model-district&program=old-age-allowance",
			"/api/v1/applicants", "?q=" + NAME, "/people", "?q=" + NAME, "/api/v1/rosters/forecast",
			"?jurisdiction=model-district&month=2013-09", "/month", "?of=2013-01");

	/** Read by nobody here: documents, metrics, and what ends a session. */
	private static final List<String> NOT_WALKED = List.of("/actuator", "/v3/", "/swagger", "/error", "/login");

	/**
	 * The trail itself names people by their ids to auditors alone; whoever asks it about
	 * one of them is recorded.
	 */
	private static final List<String> THE_TRAIL = List.of("/api/v1/audit-events", "/audit");

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	private final Map<Role, PageClient> pages = new EnumMap<>(Role.class);

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mappings;

	private String person = "";

	private String fileNumber = "";

	private final Map<String, String> ids = new TreeMap<>();

	@BeforeAll
	void somebodyIsEverywhere() {
		People worker = People.as(this.client, People.WORKER);
		People operator = People.as(this.client, "operator;BATCH_OPERATOR;379901");
		People paymaster = People.as(this.client, "paymaster;PAYMASTER;379901");
		this.person = worker.begun("""
				{"residentId": "%s", "name": "%s", "birthDate": "1933-01-10",
				 "hukou": {"region": "379901003", "type": "RURAL"}, "lifeCheck": {"lastPassed": "2030-01-01"},
				 "payee": {"kind": "BANK", "bank": "示范银行", "account": "6222000000000001", "name": "%s"},
				 "statuses": [], "applications": [{"program": "old-age-allowance", "date": "2013-01-15"}]}"""
			.formatted(RESIDENT_ID, NAME, NAME));
		this.fileNumber = worker.get("/api/v1/applicants/" + this.person).text("/fileNumber");
		String decision = worker
			.post("/api/v1/applicants/" + this.person + "/decisions",
					"{\"period\": \"2013-01\", \"programs\": [\"old-age-allowance\"]}")
			.is(201)
			.text("/items/0/id");
		String roster = operator
			.post("/api/v1/rosters", "{\"jurisdiction\": \"model-district\", \"month\": \"2013-01\"}")
			.is(201)
			.text("/id");
		paymaster.post("/api/v1/rosters/" + roster + "/approve", "{}").is(200);
		results(roster);
		String proposal = paymaster.post("/api/v1/rosters/" + roster + "/lines/1/contra", "{\"reason\": \"a slip\"}")
			.is(202)
			.text("/id");
		String open = operator.post("/api/v1/rosters", "{\"jurisdiction\": \"model-district\", \"month\": \"2013-02\"}")
			.is(201)
			.text("/id");
		this.jdbc.sql("alter table payment_open disable trigger user").update();
		this.jdbc.sql("alter table payment_flag disable trigger user").update();
		this.jdbc
			.sql("insert into payment_open (roster, number, applicant, program, period, amount, paid_to, reason)"
					+ " values (?::uuid, 1, ?::uuid, 'old-age-allowance', '2013-01', 100, 'PERSON', 'CAPPED')")
			.params(open, this.person)
			.update();
		this.jdbc.sql(
				"insert into payment_flag (roster, code, applicant, people) values (?::uuid, 'NO_ACCOUNT', ?::uuid, 1)")
			.params(open, this.person)
			.update();
		this.ids.put("applicants", this.person);
		this.ids.put("people", this.person);
		this.ids.put("decisions", decision);
		this.ids.put("rosters", open);
		this.ids.put("proposals", proposal);
		String run = run(operator, worker);
		this.ids.put("recalculations", run);
		this.ids.put("runs", run);
		this.ids.put("import", imported());
		this.ids.put("drafts", People.as(this.client, "editor;POLICY_EDITOR;379901")
			.post("/api/v1/drafts",
					"{\"jurisdiction\": \"model-district\", \"program\": \"old-age-allowance\", \"effectiveFrom\": \"2099-01-01\", \"basedOn\": \"2013-01-01\", \"title\": {\"zh\": \"x\", \"en\": \"x\"}}")
			.is(201)
			.text("/id"));
	}

	@Test
	void whoeverIsShownAPersonIsFoundByThem() {
		List<String> naming = new ArrayList<>();
		List<String> unnoticed = new ArrayList<>();
		List<String> unasked = new ArrayList<>();
		for (RequestMappingInfo info : this.mappings.getHandlerMethods().keySet()) {
			boolean read = info.getMethodsCondition()
				.getMethods()
				.stream()
				.anyMatch((each) -> "GET".equals(each.name()));
			for (String pattern : info.getPatternValues()) {
				if (!read || NOT_WALKED.stream().anyMatch(pattern::startsWith)) {
					continue;
				}
				String accept = info.getProducesCondition()
					.getProducibleMediaTypes()
					.stream()
					.findFirst()
					.map(MediaType::toString)
					.orElse("*/*");
				boolean answered = false;
				for (Role role : roles(pattern)) {
					String step = pattern + " " + accept + " as " + role;
					long before = last();
					Seen answer = read(pattern, accept, role);
					if (!List.of(200, 302, 304, 404).contains(answer.status())) {
						unasked.add(step + ": " + answer.status());
					}
					answered |= answer.status() != 404;
					if (names(answer) && !THE_TRAIL.contains(pattern)) {
						naming.add(pattern + " " + accept);
						if (!isFoundSince(before, role)) {
							unnoticed.add(step);
						}
					}
				}
				if (!answered) {
					unasked.add(pattern + " to anybody");
				}
			}
		}
		assertThat(unasked).as("not answered: tell this test how to ask").isEmpty();
		assertThat(unnoticed).as("names a person, and nobody finds out who saw them").isEmpty();
		assertThat(naming).map((each) -> each.substring(0, each.indexOf(' ')))
			.contains("/api/v1/applicants", "/api/v1/applicants/{id}", "/api/v1/applicants/{id}/records",
					"/api/v1/applicants/{id}/access", "/people/{id}/access", "/api/v1/applicants/{id}/decisions",
					"/api/v1/decisions", "/api/v1/decisions/{id}", "/api/v1/decisions/{id}/notice",
					"/api/v1/recalculations/{id}/changes", "/api/v1/recalculations/{id}/failures",
					"/api/v1/recalculations/{id}/undecided", "/api/v1/recalculations/{id}/notices",
					"/api/v1/rosters/{id}/lines", "/api/v1/rosters/{id}/transfers", "/api/v1/rosters/{id}/flags",
					"/api/v1/rosters/{id}/open", "/api/v1/proposals/{id}", "/api/v1/applicants/import/{id}/refused",
					"/people/{id}", "/month", "/decisions/{id}", "/decisions/{id}/notice", "/rosters/{id}",
					"/rosters/{id}/csv", "/rosters/{id}/xlsx", "/rosters/{id}/transfers/csv", "/runs/{id}",
					"/proposals");
		assertThat(naming.stream().distinct().filter((each) -> each.startsWith("/api/v1/rosters/{id}/lines")))
			.hasSize(3);
		assertThat(naming.stream().distinct().filter((each) -> each.startsWith("/api/v1/rosters/{id}/transfers")))
			.hasSize(3);
		assertThat(naming.stream().distinct().filter((each) -> each.startsWith("/api/v1/recalculations/{id}/changes")))
			.hasSize(2);
	}

	/** The page searches by a form, so that what is looked for is in no address. */
	@Test
	void whoeverIsFoundOnThePageOfPeopleFindsOutToo() {
		long before = last();
		HttpResponse<String> found = this.pages.computeIfAbsent(Role.CASE_WORKER, this::signedIn)
			.send("POST", "/people", Map.of("q", NAME));
		assertThat(found.body()).contains(this.fileNumber);
		assertThat(isFoundSince(before, Role.CASE_WORKER)).isTrue();
	}

	/**
	 * Who has a whole file of a roster has everybody's line; who makes one sees nobody.
	 */
	@Test
	void whoReadsARostersFileSawThePersonAndWhoMakesOneDidNot() {
		read("/api/v1/rosters/{id}/lines", "text/csv", Role.PAYMASTER);
		List<String> ways = ways();
		assertThat(ways).contains("worker APPLICANT_RECORDED", "worker DECISIONS_MADE", "paymaster PROPOSED")
			.noneMatch((way) -> way.contains("ROSTER_MADE") || way.contains("ROSTER_APPROVED")
					|| way.contains("RECALCULATION_ORDERED") || way.contains("RECALCULATION_COMPLETED"));
		assertThat(ways).contains(walker(Role.PAYMASTER) + " ROSTER_LINES_READ");
	}

	@Test
	void aReadWhoseEventCannotBeWrittenShowsNobody() {
		this.jdbc.sql("alter table audit_event add constraint full_disk check (id <= " + last() + ")").update();
		try {
			for (String pattern : List.of("/api/v1/applicants", "/api/v1/rosters/{id}/lines",
					"/api/v1/rosters/{id}/flags", "/api/v1/recalculations/{id}/changes", "/api/v1/proposals",
					"/api/v1/decisions", "/rosters/{id}/csv", "/month")) {
				Seen answer = read(pattern, "*/*", roles(pattern).get(roles(pattern).size() - 1));
				assertThat(answer.status()).as(pattern).isEqualTo(500);
				assertThat(names(answer)).as(pattern).isFalse();
			}
		}
		finally {
			this.jdbc.sql("alter table audit_event drop constraint full_disk").update();
		}
	}

	@Test
	void theTrailStaysWholeWithListsOfPeopleInIt() {
		People auditor = People.as(this.client, "auditor;AUDITOR;");
		assertThat(auditor.get("/api/v1/audit-events/verification").is(200).body().get("intact").booleanValue())
			.isTrue();
		// whoever takes a person out of a list that was read is found out
		long event = this.jdbc
			.sql("select max(id) from audit_event where (details::jsonb -> 'applicants') @> jsonb_build_array(?::text)")
			.param(this.person)
			.query(Long.class)
			.single();
		this.jdbc.sql("alter table audit_event disable trigger user").update();
		try {
			String kept = this.jdbc.sql("select details::text from audit_event where id = ?")
				.param(event)
				.query(String.class)
				.single();
			this.jdbc.sql("update audit_event set details = replace(details::text, ?, ?)::json where id = ?")
				.params(this.person, UUID.randomUUID().toString(), event)
				.update();
			assertThat(auditor.get("/api/v1/audit-events/verification").body().at("/problems/0/event").longValue())
				.isEqualTo(event);
			this.jdbc.sql("update audit_event set details = ?::json where id = ?").params(kept, event).update();
		}
		finally {
			this.jdbc.sql("alter table audit_event enable trigger user").update();
		}
	}

	/** Who did what, from all pages: the other tests of the walk leave many. */
	private List<String> ways() {
		List<String> ways = new ArrayList<>();
		List<String> page;
		int number = 0;
		do {
			page = People.as(this.client, People.WORKER)
				.get("/api/v1/applicants/" + this.person + "/access?size=200&page=" + number++)
				.is(200)
				.body()
				.get("items")
				.valueStream()
				.map((look) -> look.get("by").asString() + " " + look.get("action").asString())
				.toList();
			ways.addAll(page);
		}
		while (!page.isEmpty());
		return ways;
	}

	/** Somebody else finds what the walk did. */
	private boolean isFoundSince(long before, Role role) {
		return People.as(this.client, "auditor;AUDITOR;")
			.get("/api/v1/audit-events?by=" + walker(role) + "&subject=" + this.person)
			.is(200)
			.body()
			.get("items")
			.valueStream()
			.anyMatch((event) -> event.get("id").longValue() > before);
	}

	private long last() {
		return this.jdbc.sql("select last from audit_head").query(Long.class).single();
	}

	private Seen read(String pattern, String accept, Role role) {
		String path = pattern.replace("{jurisdiction}", "model-district")
			.replace("{program}", "old-age-allowance")
			.replace("{version}", "2013-01-01")
			.replace("{*path}", "policy.yaml")
			.replace("{path}", "household.size")
			.replace("{name}", "admin");
		if (path.contains("{id}")) {
			String of = path.substring(0, path.indexOf("/{id}"));
			String id = this.ids.get(of.substring(of.lastIndexOf('/') + 1));
			assertThat(id).as("%s: tell this test which one", pattern).isNotNull();
			path = path.replace("{id}", id);
		}
		assertThat(path).as("tell this test what stands for it").doesNotContain("{");
		String asked = path + QUERIES.getOrDefault(pattern, "");
		if (!pattern.startsWith("/api/")) {
			HttpResponse<byte[]> page = this.pages.computeIfAbsent(role, this::signedIn).open(asked);
			return new Seen(page.statusCode(), page.body());
		}
		EntityExchangeResult<byte[]> answer = this.client.get()
			.uri(asked)
			.header(HttpHeaders.ACCEPT, accept)
			.header(TestCallers.HEADER, walker(role) + ";" + role + ";379901")
			.exchange()
			.expectBody(byte[].class)
			.returnResult();
		return new Seen(answer.getStatus().value(), answer.getResponseBody());
	}

	private PageClient signedIn(Role role) {
		this.accounts.add(walker(role), List.of("379901"), role.name());
		return PageClient.of(this.port).signIn(walker(role));
	}

	private static String walker(Role role) {
		return "walker-" + role.name().toLowerCase(Locale.ROOT);
	}

	/** What an address answered. */
	@SuppressWarnings("ArrayRecordComponent")
	private record Seen(int status, byte @Nullable [] body) {
	}

	/** To which roles it is open; one of them if it is to everybody. */
	private static List<Role> roles(String pattern) {
		String path = pattern.replaceAll("\\{\\*?([a-z]+)\\}", "x");
		return AccessTable.all()
			.stream()
			.filter((rule) -> rule.method() == HttpMethod.GET
					&& (rule.pattern().equals(pattern) || rule.pattern().endsWith("/**")
							&& path.startsWith(rule.pattern().substring(0, rule.pattern().length() - 3))))
			.findFirst()
			.map((rule) -> rule.roles().stream().sorted().toList())
			.filter((roles) -> !roles.isEmpty())
			.orElse(List.of(Role.AUDITOR));
	}

	private boolean names(Seen answer) {
		String text = text(answer.body());
		return text.contains(this.person) || text.contains(this.fileNumber) || text.contains(NAME);
	}

	/** A workbook is an archive of texts. */
	private static String text(byte @Nullable [] body) {
		if (body == null) {
			return "";
		}
		StringBuilder text = new StringBuilder(new String(body, StandardCharsets.UTF_8));
		if (body.length > 2 && body[0] == 'P' && body[1] == 'K') {
			try {
				Path file = Files.write(Files.createTempFile("walk", ".zip"), body);
				try (ZipFile archive = new ZipFile(file.toFile())) {
					for (ZipEntry entry : Collections.list(archive.entries())) {
						text.append(new String(archive.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
					}
				}
				Files.delete(file);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return text.toString();
	}

	private void results(String roster) {
		this.client.post()
			.uri("/api/v1/rosters/" + roster + "/results")
			.header(TestCallers.HEADER, "paymaster;PAYMASTER;379901")
			.header(HttpHeaders.CONTENT_TYPE, "text/csv")
			.body("line,result\n1,FAILED\n".getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectStatus()
			.isOk();
	}

	/** A run that changes something, and that left and failed something as well. */
	private String run(People operator, People worker) {
		worker.recorded(this.person,
				"{\"validFrom\": \"2013-03-20\", \"facts\": {\"deathDate\": \"2013-03-20\"}, \"reason\": \"learnt late\"}");
		String run = operator.post("/api/v1/recalculations",
				"{\"jurisdiction\": \"model-district\", \"from\": \"2013-01\", \"to\": \"2013-05\", \"mode\": \"COMMIT\", \"reason\": \"x\"}")
			.is(202)
			.text("/id");
		long end = System.nanoTime() + 60_000_000_000L;
		String path = "/api/v1/recalculations/" + run;
		for (String state = ""; !"COMPLETED".equals(state); state = operator.get(path).is(200).text("/state")) {
			assertThat(state).isNotIn("FAILED", "STOPPED");
			assertThat(System.nanoTime()).as("the run ends").isLessThan(end);
		}
		this.jdbc.sql("insert into recalculation_failure values (?::uuid, ?::uuid, 'model-district', 'x')")
			.params(run, this.person)
			.update();
		this.jdbc.sql(
				"insert into recalculation_undecided values (?::uuid, ?::uuid, 'model-district', 'old-age-allowance', '2013-01', null, '{careLevel}')")
			.params(run, this.person)
			.update();
		return run;
	}

	/** A list in which the person stands again. */
	private String imported() {
		byte @Nullable [] answer = this.client.post()
			.uri("/api/v1/applicants/import")
			.header(TestCallers.HEADER, walker(Role.CASE_WORKER) + ";CASE_WORKER;379901")
			.header(HttpHeaders.CONTENT_TYPE, "text/csv")
			.body(("residentId,birthDate,hukou.region\n" + RESIDENT_ID + ",1933-01-10,379901003\n")
				.getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		return new tools.jackson.databind.json.JsonMapper().readTree(answer).get("id").asString();
	}

}
