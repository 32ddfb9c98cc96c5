package org.huiling.recalculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.ApplicantRegister.ShownPerson;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a run found: changes, counts, money, who failed and what is missing. */
@Repository
class RunReport {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final String CHANGES = "select * from recalculation_change where run = ?"
			+ " and (?::text is null or program = ?) order by id";

	/** How many changes are read, and their people's ids opened, at once. */
	private static final int BLOCK = 500;

	private final JdbcClient jdbc;

	private final ApplicantRegister register;

	RunReport(JdbcClient jdbc, ApplicantRegister register) {
		this.jdbc = jdbc;
		this.register = register;
	}

	/**
	 * A change.
	 *
	 * @param applicant the person
	 * @param view as it is answered, without what tells the person
	 */
	private record Change(UUID id, UUID applicant, ObjectNode view) {
	}

	/** One page of the changes, in the order in which people were reviewed. */
	Listing<ObjectNode> changes(UUID run, @Nullable String program, Paging paging) {
		List<Change> changes = this.jdbc.sql(CHANGES + " limit ? offset ?")
			.param(run)
			.param(program)
			.param(program)
			.param(paging.size())
			.param(paging.offset())
			.query(RunReport::change)
			.list();
		long total = this.jdbc
			.sql("select count(*) from recalculation_change where run = ? and (?::text is null or program = ?)")
			.param(run)
			.param(program)
			.param(program)
			.query(Long.class)
			.single();
		return Listing.of(identified(changes), paging, total);
	}

	/** All changes, a block at a time. */
	void allChanges(UUID run, @Nullable String program, Consumer<ObjectNode> taker) {
		UUID after = new UUID(0, 0);
		while (true) {
			List<Change> block = this.jdbc
				.sql("select * from recalculation_change where run = ? and (?::text is null or program = ?) and id > ?"
						+ " order by id limit ?")
				.param(run)
				.param(program)
				.param(program)
				.param(after)
				.param(BLOCK)
				.query(RunReport::change)
				.list();
			if (block.isEmpty()) {
				return;
			}
			identified(block).forEach(taker);
			after = block.get(block.size() - 1).id();
		}
	}

	/**
	 * The decisions of whose benefit changed or ended, person by person.
	 * @param after those given last; none for the first
	 * @return the next ones, none at the end
	 */
	List<UUID> toNotify(UUID run, List<UUID> after) {
		String from = "";
		List<Object> parameters = new ArrayList<>(List.of(run));
		if (!after.isEmpty()) {
			from = " and (c.applicant, c.id) > (select l.applicant, l.id from recalculation_change l"
					+ " where l.run = ? and l.id = ?)";
			parameters.add(run);
			parameters.add(after.get(after.size() - 1));
		}
		parameters.add(BLOCK);
		return this.jdbc
			.sql("select c.id from recalculation_change c where c.run = ? and c.before_outcome is not null"
					+ " and (c.difference <> 0 or c.before_outcome <> c.after_outcome)" + from
					+ " order by c.applicant, c.id limit ?")
			.params(parameters)
			.query(UUID.class)
			.list();
	}

	private List<ObjectNode> identified(List<Change> changes) {
		Map<UUID, ShownPerson> people = this.register
			.shown(changes.stream().map(Change::applicant).collect(Collectors.toSet()));
		changes.forEach((change) -> {
			ShownPerson person = people.get(change.applicant());
			if (person != null) {
				change.view().put("fileNumber", person.fileNumber()).put("residentId", person.residentId());
			}
		});
		return changes.stream().map(Change::view).toList();
	}

	private List<ObjectNode> numbered(List<ObjectNode> items) {
		Map<UUID, ShownPerson> people = this.register
			.shown(items.stream().map((item) -> UUID.fromString(item.get("applicantId").asString())).toList());
		items.forEach((item) -> {
			ShownPerson person = people.get(UUID.fromString(item.get("applicantId").asString()));
			item.put("fileNumber", (person != null) ? person.fileNumber() : null);
		});
		return items;
	}

