package org.huiling.payment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.KeptAboutPeople;
import org.huiling.applicant.KeptRows;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person was paid or owes, in money and in kind, and what was held back. */
@Component
class PaymentsKept implements KeptAboutPeople {

	private static final Map<String, String> SECTIONS = sections();

	private final JdbcClient jdbc;

	PaymentsKept(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private static Map<String, String> sections() {
		Map<String, String> sections = new LinkedHashMap<>();
		sections.put("payments", """
				select l.roster, l.number as line, l.applicant as file, r.jurisdiction, r.month, r.state, l.program,
					l.period, l.claim, l.kind, l.amount, l.paid_to, l.pay_day, l.decision, l.version, l.because
				from payment_line l join roster r on r.id = l.roster
				where l.applicant = any(?) order by r.made_at, l.roster, l.number""");
		sections.put("paymentResults", """
				select h.roster, h.number as line, h.entry, h.kind, h.result, h.reason, h.day
				from payment_line l join payment_result_history h on h.roster = l.roster and h.number = l.number
				where l.applicant = any(?) order by h.roster, h.number, h.entry""");
		sections.put("inKind", """
				select k.roster, k.number as line, k.applicant as file, r.jurisdiction, r.month, r.state, k.program,
					k.period, k.claim, k.kind, k.what, k.what_en, k.quantity, k.unit, k.paid_to, k.decision
				from payment_in_kind k join roster r on r.id = k.roster
				where k.applicant = any(?) order by r.made_at, k.roster, k.number""");
		sections.put("leftOpen", """
				select o.roster, o.number as item, o.applicant as file, r.jurisdiction, r.month, r.state, o.program,
					o.period, o.claim, o.amount, o.paid_to, o.reason, o.due, o.decision
				from payment_open o join roster r on r.id = o.roster
				where o.applicant = any(?) order by r.made_at, o.roster, o.number""");
		sections.put("paymentFlags", """
				select f.roster, f.applicant as file, r.jurisdiction, r.month, f.code, f.people
				from payment_flag f join roster r on r.id = f.roster
				where f.applicant = any(?) order by r.made_at, f.roster, f.code""");
		sections.put("payees", """
				select p.roster, p.applicant as file, r.jurisdiction, r.month,
					p.account_hash is not null as account_known, p.life_check_known, p.resident_id_known
				from payment_payee p join roster r on r.id = p.roster
				where p.applicant = any(?) order by r.made_at, p.roster, p.applicant""");
		sections.put("settlements", """
				select s.id, s.applicant as file, s.jurisdiction, s.program, s.period, s.claim, s.kind, s.amount,
					s.counts, s.lapsed, s.reason, s.fault, s.settled_by, s.settled_at, s.confirmed_by,
					s.open_roster, s.open_number, c.reason as taken_back_reason, c.taken_back_by, c.taken_back_at,
					c.confirmed_by as taken_back_confirmed_by
				from payment_settlement_now s left join payment_settlement_contra c on c.settlement = s.id
				where s.applicant = any(?) order by s.settled_at, s.id""");
		sections.put("holds", """
				select h.id, h.applicant as file, h.program, h.from_month, h.code, h.reason, h.held_by, h.held_at,
					e.reason as release_reason, e.released_by, e.released_at
				from payment_hold h left join payment_hold_release e on e.hold = h.id
				where h.applicant = any(?) order by h.held_at, h.id""");
		return sections;
	}

	@Override
	public Set<String> tables() {
		return Set.of("payment_line", "payment_in_kind", "payment_result", "payment_result_later", "payment_open",
				"payment_payee", "payment_flag", "payment_settlement", "payment_settlement_contra",
				"payment_write_off_lapse", "payment_hold", "payment_hold_release");
	}

	@Override
	public Map<String, List<Map<String, Object>>> of(Collection<UUID> files, int most) {
		Map<String, List<Map<String, Object>>> kept = new LinkedHashMap<>();
		SECTIONS.forEach((name, sql) -> kept.put(name, KeptRows.read(this.jdbc, sql, files, most)));
		return kept;
	}

}
