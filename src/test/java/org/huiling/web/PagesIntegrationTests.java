package org.huiling.web;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

import static org.assertj.core.api.Assertions.assertThat;

@HuilingTest
@SharedService
@Import(TestCallers.class)
class PagesIntegrationTests {

	private static final JsonMapper JSON = new JsonMapper();

	private static final AntPathMatcher MATCHER = new AntPathMatcher();

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mappings;

	@Autowired
	ResourceUrlProvider files;

	@LocalServerPort
	int port;

	private PageClient worker;

	@BeforeEach
	void signIn() {
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		this.worker = PageClient.of(this.port).signIn("worker");
	}

	/** A cookie set meanwhile would take the place of the one that the form came with. */
	@Test
	void whatAPageIsMadeOfSetsNoCookie() {
		PageClient stranger = PageClient.of(this.port);
		for (String path : List.of("/css/huiling.css", "/js/huiling.js", "/favicon.svg", "/favicon.ico")) {
			assertThat(stranger.send("GET", path, Map.of()).headers().allValues("Set-Cookie")).as(path).isEmpty();
		}
	}

	@Test
	void whatAPageIsMadeOfIsNamedByItsContentAndKept() {
		PageClient stranger = PageClient.of(this.port);
		String page = stranger.send("GET", "/login", Map.of()).body();
		for (String name : List.of("/css/huiling-[0-9a-f]{32}\\.css", "/js/huiling-[0-9a-f]{32}\\.js",
				"/webjars/htmx.org/[0-9.]+/dist/htmx.min-[0-9a-f]{32}\\.js", "/favicon-[0-9a-f]{32}\\.svg")) {
			Matcher link = Pattern.compile("(?:href|src)=\"(" + name + ")\"").matcher(page);
			assertThat(link.find()).as(name).isTrue();
			HttpResponse<String> file = stranger.send("GET", link.group(1), Map.of());
			assertThat(file.statusCode()).as(name).isEqualTo(200);
			assertThat(file.headers().firstValue("Cache-Control")).as(name).hasValue("max-age=3600");
		}
	}

	/**
	 * Each look among files goes through all jars, and a page of a list has hundreds of
	 * links.
	 */
	@Test
	void aLinkToAPageIsNotLookedForAmongFiles() {
		this.mappings.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap((mapping) -> mapping.getPatternValues().stream())
			.filter((path) -> !path.startsWith("/api/") && !path.startsWith("/v3/"))
			.forEach((path) -> assertThat(this.files.getHandlerMap().keySet())
				.noneMatch((pattern) -> MATCHER.match(pattern, path)));
	}

