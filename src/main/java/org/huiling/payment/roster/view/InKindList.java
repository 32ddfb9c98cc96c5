package org.huiling.payment.roster.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.ApplicantRegister.ShownPerson;
import org.huiling.engine.PaidTo;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.payment.calculation.LineKind;
import org.huiling.payment.roster.Roster;
import org.huiling.spreadsheet.ListedTable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a roster lists in kind, page by page or all of it. */
@Component
class InKindList {

	private static final int BLOCK = 1000;

	private static final List<String> COLUMNS = List.of("line", "applicantId", "fileNumber", "program", "period",
			"claim", "kind", "what", "quantity", "unit", "paidTo", "decisionId");

	private final JdbcClient jdbc;

	private final ApplicantRegister register;

	InKindList(JdbcClient jdbc, ApplicantRegister register) {
		this.jdbc = jdbc;
		this.register = register;
	}

	Listing<InKindLineView> page(Roster roster, Paging paging) {
		long total = this.jdbc.sql("select count(*) from payment_in_kind where roster = ?")
			.param(roster.id())
			.query(Long.class)
			.single();
		return Listing.of(lines(roster, (int) paging.offset(), paging.size()), paging, total);
	}

	/** As a table, row by row. */
	ListedTable table(Roster roster) {
		return new ListedTable("in-kind", COLUMNS,
				(taker) -> all(roster,
						(line) -> taker.accept(new Object[] { line.line(), line.applicantId(), line.fileNumber(),
								line.program(), line.period(), line.claim(), line.kind(), line.what(), line.quantity(),
								line.unit(), line.paidTo(), line.decisionId() })));
	}

	private void all(Roster roster, Consumer<InKindLineView> taker) {
		int after = 0;
		for (List<InKindLineView> block = lines(roster, after, BLOCK); !block.isEmpty(); block = lines(roster, after,
				BLOCK)) {
			block.forEach(taker);
			after += block.size();
		}
	}

	private List<InKindLineView> lines(Roster roster, int offset, int size) {
		List<InKindLineView> lines = this.jdbc
			.sql("select * from payment_in_kind where roster = ? order by number limit ? offset ?")
			.params(roster.id(), size, offset)
			.query((row, number) -> line(row))
			.list();
		Map<UUID, ShownPerson> people = this.register.shown(lines.stream().map(InKindLineView::applicantId).toList());
		return lines.stream().map((line) -> {
			ShownPerson person = people.get(line.applicantId());
			return line.of((person != null) ? person.fileNumber() : null);
		}).toList();
	}

	private static InKindLineView line(ResultSet row) throws SQLException {
		return new InKindLineView(row.getInt("number"), row.getObject("applicant", UUID.class), null,
				row.getString("program"), row.getString("period"), row.getString("claim"),
				LineKind.valueOf(row.getString("kind")), row.getString("what"), row.getString("what_en"),
				row.getInt("quantity"), row.getString("unit"), PaidTo.valueOf(row.getString("paid_to")),
				row.getObject("decision", UUID.class));
	}

}