	/** Counts by outcome and cause, and money by program and region, and by age. */
	ObjectNode summary(UUID run) {
		ObjectNode report = NODES.objectNode();
		ArrayNode outcomes = report.putArray("outcomes");
		this.jdbc.sql(
				"select program, before_outcome, after_outcome, sum(periods) as periods, sum(paid_before) as paid_before,"
						+ " sum(paid_after) as paid_after from recalculation_tally where run = ?"
						+ " group by program, before_outcome, after_outcome order by 1, 2, 3")
			.param(run)
			.query((row) -> {
				ObjectNode one = outcomes.addObject();
				one.put("program", row.getString("program"));
				one.put("before", emptyAsNull(row.getString("before_outcome")));
				one.put("after", emptyAsNull(row.getString("after_outcome")));
				one.put("periods", row.getLong("periods"));
				money(one, row);
			});
		ArrayNode causes = report.putArray("causes");
		this.jdbc
			.sql("select because, program, count(*) as changes, sum(difference) as difference,"
					+ " sum(adjustment) as adjustment from recalculation_change"
					+ " where run = ? group by because, program order by 1, 2")
			.param(run)
			.query((row) -> {
				causes.addObject()
					.put("because", row.getString("because"))
					.put("program", row.getString("program"))
					.put("changes", row.getLong("changes"))
					.put("difference", row.getBigDecimal("difference"))
					.put("adjustment", row.getBigDecimal("adjustment"));
			});
		ArrayNode money = report.putArray("money");
		this.jdbc
			.sql("select program, region, sum(paid_before) as paid_before, sum(paid_after) as paid_after"
					+ " from recalculation_tally where run = ? group by program, region order by 1, 2")
			.param(run)
			.query((row) -> {
				ObjectNode one = money.addObject();
				one.put("program", row.getString("program"));
				one.put("region", emptyAsNull(row.getString("region")));
				money(one, row);
			});
		ArrayNode ages = report.putArray("ages");
		this.jdbc
			.sql("select ages, sum(paid_before) as paid_before, sum(paid_after) as paid_after from recalculation_tally"
					+ " where run = ? group by ages order by cast(substring(ages from '^[0-9]+') as integer)")
			.param(run)
			.query((row) -> {
				ObjectNode one = ages.addObject();
				one.put("ages", emptyAsNull(row.getString("ages")));
				money(one, row);
			});
		ObjectNode total = report.putObject("total");
		this.jdbc
			.sql("select coalesce(sum(paid_before), 0.00) as paid_before, coalesce(sum(paid_after), 0.00) as paid_after"
					+ " from recalculation_tally where run = ?")
			.param(run)
			.query((row) -> {
				money(total, row);
			});
		return report;
	}

	Listing<ObjectNode> failures(UUID run, Paging paging) {
		List<ObjectNode> items = this.jdbc
			.sql("select * from recalculation_failure where run = ? order by applicant, jurisdiction limit ? offset ?")
			.params(run, paging.size(), paging.offset())
			.query((row, number) -> NODES.objectNode()
				.put("applicantId", row.getString("applicant"))
				.putNull("fileNumber")
				.put("jurisdiction", row.getString("jurisdiction"))
				.put("reason", row.getString("reason")))
			.list();
		return Listing.of(numbered(items), paging, count("recalculation_failure", run));
	}

	Listing<ObjectNode> undecided(UUID run, Paging paging) {
		List<ObjectNode> items = this.jdbc
			.sql("select * from recalculation_undecided where run = ? order by applicant, jurisdiction, program"
					+ " limit ? offset ?")
			.params(run, paging.size(), paging.offset())
			.query((row, number) -> {
				ObjectNode one = NODES.objectNode()
					.put("applicantId", row.getString("applicant"))
					.putNull("fileNumber")
					.put("jurisdiction", row.getString("jurisdiction"))
					.put("program", row.getString("program"))
					.put("period", row.getString("period"))
					.put("claim", row.getString("claim"));
				ArrayNode missing = one.putArray("missing");
				for (String field : (String[]) row.getArray("missing").getArray()) {
					missing.add(field);
				}
				return one;
			})
			.list();
		return Listing.of(numbered(items), paging, count("recalculation_undecided", run));
	}

	private long count(String table, UUID run) {
		return this.jdbc.sql("select count(*) from " + table + " where run = ?").param(run).query(Long.class).single();
	}

	private static Change change(ResultSet row, int number) throws SQLException {
		UUID applicant = row.getObject("applicant", UUID.class);
		ObjectNode view = NODES.objectNode();
		view.put("applicantId", applicant.toString());
		view.putNull("fileNumber");
		view.putNull("residentId");
		view.put("jurisdiction", row.getString("jurisdiction"));
		view.put("program", row.getString("program"));
		view.put("period", row.getString("period"));
		view.put("claim", row.getString("claim"));
		if (row.getString("before_outcome") != null) {
			stand(view.putObject("before"), row, "before");
		}
		else {
			view.putNull("before");
		}
		stand(view.putObject("after"), row, "after");
		view.put("difference", row.getBigDecimal("difference"));
		view.put("adjustment", row.getBigDecimal("adjustment"));
		view.put("because", row.getString("because"));
		return new Change(row.getObject("id", UUID.class), applicant, view);
	}

	private static void stand(ObjectNode stand, ResultSet row, String side) throws SQLException {
		stand.put("outcome", row.getString(side + "_outcome"));
		stand.put("amount", row.getBigDecimal(side + "_amount"));
		stand.put("version", row.getString(side + "_version"));
	}

	private static void money(ObjectNode one, ResultSet row) throws SQLException {
		BigDecimal before = row.getBigDecimal("paid_before");
		BigDecimal after = row.getBigDecimal("paid_after");
		one.put("paidBefore", before).put("paidAfter", after).put("difference", after.subtract(before));
	}

	private static @Nullable String emptyAsNull(String text) {
		return text.isEmpty() ? null : text;
	}

}
