package org.huiling.recalculation.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.ApplicantRegister.ShownPerson;
import org.huiling.decision.store.InKindView;
import org.huiling.engine.InKind;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a run found about people: changes, who failed and what is missing. */
@Repository
public class RunFindings {

	private static final String ALL = "select *, (select j.currency from jurisdiction j"
			+ " where j.id = recalculation_change.jurisdiction) as currency";

	private static final String CHANGES = ALL + " from recalculation_change where run = ?"
			+ " and (?::text is null or program = ?) order by id";

	/** How many changes are read, and their people's ids opened, at once. */
	private static final int BLOCK = 500;

	private final JdbcClient jdbc;

	private final ApplicantRegister register;

	RunFindings(JdbcClient jdbc, ApplicantRegister register) {
		this.jdbc = jdbc;
		this.register = register;
	}

	/** A change by its id, without what tells the person. */
	private record Found(UUID id, RunChange change) {
	}

	/** One page of the changes, in the order in which people were reviewed. */
	public Listing<RunChange> changes(UUID run, @Nullable String program, Paging paging) {
		List<Found> changes = this.jdbc.sql(CHANGES + " limit ? offset ?")
			.param(run)
			.param(program)
			.param(program)
			.param(paging.size())
			.param(paging.offset())
			.query(RunFindings::found)
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
	public void allChanges(UUID run, @Nullable String program, Consumer<RunChange> taker) {
		UUID after = new UUID(0, 0);
		while (true) {
			List<Found> block = this.jdbc
				.sql(ALL + " from recalculation_change where run = ? and (?::text is null or program = ?) and id > ?"
						+ " order by id limit ?")
				.param(run)
				.param(program)
				.param(program)
				.param(after)
				.param(BLOCK)
				.query(RunFindings::found)
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
	public List<UUID> toNotify(UUID run, List<UUID> after) {
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

	private List<RunChange> identified(List<Found> found) {
		Map<UUID, ShownPerson> people = this.register
			.shown(found.stream().map((one) -> one.change().applicantId()).collect(Collectors.toSet()));
		return found.stream().map((one) -> one.change().of(people.get(one.change().applicantId()))).toList();
	}

	/** By what people are told apart. */
	private static @Nullable String number(@Nullable ShownPerson person) {
		return (person != null) ? person.fileNumber() : null;
	}

	public Listing<RunFailure> failures(UUID run, Paging paging) {
		List<RunFailure> items = this.jdbc
			.sql("select * from recalculation_failure where run = ? order by applicant, jurisdiction limit ? offset ?")
			.params(run, paging.size(), paging.offset())
			.query((row, number) -> new RunFailure(row.getObject("applicant", UUID.class), null,
					row.getString("jurisdiction"), row.getString("reason")))
			.list();
		Map<UUID, ShownPerson> people = this.register.shown(items.stream().map(RunFailure::applicantId).toList());
		return Listing.of(items.stream().map((one) -> one.of(number(people.get(one.applicantId())))).toList(), paging,
				count("recalculation_failure", run));
	}

	public Listing<RunUndecided> undecided(UUID run, Paging paging) {
		List<RunUndecided> items = this.jdbc
			.sql("select * from recalculation_undecided where run = ? order by applicant, jurisdiction, program"
					+ " limit ? offset ?")
			.params(run, paging.size(), paging.offset())
			.query((row, number) -> new RunUndecided(row.getObject("applicant", UUID.class), null,
					row.getString("jurisdiction"), row.getString("program"), row.getString("period"),
					row.getString("claim"), List.of((String[]) row.getArray("missing").getArray())))
			.list();
		Map<UUID, ShownPerson> people = this.register.shown(items.stream().map(RunUndecided::applicantId).toList());
		return Listing.of(items.stream().map((one) -> one.of(number(people.get(one.applicantId())))).toList(), paging,
				count("recalculation_undecided", run));
	}

	private long count(String table, UUID run) {
		return this.jdbc.sql("select count(*) from " + table + " where run = ?").param(run).query(Long.class).single();
	}

	private static Found found(ResultSet row, int number) throws SQLException {
		RunChange.Stand before = (row.getString("before_outcome") != null) ? stand(row, "before") : null;
		return new Found(row.getObject("id", UUID.class),
				new RunChange(row.getObject("applicant", UUID.class), null, null, row.getString("jurisdiction"),
						row.getString("program"), row.getString("period"), row.getString("claim"), before,
						stand(row, "after"), row.getBigDecimal("difference"), row.getBigDecimal("adjustment"),
						row.getString("because"), row.getString("currency")));
	}

	private static RunChange.Stand stand(ResultSet row, String side) throws SQLException {
		List<InKind> inKind = InKindView.read(row.getString(side + "_in_kind"));
		return new RunChange.Stand(row.getString(side + "_outcome"),
				inKind.isEmpty() ? row.getBigDecimal(side + "_amount") : null, InKindView.of(inKind),
				row.getString(side + "_version"));
	}

}
