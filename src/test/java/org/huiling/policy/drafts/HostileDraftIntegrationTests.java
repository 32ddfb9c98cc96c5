package org.huiling.policy.drafts;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.policy.drafts.DraftApi.Answer;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.policy.drafts.DraftApi.EDITOR;

/**
 * Whatever an editor's file holds, every way to look at the draft answers with the file
 * and the line of what is wrong, or with a page; none fails.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
class HostileDraftIntegrationTests {

	private static final String RULES = "allowance.drl";

	private static final String HEADER = "policy.yaml";

	private static final String EXAMPLES = "examples.yaml";

	private static final Map<String, String> PERSON = Map.of("period", "2015-03", "person",
			"{\"birthDate\": \"1920-05-01\", \"hukou\": {\"region\": \"379901003\", \"since\": \"1950-01-01\"}}");

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) {
		properties.add("huiling.rules", () -> DraftApi.rules().toString());
	}

	@BeforeEach
	void accounts() {
		DraftApi.accounts(this.accounts);
	}

	/** In which file, in whose place, what is written, and where it is told. */
	static Stream<Arguments> broken() {
		String name = "rule \"高龄津贴 80—89 周岁\"";
		String first = "    Applicant( ";
		String condition = "ageOnLastDay >= P.advancedAge, ageOnLastDay < P.veryAdvancedAge";
		String consequence = "benefit.pay(P.allowance80);";
		return Stream.of(
				// paths into objects
				inRules(first, first + "/claims[ totalCost > 0 ], ", 5),
				inRules(first, "    /applicant[ alive == true ]\n" + first, 5),
				// names that would be code
				inRules(name, "rule \"\\\"); System.exit(1); //\"", 1),
				inRules(name, "rule \"<script>alert(1)</script>\\n${7*7}\"", 1),
				// names that only look like code are names: the examples miss the old one
				Arguments.of(RULES, name, "rule \"*/ static { System.exit(1); } /*\"", EXAMPLES, 9),
				Arguments.of(RULES, name, "rule \"<script>alert(1)</script>${7*7}\"", EXAMPLES, 9),
				// texts that never end
				inRules("@en(\"Old-age allowance, 80 to 89\")", "@en(\"Old-age allowance, 80 to 89)", 2),
				inRules("alive == true )", "name == \"x )", 6),
				// arithmetic behind a binding
				inRules(condition, "$age : ageOnLastDay + 1, ageOnLastDay < P.veryAdvancedAge", 5),
				inRules(condition, "$age : ageOnLastDay - 1 >= P.advancedAge", 5),
				// what no rule of ours holds
				inRules(first, "    eval( true )\n" + first, 5),
				inRules(first, "    accumulate( Claim( $c : totalCost ); $sum : sum($c) )\n" + first, 5),
				inRules(first, "    forall( Claim( totalCost > P.allowance80 ) )\n" + first, 5),
				inRules(first, "    ?query( ; )\n" + first, 5),
				inRules(name, "query \"q\" Applicant() end\n" + name, 1),
				inRules(name, "declare X extends String end\n" + name, 1), inRules(consequence, "while (true) { }", 8),
				inRules(consequence, "benefit.pay(new java.math.BigDecimal(1));", 8),
				// work without a bound
				inRules(condition, "ageOnLastDay >= 1e999999999B", 5),
				inRules(condition, "(".repeat(3_000) + "alive" + ")".repeat(3_000), 5),
				// headers
				Arguments.of(HEADER, "parameters:", "parameters: !!javax.script.ScriptEngineManager []\nx:", HEADER,
						11),
				Arguments.of(HEADER, "parameters:", "parameters: [", HEADER, 13));
	}

	private static Arguments inRules(String sound, String written, int line) {
		return Arguments.of(RULES, sound, written, RULES, line);
	}

	@ParameterizedTest
	@MethodSource("broken")
	void whateverAFileHoldsIsToldByFileAndLineAndNothingFails(String path, String sound, String written, String told,
			int line) {
		DraftApi api = new DraftApi(this.client);
		String id = api.begin(EDITOR, "2015-01-01", "2013-01-01").text("id");
		String before = api.file(id, path);
		assertThat(before).contains(sound);
		String text = before.substring(0, before.indexOf(sound)) + written
				+ before.substring(before.indexOf(sound) + sound.length());
		assertThat(api.put(EDITOR, id, path, text, null).status()).isEqualTo(200);

		Answer check = api.move(EDITOR, id, "check", null);
		assertThat(check.status()).isEqualTo(200);
		assertThat(check.json().path("ok").asBoolean(true)).isFalse();
		List<JsonNode> problems = errors(check.json().get("problems"), told);
		assertThat(problems).as(check.json().get("problems").toString())
			.isNotEmpty()
			.allSatisfy((problem) -> assertThat(problem.get("message").get("en").asString()).isNotBlank()
				.doesNotContain("Exception", "org.drools", "org.huiling", "java.lang"));
		assertThat(problems).extracting((problem) -> problem.get("line").asInt()).contains(line);

		Answer submit = api.move(EDITOR, id, "submit", null);
		assertThat(submit.status()).isEqualTo(409);
		assertThat(submit.problem()).isEqualTo("check-failed");
		assertThat(errors(submit.json().get("errors"), told)).as(submit.json().toString()).isNotEmpty();

		Answer diff = api.send(EDITOR, HttpMethod.GET, "/drafts/" + id + "/diff", null, null);
		assertThat(diff.status()).isEqualTo(200);
		assertThat(diff.json().get("files").findValuesAsString("path")).contains(path);

		PageClient editor = PageClient.of(this.port).signIn(EDITOR);
		String draft = "/drafts/" + id;
		for (String page : List.of("", "/problems", "/report", "/parameters", "/files", "/files?path=" + path, "/diff",
				"/try", "/try?example=0", "/try?finding=0")) {
			HttpResponse<String> answer = editor.send("GET", draft + page, Map.of());
			assertThat(answer.statusCode()).as(page).isIn(200, 302);
			assertThat(answer.body()).as(page).doesNotContain("<script>alert");
		}
		HttpResponse<String> look = editor.send("POST", draft + "/look", Map.of("path", path, "content", text));
		assertThat(look.statusCode()).isEqualTo(200);
		assertThat(look.body()).contains(told).doesNotContain("<script>alert");
		assertThat(editor.send("POST", draft + "/try", PERSON).statusCode()).isEqualTo(200);
		assertThat(
				editor.send("POST", draft + "/submit", Map.of("revision", api.get(id).text("revision"))).statusCode())
			.isBetween(300, 499);
	}

	private static List<JsonNode> errors(JsonNode problems, String path) {
		return problems.valueStream()
			.filter((problem) -> problem.path("severity").asString("ERROR").equals("ERROR"))
			.filter((problem) -> problem.path("file").asString("").equals(path))
			.toList();
	}

}
