package org.huiling.recalculation.run;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.huiling.account.RegionScope;
import org.huiling.policy.PolicyCatalogue;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds whom a run reviews: everybody with a region of the jurisdiction in any record,
 * and everybody about whom it ever decided, so that those who moved out are ended.
 */
@Component
class Population {

	/** How many people are reviewed in one transaction. */
	static final int SLICE = 1000;

	private final JdbcClient jdbc;

	private final PolicyCatalogue catalogue;

	Population(JdbcClient jdbc, PolicyCatalogue catalogue) {
		this.jdbc = jdbc;
		this.catalogue = catalogue;
	}

	/** Writes them down in slices, once. */
	@Transactional
	public void gather(Run run) {
		long total = 0;
		for (String jurisdiction : run.jurisdictions()) {
			total += gather(run, jurisdiction);
		}
		this.jdbc.sql("update recalculation set total = ? where id = ?").params(total, run.id()).update();
	}

	private int gather(Run run, String jurisdiction) {
		WithdrawnVersion withdrawn = run.withdrawn();
		int people = (withdrawn != null) ? gather(run, withdrawn) : gatherEverybody(run, jurisdiction);
		this.jdbc
			.sql("insert into recalculation_slice (run, jurisdiction, first, last)"
					+ " select ?, ?, n, least(n + ? - 1, ?) from generate_series(1, ?, ?) n")
			.params(run.id(), jurisdiction, SLICE, people, people, SLICE)
			.update();
		return people;
	}

	/** Those with a decision under a version, each from the first of them on. */
	private int gather(Run run, WithdrawnVersion version) {
		return this.jdbc
			.sql("insert into recalculation_person (run, jurisdiction, number, applicant, from_month)"
					+ " select ?, ?, row_number() over (order by p.applicant), p.applicant, p.first"
					+ " from applicant_decided_under p where p.jurisdiction = ? and p.program = ? and p.version = ?")
			.params(run.id(), version.jurisdiction(), version.jurisdiction(), version.program(), version.version())
			.update();
	}

	private int gatherEverybody(Run run, String jurisdiction) {
		String prefix = this.catalogue.jurisdiction(jurisdiction).orElseThrow().regionPrefix();
		List<Object> parameters = new ArrayList<>(List.of(run.id(), jurisdiction, jurisdiction));
		String touched = "";
		if (run.touchedSince() != null) {
			touched = " where p.applicant in (select t.applicant from applicant_touched t where t.at > ?)"
					+ " or exists (select from facts_changed c where c.jurisdiction = ? and c.at > ?)";
			OffsetDateTime since = run.touchedSince().atOffset(ZoneOffset.UTC);
			parameters.addAll(List.of(since, jurisdiction, since));
		}
		return this.jdbc
			.sql("insert into recalculation_person (run, jurisdiction, number, applicant)"
					+ " select ?, ?, row_number() over (order by p.applicant), p.applicant from ("
					+ "select s.applicant from applicant_seen_in s where "
					+ new RegionScope(List.of(prefix)).condition("s.region")
					+ " union select d.applicant from applicant_decided d where d.jurisdiction = ?) p" + touched)
			.params(parameters)
			.update();
	}

	/** Forgets whom a completed run reviewed; its slices keep the counts. */
	void forget(Run run) {
		this.jdbc.sql("delete from recalculation_person where run = ?").param(run.id()).update();
	}

}
