package org.huiling.limits;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.Samples;
import org.huiling.TestAccounts;
import org.huiling.paging.Paging;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any bytes, in every parameter and every variable of every path, by somebody with every
 * role: what cannot be read is the sender's fault, and told in the log in no more than a
 * line.
 */
@ExtendWith(OutputCaptureExtension.class)
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
class AnyBytesIntegrationTests {

	private static final int TRIES = Samples.of(12_000, 1_500);

	private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}|\\*\\*");

	private static final List<String> FIELDS = List.of("period", "region", "program", "jurisdiction", "validFrom", "id",
			"name", "amount", "from", "to", "birthDate", "roles", "content", "path");

	private static final List<String> AWKWARD = List.of("", "%00", "a%00b", "%zz", "%", "%4", "%ED%A0%80", "%C0%80",
			"%FF%FE", "%F0%9F%92%A9", "..", "%2e%2e", "%2F", "%5C", ";x=1", "//", "-1", "0", "99999999999999999999",
			"1e999", "NaN", "2013-13", "2013-07", "0000-00", "%2B999999999-01", "999999999-12-31", "-999999999-01-01",
			"2013-02-30", "2013-07-01T00:00:00Z", "%2B1000000000-12-31T23:59:59Z", "[", "]", "%22", "%27", "{", "}",
			"${x}", "%25", "_", "null", "true", "model-district", "old-age-allowance", "policy.yaml", "%0A", "%0D%0A",
			"%7F", "%EF%BF%BF", "%E2%80%AE", "01a2136c-2436-74dc-8ffa-acc7f23821b4", "text/html", "x".repeat(3000));

	@LocalServerPort
	int port;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mappings;

	private final Random random = new Random(Samples.seed());

	private RawClient client;

	private String body = "";

	@Test
	void noneIsAnErrorOfOurs(CapturedOutput log) throws IOException {
		String session = session();
		List<EndPoint> all = endPoints();
		assertThat(all).hasSizeGreaterThan(100);
		Map<String, String> failed = new TreeMap<>();
		int logged = log.getAll().length();
		for (int i = 0; i < TRIES; i++) {
			EndPoint tried = all.get(i % all.size());
			String request = request(tried, session);
			int status = send(request);
			if (status >= 500) {
				failed.putIfAbsent(tried.method() + " " + tried.path(),
						status + " " + request.lines().findFirst().orElse("") + " "
								+ request.substring(request.indexOf("\r\n\r\n")).strip());
			}
		}
		assertThat(failed).as("by the seed %d", Samples.seed()).isEmpty();
		assertThat(log.getAll().substring(logged)).doesNotContain("\tat ");
	}

	/** Whatever is counted from them would end outside all calendars. */
	@Test
	void daysOfNobodysLifeAreRefusedWhereverADayIsAskedFor() throws IOException {
		String session = session();
		List<String> accepted = new ArrayList<>();
		for (EndPoint each : endPoints()) {
			for (String name : each.days()) {
				for (String day : List.of("-999999999-01", "%2B999999999-12")) {
					String rest = each.days(name).contains("Month") ? ""
							: "-31" + (each.days(name).contains("Time") ? "T00:00:00Z" : "");
					int status = send(each.method() + " " + VARIABLE.matcher(each.path()).replaceAll("x") + "?" + name
							+ "=" + day + rest + " HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n"
							+ (each.method().equals("GET") ? "" : "Content-Type: " + each.type() + "\r\n")
							+ (each.path().startsWith("/api/")
									? "Authorization: " + TestAccounts.basic(TestAccounts.TESTER) + "\r\n" : session)
							+ "\r\n");
					if (status != 400) {
						accepted.add(status + " " + each.method() + " " + each.path() + " " + name + "=" + day + rest);
					}
				}
			}
		}
		assertThat(accepted).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/%zz", "/%zz", "/api/v1/policies?program=%zz", "/people?q=%zz", "/login?failed=%zz",
			"/api/v1/\\", "/api/v1/policies/%00", "/people/%00", "/api/v1/policies?program=%00", "/policies?x=%00",
			"/api/v1/policies;a=b", "/api//v1/policies", "/people/%2e%2e/audit" })
	void whatIsNoAddressIsRefused(String target) throws IOException {
		String session = session();
		assertThat(send("GET " + target + " HTTP/1.1\r\nHost: h\r\nAuthorization: "
				+ TestAccounts.basic(TestAccounts.TESTER) + "\r\nAccept: text/html\r\n" + session + "\r\n"))
			.isEqualTo(400);
		assertThat(this.body).doesNotContain("Exception", "\tat ", "Tomcat");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "-1", "1e3", "99999999999999999999999", "5, 5" })
	void aLengthThatIsNoneIsTheSendersFault(String length, CapturedOutput log) throws IOException {
		for (String target : List.of("GET /api/v1/policies", "POST /api/v1/assessments", "GET /login", "POST /login",
				"GET /actuator/health", "GET /nothing")) {
			int logged = log.getAll().length();
			assertThat(send(target + " HTTP/1.1\r\nHost: h\r\nAuthorization: " + TestAccounts.basic(TestAccounts.TESTER)
					+ "\r\nContent-Length: " + length + "\r\n\r\n{}"))
				.as(target)
				.isEqualTo(400);
			assertThat(log.getAll().substring(logged)).as(target).doesNotContain("\tat ", " ERROR ");
		}
	}

	/** A name may be somebody's id. */
	@Test
	void aNameThatLooksLikeAnIdIsNotRepeated() throws IOException {
		String id = "379901193302150019";
		String json = "{\"" + id + "\": 1, \"applicant\": {\"birthDate\": \"1933-02-15\", \"" + id + "\": {\"" + id
				+ "\": 1}}}";
		assertThat(send("POST /api/v1/assessments HTTP/1.1\r\nHost: h\r\nContent-Type: application/json"
				+ "\r\nContent-Length: " + json.length() + "\r\nAuthorization: "
				+ TestAccounts.basic(TestAccounts.TESTER) + "\r\n\r\n" + json))
			.isEqualTo(400);
		assertThat(this.body).contains("\"field\":\"applicant.…\"").doesNotContain(id);
		assertThat(send("GET /api/v1/policies?" + id + "=1 HTTP/1.1\r\nHost: h\r\nAuthorization: "
				+ TestAccounts.basic(TestAccounts.TESTER) + "\r\n\r\n"))
			.isEqualTo(400);
		assertThat(this.body).contains("\"field\":\"…\"").doesNotContain(id);
	}

	/** What was meant to narrow an answer must not be passed over. */
	@Test
	void noEndPointOfTheApiPassesOverAParameter() throws IOException {
		for (EndPoint each : endPoints()) {
			if (each.path().startsWith("/api/v1/")) {
				int status = send(each.method() + " " + VARIABLE.matcher(each.path()).replaceAll("x")
						+ "?nobodyReadsThis=1 HTTP/1.1\r\nHost: h\r\nContent-Type: " + each.type()
						+ "\r\nContent-Length: 2\r\nAuthorization: " + TestAccounts.basic(TestAccounts.TESTER)
						+ "\r\n\r\n{}");
				assertThat(status).as(each + " " + this.body).isEqualTo(400);
				assertThat(this.body).contains("\"field\":\"nobodyReadsThis\",\"code\":\"UNKNOWN_PARAMETER\"");
			}
		}
		send("GET /api/v1/audit-events?subjet=x&size=1 HTTP/1.1\r\nHost: h\r\nAccept-Language: en\r\nAuthorization: "
				+ TestAccounts.basic(TestAccounts.TESTER) + "\r\n\r\n");
		assertThat(this.body)
			.contains("There is no parameter “subjet”; did you mean “subject”?", "Those read: subject, ")
			.doesNotContain("\"field\":\"size\"");
	}

	private List<EndPoint> endPoints() {
		return this.mappings.getHandlerMethods()
			.entrySet()
			.stream()
			.flatMap((entry) -> EndPoint.of(entry.getKey(), entry.getValue()))
			.filter((endPoint) -> !endPoint.path().equals("/error") && !endPoint.path().startsWith("/test"))
			.toList();
	}

	private record EndPoint(String method, String path, List<String> parameters, Map<String, String> types) {

		/** What a body of it is. */
		String type() {
			return path().matches(".*/(import|results|cross-checks)") ? "text/csv" : "application/json";
		}

		/** The parameters that are a day, a month or an instant. */
		List<String> days() {
			return this.types.keySet().stream().filter((name) -> days(name).startsWith("java.time.")).toList();
		}

		String days(String name) {
			return this.types.getOrDefault(name, "");
		}

		static Stream<EndPoint> of(RequestMappingInfo mapping, HandlerMethod handler) {
			List<String> names = Stream.of(handler.getMethodParameters())
				.flatMap((parameter) -> (parameter.getParameterType() == Paging.class) ? Stream.of("page", "size")
						: (parameter.getParameterType() == MultiValueMap.class) ? FIELDS.stream()
								: parameter.hasParameterAnnotation(RequestParam.class)
										? Stream.of(parameter.getParameter().getName()) : Stream.of())
				.toList();
			Map<String, String> types = new TreeMap<>();
			for (MethodParameter parameter : handler.getMethodParameters()) {
				if (parameter.hasParameterAnnotation(RequestParam.class)) {
					types.put(parameter.getParameter().getName(), parameter.getParameterType().getName());
				}
			}
			Stream<RequestMethod> methods = mapping.getMethodsCondition().getMethods().stream();
			return methods.flatMap((method) -> mapping.getPatternValues()
				.stream()
				.map((path) -> new EndPoint(method.name(), path, names, types)));
		}

	}

	private String request(EndPoint to, String session) {
		boolean api = to.path().startsWith("/api/");
		Matcher variables = VARIABLE.matcher(to.path());
		String path = variables.replaceAll((found) -> Matcher.quoteReplacement(bytes()));
		List<String> parameters = new ArrayList<>();
		for (String name : to.parameters()) {
			if (this.random.nextInt(4) > 0) {
				parameters.add(name + "=" + bytes());
			}
		}
		if (this.random.nextInt(20) == 0) {
			parameters.add(bytes() + "=" + bytes());
		}
		String fields = String.join("&", parameters);
		boolean inBody = !api && !to.method().equals("GET") && this.random.nextBoolean();
		String body = inBody ? fields : api && !to.method().equals("GET") ? json() : "";
		String type = inBody || (!api && this.random.nextBoolean()) ? "application/x-www-form-urlencoded"
				: this.random.nextBoolean() ? "application/json" : "text/csv";
		return to.method() + " " + path + ((inBody || fields.isEmpty()) ? "" : "?" + fields)
				+ " HTTP/1.1\r\nHost: h\r\nAccept: " + (api ? "*/*" : "text/html") + "\r\n"
				+ (api ? "Authorization: " + TestAccounts.basic(TestAccounts.TESTER) + "\r\n" : session)
				+ (this.random.nextInt(5) == 0 ? "HX-Request: true\r\n" : "")
				+ (to.method().equals("GET") ? "" : "Content-Type: " + type + "\r\nContent-Length: "
						+ body.getBytes(StandardCharsets.UTF_8).length + "\r\n")
				+ "\r\n" + body;
	}

	private String json() {
		return this.random.nextBoolean() ? "{}" : "{\"" + FIELDS.get(this.random.nextInt(FIELDS.size())) + "\": \""
				+ AWKWARD.get(this.random.nextInt(AWKWARD.size())) + "\"}";
	}

	private String bytes() {
		if (this.random.nextInt(3) > 0) {
			return AWKWARD.get(this.random.nextInt(AWKWARD.size()));
		}
		byte[] any = new byte[1 + this.random.nextInt(12)];
		this.random.nextBytes(any);
		StringBuilder text = new StringBuilder();
		for (byte each : any) {
			text.append("%%%02X".formatted(each & 0xff));
		}
		return text.toString();
	}

	private int send(String request) throws IOException {
		for (int tried = 0;; tried++) {
			try {
				if (this.client == null) {
					this.client = new RawClient(this.port);
				}
				this.client.send(request);
				int status = this.client.status();
				this.body = this.client.body();
				if ("close".equals(this.client.header("connection"))) {
					this.client.close();
					this.client = null;
				}
				return status;
			}
			catch (IOException ex) {
				this.client = null;
				if (tried == 2) {
					throw new IOException("no answer to " + request, ex);
				}
			}
		}
	}

	/** The cookies of a session, and its token, as headers. */
	private String session() throws IOException {
		String token = "0f8fad5b-d9cb-469f-a165-70867728950e";
		String form = "username=" + TestAccounts.TESTER + "&password="
				+ URLEncoder.encode(TestAccounts.PASSWORD, StandardCharsets.UTF_8);
		String cookie = "Cookie: XSRF-TOKEN=" + token;
		try (RawClient browser = new RawClient(this.port)) {
			browser.send("POST /login HTTP/1.1\r\nHost: h\r\n" + cookie + "\r\nX-XSRF-TOKEN: " + token
					+ "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
					+ "\r\n\r\n" + form);
			assertThat(browser.status()).isEqualTo(302);
			Matcher id = Pattern.compile("(JSESSIONID=[^;]+)").matcher(browser.header("set-cookie"));
			assertThat(id.find()).isTrue();
			return cookie + "; " + id.group(1) + "\r\nX-XSRF-TOKEN: " + token + "\r\n";
		}
	}

}
