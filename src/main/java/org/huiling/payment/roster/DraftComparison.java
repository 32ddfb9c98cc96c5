package org.huiling.payment.roster;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.applicant.Payees;
import org.huiling.applicant.Payees.Payee;
import org.huiling.engine.PaidTo;
import org.huiling.payment.calculation.BalanceReader;
import org.huiling.payment.calculation.BalanceReader.Ledger;
import org.huiling.payment.calculation.DecidedPoint;
import org.huiling.payment.calculation.NewLine;
import org.huiling.payment.calculation.PaidPrograms;
import org.huiling.payment.calculation.PayingRules;
import org.huiling.payment.calculation.PaymentItem;
import org.huiling.payment.calculation.PaymentRuleReader;
import org.huiling.payment.calculation.PersonBalance;
import org.huiling.payment.calculation.RosterCalculation;
import org.huiling.policy.PolicyCatalogue;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares a draft's lines of some people with what they would be paid now. */
@Component
class DraftComparison {

	private static final BigDecimal NOTHING = new BigDecimal("0.00");

	private final JdbcClient jdbc;

	private final PaymentRuleReader rules;

	private final BalanceReader reader;

	private final Payees payees;

	private final ExpectedDecisions expected;

	private final PolicyCatalogue catalogue;

	DraftComparison(JdbcClient jdbc, PaymentRuleReader rules, BalanceReader reader, Payees payees,
			ExpectedDecisions expected, PolicyCatalogue catalogue) {
		this.jdbc = jdbc;
		this.rules = rules;
		this.reader = reader;
		this.payees = payees;
		this.expected = expected;
		this.catalogue = catalogue;
	}

	/** A line of the draft. */
	private record Line(int number, PaymentItem item, BigDecimal amount, PaidTo paidTo) {
	}

	/** What is looked at of a block of people. */
	private record Block(Roster roster, PayingRules rules, PaidPrograms programs, Map<UUID, UUID> survivors,
			Map<UUID, Ledger> ledgers, Map<UUID, List<DecidedPoint>> expected, Map<UUID, Payee> before,
			Map<UUID, Payee> now) {
	}

	/** Lines that are not paid as they stand, by their numbers. */
	Map<Integer, StaleReason> of(Roster roster, Collection<UUID> people, Instant now) {
		Map<UUID, List<Line>> lines = lines(roster, people);
		Map<UUID, UUID> survivors = survivors(people);
		Set<UUID> files = new HashSet<>(people);
		files.addAll(survivors.keySet());
		files.addAll(survivors.values());
		Map<UUID, Ledger> ledgers = new HashMap<>();
		this.reader.read(roster.jurisdiction(), now, files, (ledger) -> ledgers.put(ledger.person(), ledger));
		Block block = new Block(roster, this.rules.of(roster.jurisdiction()).at(roster.month()).orElseThrow(),
				new KnownPrograms(this.catalogue.book(roster.jurisdiction(), now)), survivors, ledgers,
				this.expected.of(roster, first(lines, survivors, files), now),
				this.payees.known(people, roster.knownAt(), RosterMaker.day(roster.knownAt())),
				this.payees.known(people, now, RosterMaker.day(now)));
		Map<Integer, StaleReason> stale = new HashMap<>();
		lines.forEach((person, theirs) -> compare(block, person, theirs, stale));
		return stale;
	}

	private static void compare(Block block, UUID person, List<Line> lines, Map<Integer, StaleReason> stale) {
		if (block.survivors().containsKey(person)) {
			lines.forEach((line) -> stale.put(line.number(), StaleReason.MERGED));
			return;
		}
		List<RosterCalculation.Result> results = calculated(block, person);
		boolean otherPayee = isOther(block.before().get(person), block.now().get(person));
		lines.stream().collect(Collectors.groupingBy(Line::item)).forEach((item, ofItem) -> {
			StaleReason reason = null;
			for (RosterCalculation.Result result : results) {
				reason = (reason != null) ? reason : compare(item, sum(ofItem), result);
			}
			for (Line line : ofItem) {
				if (reason != null) {
					stale.put(line.number(), reason);
				}
				else if (otherPayee && line.paidTo().isOwn()) {
					stale.put(line.number(), StaleReason.PAYEE_CHANGED);
				}
			}
		});
	}

