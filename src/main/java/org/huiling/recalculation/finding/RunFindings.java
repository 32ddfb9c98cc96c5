package org.huiling.recalculation.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.ApplicantRegister.ShownPerson;
import org.huiling.decision.store.InKindView;
import org.huiling.engine.InKind;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a run found about people: changes, who failed and what is missing. */
@Repository
public class RunFindings {

	private static final String ALL = "select *, (select j.currency from jurisdiction j"
			+ " where j.id = recalculation_change.jurisdiction) as currency";

	private static final String CHANGE = "recalculation_change";

	private static final String FAILURE = "recalculation_failure";

	private static final String FAILURES_IN_ORDER = " order by applicant, jurisdiction";

	private static final String UNDECIDED = "recalculation_undecided";

	private static final String UNDECIDED_IN_ORDER = " order by applicant, jurisdiction, program, period, claim";

	/** How many changes are read, and their people's ids opened, at once. */
	private static final int BLOCK = 500;

	private final JdbcClient jdbc;

	private final JdbcTemplate streaming;

	private final ApplicantRegister register;

	RunFindings(JdbcClient jdbc, DataSource dataSource, ApplicantRegister register) {
		this.jdbc = jdbc;
		this.streaming = new JdbcTemplate(dataSource);
		this.streaming.setFetchSize(BLOCK);
		this.register = register;
	}

	/** A change by its id, without what tells the person. */
	private record Found(UUID id, RunChange change) {
	}

	/** One page of the changes, in the order in which people were reviewed. */
	public Listing<RunChange> changes(UUID run, FindingFilter filter, Paging paging) {
		List<Object> parameters = new ArrayList<>(List.of(run));
		String where = where(CHANGE, filter, parameters);
		List<Found> changes = this.jdbc.sql(ALL + where + " order by id limit ? offset ?")
			.params(parameters)
			.params(paging.size(), paging.offset())
			.query(RunFindings::found)
			.list();
		return Listing.of(identified(changes), paging, count(where, parameters));
	}

	/** All changes, a block at a time. */
	public void allChanges(UUID run, FindingFilter filter, Consumer<List<RunChange>> taker) {
		UUID after = new UUID(0, 0);
		while (true) {
			List<Object> parameters = new ArrayList<>(List.of(run));
			String where = where(CHANGE, filter, parameters);
			List<Found> block = this.jdbc.sql(ALL + where + " and id > ? order by id limit ?")
				.params(parameters)
				.params(after, BLOCK)
				.query(RunFindings::found)
				.list();
			if (block.isEmpty()) {
				return;
			}
			taker.accept(identified(block));
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

	public Listing<RunFailure> failures(UUID run, FindingFilter filter, Paging paging) {
		List<Object> parameters = new ArrayList<>(List.of(run));
		String where = where(FAILURE, filter, parameters);
		List<RunFailure> items = this.jdbc.sql("select *" + where + FAILURES_IN_ORDER + " limit ? offset ?")
			.params(parameters)
			.params(paging.size(), paging.offset())
			.query((row, number) -> failure(row))
			.list();
		return Listing.of(failed(items), paging, count(where, parameters));
	}

	/** Everybody who could not be reviewed, a block at a time. */
	@Transactional(readOnly = true)
	public void allFailures(UUID run, FindingFilter filter, Consumer<List<RunFailure>> taker) {
		all(FAILURE, FAILURES_IN_ORDER, run, filter, RunFindings::failure, (block) -> taker.accept(failed(block)));
	}

	private List<RunFailure> failed(List<RunFailure> items) {
		Map<UUID, ShownPerson> people = this.register.shown(items.stream().map(RunFailure::applicantId).toList());
		return items.stream().map((one) -> one.of(number(people.get(one.applicantId())))).toList();
	}

	public Listing<RunUndecided> undecided(UUID run, FindingFilter filter, Paging paging) {
		List<Object> parameters = new ArrayList<>(List.of(run));
		String where = where(UNDECIDED, filter, parameters);
		List<RunUndecided> items = this.jdbc.sql("select *" + where + UNDECIDED_IN_ORDER + " limit ? offset ?")
			.params(parameters)
			.params(paging.size(), paging.offset())
			.query((row, number) -> undecided(row))
			.list();
		return Listing.of(lacking(items), paging, count(where, parameters));
	}

	/** How many tasks its undecided come to: one for each person and program. */
	public long tasks(UUID run) {
		return this.jdbc
			.sql("select count(*) from (select distinct applicant, jurisdiction, program from recalculation_undecided"
					+ " where run = ? and cardinality(missing) > 0) one")
			.param(run)
			.query(Long.class)
			.single();
	}

	/** Everything that could not be decided, a block at a time. */
	@Transactional(readOnly = true)
	public void allUndecided(UUID run, FindingFilter filter, Consumer<List<RunUndecided>> taker) {
		all(UNDECIDED, UNDECIDED_IN_ORDER, run, filter, RunFindings::undecided,
				(block) -> taker.accept(lacking(block)));
	}

	private List<RunUndecided> lacking(List<RunUndecided> items) {
		Map<UUID, ShownPerson> people = this.register.shown(items.stream().map(RunUndecided::applicantId).toList());
		return items.stream().map((one) -> one.of(number(people.get(one.applicantId())))).toList();
	}

	/** Through a cursor. */
	private <T> void all(String table, String order, UUID run, FindingFilter filter, Read<T> reader,
			Consumer<List<T>> taker) {
		List<Object> parameters = new ArrayList<>(List.of(run));
		String where = where(table, filter, parameters);
		List<T> block = new ArrayList<>();
		this.streaming.query("select *" + where + order, (row) -> {
			block.add(reader.of(row));
			if (block.size() == BLOCK) {
				taker.accept(List.copyOf(block));
				block.clear();
			}
		}, parameters.toArray());
		if (!block.isEmpty()) {
			taker.accept(block);
		}
	}

	/** Reads a row. */
	@FunctionalInterface
	private interface Read<T> {

		T of(ResultSet row) throws SQLException;

	}

	private static String where(String table, FindingFilter filter, List<Object> parameters) {
		return " from " + table + " where run = ?" + filter.and(table, parameters);
	}

	private long count(String where, List<Object> parameters) {
		return this.jdbc.sql("select count(*)" + where).params(parameters).query(Long.class).single();
	}

	private static RunFailure failure(ResultSet row) throws SQLException {
		return new RunFailure(row.getObject("applicant", UUID.class), null, row.getString("jurisdiction"),
				row.getString("reason"));
	}

	private static RunUndecided undecided(ResultSet row) throws SQLException {
		return new RunUndecided(row.getObject("applicant", UUID.class), null, row.getString("jurisdiction"),
				row.getString("program"), row.getString("period"), row.getString("claim"),
				List.of((String[]) row.getArray("missing").getArray()));
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
		String outcome = row.getString(side + "_outcome");
		return new RunChange.Stand(outcome, inKind.isEmpty() ? row.getBigDecimal(side + "_amount") : null,
				InKindView.of(inKind), row.getString(side + "_version"),
				Objects.requireNonNullElse(row.getString(side + "_status"), outcome));
	}

}
