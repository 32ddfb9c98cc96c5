package org.huiling.payment.roster.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.huiling.applicant.Payees;
import org.huiling.applicant.Payees.Payee;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.payment.roster.Roster;
import org.huiling.payment.roster.RosterMaker;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a roster transfers: its lines, netted by account. What is wholly set off is no
 * transfer, and neither is what an institution is owed less than it pays back.
 */
@Repository
public class TransferList {

	private static final int BLOCK = 500;

	private static final String TRANSFERS = """
			with x as materialized (
				select x.*, coalesce(x.pay_day, r.pay_day) as paid_on, n.result, n.reason, n.day,
					row_number() over (partition by x.transfer order by x.number) as at
				from payment_line_transfer x join roster r on r.id = x.roster left join payment_result_now n on n.roster = x.roster and n.number = x.number
				where x.roster = ?)
			select transfer, min(paid_to) as paid_to, case when min(paid_to) not in ('PERSON', 'ORGANISATION') then min(program) end as program,
				(array_agg(applicant order by number) filter (where at = 1))[1] as applicant,
				count(distinct applicant) as people, sum(amount) as amount, count(*) as lines,
				array_agg(number order by number) filter (where at <= 1000) as numbers,
				case when bool_and(result is not null) filter (where amount > 0)
						and count(distinct result) filter (where amount > 0) = 1
					then min(result) filter (where amount > 0) end as result,
				min(reason) filter (where amount > 0) as reason, min(day) filter (where amount > 0) as day,
				min(paid_on) as pay_day
			from x group by transfer having sum(amount) > 0 order by transfer""";

	private final JdbcClient jdbc;

	private final JdbcTemplate streaming;

	private final Payees payees;

	private final LineList lines;

	TransferList(JdbcClient jdbc, DataSource dataSource, Payees payees, LineList lines) {
		this.jdbc = jdbc;
		this.streaming = new JdbcTemplate(dataSource);
		this.streaming.setFetchSize(BLOCK);
		this.payees = payees;
		this.lines = lines;
	}

	/**
	 * A transfer with its lines.
	 *
	 * @param transfer what is transferred
	 * @param lines what it is made of
	 */
	public record Made(Transfer transfer, List<LineList.Line> lines) {

		public Made {
			lines = List.copyOf(lines);
		}

	}

	/** One page, in the order of their first lines. */
	public Listing<Made> page(Roster roster, Paging paging) {
		long total = this.jdbc
			.sql("select count(*) from (select from payment_line_transfer where roster = ? group by transfer"
					+ " having sum(amount) > 0) t")
			.param(roster.id())
			.query(Long.class)
			.single();
		List<Transfer> transfers = identified(roster,
				this.jdbc.sql(TRANSFERS + " limit ? offset ?")
					.params(roster.id(), paging.size(), paging.offset())
					.query((row, number) -> transfer(row))
					.list());
		Map<Integer, LineList.Line> made = this.lines
			.some(roster, transfers.stream().flatMap((one) -> one.lines().stream()).toList())
			.stream()
			.collect(Collectors.toMap(LineList.Line::line, (line) -> line));
		return Listing.of(transfers.stream()
			.map((one) -> new Made(one,
					one.lines().stream().flatMap((line) -> Stream.ofNullable(made.get(line))).toList()))
			.toList(), paging, total);
	}

	/** All of them, through a cursor. */
	@Transactional(readOnly = true)
	public void all(Roster roster, Consumer<Transfer> taker) {
		List<Transfer> block = new ArrayList<>();
		this.streaming.query(TRANSFERS, (row) -> {
			block.add(transfer(row));
			if (block.size() == BLOCK) {
				identified(roster, block).forEach(taker);
				block.clear();
			}
		}, roster.id());
		identified(roster, block).forEach(taker);
	}

	private List<Transfer> identified(Roster roster, List<Transfer> transfers) {
		Map<UUID, Payee> known = this.payees.known(
				transfers.stream().filter(Transfer::isOwn).map(Transfer::applicant).collect(Collectors.toSet()),
				roster.knownAt(), RosterMaker.day(roster.knownAt()));
		return transfers.stream().map((one) -> one.of(known.get(one.applicant()))).toList();
	}

	private static Transfer transfer(ResultSet row) throws SQLException {
		@Nullable Integer[] numbers = (Integer[]) row.getArray("numbers").getArray();
		return new Transfer(row.getInt("transfer"), row.getString("paid_to"), row.getString("program"),
				row.getObject("applicant", UUID.class), null, row.getLong("people"), row.getBigDecimal("amount"),
				row.getLong("lines"), Stream.of(numbers).toList(), row.getString("result"), row.getString("reason"),
				row.getObject("day", LocalDate.class), row.getObject("pay_day", LocalDate.class));
	}

}
