package org.huiling.account;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.account.access.AccessTable;
import org.huiling.applicant.register.People;
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
@HuilingTest(properties = { "huiling.rules-import=ALWAYS", "huiling.sample=false", "huiling.open-rules=true" })
@Import(TestCallers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoSawWalkIntegrationTests {

	/** What is asked for, where an address alone asks for nothing. */
	private static final Map<String, String> QUERIES = Map.ofEntries(
			Map.entry("/api/v1/decisions", "?version=model-district/old-age-allowance/2013-01-01"),
			Map.entry("/api/v1/policies/{jurisdiction}/{program}/{version}/diff", "?to=2013-01-01"),
			Map.entry("/policies/{jurisdiction}/{program}/{version}/diff", "?to=2013-01-01"),
			Map.entry("/drafts/{id}/files/content", "?path=policy.yaml"),
			Map.entry("/drafts/new", "?jurisdiction=model-district&program=old-age-allowance"),
			Map.entry("/api/v1/applicants", "?q=" + SomebodyEverywhere.NAME),
			Map.entry("/people", "?q=" + SomebodyEverywhere.NAME),
			Map.entry("/api/v1/public-lists", "?jurisdiction=model-district&program=old-age-allowance&month=2013-07"),
			Map.entry("/api/v1/tasks/report", "?from=2013-01-01&to=2013-12-31"),
			Map.entry("/api/v1/rosters/forecast", "?jurisdiction=model-district&month=2013-09"),
			Map.entry("/public-lists", "?list=model-district/old-age-allowance&month=2013-07"),
			Map.entry("/public-lists/print", "?list=model-district/old-age-allowance&month=2013-07"),
			Map.entry("/public-lists/csv", "?list=model-district/old-age-allowance&month=2013-07"));

	/** Read by nobody here: documents, metrics, and what ends a session. */
	private static final List<String> NOT_WALKED = List.of("/actuator", "/v3/", "/swagger", "/error", "/login");

	/**
	 * The trail itself names people by their ids to auditors alone; whoever asks it about
	 * one of them is recorded.
	 */
	private static final List<String> THE_TRAIL = List.of("/api/v1/audit-events", "/audit", "/audit/csv");

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

	private SomebodyEverywhere somebody;

	@BeforeAll
	void somebodyIsEverywhere() {
		// before anybody asks in their name: that there is none would be remembered for a
		// moment
		for (Role role : Role.values()) {
			this.accounts.add(walker(role), List.of("379901"), role.name());
		}
		this.somebody = new SomebodyEverywhere(this.client, this.jdbc,
				walker(Role.CASE_WORKER) + ";CASE_WORKER;379901");
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
					"/api/v1/applicants/{id}/access", "/people/{id}/access", "/api/v1/applicants/{id}/export",
					"/people/{id}/export", "/api/v1/applicants/{id}/decisions", "/api/v1/decisions",
					"/api/v1/decisions/{id}", "/api/v1/decisions/{id}/notice", "/api/v1/recalculations/{id}/changes",
					"/api/v1/recalculations/{id}/failures", "/api/v1/recalculations/{id}/undecided",
					"/api/v1/recalculations/{id}/notices", "/api/v1/rosters/{id}/lines",
					"/api/v1/rosters/{id}/transfers", "/api/v1/rosters/{id}/flags", "/api/v1/rosters/{id}/open",
					"/api/v1/proposals/{id}", "/api/v1/applicants/import/{id}/refused", "/api/v1/tasks",
					"/api/v1/cross-checks/{id}/lines", "/api/v1/projections/{id}/people", "/people/{id}", "/tasks",
					"/tasks/{id}", "/decisions/{id}", "/decisions/{id}/notice", "/rosters/{id}", "/rosters/{id}/csv",
					"/rosters/{id}/xlsx", "/rosters/{id}/transfers/csv", "/rosters/{id}/flags", "/rosters/{id}/open",
					"/rosters/{id}/transfers", "/runs/{id}", "/runs/{id}/changes", "/runs/{id}/changes/csv",
					"/runs/{id}/undecided", "/runs/{id}/undecided/xlsx", "/runs/{id}/failures",
					"/runs/{id}/failures/csv", "/runs/{id}/notices", "/proposals");
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
			.send("POST", "/people", Map.of("q", SomebodyEverywhere.NAME));
		assertThat(found.body()).contains(this.somebody.fileNumber);
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
					"/api/v1/decisions", "/rosters/{id}/csv", "/tasks")) {
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
			.param(this.somebody.person)
			.query(Long.class)
			.single();
		this.jdbc.sql("alter table audit_event disable trigger user").update();
		try {
			String kept = this.jdbc.sql("select details::text from audit_event where id = ?")
				.param(event)
				.query(String.class)
				.single();
			this.jdbc.sql("update audit_event set details = replace(details::text, ?, ?)::json where id = ?")
				.params(this.somebody.person, UUID.randomUUID().toString(), event)
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
				.get("/api/v1/applicants/" + this.somebody.person + "/access?size=200&page=" + number++)
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
			.get("/api/v1/audit-events?by=" + walker(role) + "&subject=" + this.somebody.person)
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
			.replace("/files/{name}", "/files/household")
			.replace("{path}", "household.size")
			.replace("{part}", "household")
			.replace("{desk}", "casework")
			.replace("{name}", "admin");
		if (path.contains("{id}")) {
			String of = path.substring(0, path.indexOf("/{id}"));
			String id = this.somebody.ids.get(of.substring(of.lastIndexOf('/') + 1));
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
		return text.contains(this.somebody.person) || text.contains(this.somebody.fileNumber)
				|| text.contains(SomebodyEverywhere.NAME);
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

}
