package org.huiling.recalculation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import org.awaitility.Awaitility;
import org.huiling.HuilingTest;
import org.huiling.OwnThread;
import org.huiling.TestAccounts;
import org.huiling.TestDirectory;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Desk;
import org.huiling.payment.Past;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.TinyRules;
import org.huiling.policy.WithdrawnVersions;
import org.huiling.web.PageClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is given once in a life is decided for one month, paid once, and moves with what
 * is learnt later; no month after it is refused without saying which one has it.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import(TestCallers.class)
class OnceIntegrationTests {

	/** Due from the month of the hundredth birthday on. */
	private static final String GRANT = "centenarian-grant";

	/** Due in the month of the ninetieth birthday only. */
	private static final String GIFT = "birthday-gift";

	/** Its version is withdrawn. */
	private static final String RELIEF = "one-off-relief";

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) throws IOException {
		TinyRules rules = new TinyRules(TestDirectory.of("huiling-rules")).jurisdiction("model-district", "379901")
			.program("model-district", GRANT, "ONCE", 10)
			.program("model-district", GIFT, "ONCE", 20)
			.program("model-district", RELIEF, "ONCE", 30);
		version(rules, GRANT, "2012-01-01", "1000.00", "ageOnLastDay >= 100, alive == true");
		version(rules, GRANT, "2013-06-15", "1500.00", "ageOnLastDay >= 100, alive == true");
		version(rules, GIFT, "2012-01-01", "300.00", "ageOnLastDay >= 90, ageBeforePeriod < 90, alive == true");
		version(rules, RELIEF, "2012-01-01", "200.00", "ageOnLastDay >= 105, alive == true");
		rules.root().toFile().deleteOnExit();
		properties.add("huiling.rules", () -> rules.root().toString());
	}

	private static void version(TinyRules rules, String program, String from, String amount, String conditions)
			throws IOException {
		String directory = "model-district/" + program + "/" + from;
		rules.version(directory, amount).file(directory + "/allowance.drl", """
				rule "贺金"
				    @en("Grant")
				    @basis("办法（自拟）第一条")
				when
				    Applicant( %s )
				then
				    benefit.pay(P.allowance);
				end
				""".formatted(conditions));
	}

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PolicyCatalogue catalogue;

	@Autowired
	TestAccounts accounts;

	@LocalServerPort
	int port;

	@Autowired
	PlatformTransactionManager transactions;

	private People people;

	private Desk desk;

	private Runs runs;

	@BeforeEach
	void signIn() {
		this.people = People.as(this.client, People.WORKER);
		this.desk = Desk.of(this.client);
		this.runs = Runs.as(this.client);
	}

	@AfterEach
	void moveAway() {
		Past.moveAway(this.jdbc);
	}

	private String born(String day, String account) {
		return this.people.begun("""
				{"name": "试例甲", "birthDate": "%s", "hukou": {"region": "379901003", "type": "RURAL"},
				 "lifeCheck": {"lastPassed": "2026-01-01"},
				 "payee": {"kind": "BANK", "bank": "示范银行", "account": "%s", "name": "试例甲"}}""".formatted(day, account));
	}

	private People.Answer decide(String id, String period, String program) {
		return this.people.post("/api/v1/applicants/" + id + "/decisions",
				"{\"period\": \"%s\", \"jurisdiction\": \"model-district\", \"programs\": [\"%s\"]}".formatted(period,
						program));
	}

	private void learn(String id, String facts) {
		this.people.recorded(id,
				"{\"validFrom\": \"1950-01-01\", \"facts\": " + facts + ", \"reason\": \"learnt late\"}");
	}

	private JsonNode run(String from, String to) {
		return this.runs.completed("COMMIT", from, to);
	}

	private List<String> stands(String id) {
		return StreamSupport
			.stream(this.people.get("/api/v1/applicants/" + id + "/decisions?size=200")
				.is(200)
				.body()
				.get("items")
				.spliterator(), false)
			.filter((one) -> one.get("current").booleanValue())
			.map((one) -> one.get("program").stringValue() + " " + one.get("period").stringValue() + " "
					+ one.get("outcome").stringValue() + " " + one.get("amount").decimalValue())
			.sorted()
			.toList();
	}

	private List<String> granted(String id) {
		return stands(id).stream().filter((one) -> one.contains(" ELIGIBLE ")).toList();
	}

	private List<String> lines(String roster, String id) {
		return this.desk.lines(roster, id)
			.stream()
			.map((line) -> line.get("program").stringValue() + " " + line.get("period").stringValue() + " "
					+ line.get("kind").stringValue() + " " + line.get("amount").decimalValue())
			.toList();
	}

	@Test
	void whoHasItIsToldInLaterMonthsByWhichDecision() {
		String id = born("1913-03-10", "6222000000000201");
		assertThat(decide(id, "2013-02", GRANT).is(201).text("/items/0/outcome")).isEqualTo("NOT_ELIGIBLE");
		JsonNode march = decide(id, "2013-03", GRANT).is(201).body().at("/items/0");
		assertThat(march.get("claim").stringValue()).isEqualTo("ONCE");
		assertThat(march.get("until").stringValue()).isEqualTo("2013-03");
		decide(id, "2013-03", GRANT).is(200);
		JsonNode april = decide(id, "2013-04", GRANT).is(200).body();
		assertThat(april.at("/items/0/id")).isEqualTo(march.get("id"));
		assertThat(april.at("/given/0/decisionId")).isEqualTo(march.get("id"));
		assertThat(april.at("/given/0/period").stringValue()).isEqualTo("2013-04");
		assertThat(april.at("/given/0/message").stringValue()).contains("2013-03",
				march.get("number").stringValue().substring(march.get("number").stringValue().lastIndexOf('-') + 1));
		assertThat(stands(id)).containsExactly(GRANT + " 2013-02 NOT_ELIGIBLE 0.00",
				GRANT + " 2013-03 ELIGIBLE 1000.00");
		assessed(id);
	}

	private void assessed(String id) {
		JsonNode year = this.people
			.post("/api/v1/assessments",
					"{\"period\": \"2013\", \"applicantId\": \"%s\", \"programs\": [\"%s\"]}".formatted(id, GRANT))
			.is(200)
			.body()
			.get("assessments");
		assertThat(year).hasSize(12);
		for (JsonNode month : year) {
			boolean due = "2013-03".equals(month.get("period").stringValue());
			assertThat(month.get("outcome").stringValue()).isEqualTo(due ? "ELIGIBLE" : "NOT_ELIGIBLE");
			assertThat(month.get("warnings").toString()).matches((text) -> due != text.contains("GIVEN_ALREADY"));
		}
		assertThat(this.people
			.post("/api/v1/assessments",
					"""
							{"period": "2013-04", "jurisdiction": "model-district", "programs": ["%s"],
							 "applicant": {"birthDate": "1913-03-10", "hukou": {"region": "379901003", "type": "RURAL"}}}"""
						.formatted(GRANT))
			.is(200)
			.body()
			.at("/assessments/0/assumptions")
			.toString()).contains("GIVEN_ONCE");
	}

	@Test
	void aYearDecidesTheFirstMonthInWhichItIsDueAndAskedTwiceNothing() {
		String id = born("1913-03-10", "6222000000000202");
		assertThat(decide(id, "2013", GRANT).is(201).body().get("items")).hasSize(1);
		decide(id, "2013", GRANT).is(200);
		decide(id, "2014", GRANT).is(200);
		assertThat(stands(id)).containsExactly(GRANT + " 2013-03 ELIGIBLE 1000.00");
		String younger = born("1920-03-10", "6222000000000203");
		assertThat(decide(younger, "2013", GRANT).is(201).body().get("items")).hasSize(1);
		assertThat(stands(younger)).containsExactly(GRANT + " 2013-12 NOT_ELIGIBLE 0.00");
	}

	@Test
	void aYearThatIsRecalculatedTwiceGivesItOnceAndItIsPaidOnce() {
		String id = born("1913-03-10", "6222000000000204");
		run("2013-01", "2013-12");
		assertThat(run("2013-01", "2013-12").get("changed").intValue()).isZero();
		assertThat(run("2013-04", "2014-06").get("changed").intValue()).isZero();
		assertThat(stands(id)).hasSize(1);
		assertThat(stands(id)).containsExactly(GRANT + " 2013-03 ELIGIBLE 1000.00");
		assertThat(lines(this.desk.approved("2013-02"), id)).isEmpty();
		assertThat(lines(this.desk.approved("2013-03"), id)).containsExactly(GRANT + " 2013-03 REGULAR 1000.00");
		assertThat(lines(this.desk.approved("2013-04"), id)).isEmpty();
	}

	@Test
	void aCorrectedBirthDateMovesTheMonthAndNotTheMoney() {
		String later = born("1923-03-10", "6222000000000205");
		String earlier = born("1923-06-10", "6222000000000206");
		decide(later, "2013-03", GIFT).is(201);
		decide(earlier, "2013-06", GIFT).is(201);
		for (String month : List.of("2013-03", "2013-04", "2013-05", "2013-06")) {
			this.desk.approved(month);
		}
		learn(later, "{\"birthDate\": \"1923-05-10\"}");
		learn(earlier, "{\"birthDate\": \"1923-02-10\"}");
		run("2013-01", "2013-12");
		assertThat(granted(later)).containsExactly(GIFT + " 2013-05 ELIGIBLE 300.00");
		assertThat(granted(earlier)).containsExactly(GIFT + " 2013-02 ELIGIBLE 300.00");
		String july = this.desk.approved("2013-07");
		assertThat(lines(july, later)).isEmpty();
		assertThat(lines(july, earlier)).isEmpty();
		assertThat(this.desk.open(july, later)).isEmpty();
		assertThat(this.desk.open(july, earlier)).isEmpty();
	}

	@Test
	void aRunThatTakesItFromAMonthLooksForTheMonthThatHasItUpToNow() {
		String id = born("1923-03-10", "6222000000000207");
		decide(id, "2013-03", GIFT).is(201);
		learn(id, "{\"birthDate\": \"1923-09-10\"}");
		run("2013-02", "2013-04");
		assertThat(granted(id)).containsExactly(GIFT + " 2013-09 ELIGIBLE 300.00");
	}

	@Test
	void aCaseThatIsDecidedForAnotherMonthTakesItFromTheOneInWhichItIsNotDueAnyMore() {
		String id = born("1923-03-10", "6222000000000208");
		decide(id, "2013-03", GIFT).is(201);
		learn(id, "{\"birthDate\": \"1923-05-10\"}");
		assertThat(decide(id, "2013-04", GIFT).is(201).text("/items/0/outcome")).isEqualTo("NOT_ELIGIBLE");
		assertThat(granted(id)).containsExactly(GIFT + " 2013-03 ELIGIBLE 300.00");
		decide(id, "2013-05", GIFT).is(201);
		assertThat(granted(id)).containsExactly(GIFT + " 2013-05 ELIGIBLE 300.00");
	}

	@Test
	void twoWhoDecideTwoMonthsAtOnceGrantOne() {
		String id = born("1913-03-10", "6222000000000209");
		decide(id, "2013-03", GRANT).is(201);
		assertThat(refusal(id, "2013-04")).contains("given once: centenarian-grant is granted in 2013-03 already");
		assertThat(refusal(id, "2013-03")).contains("decision_first");
		this.people
			.post("/api/v1/decisions/"
					+ this.people.get("/api/v1/applicants/" + id + "/decisions").body().at("/items/0/id").stringValue()
					+ "/revoke", "{\"reason\": \"made in error\"}")
			.is(201);
		assertThat(refusal(id, "2013-04")).isEmpty();
	}

	@Test
	void whoGrantsWhileAnotherServiceGrantsAnotherMonthWaitsForItAndIsRefused() {
		String id = born("1913-03-10", "6222000000000219");
		CountDownLatch written = new CountDownLatch(1);
		CountDownLatch sent = new CountDownLatch(1);
		CompletableFuture<Void> other = CompletableFuture
			.runAsync(() -> new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
				assertThat(refusal(id, "2013-04")).isEmpty();
				written.countDown();
				await(sent);
			}), new OwnThread());
		await(written);
		CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> refusal(id, "2013-05"), new OwnThread());
		Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> waiting() > 0);
		assertThat(second).isNotDone();
		sent.countDown();
		other.join();
		assertThat(second.join()).contains("granted in 2013-04 already");
		assertThat(granted(id)).containsExactly(GRANT + " 2013-04 ELIGIBLE 1000.00");
		assertThat(decide(id, "2013-03", GRANT).is(200).text("/given/0/month")).isEqualTo("2013-04");
	}

	private int waiting() {
		return this.jdbc
			.sql("select count(*) from pg_stat_activity where wait_event = 'advisory' and datname = current_database()")
			.query(Integer.class)
			.single();
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void aWithdrawnVersionTakesBackWhatItGave() {
		String id = born("1908-03-10", "6222000000000220");
		decide(id, "2013-03", RELIEF).is(201);
		this.desk.approved("2013-03");
		WithdrawnVersions.add(this.jdbc, this.catalogue, RELIEF, "2012-01-01");
		String run = this.runs.order("""
				{"withdrawnVersion": {"jurisdiction": "model-district", "program": "%s", "version": "2012-01-01"},
				 "to": "2013-12", "mode": "COMMIT", "reason": "withdrawn"}""".formatted(RELIEF)).is(202).text("/id");
		assertThat(this.runs.ended(run).get("state").stringValue()).isEqualTo("COMPLETED");
		assertThat(stands(id)).contains(RELIEF + " 2013-03 NOT_ELIGIBLE 0.00");
		assertThat(StreamSupport.stream(this.runs.get(run, "changes").get("items").spliterator(), false)
			.filter((one) -> RELIEF.equals(one.get("program").stringValue()))
			.map((one) -> one.get("because").stringValue() + " " + one.get("adjustment").decimalValue()))
			.containsExactly("VERSION -200.00");
		assertThat(lines(this.desk.approved("2013-04"), id)).containsExactly(GRANT + " 2013-03 REGULAR 1000.00",
				RELIEF + " 2013-03 RECOVERY -200.00");
	}

	@Test
	void aDraftThatPaysAMonthThatHasLostItIsOutdated() {
		String id = born("1923-03-10", "6222000000000221");
		decide(id, "2013-03", GIFT).is(201);
		String draft = this.desk.made("2013-03").get("id").stringValue();
		learn(id, "{\"birthDate\": \"1923-05-10\"}");
		assertThat(this.desk.approve(draft).is(409).text("/type")).contains("roster-outdated");
	}

	@Test
	void aPageSaysWhichMonthHasIt() {
		String id = born("1913-03-10", "6222000000000222");
		decide(id, "2013-03", GRANT).is(201);
		this.accounts.add("worker", List.of("379901"), "CASE_WORKER");
		PageClient page = PageClient.of(this.port).signIn("worker");
		assertThat(page.submit("/people/" + id + "/assessment", "period", "2013-03").body()).contains("一次性 1,000.00");
		assertThat(page.submit("/people/" + id + "/assessment", "period", "2013-04").body())
			.contains("已由", "在 2013-03 发放")
			.doesNotContain("1,000.00");
		assertThat(page.submit("/people/" + id + "/decisions", "period", "2013-04", "programs", GRANT).body())
			.contains("已由", "在 2013-03 发放");
		assertThat(page.send("GET", "/people/" + id, Map.of()).body()).contains("一次性").doesNotContain("ONCE");
	}

	/** What another service would write that had not seen what this one did. */
	private String refusal(String id, String month) {
		try {
			this.jdbc
				.sql("insert into decision (id, applicant, decided_at, known_at, book, amount, jurisdiction, program,"
						+ " period, claim, outcome, facts, decided_by, cause, reasons) values (?, cast(? as uuid),"
						+ " clock_timestamp(), now(), 1, 1000, 'model-district', ?, ?, 'ONCE', 'ELIGIBLE', '\\x00', 'test',"
						+ " 'CASE', '{}')")
				.params(UUID.randomUUID(), id, GRANT, month)
				.update();
			return "";
		}
		catch (org.springframework.dao.DuplicateKeyException refused) {
			return String.valueOf(refused.getMessage());
		}
	}

	@Test
	void whoHasDiedBeforeIsNotPaidAndWhatWasPaidIsOwedBack() {
		String paid = born("1913-03-10", "6222000000000210");
		String unpaid = born("1913-03-10", "6222000000000211");
		String inTime = born("1913-03-10", "6222000000000212");
		for (String id : List.of(paid, unpaid, inTime)) {
			decide(id, "2013-03", GRANT).is(201);
		}
		learn(unpaid, "{\"deathDate\": \"2013-02-20\"}");
		learn(inTime, "{\"deathDate\": \"2013-03-20\"}");
		String march = this.desk.approved("2013-03");
		assertThat(lines(march, paid)).containsExactly(GRANT + " 2013-03 REGULAR 1000.00");
		assertThat(lines(march, inTime)).containsExactly(GRANT + " 2013-03 REGULAR 1000.00");
		assertThat(lines(march, unpaid)).isEmpty();
		assertThat(this.desk.open(march, unpaid)).extracting((one) -> one.get("reason").stringValue())
			.containsExactly("DECEASED");
		learn(paid, "{\"deathDate\": \"2013-02-20\"}");
		run("2013-03", "2013-03");
		assertThat(granted(paid)).isEmpty();
		String april = this.desk.approved("2013-04");
		assertThat(this.desk.open(april, paid))
			.extracting((one) -> one.get("period").stringValue() + " " + one.get("amount").decimalValue())
			.containsExactly("2013-03 -1000.00");
		assertThat(granted(inTime)).containsExactly(GRANT + " 2013-03 ELIGIBLE 1000.00");
	}

	@Test
	void anotherAmountIsMadeUpForOrTakenBackAndPaidOnce() {
		String id = born("1913-03-10", "6222000000000213");
		decide(id, "2013-03", GRANT).is(201);
		this.desk.approved("2013-03");
		learn(id, "{\"birthDate\": \"1913-07-10\"}");
		run("2013-01", "2013-12");
		assertThat(granted(id)).containsExactly(GRANT + " 2013-07 ELIGIBLE 1500.00");
		assertThat(lines(this.desk.approved("2013-04"), id)).isEmpty();
		assertThat(lines(this.desk.approved("2013-05"), id)).isEmpty();
		assertThat(lines(this.desk.approved("2013-06"), id)).isEmpty();
		assertThat(lines(this.desk.approved("2013-07"), id)).containsExactly(GRANT + " 2013-07 ARREARS 500.00");
	}

	@Test
	void twoFilesOfOnePersonThatBothHadItHaveItOnce() {
		String stays = born("1913-03-10", "6222000000000214");
		String twin = born("1913-03-10", "6222000000000215");
		String only = born("1913-03-10", "6222000000000216");
		String into = born("1913-03-10", "6222000000000217");
		decide(stays, "2013-03", GRANT).is(201);
		decide(twin, "2013-04", GRANT).is(201);
		decide(only, "2013-03", GRANT).is(201);
		this.desk.approved("2013-03");
		this.desk.approved("2013-04");
		merge(twin, stays);
		merge(only, into);
		assertThat(decide(into, "2013-05", GRANT).is(200).text("/given/0/month")).isEqualTo("2013-03");
		String may = this.desk.approved("2013-05");
		assertThat(this.desk.open(may, stays))
			.extracting((one) -> one.get("period").stringValue() + " " + one.get("amount").decimalValue())
			.containsExactly("2013-03 -1000.00");
		assertThat(lines(may, into)).isEmpty();
		run("2013-01", "2013-12");
		assertThat(this.jdbc
			.sql("select applicant::text || ' ' || period from decision d where program = ? and outcome = 'ELIGIBLE'"
					+ " and jurisdiction = 'model-district' and applicant = any(cast(? as uuid[]))"
					+ " and not exists (select from decision n where n.supersedes = d.id) order by 1")
			.params(GRANT, new String[] { stays, twin, only, into })
			.query(String.class)
			.list()).containsExactlyInAnyOrder(stays + " 2013-03", into + " 2013-03");
		assertThat(run("2013-01", "2013-12").get("changed").intValue()).isZero();
		String june = this.desk.approved("2013-06");
		assertThat(lines(june, into)).isEmpty();
		assertThat(this.desk.open(june, into)).isEmpty();
		assertThat(this.desk.open(june, stays)).hasSize(1);
	}

	private void merge(String duplicate, String into) {
		this.jdbc
			.sql("update applicant set merged_into = cast(? as uuid), merged_at = now() where id = cast(? as uuid)")
			.params(into, duplicate)
			.update();
	}

	@Test
	void aNoticeSaysThatItIsGivenOnce() {
		String id = born("1913-03-10", "6222000000000218");
		String decision = decide(id, "2013-03", GRANT).is(201).text("/items/0/id");
		assertThat(notice(decision, "zh-CN")).contains("一次性 1000.00", "2013 年 3 月", "以后各月不再发放")
			.doesNotContain("ONCE", "月起", "费用");
		assertThat(notice(decision, "en")).contains("given once", "nothing follows in later months");
		assertThat(this.people.post("/api/v1/decisions/" + decision + "/replay", "{}").is(200).body().toString())
			.contains("\"same\":true");
	}

	private String notice(String decision, String language) {
		return new String(this.client.get()
			.uri("/api/v1/decisions/" + decision + "/notice")
			.header(TestCallers.HEADER, People.WORKER)
			.header("Accept-Language", language)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody(), StandardCharsets.UTF_8);
	}

}
