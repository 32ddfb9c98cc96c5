package org.huiling.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.huiling.TestPerson;
import org.huiling.TestPerson.Facts;
import org.jspecify.annotations.Nullable;

/** Claims with costs at deductibles, segments, caps and lines of relief. */
final class RandomClaims {

	private static final String[] ELIGIBLE = { "0", "100", "150", "300", "500", "600", "800", "1000", "2300", "10100",
			"10300", "10600", "11000", "30300", "120000", "200000", "261300" };

	/** Paid by the person beside the eligible cost, near the lines of hardship relief. */
	private static final String[] BESIDE = { "0", "2500", "5000", "10000", "30000" };

	private final Draw draw;

	RandomClaims(Draw draw) {
		this.draw = draw;
	}

	/** None to four claims, none of them after a death. */
	List<Facts> upTo(@Nullable LocalDate death) {
		List<Facts> claims = new ArrayList<>();
		int count = this.draw.between(0, 4);
		for (int number = 1; number <= count; number++) {
			LocalDate date = this.draw.day();
			if (death == null || !date.isAfter(death)) {
				claims.add(claim("c" + number, date));
			}
		}
		return claims;
	}

	private Facts claim(String id, LocalDate date) {
		Facts claim = TestPerson.facts().with("id", id).with("date", date);
		if (this.draw.oneIn(5)) {
			return claim.with("kind", "DISASTER")
				.with("totalCost", this.draw.maybe(() -> this.draw.near("3000", "10000")));
		}
		String kind = this.draw.oneIn(4) ? "OUTPATIENT" : "INPATIENT";
		BigDecimal eligible = this.draw.near(ELIGIBLE);
		BigDecimal total = eligible.add(new BigDecimal(this.draw.of(BESIDE)).setScale(2));
		return claim.with("admitted", this.draw.maybe(() -> date.minusDays(this.draw.between(0, 20))))
			.with("kind", kind)
			.with("hospitalTier", this.draw.maybe(() -> this.draw.of("TOWNSHIP", "COUNTY", "CITY", "PROVINCE")))
			.with("totalCost", this.draw.maybe(() -> total))
			.with("eligibleCost", this.draw.maybe(() -> eligible));
	}

}
