package org.huiling.payment;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.ApplicantRegister.ShownPerson;
import org.huiling.applicant.Payees.Payee;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.payment.LineList.Line;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rosters as the HTTP contract shows them. */
@Component
class RosterView {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final JdbcClient jdbc;

	private final ApplicantRegister register;

	private final FlaggedLines flagged;

	RosterView(JdbcClient jdbc, ApplicantRegister register, FlaggedLines flagged) {
		this.jdbc = jdbc;
		this.register = register;
		this.flagged = flagged;
	}

	/** A roster, with its sections and what stays open. */
	ObjectNode of(Roster roster) {
		ObjectNode view = NODES.objectNode();
		view.put("id", roster.id().toString());
		view.put("state", roster.state().name());
		view.put("jurisdiction", roster.jurisdiction());
		view.put("month", roster.month().toString());
		view.put("from", roster.first().toString());
		view.put("to", roster.last().toString());
		view.put("payDay", roster.payDay().toString());
		view.put("lines", roster.totals().lines());
		view.put("total", roster.totals().total());
		view.put("arrears", roster.totals().arrears());
		view.put("recoveries", roster.totals().recoveries());
		view.put("digest", roster.digest());
		view.put("knownAt", roster.knownAt().toString());
		view.put("madeBy", roster.madeBy());
		view.put("madeAt", roster.madeAt().toString());
		view.put("approvedBy", roster.approvedBy());
		view.put("approvedAt", (roster.approvedAt() != null) ? roster.approvedAt().toString() : null);
		view.put("skipping", roster.skipping());
		view.put("endedAt", (roster.endedAt() != null) ? roster.endedAt().toString() : null);
		return view;
	}

	/**
	 * The same with what it comes to by recipient and program, results and open items.
	 */
	ObjectNode whole(Roster roster) {
		ObjectNode view = of(roster);
		ArrayNode sections = view.putArray("sections");
		this.jdbc
			.sql("select paid_to, program, lines, people, total from payment_section where roster = ? order by 1, 2")
			.param(roster.id())
			.query((row) -> {
				sections.addObject()
					.put("paidTo", row.getString("paid_to"))
					.put("program", row.getString("program"))
					.put("lines", row.getLong("lines"))
					.put("people", row.getLong("people"))
					.put("total", row.getBigDecimal("total"));
			});
		ObjectNode results = view.putObject("results");
		this.jdbc.sql(
				"select result, count(*) as lines from payment_result_now where roster = ? and result is not null group by 1"
						+ " order by 1")
			.param(roster.id())
			.query((row) -> {
				results.put(row.getString("result"), row.getLong("lines"));
			});
		ArrayNode open = view.putArray("open");
		this.jdbc
			.sql("select reason, count(*) as items, sum(amount) as total from payment_open where roster = ?"
					+ " group by 1 order by 1")
			.param(roster.id())
			.query((row) -> {
				open.addObject()
					.put("reason", row.getString("reason"))
					.put("items", row.getLong("items"))
					.put("total", row.getBigDecimal("total"));
			});
		return view;
	}

	/** A line; the account masked. */
	static ObjectNode of(Line line) {
		Payee payee = line.payee();
		ObjectNode view = NODES.objectNode();
		view.put("line", line.line());
		view.put("applicantId", line.applicant().toString());
		view.put("fileNumber", (payee != null) ? payee.fileNumber() : null);
		view.put("residentId", (payee != null) ? payee.residentId() : null);
		view.put("name", (payee != null) ? payee.name() : null);
		if (payee != null && payee.account() != null && "PERSON".equals(line.paidTo())) {
			view.putObject("payee")
				.put("kind", payee.kind())
				.put("bank", payee.bank())
				.put("account", payee.maskedAccount())
				.put("name", payee.holder());
		}
		else {
			view.putNull("payee");
		}
		view.put("paidTo", line.paidTo());
		view.put("program", line.program());
		view.put("period", line.period());
		view.put("claim", line.claim());
		view.put("kind", line.kind().name());
		view.put("amount", line.amount());
		view.put("decisionId", (line.decision() != null) ? line.decision().toString() : null);
		view.put("because", (line.because() != null) ? line.because().name() : null);
		view.put("result", line.result());
		view.put("reason", line.reason());
		view.put("day", (line.day() != null) ? line.day().toString() : null);
		return view;
	}

	/** What stays open, page by page. */
	Listing<ObjectNode> open(Roster roster, Paging paging) {
		long total = this.jdbc.sql("select count(*) from payment_open where roster = ?")
			.param(roster.id())
			.query(Long.class)
			.single();
		return numbered(this.jdbc.sql("select * from payment_open where roster = ? order by number limit ? offset ?")
			.params(roster.id(), paging.size(), paging.offset())
			.query((row, number) -> NODES.objectNode()
				.put("applicantId", row.getObject("applicant", UUID.class).toString())
				.putNull("fileNumber")
				.put("program", row.getString("program"))
				.put("period", row.getString("period"))
				.put("claim", row.getString("claim"))
				.put("amount", row.getBigDecimal("amount"))
				.put("paidTo", row.getString("paid_to"))
				.put("reason", row.getString("reason"))
				.put("due", row.getString("due")))
			.list(), paging, total);
	}

	/** What is to be looked at before it is approved, page by page. */
	Listing<ObjectNode> flags(Roster roster, Paging paging) {
		long total = this.jdbc.sql("select count(*) from payment_flag where roster = ?")
			.param(roster.id())
			.query(Long.class)
			.single();
		List<ObjectNode> flags = this.jdbc
			.sql("select code, applicant, people from payment_flag where roster = ? order by code, applicant"
					+ " limit ? offset ?")
			.params(roster.id(), paging.size(), paging.offset())
			.query((row, number) -> NODES.objectNode()
				.put("code", row.getString("code"))
				.put("applicantId", row.getObject("applicant", UUID.class).toString())
				.putNull("fileNumber")
				.put("people", row.getLong("people")))
			.list();
		this.flagged.addTo(roster, flags);
		return numbered(flags, paging, total);
	}

	/** Items with the number of the person's file, by which a paymaster tells them. */
	private Listing<ObjectNode> numbered(List<ObjectNode> items, Paging paging, long total) {
		Map<UUID, ShownPerson> people = this.register
			.shown(items.stream().map((item) -> UUID.fromString(item.get("applicantId").asString())).toList());
		items.forEach((item) -> {
			ShownPerson person = people.get(UUID.fromString(item.get("applicantId").asString()));
			item.put("fileNumber", (person != null) ? person.fileNumber() : null);
		});
		return Listing.of(items, paging, total);
	}

}