	@Test
	void whoHasNotSignedInGetsNoSessionAndComesToTheWantedPageAfterwards() {
		PageClient stranger = PageClient.of(this.port);
		HttpResponse<String> sent = stranger.send("GET", "/people?page=1", Map.of());
		assertThat(sent.headers().firstValue("Location")).hasValue("/login");
		assertThat(sent.headers().allValues("Set-Cookie")).noneMatch((cookie) -> cookie.startsWith("JSESSIONID"))
			.anyMatch((cookie) -> cookie.startsWith("huiling.wanted=") && cookie.contains("HttpOnly"));
		stranger.send("GET", "/login", Map.of());
		HttpResponse<String> signedIn = stranger.send("POST", "/login",
				Map.of("username", "worker", "password", TestAccounts.PASSWORD));
		assertThat(signedIn.headers().firstValue("Location")).hasValue("/people?page=1");
		assertThat(signedIn.headers().allValues("Set-Cookie")).anyMatch((cookie) -> cookie.startsWith("JSESSIONID"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "L3Blb3BsZQ.AAAA", "Ly9vdGhlci5leGFtcGxl", "https://other.example/", ".", "" })
	void nobodyElseSaysWhereToGoAfterSigningIn(String forged) {
		PageClient stranger = PageClient.of(this.port);
		stranger.send("GET", "/login", Map.of());
		HttpResponse<String> signedIn = stranger.with("huiling.wanted", forged)
			.send("POST", "/login", Map.of("username", "worker", "password", TestAccounts.PASSWORD));
		assertThat(signedIn.headers().firstValue("Location")).hasValue("/");
	}

	@Test
	void nothingInlineAndNothingFromElsewhereIsAllowed() {
		for (String path : List.of("/login", "/", "/check", "/people", "/nothing-here")) {
			assertThat(this.worker.send("GET", path, Map.of()).headers().firstValue("Content-Security-Policy")).as(path)
				.hasValueSatisfying((policy) -> assertThat(policy)
					.contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
					.doesNotContain("unsafe"));
		}
	}

	@Test
	void pagesCarrySecureHeadersAndAreNotKept() {
		HttpResponse<String> page = this.worker.send("GET", "/people", Map.of());
		Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "no-referrer",
				"Cross-Origin-Opener-Policy", "same-origin")
			.forEach((name, value) -> assertThat(page.headers().firstValue(name)).as(name).hasValue(value));
		assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/people", "/check", "/language", "/logout", "/tour/end" })
	void whoeverDoesNotKnowTheTokenChangesNothing(String path) {
		HttpResponse<String> answer = this.worker.withoutToken().send("POST", path, Map.of("to", "en"));
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/");
		assertThat(answer.headers().allValues("Set-Cookie")).noneMatch((cookie) -> cookie.startsWith("huiling."));
		HttpResponse<String> part = this.worker.withoutToken().send("POST", path, Map.of(), "HX-Request", "true");
		assertThat(part.statusCode()).isEqualTo(401);
		assertThat(this.worker.send("GET", "/people", Map.of()).statusCode()).as("still signed in").isEqualTo(200);
	}

	/** Every form there is, also of those who may not send it, with every wrong token. */
	@Test
	void noFormIsTakenWithoutItsToken() {
		PageClient stranger = PageClient.of(this.port).signIn(null);
		String another = stranger.send("GET", "/login", Map.of())
			.body()
			.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
		assertThat(another).hasSizeBetween(20, 200);
		long events = events();
		List<String> forms = new ArrayList<>();
		this.mappings.getHandlerMethods().keySet().forEach((mapping) -> forms.addAll(forms(mapping)));
		assertThat(forms).hasSizeGreaterThan(45);
		for (String form : forms) {
			String method = form.substring(0, form.indexOf(' '));
			String path = form.substring(form.indexOf(' ') + 1).replaceAll("\\{[^}]*}", "x");
			for (Map<String, String> token : List.<Map<String, String>>of(Map.of(), Map.of("_csrf", another),
					Map.of("_csrf", ""))) {
				HttpResponse<String> answer = this.worker.withoutToken().send(method, path, token);
				assertThat(answer.statusCode()).as(form).isEqualTo(302);
				assertThat(answer.headers().firstValue("Location").orElseThrow()).as(form).endsWith("/");
			}
		}
		assertThat(this.worker.send("GET", "/people", Map.of()).statusCode()).as("still signed in").isEqualTo(200);
		assertThat(events()).as("nothing was done").isEqualTo(events);
	}

	private long events() {
		return this.jdbc
			.sql("select count(*) from audit_event where action not in ('PEOPLE_LISTED', 'ACCESS_REFUSED')"
					+ " and action not like '%READ%' and action not like '%SEARCHED%' and action not like 'SIGN%'")
			.query(Long.class)
			.single();
	}

	private static List<String> forms(RequestMappingInfo mapping) {
		return mapping.getPatternValues()
			.stream()
			.filter((path) -> !path.startsWith("/api/") && !path.equals("/error"))
			.flatMap((path) -> mapping.getMethodsCondition()
				.getMethods()
				.stream()
				.filter((method) -> method != RequestMethod.GET && method != RequestMethod.HEAD)
				.map((method) -> method + " " + path))
			.toList();
	}

	@Test
	void aPartOfAPageThatIsAskedForTooLateIsNotReplacedByAnotherPage() {
		PageClient nobody = PageClient.of(this.port).signIn(null);
		HttpResponse<String> part = nobody.send("POST", "/check", Map.of("birthDate", "1933-02-15"), "HX-Request",
				"true");
		assertThat(part.statusCode()).isEqualTo(401);
		assertThat(part.body()).isEmpty();
		HttpResponse<String> page = nobody.send("GET", "/check", Map.of());
		assertThat(page.statusCode()).isEqualTo(302);
		assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/login");
	}

	@Test
	void errorsArePagesForPeopleAndProblemsForPrograms() {
		HttpResponse<String> missing = this.worker.send("GET", "/nothing-here", Map.of());
		assertThat(missing.statusCode()).isEqualTo(404);
		assertThat(missing.body()).contains("没有这一页", "回到首页");
		HttpResponse<String> refused = this.worker.send("GET", "/audit", Map.of());
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("您没有这一页的权限");
		this.client.get()
			.uri("/api/v1/nothing-here")
			.accept(MediaType.TEXT_HTML, MediaType.ALL)
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
		HttpResponse<String> wrong = this.worker.send("POST", "/people", Map.of("q", "x".repeat(200)), "HX-Request",
				"true");
		assertThat(wrong.statusCode()).isEqualTo(400);
		assertThat(wrong.body()).startsWith("<div class=\"banner bad\"").doesNotContain("<html");
	}

	@Test
	void aListThatChangesPeopleSaysSinceWhenAndWhatCannotBeReadIsNamed() {
		byte[] list = "residentId,careLevel\n".getBytes(StandardCharsets.UTF_8);
		for (String mode : List.of("UPDATE", "ADD_OR_UPDATE")) {
			HttpResponse<String> blank = this.worker.upload("/people/import?mode=" + mode + "&validFrom=", "text/csv",
					list);
			assertThat(blank.statusCode()).isEqualTo(400);
			assertThat(blank.body()).contains("此项必填").doesNotContain("<html");
		}
		assertThat(this.worker.upload("/people/import?mode=UPDATE&validFrom=2013-06-01", "text/csv", list).statusCode())
			.isEqualTo(200);
		HttpResponse<String> wrong = this.worker.upload("/people/import?mode=DELETE", "text/csv", list);
		assertThat(wrong.statusCode()).isEqualTo(400);
		assertThat(wrong.body()).contains("ADD, UPDATE, ADD_OR_UPDATE").doesNotContain("ImportMode");
	}

	@Test
	void noPageTellsAnybodyOfAnotherRegionAboutAPerson() {
		String person = begun();
		this.accounts.add("stranger", List.of("110101"), "CASE_WORKER");
		PageClient stranger = PageClient.of(this.port).signIn("stranger");
		List<String> walked = new ArrayList<>();
		for (RequestMappingInfo info : this.mappings.getHandlerMethods().keySet()) {
			for (String pattern : info.getPatternValues()) {
				if (pattern.startsWith("/people/{id}")) {
					for (RequestMethod method : info.getMethodsCondition().getMethods()) {
						HttpResponse<String> answer = stranger.send(method.name(),
								pattern.replace("{id}", person)
									.replace("{hold}", person)
									.replace("{note}", person)
									.replace("{part}", "household"),
								Map.of("period", "2013-07", "validFrom", "2013-07-01", "reason", "x", "from", "2013-07",
										"code", "GIVEN_UP", "programs", "old-age-allowance", "text", "x"));
						assertThat(answer.statusCode()).as(method + " " + pattern).isIn(404, 422);
						assertThat(answer.body()).doesNotContain("试例");
						walked.add(method + " " + pattern);
					}
				}
			}
		}
		assertThat(walked).contains("GET /people/{id}", "POST /people/{id}/decisions", "POST /people/{id}/change",
				"POST /people/{id}/holds");
		assertThat(this.worker.send("GET", "/people/" + person, Map.of()).body()).contains("试例甲");
		assertThat(stranger.send("POST", "/people", Map.of("q", "试例甲")).body()).contains("没有找到");
	}

	@Test
	void whatIsOddAboutWhatWasRecordedIsShownOnce() {
		Map<String, String> form = Map.of("name", "存疑?", "birthDate", "1900-01-01", "hukou.region", "379901003");
		String page = this.worker.send("POST", "/people/new", form).headers().firstValue("Location").orElseThrow();
		String shown = this.worker.send("GET", page, Map.of()).body();
		assertThat(shown).contains("已登记，但请核对", "这个出生日期常用于", "姓名含有问号");
		assertThat(this.worker.send("GET", page, Map.of()).body()).doesNotContain("已登记，但请核对");
		String second = this.worker.send("POST", "/people/new", form, "HX-Request", "true")
			.headers()
			.firstValue("HX-Redirect")
			.orElseThrow();
		assertThat(this.worker.send("GET", second, Map.of()).body()).contains("已登记，但请核对", "可能是同一人");
	}

	@Test
	void readingAPersonOnAPageIsNotedAsByTheApi() {
		String person = begun();
		this.worker.send("GET", "/people/" + person, Map.of());
		assertThat(this.jdbc.sql("select action from audit_event where subject = ? and done_by = 'worker'")
			.param(person)
			.query(String.class)
			.list()).contains("APPLICANT_READ", "DECISIONS_READ");
	}

	@Test
	void everybodySeesAndEndsWhereTheyAreSignedIn() throws InterruptedException {
		this.accounts.add("everywhere", List.of("379901"), "CASE_WORKER");
		PageClient here = PageClient.of(this.port).signIn("everywhere");
		PageClient there = PageClient.of(this.port).signIn("everywhere");
		PageClient elsewhere = PageClient.of(this.port).signIn("everywhere");
		String shown = here.send("GET", "/sessions", Map.of()).body();
		assertThat(shown).contains("共 3 处", "就是这里", "127.0.0.1", "结束其他 2 处登录");
		here.send("POST", "/sessions/" + sessions("everywhere").get(1) + "/end", Map.of());
		assertThat(List.of(isIn(here), isIn(there), isIn(elsewhere))).as("the second that began")
			.containsExactly(true, false, true);
		assertThat(there.send("POST", "/check", Map.of(), "HX-Request", "true").statusCode()).isEqualTo(401);
		here.send("POST", "/sessions/end", Map.of());
		assertThat(List.of(isIn(here), isIn(elsewhere))).containsExactly(true, false);
		assertThat(here.send("GET", "/sessions", Map.of()).body()).contains("共 1 处").doesNotContain("结束其他");
		here.send("POST", "/logout", Map.of());
		assertThat(sessions("everywhere")).as("signed out").isEmpty();
		assertThat(this.jdbc
			.sql("select details ->> 'count' from audit_event where action = 'SESSIONS_ENDED'"
					+ " and done_by = 'everywhere' and subject = 'everywhere' order by id")
			.query(String.class)
			.list()).containsExactly("1", "1");
		PageClient again = PageClient.of(this.port).signIn("everywhere");
		assertThat(isIn(again)).isTrue();
		this.jdbc.sql("delete from signed_in_session where account = 'everywhere'").update();
		for (int i = 0; i < 100 && isIn(again); i++) {
			Thread.sleep(100);
		}
		assertThat(isIn(again)).as("ended by another instance").isFalse();
	}

	@Test
	void administratorsEndEverybodysSessionsAndOthersOnlyTheirOwn() {
		this.accounts.add("keeper", List.of(), "ADMIN");
		this.accounts.add("looker", List.of(""), "AUDITOR");
		PageClient keeper = PageClient.of(this.port).signIn("keeper");
		PageClient looker = PageClient.of(this.port).signIn("looker");
		UUID worker = sessions("worker").get(0);
		assertThat(looker.send("GET", "/sessions/all?account=worker", Map.of()).body()).contains("worker")
			.doesNotContain("/sessions/" + worker + "/end");
		looker.send("POST", "/sessions/" + worker + "/end", Map.of());
		looker.send("POST", "/sessions/end", Map.of("of", "worker"));
		assertThat(isIn(this.worker)).as("not theirs to end").isTrue();
		assertThat(keeper.send("GET", "/sessions/all", Map.of()).body()).contains("looker", "keeper", "worker",
				"/sessions/" + worker + "/end");
		keeper.send("POST", "/sessions/end", Map.of("of", "worker"));
		assertThat(keeper.send("GET", "/sessions/all?account=worker", Map.of()).body())
			.contains("已结束。", "worker 现在没有登录着。")
			.doesNotContain("现在没有人登录着");
		assertThat(isIn(this.worker)).isFalse();
		assertThat(sessions("worker")).isEmpty();
		assertThat(isIn(looker)).isTrue();
		assertThat(this.worker.signIn("worker").send("GET", "/people", Map.of()).statusCode()).isEqualTo(200);
	}

	private List<UUID> sessions(String account) {
		return this.jdbc.sql("select id from signed_in_session where account = ? order by since")
			.param(account)
			.query(UUID.class)
			.list();
	}

	private static boolean isIn(PageClient client) {
		return client.send("GET", "/help", Map.of()).statusCode() == 200;
	}

	private String begun() {
		byte[] answer = this.client.post()
			.uri("/api/v1/applicants")
			.contentType(MediaType.APPLICATION_JSON)
			.body("""
					{"birthDate": "1933-01-10", "name": "试例甲", "hukou": {"region": "379901003"}}""")
			.exchange()
			.expectStatus()
			.isCreated()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		return JSON.readTree(answer).get("id").asString();
	}

}
