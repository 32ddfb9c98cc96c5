package org.huiling.policy.drafts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.huiling.HuilingTest;
import org.huiling.SecondInstance;
import org.huiling.TestAccounts;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.drafts.DraftApi.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.policy.drafts.DraftApi.APPROVER;
import static org.huiling.policy.drafts.DraftApi.EDITOR;

/** Publishing and withdrawing while the service answers, on more than one instance. */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
class PublishedEverywhereIntegrationTests {

	private static final String PATH = "/policies/model-district/old-age-allowance/";

	@Autowired
	RestTestClient client;

	@Autowired
	TestAccounts accounts;

	@Autowired
	Environment environment;

	DraftApi api;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) {
		properties.add("huiling.rules", () -> DraftApi.rules().toString());
	}

	@BeforeEach
	void accounts() {
		DraftApi.accounts(this.accounts);
		this.api = new DraftApi(this.client);
	}

	@Test
	void aSecondInstanceAnswersFromWhatTheFirstPublishedAndWithdrew() throws Exception {
		String id = this.api.shipped2014(EDITOR);
		this.api.approved(id);
		try (ConfigurableApplicationContext second = SecondInstance.start(this.environment)) {
			PolicyCatalogue catalogue = second.getBean(PolicyCatalogue.class);
			assertThat(inForce(catalogue)).startsWith("2013-01-01");
			assertThat(this.api.move(APPROVER, id, "publish", null).status()).isEqualTo(200);
			awaitInForce(catalogue, "2014-01-01");
			Answer withdrawn = withdraw("2014-01-01");
			assertThat(withdrawn.text("state")).isEqualTo("WITHDRAWN");
			awaitInForce(catalogue, "2013-01-01");
		}
	}

	@Test
	void whatIsWithdrawnGivesWayToWhatWasBefore() {
		Instant before = Instant.now();
		String version = published(this.api.correction(EDITOR, "131.00"));
		assertThat(amounts("2013-03", null)).containsExactly("131.00");
		Instant between = Instant.now();
		assertThat(this.api.send(APPROVER, HttpMethod.POST, PATH + version + "/withdraw", null, "{\"reason\": \" \"}")
			.status()).isEqualTo(400);
		this.accounts.add("stranger", List.of("110000"), "POLICY_APPROVER");
		assertThat(this.api.send(EDITOR, HttpMethod.POST, PATH + version + "/withdraw", null, "{\"reason\": \"x\"}")
			.problem()).isEqualTo("own-draft");
		assertThat(this.api.send("stranger", HttpMethod.POST, PATH + version + "/withdraw", null, "{\"reason\": \"x\"}")
			.problem()).isEqualTo("outside-region");
		Answer withdrawn = withdraw(version);
		assertThat(withdrawn.status()).isEqualTo(200);
		assertThat(withdrawn.text("withdrawnBy")).isEqualTo(APPROVER);
		assertThat(withdrawn.text("withdrawalReason")).isEqualTo("金额有误");
		assertThat(amounts("2013-03", null)).doesNotContain("131.00");
		assertThat(amounts("2013-03", between)).containsExactly("131.00");
		assertThat(amounts("2013-03", before)).doesNotContain("131.00");
		assertThat(withdraw(version).problem()).isEqualTo("already-withdrawn");
		assertThat(withdraw("1999-01-01").status()).isEqualTo(404);
	}

	/** At 200 requests a second, for three seconds around the publication. */
	@Test
	void nobodyIsRefusedAndNoAnswerMixesVersionsWhileOneIsPublished() throws Exception {
		String id = this.api.correction(EDITOR, "141.00");
		this.api.approved(id);
		ExecutorService askers = Executors.newFixedThreadPool(16);
		Instant start = Instant.now();
		try {
			List<Future<Set<String>>> asking = IntStream.range(0, 600).mapToObj((i) -> askers.submit(() -> {
				Thread.sleep(Math.max(0, Duration.between(Instant.now(), start.plusMillis(5L * i)).toMillis()));
				return amounts("2013", null);
			})).toList();
			Thread.sleep(500);
			assertThat(this.api.move(APPROVER, id, "publish", null).status()).isEqualTo(200);
			assertThat(amounts("2013", null)).containsExactly("141.00");
			Set<String> seen = new HashSet<>();
			for (Future<Set<String>> each : asking) {
				assertThat(each.get()).hasSize(1);
				seen.addAll(each.get());
			}
			assertThat(seen).contains("141.00");
		}
		finally {
			askers.shutdownNow();
		}
	}

	@Test
	void ofTwoApprovalsOneCounts() throws Exception {
		this.accounts.add("second", List.of("379901"), "POLICY_APPROVER");
		String id = this.api.correction(EDITOR, "151.00");
		this.api.move(EDITOR, id, "submit", null);
		assertThat(Together.of(() -> this.api.move(APPROVER, id, "approve", null).status(),
				() -> this.api.move("second", id, "approve", null).status()))
			.containsExactlyInAnyOrder(200, 409);
	}

	@Test
	void whatIsEditedWhileItIsApprovedIsNotApproved() throws Exception {
		String id = this.api.correction(EDITOR, "152.00");
		for (int i = 0; i < 3; i++) {
			int round = i;
			this.api.move(EDITOR, id, "submit", null);
			List<Integer> statuses = Together.of(() -> this.api.move(APPROVER, id, "approve", null).status(),
					() -> this.api.put(EDITOR, id, "notes.md", "round " + round, null).status());
			assertThat(statuses.get(0)).isIn(200, 409, 412);
			assertThat(statuses.get(1)).isEqualTo(200);
			assertThat(this.api.get(id).text("state")).isEqualTo("DRAFT");
		}
	}

	@Test
	void ofTwoPublicationsForOneDayOneWins() throws Exception {
		String first = this.api.correction(EDITOR, "153.00");
		String second = this.api.correction(EDITOR, "154.00");
		this.api.approved(first);
		this.api.approved(second);
		assertThat(Together.of(() -> this.api.move(APPROVER, first, "publish", null).status(),
				() -> this.api.move(APPROVER, second, "publish", null).status()))
			.containsExactlyInAnyOrder(200, 409);
		assertThat(Stream.of(first, second).map((id) -> this.api.get(id).text("state")))
			.containsExactlyInAnyOrder("PUBLISHED", "APPROVED");
	}

	@Test
	void aDraftIsPublishedOnce() throws Exception {
		String id = this.api.correction(EDITOR, "155.00");
		this.api.approved(id);
		assertThat(Together.of(() -> this.api.move(APPROVER, id, "publish", null).status(),
				() -> this.api.move(APPROVER, id, "publish", null).status()))
			.containsExactlyInAnyOrder(200, 409);
	}

	private String published(String id) {
		this.api.approved(id);
		return this.api.move(APPROVER, id, "publish", null).text("version");
	}

	private Answer withdraw(String version) {
		return this.api.send(APPROVER, HttpMethod.POST, PATH + version + "/withdraw", null, "{\"reason\": \"金额有误\"}");
	}

	private static void awaitInForce(PolicyCatalogue catalogue, String version) throws InterruptedException {
		Instant late = Instant.now().plus(Duration.ofSeconds(30));
		while (!inForce(catalogue).startsWith(version) && Instant.now().isBefore(late)) {
			Thread.sleep(20);
		}
		assertThat(inForce(catalogue)).startsWith(version);
	}

	private static String inForce(PolicyCatalogue catalogue) {
		return catalogue.book("model-district", Instant.now())
			.inForce("old-age-allowance", LocalDate.of(2014, 3, 1))
			.version();
	}

	/** The amounts of one answer. */
	private Set<String> amounts(String period, Instant knownAt) {
		Answer answer = this.api.send(TestAccounts.TESTER, HttpMethod.POST, "/assessments", null, """
				{"period": "%s", "jurisdiction": "model-district", %s "applicant": {"birthDate": "1932-02-01",
				 "hukou": {"region": "379901003", "type": "RURAL", "since": "1950-01-01"}, "statuses": []}}"""
			.formatted(period, (knownAt != null) ? "\"knownAt\": \"" + knownAt + "\"," : ""));
		assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
		return Set.copyOf(answer.json()
			.get("assessments")
			.findValues("amount")
			.stream()
			.map(Object::toString)
			.distinct()
			.toList());
	}

}