	/** What a person is paid by what stands now, and by what would be decided now. */
	private static List<RosterCalculation.Result> calculated(Block block, UUID person) {
		Ledger stands = block.ledgers()
			.getOrDefault(person, new Ledger(person, List.of(), List.of(), List.of(), Map.of(), List.of()));
		List<DecidedPoint> decided = new ArrayList<>(stands.decided());
		decided.addAll(block.expected().getOrDefault(person, List.of()));
		block.survivors().forEach((file, survivor) -> {
			if (survivor.equals(person)) {
				decided.addAll(block.expected().getOrDefault(file, List.of()));
			}
		});
		Ledger decidedAnew = new Ledger(person, decided, stands.booked(), stands.writeOffs(), stands.waited(),
				stands.holds());
		return List.of(calculate(block, stands), calculate(block, decidedAnew));
	}

	private static RosterCalculation.Result calculate(Block block, Ledger ledger) {
		return RosterCalculation.of(PersonBalance.of(ledger, block.now().get(ledger.person())), block.rules(),
				block.roster().month(), block.programs());
	}

	private static @Nullable StaleReason compare(PaymentItem item, BigDecimal drafted,
			RosterCalculation.Result result) {
		BigDecimal paid = result.lines()
			.stream()
			.filter((line) -> line.item().equals(item))
			.map(NewLine::amount)
			.reduce(NOTHING, BigDecimal::add);
		if (drafted.signum() < 0) {
			return (paid.compareTo(drafted) > 0) ? StaleReason.RECOVERY_CHANGED : null;
		}
		if (paid.compareTo(drafted) >= 0) {
			return null;
		}
		return result.open()
			.stream()
			.filter((open) -> open.item().equals(item) && open.amount().signum() > 0)
			.findFirst()
			.map((open) -> StaleReason.of(open.reason()))
			.orElse((paid.signum() > 0) ? StaleReason.LOWERED : StaleReason.ENDED);
	}

	private static BigDecimal sum(List<Line> lines) {
		return lines.stream().map(Line::amount).reduce(NOTHING, BigDecimal::add);
	}

	/** Whether the bank would be told another name, id or account. */
	private static boolean isOther(@Nullable Payee before, @Nullable Payee now) {
		return !Objects.equals(told(before), told(now));
	}

	private static @Nullable Payee told(@Nullable Payee payee) {
		return (payee != null) ? new Payee(payee.fileNumber(), payee.name(), payee.residentId(), payee.kind(),
				payee.bank(), payee.account(), payee.holder(), null, null, null, Map.of()) : null;
	}

	private Map<UUID, List<Line>> lines(Roster roster, Collection<UUID> people) {
		Map<UUID, List<Line>> lines = new LinkedHashMap<>();
		this.jdbc
			.sql("select number, applicant, program, period, claim, amount, paid_to from payment_line"
					+ " where roster = ? and applicant = any(?) order by number")
			.params(roster.id(), people.toArray(UUID[]::new))
			.query((row) -> {
				lines.computeIfAbsent(row.getObject("applicant", UUID.class), (person) -> new ArrayList<>())
					.add(new Line(row.getInt("number"),
							new PaymentItem(row.getString("period"), row.getString("program"), row.getString("claim")),
							row.getBigDecimal("amount"), PaidTo.valueOf(row.getString("paid_to"))));
			});
		return lines;
	}

	/** The first month of which the draft pays a person, for each of their files. */
	private static Map<UUID, YearMonth> first(Map<UUID, List<Line>> lines, Map<UUID, UUID> survivors, Set<UUID> files) {
		Map<UUID, YearMonth> ofPerson = new HashMap<>();
		lines.forEach((file, theirs) -> theirs.forEach((line) -> ofPerson.merge(survivors.getOrDefault(file, file),
				YearMonth.from(line.item().firstDay()), (one, other) -> one.isBefore(other) ? one : other)));
		Map<UUID, YearMonth> first = new HashMap<>();
		files.forEach((file) -> {
			YearMonth month = ofPerson.get(survivors.getOrDefault(file, file));
			if (month != null) {
				first.put(file, month);
			}
		});
		return first;
	}

	/** Which file goes on of those merged, of all files of the same persons. */
	private Map<UUID, UUID> survivors(Collection<UUID> people) {
		Map<UUID, UUID> survivors = new HashMap<>();
		this.jdbc
			.sql("with m as (select * from applicant_merged_into) select m.id, m.survivor from m where m.survivor in"
					+ " (select p.id from unnest(?) p (id) union select o.survivor from m o where o.id = any(?))")
			.params(people.toArray(UUID[]::new), people.toArray(UUID[]::new))
			.query((row) -> {
				survivors.put(row.getObject("id", UUID.class), row.getObject("survivor", UUID.class));
			});
		return survivors;
	}

}
