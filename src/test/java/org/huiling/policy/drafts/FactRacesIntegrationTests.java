package org.huiling.policy.drafts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.huiling.HuilingTest;
import org.huiling.Samples;
import org.huiling.SecondInstance;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.problem.Problem;
import org.huiling.policy.CatalogueWatch;
import org.huiling.policy.PolicyPublishing;
import org.huiling.policy.PublishedPolicyWriter;
import org.huiling.policy.drafts.DraftApi.Answer;
import org.huiling.policy.drafts.kind.PolicyKind;
import org.huiling.policy.drafts.store.Draft;
import org.huiling.policy.drafts.store.DraftCheck;
import org.huiling.policy.drafts.store.DraftRepository;
import org.huiling.policy.factfiles.FactFileCheck;
import org.huiling.policy.factfiles.FactFilePublishing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.policy.drafts.DraftApi.APPROVER;
import static org.huiling.policy.drafts.DraftApi.EDITOR;

/** Facts and policies that are published at once: never a version without its facts. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class FactRacesIntegrationTests {

	private static final String FLAG = "%s: {type: boolean, zh: %s, en: %s}";

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	Environment environment;

	@Autowired
	DictionaryInForce dictionary;

	@Autowired
	FactFileCheck checks;

	@Autowired
	FactFilePublishing publishing;

	@Autowired
	PolicyPublishing policies;

	@Autowired
	PublishedPolicyWriter writer;

	@Autowired
	PolicyCompiler compiler;

	@Autowired
	PolicyKind kind;

	@Autowired
	DraftRepository repository;

	@Autowired
	PlatformTransactionManager transactions;

	DraftApi api;

	MedalFacts facts;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) {
		properties.add("huiling.rules", () -> MedalFacts.rules().toString());
	}

	@BeforeEach
	void accounts() {
		DraftApi.accounts(this.accounts);
		this.api = new DraftApi(this.client);
		this.facts = new MedalFacts(this.api);
	}

	private static String flag(String name) {
		return FLAG.formatted(name, name, name);
	}

	/** A draft, begun on a day of its own, of a policy that hangs on a number. */
	private String policy(LocalDate from, String word, String example) {
		String id = this.api.send(EDITOR, HttpMethod.POST, "/drafts", null, """
				{"jurisdiction": "model-district", "program": "medal-allowance", "effectiveFrom": "%s",
				 "title": {"zh": "数目津贴", "en": "Allowance"}}""".formatted(from)).text("id");
		this.api.put(EDITOR, id, "policy.yaml", """
				title: {zh: 数目津贴, en: Allowance}
				basis: 数目津贴办法（自拟）
				effectiveFrom: %s
				parameters:
				  least: {value: 5, unit: count, basis: 第一条}
				  allowance: {value: 50.00, unit: CNY, basis: 第一条}
				""".formatted(from) + (word.equals(example) ? "" : """
				accepted:
				  - {kind: NOT_JUDGED, rules: [够数], reason: {zh: 只此一条, en: there is no other rule}}
				"""), null);
		this.api.put(EDITOR, id, "allowance.drl", """
				rule "够数"
				    @en("Enough")
				    @basis("数目津贴办法（自拟）第一条")
				when
				    Applicant( %s >= P.least )
				then
				    benefit.pay(P.allowance);
				end
				""".formatted(word), null);
		this.api.put(EDITOR, id, "examples.yaml", """
				applicant: {birthDate: 1930-01-10}
				examples:
				  - name: 正好
				    period: "%s"
				    applicant: {%s}
				    expect: {outcome: ELIGIBLE, amount: 50.00}
				  - name: 差一
				    period: "%s"
				    applicant: {%s}
				    expect: {outcome: NOT_ELIGIBLE}
				""".formatted(from.toString().substring(0, 7), example + ": 5", from.toString().substring(0, 7),
				example + ": 4"), null);
		return id;
	}

	private static String number(String name) {
		return name + ": {type: integer, min: 0, max: 99, unit: count, zh: " + name + ", en: " + name + "}";
	}

	private static String sum(String name, int more) {
		return "derived:\n  %s: {is: \"%sNumber + %d\", unit: count, zh: %s, en: %s}\n".formatted(name, name, more,
				name, name);
	}

	/** The second would undo the first. */
	@Test
	void ofTwoDraftsOfOneFileThatArePublishedAtOnceOneIsInForceAndTheOtherTold() throws Exception {
		int rounds = Samples.of(10, 4);
		for (int round = 0; round < rounds; round++) {
			String file = "twin-" + round;
			List<String> names = List.of("twinA" + round, "twinB" + round);
			List<String> drafts = names.stream()
				.map((name) -> this.facts.approved(file, MedalFacts.content("", flag(name))))
				.toList();
			List<Answer> answers = Together.of(() -> this.facts.publish(drafts.get(0)),
					() -> this.facts.publish(drafts.get(1)));
			assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
			int won = (answers.get(0).status() == 200) ? 0 : 1;
			assertThat(answers.get(1 - won).json().toString()).contains("FACT_FILE_CHANGED");
			assertThat(this.dictionary.current().fact(names.get(won))).isNotNull();
			assertThat(this.dictionary.current().fact(names.get(1 - won))).isNull();
			assertThat(this.api.get(drafts.get(1 - won)).text("state")).isEqualTo("APPROVED");
		}
	}

	@Test
	void twoFilesThatArePublishedAtOnceAreBothInForce() throws Exception {
		int rounds = Samples.of(10, 4);
		for (int round = 0; round < rounds; round++) {
			List<String> names = List.of("pairA" + round, "pairB" + round);
			List<String> drafts = names.stream()
				.map((name) -> this.facts.approved(name.toLowerCase(Locale.ROOT), MedalFacts.content("", flag(name))))
				.toList();
			int before = this.dictionary.revision().number();
			assertThat(Together.of(() -> this.facts.publish(drafts.get(0)), () -> this.facts.publish(drafts.get(1))))
				.extracting(Answer::status)
				.containsExactly(200, 200);
			assertThat(this.dictionary.revision().number()).isEqualTo(before + 2);
			names.forEach((name) -> assertThat(this.dictionary.current().fact(name)).isNotNull());
		}
	}

	/**
	 * A policy whose examples hold by one definition, and a definition by which they
	 * fail: whoever is second is refused, in whichever order.
	 */
	@Test
	void neitherAVersionNorADefinitionSlipsInBetweenTheCheckOfTheOther() throws Exception {
		int rounds = Samples.of(10, 6);
		Random random = new Random(Samples.seed());
		for (int round = 0; round < rounds; round++) {
			String word = "tally" + round;
			this.facts.published("tally-" + round, MedalFacts.content(sum(word, 0), number(word + "Number")));
			String policy = policy(LocalDate.of(2013, 2, 1).plusMonths(round), word, word + "Number");
			this.api.approved(policy);
			String changed = this.facts.approved("tally-" + round,
					MedalFacts.content(sum(word, 1), number(word + "Number")));
			// the check of a policy takes the longer
			int wait = random.nextInt(400);
			List<Answer> answers = Together.of(() -> this.facts.publish(policy), () -> {
				Thread.sleep(wait);
				return this.facts.publish(changed);
			});
			assertThat(answers).as("%s", answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
			boolean published = answers.get(0).status() == 200;
			assertThat(answers.get(published ? 1 : 0).problem()).isEqualTo("check-failed");
		}
	}

	/** A draft that uses a fact keeps it; so does the version that it becomes. */
	@Test
	void aFactIsNotTakenAwayWhileAPolicyThatUsesItIsPublished() throws Exception {
		int rounds = Samples.of(10, 3);
		for (int round = 0; round < rounds; round++) {
			String word = "count" + round;
			String kept = flag(word + "Kept");
			this.facts.published("count-" + round, MedalFacts.content("", kept, number(word)));
			// nobody uses it when that is approved
			String without = this.facts.approved("count-" + round, MedalFacts.content("", kept));
			String policy = policy(LocalDate.of(2020, 2, 1).plusMonths(round), word, word);
			this.api.approved(policy);
			List<Answer> answers = Together.of(() -> this.facts.publish(policy), () -> this.facts.publish(without));
			assertThat(answers).as("%s", answers).extracting(Answer::status).containsExactly(200, 409);
			assertThat(answers.get(1).json().toString()).contains("FACT_IN_USE");
			assertThat(this.dictionary.current().fact(word)).isNotNull();
		}
	}

	/** As if it came in the moment between. */
	@Test
	void aCheckCountsNoMoreWhenAnythingWasPublishedSince() {
		TransactionTemplate transaction = new TransactionTemplate(this.transactions);
		this.facts.published("between", MedalFacts.content("", flag("betweenKept"), number("between")));
		Draft using = draft(policy(LocalDate.of(2023, 1, 1), "between", "between"));
		DraftCheck checked = this.kind.check(using, using.contents());
		assertThat(checked.report().ok()).as(checked.report().problems().toString()).isTrue();
		this.facts.published("between-more", MedalFacts.content("", flag("betweenMore")));
		transaction.executeWithoutResult((status) -> {
			assertThat(this.kind.publish(using, checked, APPROVER)).as("a fact file came between").isEmpty();
			status.setRollbackOnly();
		});
		FactFileCheck.Checked facts = this.checks.check(Map.of("between-more.yaml",
				MedalFacts.content("", flag("betweenMore"), flag("betweenLast")).getBytes()), null, List.of());
		assertThat(facts.report().ok()).isTrue();
		this.api.approved(using.id().toString());
		assertThat(this.facts.publish(using.id().toString()).status()).isEqualTo(200);
		assertThat(this.publishing.publish(facts, "between-more", null)).as("a version came between").isEmpty();
		this.policies.takeIn();
		assertThat(this.dictionary.revision().number()).isEqualTo(facts.revision());
		PolicyFiles next = using.policyFiles();
		PolicyHeader header = this.compiler.header(next);
		assertThat(
				this.writer.publish(new PolicyFiles(next.jurisdiction(), next.program(), "2023-01-01.2", next.files()),
						header, Instant.EPOCH, facts.revision() - 1))
			.as("imported by an earlier revision")
			.isFalse();
	}

	/** As if somebody were recorded in the moment between. */
	@Test
	void aCheckCountsNoMoreWhenSomebodyWasRecordedWithWhatItTakesAway() {
		this.facts.published("narrow", MedalFacts.content("", number("narrow"), flag("narrowKept")));
		String narrower = MedalFacts.content("", number("narrow").replace("max: 99", "max: 9"), flag("narrowKept"));
		FactFileCheck.Checked checked = this.checks.check(Map.of("narrow.yaml", narrower.getBytes()), null, List.of());
		assertThat(checked.report().ok()).as("nobody uses it").isTrue();
		People.as(this.client, People.WORKER).begun("{\"birthDate\": \"1932-02-01\", \"narrow\": 50}");
		int before = this.dictionary.revision().number();
		assertThat(this.publishing.publish(checked, "narrow", null)).as("somebody has fifty").isEmpty();
		this.policies.takeIn();
		assertThat(this.dictionary.revision().number()).isEqualTo(before);
		assertThat(this.checks.check(Map.of("narrow.yaml", narrower.getBytes()), null, List.of()).report().problems())
			.extracting(Problem::code)
			.contains("FACT_IN_USE");
	}

	@Test
	void aPolicyMayNeedNoDraftAtAll() {
		String needed = this.facts.drafted("needless", MedalFacts.content("", number("needless")));
		String policy = policy(LocalDate.of(2025, 1, 1), "needless", "needless");
		String path = "/drafts/" + policy + "/needs";
		assertThat(this.api.send(EDITOR, HttpMethod.PUT, path, null, "{\"needs\": [\"" + needed + "\"]}").status())
			.isEqualTo(200);
		Answer none = this.api.send(EDITOR, HttpMethod.PUT, path, null, "{\"needs\": []}");
		assertThat(none.status()).as(none.json().toString()).isEqualTo(200);
		assertThat(none.json().path("needs")).isEmpty();
		assertThat(this.api.send(EDITOR, HttpMethod.POST, "/drafts", null, """
				{"jurisdiction": "model-district", "program": "medal-allowance", "effectiveFrom": "2026-01-01",
				 "title": {"zh": "津贴", "en": "Allowance"}, "needs": []}""").status()).isEqualTo(201);
	}

	private Draft draft(String id) {
		return this.repository.findById(UUID.fromString(id)).orElseThrow();
	}

	/** Whoever publishes there need not wait till it has heard of them. */
	@Test
	void anotherInstancePublishesWithFactsThatItHasNotHeardOf() {
		String needed = this.facts.drafted("unheard", MedalFacts.content("", number("unheard")));
		String policy = policy(LocalDate.of(2024, 1, 1), "unheard", "unheard");
		assertThat(this.api
			.send(EDITOR, HttpMethod.PUT, "/drafts/" + policy + "/needs", null, "{\"needs\": [\"" + needed + "\"]}")
			.status()).isEqualTo(200);
		this.api.approved(policy);
		try (ConfigurableApplicationContext second = SecondInstance.start(this.environment)) {
			second.getBean(CatalogueWatch.class).stop();
			DraftApi there = new DraftApi(RestTestClient.bindToServer()
				.baseUrl("http://127.0.0.1:" + second.getEnvironment().getRequiredProperty("local.server.port"))
				.build());
			this.api.approved(needed);
			assertThat(this.facts.publish(needed).status()).isEqualTo(200);
			Answer done = there.move(APPROVER, policy, "publish", null);
			assertThat(done.status()).as(done.json().toString()).isEqualTo(200);
		}
	}

}
