package org.huiling.recalculation;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.decision.DecisionReviews;
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

	private final ApplicantRegister register;

	private final DecisionReviews reviews;

	private final PolicyCatalogue catalogue;

	Population(JdbcClient jdbc, ApplicantRegister register, DecisionReviews reviews, PolicyCatalogue catalogue) {
		this.jdbc = jdbc;
		this.register = register;
		this.reviews = reviews;
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
					+ " select ?, ?, row_number() over (order by p.applicant), p.applicant, p.first from ("
					+ this.reviews.peopleUnder() + ") p")
			.params(run.id(), version.jurisdiction(), version.jurisdiction(), version.program(), version.version())
			.update();
	}

	private int gatherEverybody(Run run, String jurisdiction) {
		String prefix = this.catalogue.jurisdiction(jurisdiction).orElseThrow().regionPrefix();
		List<Object> parameters = new ArrayList<>(List.of(run.id(), jurisdiction, jurisdiction));
		String touched = "";
		if (run.touchedSince() != null) {
			touched = " where p.applicant in (" + this.register.peopleTouched() + ")";
			parameters.add(run.touchedSince().atOffset(ZoneOffset.UTC));
		}
		return this.jdbc
			.sql("insert into recalculation_person (run, jurisdiction, number, applicant)"
					+ " select ?, ?, row_number() over (order by p.applicant), p.applicant from ("
					+ this.register.peopleBelow(prefix) + " union " + this.reviews.peopleDecided() + ") p" + touched)
			.params(parameters)
			.update();
	}

	/** Forgets whom a completed run reviewed; its slices keep the counts. */
	void forget(Run run) {
		this.jdbc.sql("delete from recalculation_person where run = ?").param(run.id()).update();
	}

}
