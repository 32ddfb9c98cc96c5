package org.huiling.payment.roster.view;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.ApplicantRegister.ShownPerson;
import org.huiling.decision.store.InKindView;
import org.huiling.engine.PaidTo;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.payment.calculation.OpenReason;
import org.huiling.payment.calculation.PaymentRuleReader;
import org.huiling.payment.roster.Roster;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a roster comes to, beside its lines: sections, results, open items and flags. */
@Repository
public class RosterContents {

	private final JdbcClient jdbc;

	private final ApplicantRegister register;

	private final FlaggedLines flagged;

	private final PaymentRuleReader rules;

	RosterContents(JdbcClient jdbc, ApplicantRegister register, FlaggedLines flagged, PaymentRuleReader rules) {
		this.jdbc = jdbc;
		this.register = register;
		this.flagged = flagged;
		this.rules = rules;
	}

	/**
	 * A roster with what it comes to by recipient and program, results and open items.
	 */
	public RosterView whole(Roster roster) {
		return RosterView.of(roster).with(sections(roster), results(roster), open(roster), days(roster));
	}

	private List<RosterView.ProgramDay> days(Roster roster) {
		return this.rules.of(roster.jurisdiction())
			.at(roster.month())
			.stream()
			.flatMap((rules) -> new TreeMap<>(rules.own()).entrySet().stream())
			.map((own) -> new RosterView.ProgramDay(own.getKey(),
					own.getValue().paysIn(roster.month()) ? own.getValue().payDay(roster.month()) : null))
			.toList();
	}

	private List<RosterView.Section> sections(Roster roster) {
		List<RosterView.Section> money = this.jdbc
			.sql("select paid_to, program, lines, people, total from payment_section where roster = ? order by 1, 2")
			.param(roster.id())
			.query((row, number) -> new RosterView.Section(PaidTo.valueOf(row.getString("paid_to")),
					row.getString("program"), row.getLong("lines"), row.getLong("people"), row.getBigDecimal("total"),
					null))
			.list();
		return Stream.concat(money.stream(), inKind(roster).stream()).toList();
	}

	/** What is given in kind, thing by thing. */
	private List<RosterView.Section> inKind(Roster roster) {
		return this.jdbc
			.sql("select paid_to, program, what, what_en, unit, count(*) as lines, count(distinct applicant) as people,"
					+ " sum(quantity) as quantity from payment_in_kind where roster = ? group by 1, 2, 3, 4, 5"
					+ " order by 1, 2, 3")
			.param(roster.id())
			.query((row, number) -> new RosterView.Section(PaidTo.valueOf(row.getString("paid_to")),
					row.getString("program"), row.getLong("lines"), row.getLong("people"), null,
					new InKindView(row.getString("what"), row.getString("what_en"), row.getInt("quantity"),
							row.getString("unit"), null)))
			.list();
	}

	private Map<String, Long> results(Roster roster) {
		Map<String, Long> results = new LinkedHashMap<>();
		this.jdbc.sql(
				"select result, count(*) as lines from payment_result_now where roster = ? and result is not null group by 1"
						+ " order by 1")
			.param(roster.id())
			.query((row) -> {
				results.put(row.getString("result"), row.getLong("lines"));
			});
		return results;
	}

	/** What became of its lines, in money; those without a result last, by null. */
	List<ResultTotal> totals(Roster roster) {
		return this.jdbc.sql("""
				select p.result, count(*) as lines, sum(l.amount) as total from payment_line l
				left join payment_result_now p on p.roster = l.roster and p.number = l.number
				where l.roster = ? group by 1 order by array_position(array['PAID', 'FAILED', 'RETURNED'], p.result)""")
			.param(roster.id())
			.query((row, number) -> new ResultTotal(row.getString("result"), row.getLong("lines"),
					row.getBigDecimal("total")))
			.list();
	}

	private List<RosterView.Open> open(Roster roster) {
		return this.jdbc
			.sql("select reason, count(*) as items, sum(amount) as total from payment_open where roster = ?"
					+ " group by 1 order by 1")
			.param(roster.id())
			.query((row, number) -> new RosterView.Open(OpenReason.valueOf(row.getString("reason")),
					row.getLong("items"), row.getBigDecimal("total")))
			.list();
	}

	/** What stays open, page by page. */
	Listing<OpenItemView> open(Roster roster, @Nullable String reason, Paging paging) {
		List<OpenItemView> items = this.jdbc
			.sql("select * from payment_open where roster = ? and (?::text is null or reason = ?)"
					+ " order by number limit ? offset ?")
			.param(roster.id())
			.param(reason)
			.param(reason)
			.param(paging.size())
			.param(paging.offset())
			.query((row, number) -> new OpenItemView(row.getObject("applicant", UUID.class), null,
					row.getString("program"), row.getString("period"), row.getString("claim"),
					row.getBigDecimal("amount"), PaidTo.valueOf(row.getString("paid_to")),
					OpenReason.valueOf(row.getString("reason")), row.getObject("due", LocalDate.class)))
			.list();
		Map<UUID, ShownPerson> people = this.register.shown(items.stream().map(OpenItemView::applicantId).toList());
		return Listing.of(items.stream().map((item) -> {
			ShownPerson person = people.get(item.applicantId());
			return item.of((person != null) ? person.fileNumber() : null);
		}).toList(), paging,
				(reason != null) ? this.jdbc.sql("select count(*) from payment_open where roster = ? and reason = ?")
					.params(roster.id(), reason)
					.query(Long.class)
					.single() : count("payment_open", roster));
	}

	/** What is to be looked at before it is approved, page by page. */
	Listing<FlagView> flags(Roster roster, Paging paging) {
		List<FlaggedLines.Flag> flags = this.jdbc
			.sql("select code, applicant, people from payment_flag where roster = ? order by code, applicant"
					+ " limit ? offset ?")
			.params(roster.id(), paging.size(), paging.offset())
			.query((row, number) -> new FlaggedLines.Flag(row.getString("code"), row.getObject("applicant", UUID.class),
					row.getLong("people")))
			.list();
		return Listing.of(this.flagged.of(roster, flags), paging, count("payment_flag", roster));
	}

	/** How many there are of each. */
	Map<String, Long> flagCounts(Roster roster) {
		Map<String, Long> counts = new LinkedHashMap<>();
		this.jdbc.sql("select code, count(*) as flags from payment_flag where roster = ? group by 1 order by 2 desc, 1")
			.param(roster.id())
			.query((row) -> {
				counts.put(row.getString("code"), row.getLong("flags"));
			});
		return counts;
	}

	private long count(String table, Roster roster) {
		return this.jdbc.sql("select count(*) from " + table + " where roster = ?")
			.param(roster.id())
			.query(Long.class)
			.single();
	}

}
