package org.huiling.payment.settlement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.account.CurrentUser;
import org.huiling.applicant.Payees;
import org.huiling.applicant.Payees.Payee;
import org.huiling.payment.calculation.PaymentItem;
import org.huiling.payment.roster.AfterApproval;
import org.huiling.payment.roster.Roster;
import org.huiling.payment.roster.RosterMaker;
import org.huiling.payment.rule.DeathRule;
import org.huiling.payment.rule.DeathRule.OnDeath;
import org.huiling.storage.RecordedTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives up what a dead person owes and a roster could not set off, where the rule of
 * payment says so: all of it or, above the limit, nothing. A program's own rule goes by
 * what is owed of that program alone.
 */
@Component
public class WriteOffs implements AfterApproval {

	private static final String RULES = """
			select o.program, p.program as of_program, p.from_month, p.on_death, p.write_off_limit, p.basis
			from (select distinct program from payment_open where roster = ? and reason = 'DECEASED' and amount < 0) o
			cross join lateral payment_rule_in_force(?, o.program, ?) p""";

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

	/** By its program, null for the jurisdiction's, one holds in a month. */
	private record Rule(@Nullable String program, String from, DeathRule death, String basis) {

		String reason() {
			return "死亡核销 · written off on death, by the payment rule from " + this.from + ": " + this.basis;
		}

	}

	/** What a person owes by one rule. */
	private record Estate(UUID applicant, Rule rule) {
	}

	private record Owed(UUID applicant, PaymentItem item, Debt debt) {
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void approved(Roster roster) {
		Map<String, Rule> rules = rules(roster);
		if (rules.values().stream().allMatch((rule) -> rule.death().onDeath() != OnDeath.WRITE_OFF)) {
			return;
		}
		Map<Estate, List<Owed>> estates = owed(roster).stream()
			.collect(Collectors.groupingBy(
					(one) -> new Estate(one.applicant(), Objects.requireNonNull(rules.get(one.item().program()))),
					LinkedHashMap::new, Collectors.toList()));
		estates.entrySet().removeIf((estate) -> !estate.getKey().rule().death().writesOff(sum(estate.getValue())));
		if (estates.isEmpty()) {
			return;
		}
		Set<UUID> dead = stillDead(estates.keySet().stream().map(Estate::applicant).collect(Collectors.toSet()));
		estates.forEach((estate, debts) -> {
			if (dead.contains(estate.applicant())) {
				debts.forEach((debt) -> writeOff(roster, debt, estate.rule()));
			}
		});
	}

	private void writeOff(Roster roster, Owed debt, Rule rule) {
		this.book.add(new SettlementBody(roster.jurisdiction(), debt.applicant(), debt.item().program(),
				debt.item().period(), debt.item().claim(), SettlementBody.Kind.WRITTEN_OFF, debt.debt().amount(), null,
				rule.reason()), debt.debt(), this.user.name(), null);
	}

	/** Those by which the roster was made: none is set for its month any more. */
	private Map<String, Rule> rules(Roster roster) {
		Map<String, Rule> rules = new HashMap<>();
		this.jdbc.sql(RULES).params(roster.id(), roster.jurisdiction(), roster.month().toString()).query((row) -> {
			rules.put(row.getString("program"), new Rule(row.getString("of_program"), row.getString("from_month"),
					new DeathRule(OnDeath.valueOf(row.getString("on_death")), row.getBigDecimal("write_off_limit")),
					row.getString("basis")));
		});
		return rules;
	}

	private List<Owed> owed(Roster roster) {
		return this.jdbc.sql(OWED)
			.param(roster.id())
			.query((row, number) -> new Owed(row.getObject("applicant", UUID.class),
					new PaymentItem(row.getString("period"), row.getString("program"), row.getString("claim")),
					new Debt(roster.id(), row.getInt("number"), row.getBigDecimal("owed"))))
			.list();
	}

	private static BigDecimal sum(List<Owed> debts) {
		return debts.stream().map((one) -> one.debt().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** A death may have turned out to be wrong since the roster was made. */
	private Set<UUID> stillDead(Collection<UUID> people) {
		Instant now = this.time.settled();
		Map<UUID, Payee> known = this.payees.known(people, now, RosterMaker.day(now));
		return people.stream().filter((id) -> {
			Payee payee = known.get(id);
			return payee != null && payee.deathDate() != null;
		}).collect(Collectors.toSet());
	}

}
