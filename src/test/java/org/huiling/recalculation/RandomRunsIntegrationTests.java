package org.huiling.recalculation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.huiling.HuilingTest;
import org.huiling.Samples;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.facts.MadeUpIds;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.PublishedVersions;
import org.huiling.policy.PublishedVersions.VersionLike;
import org.huiling.policy.WithdrawnVersions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Three years of a district, month by month: what happens to people is learnt late,
 * corrected and learnt again, a policy changes after the fact and is withdrawn, runs
 * decide, rosters pay, transfers fail and come back, what was taken in error is taken
 * back, debts are settled. After every month the allowance that stands is the one worked
 * out by hand from what happened, and what was paid, is paid and stays open comes to what
 * the log of decisions says. In the end a run over everything finds nothing that the runs
 * over what was touched have missed.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@Import({ TestCallers.class, MonthClock.class })
class RandomRunsIntegrationTests {

	private static final long SEED = Samples.seed();

	private static final int PEOPLE = Samples.of(2_000, 80);

	private static final YearMonth FIRST = YearMonth.of(2012, 1);

	private static final YearMonth LAST = FIRST.plusMonths(35);

	private static final String ALLOWANCE = "old-age-allowance";

	private static final List<String> MONTHLY = List.of(ALLOWANCE, "low-income-top-up", "living-subsidy",
			"home-care-service");

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PolicyCatalogue catalogue;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	MonthClock.Months clock;

	private final Random random = new Random(SEED);

	private final List<Elder> elders = new ArrayList<>();

	private People worker;

	private Runs runs;

	private TestRosters rosters;

	@BeforeEach
	void signIn() {
		this.worker = People.as(this.client, People.WORKER);
		this.runs = Runs.as(this.client);
		this.rosters = new TestRosters(this.client, this.jdbc);
	}

