package org.huiling.projection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.huiling.account.RegionScope;
import org.huiling.policy.PolicyCatalogue;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whom projections are about, in slices: everybody with a region of the jurisdiction in
 * any record, and everybody about whom it ever decided, as runs review them.
 */
@Repository
class SliceStore {

	/** How many people are assessed in one transaction. */
	static final int SLICE = 500;

	private final JdbcClient jdbc;

	private final PolicyCatalogue catalogue;

	SliceStore(JdbcClient jdbc, PolicyCatalogue catalogue) {
		this.jdbc = jdbc;
		this.catalogue = catalogue;
	}

	/** Writes them down, once, in the caller's transaction. */
	void gather(Projection projection) {
		String prefix = this.catalogue.jurisdiction(projection.jurisdiction()).orElseThrow().regionPrefix();
		int people = this.jdbc
			.sql("insert into projection_person (projection, number, applicant)"
					+ " select ?, row_number() over (order by p.applicant), p.applicant from ("
					+ "select s.applicant from applicant_seen_in s where "
					+ new RegionScope(List.of(prefix)).condition("s.region")
					+ " union select d.applicant from applicant_decided d where d.jurisdiction = ?) p")
			.params(projection.id(), projection.jurisdiction())
			.update();
		this.jdbc
			.sql("insert into projection_slice (projection, first, last)"
					+ " select ?, n, least(n + ? - 1, ?) from generate_series(1, ?, ?) n")
			.params(projection.id(), SLICE, people, people, SLICE)
			.update();
		this.jdbc.sql("update projection set total = ? where id = ?").params(people, projection.id()).update();
	}

	/**
	 * Some of a projection's people.
	 *
	 * @param first the number of the first
	 * @param people their ids
	 */
	record Slice(int first, List<UUID> people) {
	}

	/**
	 * The next slice that nobody is at; nobody else takes it until the transaction ends.
	 */
	Optional<Slice> next(UUID projection) {
		return this.jdbc
			.sql("select first, last from projection_slice where projection = ? and not done"
					+ " order by first limit 1 for update skip locked")
			.param(projection)
			.query((row, number) -> new int[] { row.getInt("first"), row.getInt("last") })
			.optional()
			.map((slice) -> new Slice(slice[0],
					this.jdbc
						.sql("select applicant from projection_person where projection = ?"
								+ " and number between ? and ? order by number")
						.params(projection, slice[0], slice[1])
						.query(UUID.class)
						.list()));
	}

	void done(UUID projection, Slice slice, int failed, int gone) {
		this.jdbc
			.sql("update projection_slice set done = true, failed = ?, gone = ? where projection = ? and first = ?")
			.params(failed, gone, projection, slice.first())
			.update();
	}

	/** Whether any slice is left, taken by somebody or not. */
	boolean isAnyLeft(UUID projection) {
		return this.jdbc.sql("select exists (select from projection_slice where projection = ? and not done)")
			.param(projection)
			.query(Boolean.class)
			.single();
	}

	/** Forgets whom it was about once everybody is assessed; what was found stays. */
	void forget(UUID projection) {
		this.jdbc.sql("delete from projection_person where projection = ?").param(projection).update();
	}

}
