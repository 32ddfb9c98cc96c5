package org.huiling.payment.roster.view;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.huiling.applicant.Payees;
import org.huiling.applicant.Payees.Payee;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.payment.calculation.ArrearsReason;
import org.huiling.payment.calculation.LineKind;
import org.huiling.payment.roster.Roster;
import org.huiling.payment.roster.RosterMaker;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of rosters, with payees as known when each was made. */
@Repository
public class LineList {

	/** How many lines are read, and their payees opened, at once. */
	private static final int BLOCK = 500;

	private static final String LINES = "select l.*, r.pay_day as rosters_day, p.result, p.reason, p.day from payment_line l"
			+ " join roster r on r.id = l.roster left join payment_result_now p on p.roster = l.roster and p.number = l.number where l.roster = ?";

	private final JdbcClient jdbc;

	private final Payees payees;

	LineList(JdbcClient jdbc, Payees payees) {
		this.jdbc = jdbc;
		this.payees = payees;
	}

	/**
	 * A line.
	 *
	 * @param line its number
	 * @param payee null if nobody is known any more
	 * @param because why it makes up for an earlier period
	 * @param result null until it is reported
	 * @param failure why it failed or came back
	 * @param day when it did, if the bank said so
	 * @param payDay when it is paid
	 */
	public record Line(int line, UUID applicant, @Nullable Payee payee, String program, String period,
			@Nullable String claim, LineKind kind, BigDecimal amount, String paidTo, @Nullable UUID decision,
			@Nullable ArrearsReason because, @Nullable String result, @Nullable String failure, @Nullable LocalDate day,
			LocalDate payDay) {

		/** The failure, or why it is paid at all. */
		public @Nullable String reason() {
			if (this.failure != null) {
				return this.failure;
			}
			return (this.because != null) ? this.because.name() : null;
		}

		private Line of(@Nullable Payee known) {
			return new Line(this.line, this.applicant, known, this.program, this.period, this.claim, this.kind,
					this.amount, this.paidTo, this.decision, this.because, this.result, this.failure, this.day,
					this.payDay);
		}

	}

	/** One page, in the order of the lines. */
	public Listing<Line> page(Roster roster, Paging paging) {
		List<Line> lines = this.jdbc.sql(LINES + " order by l.number limit ? offset ?")
			.params(roster.id(), paging.size(), paging.offset())
			.query((row, number) -> line(row))
			.list();
		return Listing.of(identified(roster, lines), paging, roster.totals().lines());
	}

	/** One page of those that are asked for, in the order of the lines. */
	Listing<Line> page(Roster roster, LineFilter filter, Collection<UUID> people, Paging paging) {
		List<Object> parameters = new ArrayList<>(List.of(roster.id()));
		String and = filter.and(people, parameters);
		long total = this.jdbc
			.sql("select count(*) from payment_line l left join payment_result_now p on p.roster = l.roster"
					+ " and p.number = l.number where l.roster = ?" + and)
			.params(parameters)
			.query(Long.class)
			.single();
		List<Line> lines = this.jdbc.sql(LINES + and + " order by l.number limit ? offset ?")
			.params(parameters)
			.params(paging.size(), paging.offset())
			.query((row, number) -> line(row))
			.list();
		return Listing.of(identified(roster, lines), paging, total);
	}

	/** All lines, a block at a time. */
	public void all(Roster roster, Consumer<Line> taker) {
		int after = 0;
		while (true) {
			List<Line> block = this.jdbc.sql(LINES + " and l.number > ? order by l.number limit ?")
				.params(roster.id(), after, BLOCK)
				.query((row, number) -> line(row))
				.list();
			if (block.isEmpty()) {
				return;
			}
			identified(roster, block).forEach(taker);
			after = block.get(block.size() - 1).line();
		}
	}

	/** Those of some numbers. */
	List<Line> some(Roster roster, List<Integer> numbers) {
		return identified(roster,
				this.jdbc.sql(LINES + " and l.number = any(?)")
					.params(roster.id(), numbers.toArray(Integer[]::new))
					.query((row, number) -> line(row))
					.list());
	}

	private List<Line> identified(Roster roster, List<Line> lines) {
		Map<UUID, Payee> known = this.payees.known(lines.stream().map(Line::applicant).collect(Collectors.toSet()),
				roster.knownAt(), RosterMaker.day(roster.knownAt()));
		return lines.stream().map((line) -> line.of(known.get(line.applicant()))).toList();
	}

	private static Line line(ResultSet row) throws SQLException {
		String because = row.getString("because");
		LocalDate own = row.getObject("pay_day", LocalDate.class);
		return new Line(row.getInt("number"), row.getObject("applicant", UUID.class), null, row.getString("program"),
				row.getString("period"), row.getString("claim"), LineKind.valueOf(row.getString("kind")),
				row.getBigDecimal("amount"), row.getString("paid_to"), row.getObject("decision", UUID.class),
				(because != null) ? ArrearsReason.valueOf(because) : null, row.getString("result"),
				row.getString("reason"), row.getObject("day", LocalDate.class),
				(own != null) ? own : row.getObject("rosters_day", LocalDate.class));
	}

}
