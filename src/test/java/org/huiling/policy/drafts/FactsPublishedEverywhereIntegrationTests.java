package org.huiling.policy.drafts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.huiling.HuilingTest;
import org.huiling.SecondInstance;
import org.huiling.TestAccounts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.policy.drafts.DraftApi.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Facts are published while the service answers, on more than one instance. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class FactsPublishedEverywhereIntegrationTests {

	private static final Duration LATE = Duration.ofMinutes(1);

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	Environment environment;

	@Autowired
	DictionaryInForce dictionary;

	MedalFacts facts;

	People people;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) {
		properties.add("huiling.rules", () -> MedalFacts.rules().toString());
	}

	@BeforeEach
	void accounts() {
		DraftApi.accounts(this.accounts);
		this.facts = new MedalFacts(new DraftApi(this.client));
		this.people = People.as(this.client, People.WORKER);
	}

	/** At 200 requests a second, for five seconds around three publications. */
	@Test
	void nobodyIsRefusedAndNoAnswerMixesDefinitionsWhileFactsArePublished() throws Exception {
		List<String> drafts = new ArrayList<>();
		this.facts.published(MedalFacts.FILE, MedalFacts.medals(1));
		String next = this.facts.approved(MedalFacts.FILE, MedalFacts.medals(2));
		drafts.add(next);
		drafts
			.add(this.facts.approved("ribbons", MedalFacts.content("", "ribbon: {type: boolean, zh: 绶带, en: Ribbon}")));
		ExecutorService askers = Executors.newFixedThreadPool(16);
		try (ConfigurableApplicationContext second = SecondInstance.start(this.environment)) {
			DictionaryInForce there = second.getBean(DictionaryInForce.class);
			amounts(null);
			Instant start = Instant.now();
			List<Future<Set<String>>> asking = IntStream.range(0, 1000).mapToObj((i) -> askers.submit(() -> {
				Thread.sleep(Math.max(0, Duration.between(Instant.now(), start.plusMillis(5L * i)).toMillis()));
				return (i % 4 == 3) ? recorded() : amounts(null);
			})).toList();
			for (String draft : drafts) {
				Thread.sleep(500);
				Answer done = this.facts.publish(draft);
				assertThat(done.status()).as(done.json().toString()).isEqualTo(200);
				int revision = done.json().get("revision").asInt();
				await(() -> there.revision().number() >= revision);
			}
			assertThat(amounts(null)).containsExactly("30.00");
			assertThat(there.current().fact("ribbon")).isNotNull();
			Set<String> seen = new HashSet<>();
			for (Future<Set<String>> each : asking) {
				Set<String> answer = each.get();
				assertThat(answer).as("one answer goes by one definition").hasSize(1);
				seen.addAll(answer);
			}
		}
		finally {
			askers.shutdownNow();
		}
	}

	/** What one instance has published, another takes in and asks about. */
	@Test
	void aFactOfOneInstanceIsRecordedAtAnother() throws Exception {
		try (ConfigurableApplicationContext second = SecondInstance.start(this.environment)) {
			DraftApi there = new DraftApi(RestTestClient.bindToServer()
				.baseUrl("http://127.0.0.1:" + second.getEnvironment().getRequiredProperty("local.server.port"))
				.build());
			String path = "/facts/sash";
			assertThat(there.send(DraftApi.EDITOR, HttpMethod.GET, path, null, null).status()).isEqualTo(404);
			this.facts.published("sashes",
					MedalFacts.content("", "sash: {type: integer, min: 0, max: 9, zh: 绶, en: Sash}"));
			await(() -> there.send(DraftApi.EDITOR, HttpMethod.GET, path, null, null).status() == 200);
			Answer begun = there.send(TestAccounts.TESTER, HttpMethod.POST, "/applicants", null, """
					{"birthDate": "1932-02-01", "sash": 4, "hukou": {"region": "379901003", "since": "1950-01-01"}}""");
			assertThat(begun.status()).as(begun.json().toString()).isEqualTo(201);
			assertThat(this.people.get("/api/v1/applicants/" + begun.text("id")).body().toString())
				.contains("\"sash\":4");
		}
	}

	/**
	 * Each decision by the definition it was made with, each question by that of its
	 * time.
	 */
	@Test
	void whatWasDecidedIsReplayedAfterTenRevisions() {
		String person = this.people.begun(MedalFacts.HOLDER);
		List<Instant> times = new ArrayList<>();
		List<JsonNode> decisions = new ArrayList<>();
		for (int more = 3; more <= 13; more++) {
			this.facts.published(MedalFacts.FILE, MedalFacts.medals(more));
			decisions.add(decided(person));
			times.add(Instant.now());
		}
		for (int i = 0; i < decisions.size(); i++) {
			String amount = 10 * (i + 4) + ".00";
			JsonNode decision = decisions.get(i);
			assertThat(decision.get("amount").decimalValue()).hasToString(amount);
			assertThat(this.people.post("/api/v1/decisions/" + decision.get("id").asString() + "/replay", "")
				.is(200)
				.body()
				.get("same")
				.booleanValue()).isTrue();
			assertThat(amounts(times.get(i))).containsExactly(amount);
		}
	}

	private JsonNode decided(String person) {
		return this.people
			.post("/api/v1/applicants/" + person + "/decisions",
					"{\"period\": \"2013-07\", \"programs\": [\"medal-allowance\"]}")
			.is(201)
			.body()
			.at("/items/0");
	}

	private Set<String> recorded() {
		this.people.begun(MedalFacts.HOLDER);
		return Set.of("recorded");
	}

	/** The amounts of one answer, of all months and both programs. */
	private Set<String> amounts(@Nullable Instant knownAt) {
		Answer answer = this.facts.api()
			.send(TestAccounts.TESTER, HttpMethod.POST, "/assessments", null, """
					{"period": "2013", "jurisdiction": "model-district", "programs": ["medal-allowance", "medal-bonus"],
					 %s "applicant": %s}""".formatted((knownAt != null) ? "\"knownAt\": \"" + knownAt + "\"," : "",
					MedalFacts.HOLDER));
		assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
		JsonNode assessments = answer.json().get("assessments");
		assertThat(assessments.size()).isEqualTo(24);
		return StreamSupport.stream(assessments.spliterator(), false)
			.map((one) -> one.get("amount").asString())
			.collect(Collectors.toSet());
	}

	private static void await(BooleanSupplier done) throws InterruptedException {
		Instant late = Instant.now().plus(LATE);
		while (!done.getAsBoolean()) {
			assertThat(Instant.now()).isBefore(late);
			Thread.sleep(10);
		}
	}

	/** As after a restore: the database holds the dictionary, the directory need not. */
	@Test
	void anInstanceWithoutFactFilesServesThoseOfTheDatabase() {
		this.facts.published("clasps", MedalFacts.content("", "clasp: {type: boolean, zh: 扣, en: Clasp}"));
		try (ConfigurableApplicationContext second = SecondInstance.start(this.environment,
				"huiling.rules=no-such-directory", "huiling.rules-import=WHEN_EMPTY")) {
			DictionaryInForce there = second.getBean(DictionaryInForce.class);
			DictionaryInForce here = this.dictionary;
			assertThat(there.current().digest()).isEqualTo(here.current().digest());
			assertThat(there.revision().number()).isEqualTo(here.revision().number());
			assertThat(there.files().files()).containsOnlyKeys(here.files().files().keySet());
			assertThat(there.current().fact("clasp")).isNotNull();
		}
	}

}
