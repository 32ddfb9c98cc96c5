package org.huiling.payment.roster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.payment.calculation.PaymentItem;
import org.huiling.payment.calculation.RosterCalculation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What approved rosters of other jurisdictions pay the same person for the same program
 * and a period that has a month in common, under whichever of their files: one program is
 * paid once. What failed, came back or was collected there is not paid.
 */
@Component
public class PaidElsewhere {

	private final JdbcClient jdbc;

	private final String paid;

	PaidElsewhere(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.paid = """
				select distinct i.person, i.program, i.period, i.claim, i.number
				from (select d.*, d.person as file from (%s) d
					union all select d.*, m.id from (%<s) d join applicant_merged_into m on m.survivor = d.person) i
				join payment_line l on l.applicant = i.file and l.program = i.program
					and same_payment(l.period, l.claim, i.period, i.claim)
				join roster r on r.id = l.roster and r.jurisdiction <> ? and r.state in ('APPROVED', 'CLOSED')
				left join payment_result_now p on p.roster = l.roster and p.number = l.number
				where coalesce(p.result not in ('FAILED', 'RETURNED'), true)
				group by 1, 2, 3, 4, 5, r.jurisdiction
				having sum(l.amount) > coalesce((select sum(s.counts) from payment_settlement_now s
					where s.applicant = any(array_agg(i.file)) and s.program = i.program
						and same_payment(s.period, s.claim, i.period, i.claim) and s.jurisdiction = r.jurisdiction and s.kind = 'COLLECTED'), 0)""";
	}

	/** Of what is to be paid to some people that which others have paid, by person. */
	public Map<UUID, Set<PaymentItem>> of(String jurisdiction, Map<UUID, RosterCalculation.Result> people) {
		List<UUID> persons = new ArrayList<>();
		List<PaymentItem> items = new ArrayList<>();
		people.forEach((person,
				result) -> result.lines().stream().filter((line) -> line.amount().signum() > 0).forEach((line) -> {
					persons.add(person);
					items.add(line.item());
				}));
		Map<UUID, Set<PaymentItem>> paid = new HashMap<>();
		if (items.isEmpty() || !isPaidByOthers(jurisdiction)) {
			return paid;
		}
		Object[] due = { persons.toArray(UUID[]::new), items.stream().map(PaymentItem::program).toArray(String[]::new),
				items.stream().map(PaymentItem::period).toArray(String[]::new),
				items.stream().map(PaymentItem::claim).toArray(String[]::new) };
		this.jdbc
			.sql(this.paid.formatted(
					"select distinct u.*, 0 as number from unnest(?, ?, ?, ?)" + " u (person, program, period, claim)"))
			.params(due)
			.params(due)
			.params(jurisdiction)
			.query((row) -> {
				paid.computeIfAbsent(row.getObject("person", UUID.class), (person) -> new HashSet<>())
					.add(new PaymentItem(row.getString("period"), row.getString("program"), row.getString("claim")));
			});
		return paid;
	}

	/** The numbers of a roster's lines that others have paid. */
	public List<Integer> lines(Roster roster) {
		if (!isPaidByOthers(roster.jurisdiction())) {
			return List.of();
		}
		return this.jdbc
			.sql(this.paid.formatted("select applicant as person, program, period, claim, number from payment_line"
					+ " where roster = ? and amount > 0"))
			.params(roster.id(), roster.id(), roster.jurisdiction())
			.query((row, index) -> row.getInt("number"))
			.list();
	}

	/**
	 * Of some items of a person those of which others list a thing in kind.
	 * @param thing what it is called
	 */
	public Set<PaymentItem> inKind(String jurisdiction, UUID person, String thing, Collection<PaymentItem> items) {
		Set<PaymentItem> listed = new HashSet<>();
		if (items.isEmpty() || !isPaidByOthers(jurisdiction)) {
			return listed;
		}
		this.jdbc.sql("""
				select i.program, i.period, i.claim from unnest(?, ?, ?) i (program, period, claim)
				join payment_in_kind l on l.program = i.program
					and same_payment(l.period, l.claim, i.period, i.claim) and l.what = ?
					and (l.applicant = ? or l.applicant in (select id from applicant_merged_into where survivor = ?))
				join roster r on r.id = l.roster and r.jurisdiction <> ? and r.state in ('APPROVED', 'CLOSED')
				group by 1, 2, 3 having sum(l.quantity) > 0""")
			.param(items.stream().map(PaymentItem::program).toArray(String[]::new))
			.param(items.stream().map(PaymentItem::period).toArray(String[]::new))
			.param(items.stream().map(PaymentItem::claim).toArray(String[]::new))
			.param(thing)
			.param(person)
			.param(person)
			.param(jurisdiction)
			.query((row) -> {
				listed.add(new PaymentItem(row.getString("period"), row.getString("program"), row.getString("claim")));
			});
		return listed;
	}

	/** Where one jurisdiction pays alone nothing need be looked for. */
	private boolean isPaidByOthers(String jurisdiction) {
		return this.jdbc
			.sql("select exists (select from roster where jurisdiction <> ? and state in ('APPROVED', 'CLOSED'))")
			.param(jurisdiction)
			.query(Boolean.class)
			.single();
	}

}
