package org.huiling.engine.assessment;

import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.huiling.engine.Over;
import org.huiling.facts.Period;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordedClaim;

/** The claims of one applicant with their results, by list and calendar year. */
final class ClaimsByYear {

	private static final Comparator<RecordedClaim> IN_ORDER = (one, other) -> {
		int byDay = one.date().compareTo(other.date());
		return (byDay != 0) ? byDay : one.id().compareTo(other.id());
	};

	private final ApplicantEvaluation evaluation;

	/** There are few of them. */
	private final List<ClaimResults> years = new ArrayList<>(2);

	ClaimsByYear(ApplicantEvaluation evaluation) {
		this.evaluation = evaluation;
	}

	ClaimResults of(Over over, int year) {
		for (int i = 0; i < this.years.size(); i++) {
			ClaimResults known = this.years.get(i);
			if (known.isOf(over, year)) {
				return known;
			}
		}
		ClaimResults first = new ClaimResults(this.evaluation, over, year, claims(over, Period.of(Year.of(year))));
		this.years.add(first);
		return first;
	}

	/** In order of date, then id. */
	private List<RecordedClaim> claims(Over over, Period year) {
		List<FactRecord> items = this.evaluation.on(year.lastDay()).items(over.list());
		if (items == null || items.isEmpty()) {
			return List.of();
		}
		List<RecordedClaim> claims = new ArrayList<>(items.size());
		for (int i = 0; i < items.size(); i++) {
			RecordedClaim claim = new RecordedClaim(items.get(i), over.list());
			if (year.contains(claim.date())) {
				claims.add(claim);
			}
		}
		if (claims.size() > 1) {
			claims.sort(IN_ORDER);
		}
		return claims;
	}

}
