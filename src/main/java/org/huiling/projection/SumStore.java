package org.huiling.projection;

import java.util.UUID;

import javax.sql.DataSource;

import org.huiling.projection.report.Change;
import org.huiling.projection.report.Sums;
import org.huiling.storage.BinaryCopy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what projections add up: of each slice, and of all of them in the end. */
@Repository
class SumStore {

	private final JdbcClient jdbc;

	private final DataSource dataSource;

	SumStore(JdbcClient jdbc, DataSource dataSource) {
		this.jdbc = jdbc;
		this.dataSource = dataSource;
	}

	void add(UUID projection, int slice, Sums sums) {
		BinaryCopy rows = new BinaryCopy("projection_sum (projection, slice, kind, key, part, people, gains, loses,"
				+ " begins, ends, same, lacking, before, after)", 14);
		sums.forEach((key, sum) -> rows.row()
			.uuid(projection)
			.integer(slice)
			.text(key.kind().name())
			.text(key.key())
			.text(key.part())
			.number(sum.people())
			.number(sum.people(Change.GAINS))
			.number(sum.people(Change.LOSES))
			.number(sum.people(Change.NEW))
			.number(sum.people(Change.ENDS))
			.number(sum.people(Change.SAME))
			.number(sum.people(Change.NEEDS_INFORMATION))
			.numeric(sum.before())
			.numeric(sum.after()));
		rows.send(this.dataSource);
	}

	/** Adds all slices up, so that nobody who reads has to. */
	void sumUp(UUID projection) {
		this.jdbc
			.sql("""
					with gone as (delete from projection_sum where projection = ? returning *)
					insert into projection_sum (projection, slice, kind, key, part, people, gains, loses, begins, ends, same,
						lacking, before, after)
					select projection, 0, kind, key, part, sum(people), sum(gains), sum(loses), sum(begins), sum(ends),
						sum(same), sum(lacking), sum(before), sum(after)
					from gone group by projection, kind, key, part""")
			.param(projection)
			.update();
	}

	/** What was added up in the end. */
	Sums of(UUID projection) {
		Sums sums = new Sums();
		this.jdbc.sql("select * from projection_sum where projection = ?").param(projection).query((row) -> {
			Sums.Sum sum = sums.of(new Sums.Key(Sums.Kind.valueOf(row.getString("kind")), row.getString("key"),
					row.getString("part")));
			sum.add(null, row.getBigDecimal("before"), row.getBigDecimal("after"));
			sum.add(Change.GAINS, row.getLong("gains"));
			sum.add(Change.LOSES, row.getLong("loses"));
			sum.add(Change.NEW, row.getLong("begins"));
			sum.add(Change.ENDS, row.getLong("ends"));
			sum.add(Change.SAME, row.getLong("same"));
			sum.add(Change.NEEDS_INFORMATION, row.getLong("lacking"));
		});
		return sums;
	}

}
