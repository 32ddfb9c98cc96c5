package org.huiling.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

import org.huiling.HuilingTest;
import org.huiling.Samples;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People of whom anything is decided, revoked and learnt late over three years, merged
 * files, deaths and their reversal, life checks, transfers that fail or come back,
 * results and settlements taken back, debts collected and given up: after every month
 * what an oracle reads from the tables (what was paid, what stays open) comes to what is
 * decided, for every person, program and period, and nobody is paid less than nothing.
 * What is given once comes to what is decided whatever the months of it were. One program
 * is paid by the quarter, on a day of its own, beside those paid by the month.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class RandomPaymentsIntegrationTests {

	private static final long SEED = Samples.seed();

	private static final int PEOPLE = Samples.of(2_000, 60);

	private static final YearMonth FIRST = YearMonth.of(2012, 1);

	private static final int MONTHS = 36;

	private static final List<String> PROGRAMS = List.of("old-age-allowance", "living-subsidy", "home-care-service");

	/** A program that is given once in a life. */
	private static final String GRANT = "centenarian-grant";

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	private final Random random = new Random(SEED);

	private final List<UUID> people = new ArrayList<>();

	/**
	 * What is decided, the plain way: by file and program, by month from which it holds.
	 */
	private final Map<String, TreeMap<String, Said>> said = new HashMap<>();

	private final Map<UUID, UUID> mergedInto = new HashMap<>();

	private final List<GivenUp> givenUp = new ArrayList<>();

	private record Said(UUID id, BigDecimal amount, boolean revoked) {
	}

	/** A debt that was given up, and what stood then. */
	private record GivenUp(UUID settlement, UUID person, String program, String month, UUID stood) {
	}

	@Test
	void whatIsPaidAndWhatIsOpenComeToWhatIsDecidedAfterEveryMonth() {
		this.jdbc.sql("""
				insert into payment_rule (jurisdiction, program, from_month, frequency, timing, pay_day, tolerance,
					recovery_share, due_days, life_check_months, arrears_flag_months, basis)
				values ('model-district', 'living-subsidy', '2012-04', 'QUARTERLY', 'ARREARS', 20, 0, 0.5, 30, 12, 6,
					'test')""").update();
		for (int person = 0; person < PEOPLE; person++) {
			this.people.add(begin());
		}
		Desk desk = Desk.of(this.client);
		Corrections corrections = new Corrections(this.client, this.jdbc, this.random);
		long recovered = 0;
		long retried = 0;
		for (int at = 0; at < MONTHS; at++) {
			YearMonth month = FIRST.plusMonths(at);
			live(month);
			JsonNode roster = desk.made(month.toString());
			String id = roster.get("id").stringValue();
			check(id, month);
			nothingOutlivesItsDebt(id, month);
			desk.approve(id).is(200);
			report(desk, id);
			corrections.month(id, Math.max(3, PEOPLE / 100));
			this.givenUp.addAll(givenUp(id));
			recovered += count(id, "RECOVERY");
			retried += count(id, "RETRY");
		}
		assertThat(recovered).as("recoveries").isGreaterThan(PEOPLE / 2);
		assertThat(retried).as("transfers tried again").isGreaterThan(PEOPLE / 2);
		assertThat(this.mergedInto).isNotEmpty();
		assertThat(this.givenUp).as("written off").hasSizeGreaterThan(MONTHS / 2);
		assertThat(this.jdbc.sql("select count(*) from payment_write_off_lapse").query(Long.class).single())
			.as("write-offs whose debt vanished")
			.isPositive();
		assertThat(this.jdbc.sql("select count(*) from payment_line where because in ('FOUND_AGAIN', 'HOLD_RELEASED')")
			.query(Long.class)
			.single()).as("paid after a hold").isGreaterThan(PEOPLE / 2);
		assertThat(this.jdbc.sql("select count(*) from payment_line where kind = 'RECOVERY' and pay_day is not null")
			.query(Long.class)
			.single()).as("set off against what is paid on the other day").isPositive();
		repeatedBooksNothing(desk);
	}

	/**
	 * With everything paid and nothing decided since, the next month holds only its own.
	 */
	private void repeatedBooksNothing(Desk desk) {
		String id = desk.approved(FIRST.plusMonths(MONTHS).toString());
		desk.results(id, "line,result\n" + results(id, false)).is(200);
		String next = desk.approved(FIRST.plusMonths(MONTHS + 1).toString());
		assertThat(this.jdbc
			.sql("select count(*) from payment_line where roster = cast(? as uuid) and kind in ('ARREARS', 'RETRY')")
			.param(next)
			.query(Long.class)
			.single()).isZero();
	}

	private UUID begin() {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("insert into applicant (id, revision) values (?, 1)").param(id).update();
		learn(id, "{\"birthDate\": \"1930-01-01\"}");
		return id;
	}

	private void learn(UUID id, String facts) {
		this.jdbc
			.sql("insert into applicant_record (applicant, id, valid_from, recorded_at, recorded_by, facts)"
					+ " values (?, gen_random_uuid(), date '1930-01-01', recorded_stamp(), 'test', cast(? as jsonb))")
			.params(id, facts)
			.update();
	}

	private void live(YearMonth month) {
		for (UUID id : this.people) {
			for (String program : PROGRAMS) {
				if (this.random.nextInt(7) == 0) {
					change(id, program, month.minusMonths(this.random.nextInt(9)));
				}
			}
			if (this.random.nextInt(9) == 0) {
				give(id, month.minusMonths(this.random.nextInt(9)).toString());
			}
			if (this.random.nextInt(30) == 0) {
				boolean reversed = this.random.nextBoolean();
				LocalDate death = month.minusMonths(this.random.nextInt(4)).atDay(20);
				learn(id, reversed ? "{\"deathDate\": null}" : "{\"deathDate\": \"" + death + "\"}");
			}
			if (this.random.nextInt(20) == 0) {
				learn(id, "{\"lifeCheck\": {\"lastPassed\": \"" + month.minusMonths(this.random.nextInt(15)).atDay(3)
						+ "\"}}");
			}
			hold(id, month);
		}
		if (this.random.nextInt(3) == 0) {
			merge(this.people.remove(this.random.nextInt(this.people.size())),
					this.people.get(this.random.nextInt(this.people.size())));
		}
	}

	/** Payments are held back now and then, and some earlier hold is released. */
	private void hold(UUID id, YearMonth month) {
		if (this.random.nextInt(12) == 0) {
			this.jdbc
				.sql("insert into payment_hold select gen_random_uuid(), ?, ?, ?, (array['GIVEN_UP', 'NOT_FOUND'])[?],"
						+ " 'test', 'test', recorded_stamp()")
				.params(id, PROGRAMS.get(this.random.nextInt(PROGRAMS.size())),
						month.minusMonths(this.random.nextInt(3)).toString(), 1 + this.random.nextInt(2))
				.update();
		}
		if (this.random.nextInt(3) == 0) {
			this.jdbc.sql(
					"insert into payment_hold_release select h.id, 'test', 'test', recorded_stamp() from payment_hold h"
							+ " where h.applicant = ? on conflict do nothing")
				.param(id)
				.update();
		}
	}

	private void merge(UUID duplicate, UUID into) {
		this.jdbc.sql("update applicant set merged_into = ?, merged_at = now() where id = ?")
			.params(into, duplicate)
			.update();
		this.mergedInto.put(duplicate, into);
	}

	/** Something is decided from a month on, or what was decided for it is revoked. */
	private void change(UUID person, String program, YearMonth from) {
		TreeMap<String, Said> points = this.said.computeIfAbsent(person + program, (key) -> new TreeMap<>());
		Said before = points.get(from.toString());
		boolean revoked = before != null && !before.revoked() && this.random.nextInt(3) == 0;
		BigDecimal amount = (revoked || this.random.nextInt(4) == 0) ? new BigDecimal("0.00")
				: BigDecimal.valueOf(this.random.nextInt(60_000), 2);
		Said now = new Said(UUID.randomUUID(), amount, revoked);
		String outcome = revoked ? "REVOKED" : (amount.signum() == 0) ? "NOT_ELIGIBLE" : "ELIGIBLE";
		this.jdbc
			.sql("insert into decision (id, applicant, supersedes, decided_at, known_at, book, amount, jurisdiction,"
					+ " program, period, outcome, facts, decided_by, cause, reason, reasons) values (?, ?, ?,"
					+ " recorded_stamp(), now(), 1, ?, 'model-district', ?, ?, ?, '\\x00', 'test', 'CASE', 'test', '{}')")
			.param(now.id())
			.param(person)
			.param((before != null) ? before.id() : null)
			.param(amount)
			.param(program)
			.param(from.toString())
			.param(outcome)
			.update();
		points.put(from.toString(), now);
	}

	/** Something that is given once moves to a month, changes or ends. */
	private void give(UUID person, String month) {
		TreeMap<String, Said> points = this.said.computeIfAbsent(person + GRANT, (key) -> new TreeMap<>());
		boolean ends = this.random.nextInt(4) == 0;
		for (String other : List.copyOf(points.keySet())) {
			if (grants(points.get(other)) && (ends || !other.equals(month))) {
				say(person, other, BigDecimal.ZERO.setScale(2), this.random.nextBoolean());
			}
		}
		boolean given = this.mergedInto.keySet()
			.stream()
			.filter((file) -> survivor(file).equals(person))
			.flatMap((file) -> this.said.getOrDefault(file + GRANT, new TreeMap<>()).entrySet().stream())
			.anyMatch((one) -> grants(one.getValue()) && !one.getKey().equals(month));
		if (!ends && (!given || grants(points.get(month)))) {
			say(person, month, BigDecimal.valueOf(1 + this.random.nextInt(60_000), 2), false);
		}
	}

	private void say(UUID person, String month, BigDecimal amount, boolean revoked) {
		TreeMap<String, Said> points = this.said.computeIfAbsent(person + GRANT, (key) -> new TreeMap<>());
		Said before = points.get(month);
		Said now = new Said(UUID.randomUUID(), amount, revoked);
		this.jdbc
			.sql("insert into decision (id, applicant, supersedes, decided_at, known_at, book, amount, jurisdiction,"
					+ " program, period, claim, outcome, facts, decided_by, cause, reason, reasons) values (?, ?, ?,"
					+ " recorded_stamp(), now(), 1, ?, 'model-district', ?, ?, 'ONCE', ?, '\\x00', 'test', 'CASE', 'test',"
					+ " '{}')")
			.param(now.id())
			.param(person)
			.param((before != null) ? before.id() : null)
			.param(amount)
			.param(GRANT)
			.param(month)
			.param(revoked ? "REVOKED" : (amount.signum() == 0) ? "NOT_ELIGIBLE" : "ELIGIBLE")
			.update();
		points.put(month, now);
	}

	private static boolean grants(@Nullable Said said) {
		return said != null && !said.revoked() && said.amount().signum() > 0;
	}

	/**
	 * What is due once: what the own file grants, or else the highest of the merged ones.
	 */
	private BigDecimal dueOnce(UUID person) {
		TreeMap<String, Said> own = this.said.getOrDefault(person + GRANT, new TreeMap<>());
		return own.values()
			.stream()
			.filter(RandomPaymentsIntegrationTests::grants)
			.map(Said::amount)
			.findFirst()
			.orElseGet(() -> this.mergedInto.keySet()
				.stream()
				.filter((file) -> survivor(file).equals(person))
				.flatMap((file) -> this.said.getOrDefault(file + GRANT, new TreeMap<>()).entrySet().stream())
				.filter((one) -> grants(one.getValue())
						&& (!own.containsKey(one.getKey()) || own.get(one.getKey()).revoked()))
				.map((one) -> one.getValue().amount())
				.max(BigDecimal::compareTo)
				.orElse(BigDecimal.ZERO));
	}

	private @Nullable BigDecimal decided(UUID file, String program, String month) {
		TreeMap<String, Said> points = this.said.getOrDefault(file + program, new TreeMap<>());
		for (Said point : points.headMap(month, true).descendingMap().values()) {
			if (!point.revoked()) {
				return point.amount();
			}
		}
		return null;
	}

	private BigDecimal due(UUID person, String program, String month) {
		BigDecimal own = decided(person, program, month);
		if (own != null) {
			return own;
		}
		return this.mergedInto.keySet()
			.stream()
			.filter((file) -> survivor(file).equals(person))
			.map((file) -> decided(file, program, month))
			.filter(java.util.Objects::nonNull)
			.max(BigDecimal::compareTo)
			.orElse(BigDecimal.ZERO);
	}

	private UUID survivor(UUID file) {
		UUID survivor = file;
		while (this.mergedInto.containsKey(survivor)) {
			survivor = this.mergedInto.get(survivor);
		}
		return survivor;
	}

	private List<GivenUp> givenUp(String roster) {
		return this.jdbc
			.sql("select s.* from payment_settlement s where open_roster = cast(? as uuid) and kind = 'WRITTEN_OFF'")
			.param(roster)
			.query((row, number) -> new GivenUp(row.getObject("id", UUID.class), row.getObject("applicant", UUID.class),
					row.getString("program"), row.getString("period"),
					stands(row.getObject("applicant", UUID.class), row.getString("program"), row.getString("period"))))
			.list();
	}

	private UUID stands(UUID file, String program, String month) {
		return this.said.getOrDefault(file + program, new TreeMap<>())
			.headMap(month, true)
			.descendingMap()
			.values()
			.stream()
			.filter((point) -> !point.revoked())
			.findFirst()
			.map(Said::id)
			.orElse(new UUID(0, 0));
	}

	/** Nothing that was given up counts once something else was said of it. */
	private void nothingOutlivesItsDebt(String roster, YearMonth month) {
		Map<UUID, BigDecimal> counting = new HashMap<>();
		this.jdbc.sql("select s.id, s.amount - coalesce(sum(v.amount), 0) as counts from payment_settlement s"
				+ " left join payment_write_off_lapse v on v.settlement = s.id"
				+ " where not exists (select from payment_settlement_contra c where c.settlement = s.id) group by s.id")
			.query((row) -> {
				counting.put(row.getObject("id", UUID.class), row.getBigDecimal("counts"));
			});
		assertThat(this.givenUp).as("seed %d, roster %s of %s", SEED, roster, month)
			.filteredOn((one) -> this.people.contains(one.person()) && !this.mergedInto.containsValue(one.person())
					&& !GRANT.equals(one.program())
					&& !one.stood().equals(stands(one.person(), one.program(), one.month())))
			.allSatisfy((one) -> assertThat(counting.getOrDefault(one.settlement(), BigDecimal.ZERO)).isZero());
	}

	/** The oracle: adds up what the tables say was paid, is paid and stays open. */
	private void check(String roster, YearMonth month) {
		Map<String, BigDecimal> sums = new HashMap<>();
		Map<UUID, BigDecimal> once = new HashMap<>();
		this.jdbc
			.sql(MoneyOnFile.BOOKED + " union all select o.applicant, o.program, o.period, o.claim, o.amount"
					+ " from payment_open o where o.roster = cast(? as uuid)")
			.params(roster, roster)
			.query((row) -> {
				sums.merge(survivor(row.getObject("applicant", UUID.class)) + row.getString("program")
						+ row.getString("period"), row.getBigDecimal("amount"), BigDecimal::add);
				if (GRANT.equals(row.getString("program"))) {
					once.merge(survivor(row.getObject("applicant", UUID.class)), row.getBigDecimal("amount"),
							BigDecimal::add);
				}
			});
		for (UUID person : this.people) {
			assertThat(once.getOrDefault(person, BigDecimal.ZERO))
				.as("seed %d, roster of %s: %s %s", SEED, month, person, GRANT)
				.isEqualByComparingTo(dueOnce(person));
			for (String program : PROGRAMS) {
				for (YearMonth one = FIRST.minusMonths(10); !one.isAfter(month); one = one.plusMonths(1)) {
					BigDecimal sum = sums.getOrDefault(person + program + one, BigDecimal.ZERO);
					BigDecimal due = due(person, program, one.toString());
					if (sum.compareTo(due) != 0) {
						assertThat(sum).as("seed %d, roster of %s: %s %s in %s", SEED, month, person, program, one)
							.isEqualByComparingTo(due);
					}
				}
			}
		}
		assertThat(this.jdbc
			.sql("select count(*) from (select from payment_line where roster = cast(? as uuid)"
					+ " and paid_to = 'PERSON' group by applicant, pay_day having sum(amount) < 0) n")
			.param(roster)
			.query(Long.class)
			.single()).isZero();
	}

	/** The bank's file, sent twice; now and then the transfers of somebody fail. */
	private void report(Desk desk, String id) {
		String file = "line,result,reason\n" + results(id, true);
		assertThat(desk.results(id, file).is(200).text("/roster/state")).isEqualTo("CLOSED");
		assertThat(desk.results(id, file).is(200).text("/accepted")).isEqualTo("0");
	}

	private String results(String id, boolean failing) {
		StringBuilder file = new StringBuilder();
		this.jdbc.sql("select number from payment_line where roster = cast(? as uuid) and amount > 0 order by number")
			.param(id)
			.query((row) -> {
				boolean failed = failing && this.random.nextInt(12) == 0;
				file.append(row.getInt("number")).append(failed ? ",FAILED,account closed\n" : ",PAID,\n");
			});
		return file.toString();
	}

	private long count(String roster, String kind) {
		return this.jdbc.sql("select count(*) from payment_line where roster = cast(? as uuid) and kind = ?")
			.params(roster, kind)
			.query(Long.class)
			.single();
	}

}
