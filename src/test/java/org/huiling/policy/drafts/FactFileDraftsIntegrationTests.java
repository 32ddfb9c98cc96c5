package org.huiling.policy.drafts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.policy.drafts.DraftApi.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.policy.drafts.DraftApi.APPROVER;
import static org.huiling.policy.drafts.DraftApi.COLLEAGUE;
import static org.huiling.policy.drafts.DraftApi.EDITOR;

/**
 * A fact file on its way from a draft to the dictionary in force, and what keeps it from
 * taking something away from those who use it.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class FactFileDraftsIntegrationTests {

	private static final Path POLICY = Path.of("src/test/resources/policies/party-allowance");

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient jdbc;

	DraftApi api;

	People people;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) throws IOException {
		Path rules = DraftApi.rules();
		for (String name : List.of("party-allowance", "badge-allowance", "check-allowance", "stamp-allowance")) {
			Path program = Files.createDirectories(rules.resolve("model-district/" + name));
			Files.copy(POLICY.resolve("program.yaml"), program.resolve("program.yaml"));
		}
		properties.add("huiling.rules", rules::toString);
	}

	@BeforeEach
	void accounts() {
		DraftApi.accounts(this.accounts);
		this.accounts.add("province", List.of(""), "POLICY_EDITOR", "POLICY_APPROVER");
		this.accounts.add("capital", List.of(""), "POLICY_EDITOR", "POLICY_APPROVER");
		this.api = new DraftApi(this.client);
		this.people = People.as(this.client, People.WORKER);
	}

	private Answer begin(String who, String file, String more) {
		return this.api.send(who, HttpMethod.POST, "/drafts", null,
				"{\"factFile\": \"%s\", \"title\": {\"zh\": \"事实\", \"en\": \"Facts\"}%s}".formatted(file, more));
	}

	/** A draft of a fact file of the model district. */
	private String drafted(String file, String content) {
		String id = begin(EDITOR, file, ", \"owner\": \"model-district\"").text("id");
		this.api.put(EDITOR, id, file + ".yaml", content, null);
		return id;
	}

	private Answer published(String id) {
		this.api.approved(id);
		return this.api.move(APPROVER, id, "publish", null);
	}

	private static String file(String derived, String... facts) {
		return "name: {zh: 试例, en: Example}\nowner: model-district\nfacts:\n  " + String.join("\n  ", facts) + "\n"
				+ derived;
	}

	private JsonNode fact(String path) {
		return this.api.send(EDITOR, HttpMethod.GET, "/facts/" + path, null, null).json();
	}

	/** A policy of the party allowance in another program, over other facts. */
	private String policy(String program, String needs, String from, String to) throws IOException {
		String id = this.api.send(EDITOR, HttpMethod.POST, "/drafts", null, """
				{"jurisdiction": "model-district", "program": "%s", "effectiveFrom": "2013-01-01"%s,
				 "title": {"zh": "老党员津贴", "en": "Allowance"}}""".formatted(program, needs)).text("id");
		try (Stream<Path> files = Files.list(POLICY.resolve("2013-01-01"))) {
			for (Path file : (Iterable<Path>) files::iterator) {
				this.api.put(EDITOR, id, file.getFileName().toString(), Files.readString(file).replace(from, to), null);
			}
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		return id;
	}

	@Test
	void aFactIsDeclaredPublishedUsedDecidedUponAndReplayed() throws IOException {
		String content = Files.readString(Path.of("src/test/resources/facts/party-members.yaml"));
		String facts = drafted("party-members", content.replace("facts:\n",
				"owner: model-district\nderived:\n  partyYears: {is: \"fullYears(joinedParty, firstDay)\", zh: 党龄, en: Years in the party}\nfacts:\n"));
		JsonNode check = this.api.move(EDITOR, facts, "check", null).json();
		assertThat(check.path("problems")).as(check.toString()).isEmpty();
		String alone = policy("party-allowance", "", "", "");
		assertThat(this.api.move(EDITOR, alone, "check", null).json().path("problems").toString())
			.contains("the draft " + facts + " of the fact file party-members declares it");
		this.api.move(EDITOR, alone, "discard", null);
		String policy = policy("party-allowance", ", \"needs\": [\"" + facts + "\"]", "", "");
		JsonNode together = this.api.move(EDITOR, policy, "check", null).json();
		assertThat(together.path("ok").asBoolean()).as(together.toString()).isTrue();
		this.api.approved(policy);
		Answer early = this.api.move(APPROVER, policy, "publish", null);
		assertThat(early.problem()).isEqualTo("needs-unpublished");
		assertThat(early.text("detail")).contains(facts);
		Answer done = published(facts);
		assertThat(done.status()).as(done.json().toString()).isEqualTo(200);
		assertThat(done.text("factFile")).isEqualTo("party-members");
		assertThat(done.json().get("revision").asInt()).isGreaterThan(1);
		assertThat(done.text("digest")).hasSize(64);
		assertThat(fact("joinedParty").path("owner").asString()).isEqualTo("model-district");
		assertThat(this.api.move(APPROVER, policy, "publish", null).status()).isEqualTo(200);
		assertThat(fact("partyYears").path("usedBy").toString()).contains("party-allowance");
		String person = this.people.begun("""
				{"birthDate": "1930-01-15", "name": "试例丙", "hukou": {"region": "379901003", "since": "1950-01-01"},
				 "joinedParty": "1960-05-01", "marital": "WIDOWED", "partySubsidy": 0}""");
		JsonNode decision = decided(person, "party-allowance");
		assertThat(decision.get("amount").decimalValue()).hasToString("100.00");
		assertThat(replayed(decision)).isTrue();
		assertThat(this.jdbc.sql("select dictionary_revision from policy_version where program = 'party-allowance'")
			.query(Integer.class)
			.single()).isEqualTo(done.json().get("revision").asInt());
	}

	private JsonNode decided(String person, String program) {
		return this.people
			.post("/api/v1/applicants/" + person + "/decisions",
					"{\"period\": \"2013-07\", \"programs\": [\"" + program + "\"]}")
			.is(201)
			.body()
			.at("/items/0");
	}

	private boolean replayed(JsonNode decision) {
		return this.people.post("/api/v1/decisions/" + decision.get("id").asString() + "/replay", "")
			.is(200)
			.body()
			.get("same")
			.booleanValue();
	}

	/** What was decided is replayed by the definition that it was decided with. */
	@Test
	void aDerivedFactThatMeansSomethingElseAnswersOtherwiseFromThenOn() throws IOException {
		String facts = "badgeSince: {type: date, notBefore: birthDate, zh: 授章时间, en: Badge since}";
		String marital = "badgeState: {type: code, codeType: BadgeState, codes: {SINGLE: {zh: 独, en: Alone}, WIDOWED: {zh: 失, en: Lost}, MARRIED: {zh: 偶, en: Pair}}, zh: 章况, en: Badge state}";
		String money = "badgeSubsidy: {type: money, zh: 章补, en: Badge subsidy}";
		String years = "derived:\n  badgeYears: {is: \"fullYears(badgeSince, firstDay)\", zh: 章龄, en: Badge years}\n";
		assertThat(published(drafted("badges", file(years, facts, marital, money))).status()).isEqualTo(200);
		String policy = policy("badge-allowance", "", "joinedParty", "badgeSince");
		for (String name : List.of("allowance.drl", "examples.yaml", "policy.yaml")) {
			String content = this.api.file(policy, name)
				.replace("partyYears", "badgeYears")
				.replace("partySubsidy", "badgeSubsidy")
				.replace("marital", "badgeState");
			this.api.put(EDITOR, policy, name, content, null);
		}
		assertThat(published(policy).status()).isEqualTo(200);
		String person = this.people.begun("""
				{"birthDate": "1930-01-15", "name": "试例丁", "hukou": {"region": "379901003", "since": "1950-01-01"},
				 "badgeSince": "1964-05-01", "badgeState": "WIDOWED", "badgeSubsidy": 0}""");
		JsonNode decision = decided(person, "badge-allowance");
		assertThat(decision.get("amount").decimalValue()).hasToString("50.00");
		Instant before = Instant.now();
		String wrong = years.replace("firstDay", "firstDay.plusMonths(600)");
		String refused = drafted("badges", file(wrong, facts, marital, money));
		JsonNode check = this.api.move(EDITOR, refused, "check", null).json();
		assertThat(check.path("ok").asBoolean()).isFalse();
		assertThat(check.path("problems").toString())
			.contains("model-district/badge-allowance/2013-01-01/examples.yaml",
					"write a definition that changes by date")
			.doesNotContain("decide first which of the two is wrong");
		// nobody in the examples has them for 49 years: their answers stay
		String later = years.replace("fullYears(badgeSince, firstDay)",
				"when(fullYears(badgeSince, firstDay) == 49, 60, fullYears(badgeSince, firstDay))");
		String changed = drafted("badges", file(later, facts, marital, money));
		JsonNode diff = this.api.send(EDITOR, HttpMethod.GET, "/drafts/" + changed + "/diff", null, null).json();
		assertThat(diff.path("facts").toString()).contains("badgeYears", "DEFINITION", "MEANING");
		assertThat(diff.path("versions").toString()).contains("badge-allowance");
		Answer done = published(changed);
		assertThat(done.status()).as(done.json().toString()).isEqualTo(200);
		assertThat(amount(person, null)).isEqualTo("100.00");
		assertThat(amount(person, before)).isEqualTo("50.00");
		assertThat(replayed(decision)).isTrue();
		assertThat(this.jdbc.sql("select jurisdiction from facts_changed").query(String.class).list())
			.contains("model-district");
	}

	private String amount(String person, @Nullable Instant knownAt) {
		return this.people
			.post("/api/v1/assessments",
					"{\"applicantId\": \"%s\", \"period\": \"2013-07\", \"programs\": [\"badge-allowance\"]%s}"
						.formatted(person, (knownAt != null) ? ", \"knownAt\": \"" + knownAt + "\"" : ""))
			.is(200)
			.body()
			.at("/assessments/0/amount")
			.decimalValue()
			.toPlainString();
	}

	/** A draft of a version that pays whomever a condition lets in. */
	private String allowance(String program, String parameter, String condition, String examples) {
		String policy = this.api.send(EDITOR, HttpMethod.POST, "/drafts", null, """
				{"jurisdiction": "model-district", "program": "%s", "effectiveFrom": "2013-01-01",
				 "title": {"zh": "津贴", "en": "Allowance"}}""".formatted(program)).text("id");
		this.api.put(EDITOR, policy, "policy.yaml", """
				title: {zh: 津贴, en: Allowance}
				basis: 津贴办法（自拟）
				effectiveFrom: 2013-01-01
				parameters:
				  %s
				  allowance: {value: 50.00, unit: CNY, basis: 第一条}
				""".formatted(parameter), null);
		this.api.put(EDITOR, policy, "allowance.drl", """
				rule "符合条件"
				    @en("Meets the condition")
				    @basis("津贴办法（自拟）第一条")
				when
				    Applicant( %s )
				then
				    benefit.pay(P.allowance);
				end
				""".formatted(condition), null);
		this.api.put(EDITOR, policy, "examples.yaml", examples, null);
		return policy;
	}

	/** It was never true, and the version cannot be changed. */
	@Test
	void anExampleOfWhatCanNoLongerBeRecordedIsNamedAndHoldsNothingUp() {
		String seen = "seenOn: {type: date, zh: 核查日期, en: Seen on%s}";
		assertThat(published(drafted("checks", file("", seen.formatted("")))).status()).isEqualTo(200);
		String policy = allowance("check-allowance", "first: {value: 2013-01-01, unit: date, basis: 第一条}",
				"seenOn >= P.first", """
						applicant: {birthDate: 1930-01-10}
						examples:
						  - name: 查过
						    period: "2013-01"
						    applicant: {seenOn: 2013-01-01}
						    expect: {outcome: ELIGIBLE, amount: 50.00}
						  - name: 没查
						    period: "2013-01"
						    applicant: {seenOn: 2012-12-31}
						    expect: {outcome: NOT_ELIGIBLE}
						  - name: 以后查
						    period: "2013-01"
						    applicant: {seenOn: 2100-01-01}
						    expect: {outcome: ELIGIBLE, amount: 50.00}
						""");
		JsonNode version = this.api.move(EDITOR, policy, "check", null).json();
		assertThat(version.path("ok").asBoolean()).as(version.toString()).isTrue();
		assertThat(published(policy).status()).isEqualTo(200);
		String narrower = drafted("checks", file("", seen.formatted(", notAfter: today")));
		JsonNode check = this.api.move(EDITOR, narrower, "check", null).json();
		assertThat(check.path("ok").asBoolean()).as(check.toString()).isTrue();
		assertThat(check.path("problems")).as(check.toString()).hasSize(1);
		assertThat(check.at("/problems/0").toString()).contains("EXAMPLE_UNREADABLE", "WARNING", "seenOn",
				"model-district/check-allowance/2013-01-01/examples.yaml", "以后查");
		JsonNode diff = this.api.send(EDITOR, HttpMethod.GET, "/drafts/" + narrower + "/diff", null, null).json();
		assertThat(diff.path("versions").toString()).contains("check-allowance");
		assertThat(published(narrower).status()).isEqualTo(200);
		String next = drafted("checks", file("", seen.formatted(", notAfter: today, help: {zh: 当天, en: That day}")));
		assertThat(published(next).status()).isEqualTo(200);
	}

	/** What is left out of the dictionary takes no example out of the way. */
	@Test
	void anExampleThatSaysWhatIsRemovedStillHoldsAnotherMeaningUp() {
		String fact = "stampCount: {type: integer, min: 0, max: 99, zh: 邮戳数, en: Stamps}";
		String said = "stampNote: {type: text, max: 20, zh: 邮戳附注, en: Stamp note}";
		String derived = "derived:\n  stampScore: {is: \"stampCount%s\", zh: 邮戳分, en: Stamp score}\n";
		assertThat(published(drafted("stamps", file(derived.formatted(""), fact, said))).status()).isEqualTo(200);
		String policy = allowance("stamp-allowance", "enough: {value: 5, unit: count, basis: 第一条}",
				"stampScore >= P.enough", """
						applicant: {birthDate: 1930-01-10}
						examples:
						  - name: 够了
						    period: "2013-01"
						    applicant: {stampCount: 7}
						    expect: {outcome: ELIGIBLE, amount: 50.00}
						  - name: 差一点
						    period: "2013-01"
						    applicant: {stampCount: 4, stampNote: 甲}
						    expect: {outcome: NOT_ELIGIBLE}
						""");
		Answer made = published(policy);
		assertThat(made.status()).as(made.json().toString()).isEqualTo(200);
		String both = drafted("stamps", file(derived.formatted(" + 1"), fact));
		JsonNode check = this.api.move(EDITOR, both, "check", null).json();
		assertThat(check.path("ok").asBoolean()).as(check.toString()).isFalse();
		assertThat(check.path("problems").toString()).contains("stampNote", "UNKNOWN_FIELD", "change it by itself");
		String retyped = drafted("stamps",
				file(derived.formatted(" + 1"), fact, said.replace("text, max: 20", "integer, min: 0, max: 9")));
		check = this.api.move(EDITOR, retyped, "check", null).json();
		assertThat(check.path("ok").asBoolean()).as(check.toString()).isFalse();
		assertThat(check.path("problems").toString()).contains("EXAMPLE_VALUE", "change it by itself");
		assertThat(published(drafted("stamps", file(derived.formatted(""), fact))).status())
			.as("removed by itself: nothing but an example says it")
			.isEqualTo(200);
		String later = drafted("stamps", file(derived.formatted(" * 1"), fact));
		JsonNode passed = this.api.move(EDITOR, later, "check", null).json();
		assertThat(passed.path("ok").asBoolean()).as(passed.toString()).isTrue();
		assertThat(passed.path("problems").toString()).contains("EXAMPLE_UNREADABLE", "差一点", "stampNote");
	}

	@Test
	void whatIsUsedCannotBeTakenAwayAndItIsSaidByWhom() {
		String first = "petCount: {type: integer, min: 0, max: 99, zh: 宠物数, en: Pets}";
		String second = "petName: {type: text, max: 20, zh: 宠物名, en: Pet name}";
		assertThat(published(drafted("pets", file("", first, second))).status()).isEqualTo(200);
		this.people.begun("""
				{"birthDate": "1931-01-15", "hukou": {"region": "379901003", "since": "1950-01-01"}, "petCount": 3}""");
		for (String worse : List.of(first.replace("integer, min: 0, max: 99", "boolean"),
				first.replace("max: 99", "max: 2"), "other: {type: boolean, zh: 他, en: Other}")) {
			String id = drafted("pets", file("", worse, second));
			JsonNode problems = this.api.move(EDITOR, id, "check", null).json().path("problems");
			assertThat(problems.at("/0/code").asString()).as(problems.toString()).isEqualTo("FACT_IN_USE");
			assertThat(problems.toString()).contains("petCount", "people's records", "pets.yaml");
			assertThat(this.api.move(EDITOR, id, "submit", null).problem()).isEqualTo("check-failed");
		}
		String better = drafted("pets",
				file("", first.replace("max: 99", "max: 100"), "petAge: {type: integer, zh: 龄, en: Pet age}"));
		assertThat(published(better).status()).as("a range may widen, what nobody uses may go").isEqualTo(200);
		assertThat(this.api.send(EDITOR, HttpMethod.GET, "/facts/petName", null, null).status()).isEqualTo(404);
	}

	@Test
	void aShippedFactThatAVersionUsesNamesIt() {
		String id = begin("province", "residence", "").text("id");
		String content = this.api.file(id, "residence.yaml");
		this.api.put("province", id, "residence.yaml", content.replace("hukouInJurisdiction:", "hukouHere:"), null);
		JsonNode problems = this.api.move("province", id, "check", null).json().path("problems");
		assertThat(problems.toString()).contains("model-district/");
	}

	@Test
	void onlyTheOwnerChangesAFileAndOnlyWhoReachesAllOneOfEverybody() {
		assertThat(begin(EDITOR, "everybodys", "").problem()).isEqualTo("outside-region");
		assertThat(begin(EDITOR, "household", "").problem()).isEqualTo("outside-region");
		assertThat(begin(EDITOR, "x", ", \"owner\": \"nowhere\"").status()).isEqualTo(422);
		assertThat(begin(EDITOR, "../x", ", \"owner\": \"model-district\"").status()).isEqualTo(422);
		assertThat(begin("province", "everybodys", "").status()).isEqualTo(201);
		String mine = drafted("mine",
				file("", "mineOnly: {type: boolean, zh: 我的, en: Mine}").replace("owner: model-district\n", ""));
		assertThat(this.api.move(EDITOR, mine, "check", null).json().toString()).contains("FACT_FILE_OWNER",
				"write owner: model-district");
		assertThat(this.api.put(EDITOR, mine, "other.yaml", "x", null).status()).isEqualTo(422);
		assertThat(this.api.send(EDITOR, HttpMethod.POST, "/drafts", null, """
				{"factFile": "x", "jurisdiction": "model-district", "title": {"zh": "甲", "en": "A"}}""")
			.json()
			.toString()).contains("\"jurisdiction\"");
	}

	@Test
	void nobodyApprovesTheirOwnFacts() {
		String id = drafted("own", file("", "ownOnly: {type: boolean, zh: 自, en: Own}"));
		assertThat(this.api.move(EDITOR, id, "submit", null).status()).isEqualTo(200);
		assertThat(this.api.move(EDITOR, id, "approve", null).problem()).isEqualTo("own-draft");
		assertThat(this.api.move(COLLEAGUE, id, "approve", null).status()).isEqualTo(200);
		assertThat(this.api.move(EDITOR, id, "publish", null).problem()).isEqualTo("own-draft");
	}

	/** The second would undo what the first declared. */
	@Test
	void ofTwoDraftsOfOneFileTheSecondIsTold() {
		String first = drafted("twins", file("", "twinOne: {type: boolean, zh: 一, en: One}"));
		String second = drafted("twins", file("", "twinTwo: {type: boolean, zh: 二, en: Two}"));
		this.api.approved(second);
		assertThat(published(first).status()).isEqualTo(200);
		Answer refused = this.api.move(APPROVER, second, "publish", null);
		assertThat(refused.problem()).isEqualTo("check-failed");
		assertThat(refused.json().toString()).contains("FACT_FILE_CHANGED");
		assertThat(fact("twinOne").path("path").asString()).isEqualTo("twinOne");
	}

	@Test
	void aBrokenFileIsRefusedAtItsLine() {
		String id = drafted("broken", file("", "brokenOne: {type: whatever, zh: 坏, en: Broken}"));
		JsonNode problems = this.api.move(EDITOR, id, "check", null).json().path("problems");
		assertThat(problems.at("/0/file").asString()).isEqualTo("broken.yaml");
		assertThat(problems.at("/0/line").asInt()).isEqualTo(4);
		assertThat(this.api.move(EDITOR, id, "submit", null).problem()).isEqualTo("check-failed");
	}

}
