package org.huiling.payment.settlement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.account.CurrentUser;
import org.huiling.applicant.Payees;
import org.huiling.applicant.Payees.Payee;
import org.huiling.payment.calculation.Debt;
import org.huiling.payment.calculation.PaymentItem;
import org.huiling.payment.roster.AfterApproval;
import org.huiling.payment.roster.Roster;
import org.huiling.payment.roster.RosterMaker;
import org.huiling.payment.rule.DeathRule;
import org.huiling.payment.rule.DeathRule.OnDeath;
import org.huiling.storage.RecordedTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives up what a dead person owes and a roster could not set off, where the rule of
 * payment says so: all of it or, above the limit, nothing.
 */
@Component
public class WriteOffs implements AfterApproval {

	private static final String RULE = "select from_month, on_death, write_off_limit, basis from payment_rule"
			+ " where jurisdiction in (?, '*') and from_month <= ? order by (jurisdiction = '*'), from_month desc limit 1";

	/**
	 * Without people for whom something waits that it may be set off against later, and
	 * without what somebody took back of it.
	 */
	private static final String OWED = """
			select o.number, o.applicant, o.program, o.period, o.claim, - o.amount as owed from payment_open o
			where o.roster = ? and o.reason = 'DECEASED' and o.amount < 0 and not exists
				(select from payment_open w where w.roster = o.roster and w.applicant = o.applicant and w.amount > 0
					and w.paid_to in ('PERSON', 'ORGANISATION') and w.reason not in ('TOO_OLD', 'BELOW_TOLERANCE', 'DECEASED'))
				and not exists (select from payment_settlement s join payment_settlement_contra c on c.settlement = s.id
					where s.applicant = o.applicant and s.program = o.program and s.period = o.period
						and s.claim is not distinct from o.claim and s.kind = 'WRITTEN_OFF')
			order by o.number""";

	private final JdbcClient jdbc;

	private final SettlementStore book;

	private final Payees payees;

	private final RecordedTime time;

	private final CurrentUser user;

	WriteOffs(JdbcClient jdbc, SettlementStore book, Payees payees, RecordedTime time, CurrentUser user) {
		this.jdbc = jdbc;
		this.book = book;
		this.payees = payees;
		this.time = time;
		this.user = user;
	}

	private record Rule(String from, DeathRule death, String basis) {
	}

	private record Owed(UUID applicant, PaymentItem item, Debt debt) {
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void approved(Roster roster) {
		Rule rule = rule(roster);
		if (rule.death().onDeath() != OnDeath.WRITE_OFF) {
			return;
		}
		Map<UUID, List<Owed>> people = owed(roster);
		people.values().removeIf((debts) -> !rule.death().writesOff(sum(debts)));
		if (people.isEmpty()) {
			return;
		}
		people.keySet().retainAll(stillDead(people.keySet()));
		String reason = "死亡核销 · written off on death, by the payment rule from " + rule.from() + ": " + rule.basis();
		people.values()
			.stream()
			.flatMap(List::stream)
			.forEach((debt) -> this.book.add(new SettlementBody(roster.jurisdiction(), debt.applicant(),
					debt.item().program(), debt.item().period(), debt.item().claim(), SettlementBody.Kind.WRITTEN_OFF,
					debt.debt().amount(), null, reason), debt.debt(), this.user.name(), null));
	}

	/** The one by which the roster was made: none is set for its month any more. */
	private Rule rule(Roster roster) {
		return this.jdbc.sql(RULE)
			.params(roster.jurisdiction(), roster.month().toString())
			.query((row, number) -> new Rule(row.getString("from_month"),
					new DeathRule(OnDeath.valueOf(row.getString("on_death")), row.getBigDecimal("write_off_limit")),
					row.getString("basis")))
			.single();
	}

	private Map<UUID, List<Owed>> owed(Roster roster) {
		return this.jdbc.sql(OWED)
			.param(roster.id())
			.query((row, number) -> new Owed(row.getObject("applicant", UUID.class),
					new PaymentItem(row.getString("period"), row.getString("program"), row.getString("claim")),
					new Debt(roster.id(), row.getInt("number"), row.getBigDecimal("owed"))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Owed::applicant, LinkedHashMap::new, Collectors.toList()));
	}

	private static BigDecimal sum(List<Owed> debts) {
		return debts.stream().map((one) -> one.debt().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** A death may have turned out to be wrong since the roster was made. */
	private Collection<UUID> stillDead(Collection<UUID> people) {
		Instant now = this.time.settled();
		Map<UUID, Payee> known = this.payees.known(people, now, RosterMaker.day(now));
		return people.stream().filter((id) -> {
			Payee payee = known.get(id);
			return payee != null && payee.deathDate() != null;
		}).toList();
	}

}