	@Test
	void whatIsDecidedAndPaidIsRightAfterEveryMonth() {
		this.clock.set(FIRST);
		begin();
		long decided = 0;
		for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
			this.clock.set(month);
			Instant before = Instant.now();
			this.elders.forEach(this::live);
			policy();
			decided += review(month, before);
			Map<Owed, BigDecimal> log = log();
			allowances(month, log);
			String roster = this.rosters.made(month);
			money(month, roster, log);
			this.rosters.paid(roster, this.random);
			this.rosters.putRight(roster, this.random);
		}
		assertThat(decided).as("changes").isGreaterThan(PEOPLE * 3L);
		assertThat(this.rosters.kinds()).contains("ARREARS", "RECOVERY", "REGULAR", "RETRY");
		assertThat(this.rosters.openReasons()).contains("CAPPED", "DECEASED", "SUSPENDED");
		JsonNode everything = this.runs.completed("DRY_RUN", FIRST.toString(), LAST.toString());
		assertThat(everything.get("changed").intValue()).as("missed by the runs over what was touched").isZero();
		assertThat(everything.get("failed").intValue()).isZero();
	}

	private void begin() {
		StringBuilder csv = new StringBuilder(
				"residentId,birthDate,sex,hukou.region,hukou.type,hukou.since,residence.region,residence.since,"
						+ "household.size,household.monthlyIncome,household.livingAlone,household.dibao.type,"
						+ "disability.grade,careLevel,pension.monthlyAmount,lifeCheck.lastPassed,insurance.scheme,"
						+ "insurance.year,insurance.contributionPaid,statuses,choices,claims,"
						+ "applications[0].program,applications[0].date,applications[1].program,applications[1].date,"
						+ "applications[2].program,applications[2].date\n");
		for (int i = 0; i < PEOPLE; i++) {
			LocalDate birth = LocalDate.of(1911, 1, 1).plusDays(i * 13_000L / PEOPLE);
			boolean man = i % 2 == 0;
			csv.append(MadeUpIds.of(birth, 1 + i % 998 / 2 * 2 + (man ? 0 : 1)))
				.append(',')
				.append(birth)
				.append(man ? ",MALE" : ",FEMALE")
				.append(",379901003,RURAL,1960-01-01,379901003,1960-01-01,")
				.append(1 + this.random.nextInt(3))
				.append(',')
				.append(this.random.nextInt(2_000))
				.append(".50,")
				.append(this.random.nextBoolean())
				.append(this.random.nextInt(6) == 0 ? ",RURAL," : ",NONE,")
				.append(this.random.nextInt(8) == 0 ? 2 : 0)
				.append(',')
				.append(this.random.nextInt(4))
				.append(',')
				.append(this.random.nextInt(3) == 0 ? 0 : this.random.nextInt(400))
				.append(",2011-")
				.append("%02d".formatted(1 + this.random.nextInt(12)))
				.append("-05,NCMS,2013,true,[],[],[]");
			List.of(ALLOWANCE, "living-subsidy", "home-care-service")
				.forEach((program) -> csv.append(',').append(program).append(",2011-12-20"));
			csv.append('\n');
		}
		byte[] imported = this.client.post()
			.uri("/api/v1/applicants/import")
			.header(TestCallers.HEADER, People.WORKER)
			.contentType(MediaType.parseMediaType("text/csv"))
			.body(csv.toString().getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		assertThat(new JsonMapper().readTree(imported).get("accepted").intValue()).isEqualTo(PEOPLE);
		this.jdbc.sql("select applicant, facts ->> 'birthDate' as birth from applicant_record order by applicant")
			.query((row) -> {
				this.elders
					.add(new Elder(row.getObject("applicant", UUID.class), LocalDate.parse(row.getString("birth"))));
			});
		assertThat(this.elders).hasSize(PEOPLE);
	}

	/** What is learnt of somebody in a month. */
	private void live(Elder elder) {
		YearMonth month = this.clock.month();
		if (elder.death != null) {
			if (this.random.nextInt(12) == 0) {
				learn(elder,
						"{\"facts\": {}, \"corrects\": \"%s\", \"reason\": \"alive\"}".formatted(elder.deathRecord));
				elder.death = null;
			}
			return;
		}
		switch (this.random.nextInt(180)) {
			case 0, 1 -> die(elder, month.minusMonths(this.random.nextInt(5)).atDay(20));
			case 2, 3, 4 -> move(elder, month.minusMonths(this.random.nextInt(6)));
			case 5, 6 -> learn(elder, month.minusMonths(this.random.nextInt(8)).atDay(1),
					"\"household\": {\"dibao\": {\"type\": \"%s\"}}"
						.formatted(this.random.nextBoolean() ? "RURAL" : "NONE"));
			case 7, 8 -> learn(elder, month.minusMonths(this.random.nextInt(8)).atDay(1),
					"\"pension\": {\"monthlyAmount\": %d.00}".formatted(this.random.nextInt(300)));
			case 9, 10 -> learn(elder, month.minusMonths(this.random.nextInt(8)).atDay(1),
					"\"careLevel\": %d".formatted(this.random.nextInt(4)));
			case 11, 12 -> claim(elder, month.minusMonths(this.random.nextInt(4)).atDay(7));
			case 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23 ->
				learn(elder, month.atDay(3), "\"lifeCheck\": {\"lastPassed\": \"%s\"}".formatted(month.atDay(3)));
			default -> {
				// nothing happens
			}
		}
	}

	private void die(Elder elder, LocalDate day) {
		if (elder.here.lastKey().atDay(1).isAfter(day)) {
			return;
		}
		JsonNode record = this.worker
			.record(elder.id.toString(),
					"{\"validFrom\": \"%s\", \"facts\": {\"deathDate\": \"%1$s\"}, \"reason\": \"died\"}"
						.formatted(day))
			.body();
		if (record.hasNonNull("recordedAt")) {
			elder.death = day;
			elder.deathRecord = record.get("id").stringValue();
		}
	}

	private void move(Elder elder, YearMonth from) {
		if (from.isAfter(elder.here.lastKey())) {
			boolean back = !elder.here.lastEntry().getValue();
			learn(elder, from.atDay(1), "\"hukou\": {\"region\": \"%s\", \"type\": \"RURAL\", \"since\": \"%s\"}"
				.formatted(back ? "379901005" : "110101001", from.atDay(1)));
			elder.here.put(from, back);
		}
	}

	private void claim(Elder elder, LocalDate day) {
		elder.claims++;
		int cost = 500 + this.random.nextInt(40_000);
		learn(elder, day, """
				"claims": [{"id": "c%d", "date": "%s", "kind": "INPATIENT", "hospitalTier": "COUNTY",
				 "totalCost": %d.00, "eligibleCost": %d.00}]""".formatted(elder.claims, day, cost, cost * 9 / 10));
	}

	private void learn(Elder elder, LocalDate from, String facts) {
		learn(elder, "{\"validFrom\": \"%s\", \"facts\": {%s}, \"reason\": \"learnt\"}".formatted(from, facts));
	}

	private void learn(Elder elder, String record) {
		this.worker.recorded(elder.id.toString(), record);
	}

	private void policy() {
		if (this.clock.month().equals(Elder.RAISED_IN)) {
			PublishedVersions.add(this.jdbc, new TransactionTemplate(this.transactions), this.catalogue,
					new VersionLike("model-district", ALLOWANCE, "2013-01-01"), Elder.RAISED_FROM.atDay(1).toString(),
					Map.of("value: 100.00", "value: 150.00", "published: 2012-11-20", "published: 2013-05-20"));
		}
		if (this.clock.month().equals(Elder.WITHDRAWN_IN)) {
			WithdrawnVersions.add(this.jdbc, this.catalogue, ALLOWANCE, Elder.RAISED_FROM.atDay(1).toString());
		}
	}

	/** The month's runs: whom something happened to, as far back as it goes, then all. */
	private int review(YearMonth month, Instant before) {
		int changed = completed("""
				"touchedSince": "%s", "from": "%s", "to": "%s\"""".formatted(before, FIRST, month));
		if (month.equals(Elder.RAISED_IN)) {
			changed += completed("\"programs\": [\"%s\"], \"from\": \"%s\", \"to\": \"%s\"".formatted(ALLOWANCE,
					Elder.RAISED_FROM, month));
		}
		if (month.equals(Elder.WITHDRAWN_IN)) {
			String run = this.runs
				.order("""
						{"withdrawnVersion": {"jurisdiction": "model-district", "program": "%s", "version": "%s"},
						 "to": "%s", "mode": "COMMIT", "reason": "withdrawn"}""".formatted(ALLOWANCE,
						Elder.RAISED_FROM.atDay(1), month))
				.is(202)
				.text("/id");
			changed += this.runs.ended(run).get("changed").intValue();
		}
		return changed + completed("\"from\": \"%s\", \"to\": \"%1$s\"".formatted(month));
	}

	private int completed(String what) {
		String run = this.runs
			.order("{\"jurisdiction\": \"model-district\", %s, \"mode\": \"COMMIT\", \"reason\": \"monthly\"}"
				.formatted(what))
			.is(202)
			.text("/id");
		JsonNode ended = this.runs.ended(run);
		assertThat(ended.get("state").stringValue()).as("%s", ended).isEqualTo("COMPLETED");
		assertThat(ended.get("failed").intValue()).as("%s", ended).isZero();
		return ended.get("changed").intValue();
	}

	/** What was last decided, the plain way: the log is read in its order. */
	private Map<Owed, BigDecimal> log() {
		Map<Owed, BigDecimal> log = new HashMap<>();
		this.jdbc.sql("select applicant, program, period, claim, outcome, amount from decision order by decided_at, id")
			.query((row) -> {
				log.put(Owed.of(row),
						"ELIGIBLE".equals(row.getString("outcome")) ? row.getBigDecimal("amount") : BigDecimal.ZERO);
			});
		return log;
	}

	private static BigDecimal standing(Map<Owed, BigDecimal> log, Owed key) {
		if (!key.goesOn()) {
			return log.getOrDefault(key, BigDecimal.ZERO);
		}
		for (YearMonth month = YearMonth.parse(key.period()); !month.isBefore(FIRST); month = month.minusMonths(1)) {
			BigDecimal decided = log.get(key.in(month.toString()));
			if (decided != null) {
				return decided;
			}
		}
		return BigDecimal.ZERO;
	}

	private void allowances(YearMonth until, Map<Owed, BigDecimal> log) {
		for (Elder elder : this.elders) {
			for (YearMonth month = FIRST; !month.isAfter(until); month = month.plusMonths(1)) {
				BigDecimal stands = standing(log, new Owed(elder.id, ALLOWANCE, month.toString(), null));
				int due = elder.allowance(month, until);
				if (stands.compareTo(BigDecimal.valueOf(due)) != 0) {
					assertThat(stands)
						.as("seed %d, in %s: born %s, died %s, here %s, allowance of %s", SEED, until, elder.birth,
								elder.death, elder.here, month)
						.isEqualByComparingTo(BigDecimal.valueOf(due));
				}
			}
		}
	}

	/** Paid, on this roster and open come to what is decided, for everything ever. */
	private void money(YearMonth month, String roster, Map<Owed, BigDecimal> log) {
		Map<Owed, BigDecimal> sums = this.rosters.sums(roster);
		for (Elder elder : this.elders) {
			for (String program : MONTHLY) {
				for (YearMonth one = FIRST; !one.isAfter(month); one = one.plusMonths(1)) {
					sums.putIfAbsent(new Owed(elder.id, program, one.toString(), null), BigDecimal.ZERO);
				}
			}
		}
		log.keySet()
			.stream()
			.filter((key) -> key.period().compareTo(month.toString()) <= 0)
			.forEach((key) -> sums.putIfAbsent(key, BigDecimal.ZERO));
		sums.forEach((key, sum) -> {
			BigDecimal due = standing(log, key);
			if (sum.compareTo(due) != 0) {
				assertThat(sum).as("seed %d, roster of %s: %s", SEED, month, key).isEqualByComparingTo(due);
			}
		});
		assertThat(this.rosters.negative(roster)).as("people who would have to pay").isZero();
	}

}
