package org.huiling.applicant.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.huiling.TestPerson;
import org.huiling.TestPerson.Facts;
import org.jspecify.annotations.Nullable;

/** What a made-up person lives on: poor households, pensioners, and those in between. */
final class SampleLivelihoods {

	private static final String[] TIERS = { "TOWNSHIP", "COUNTY", "CITY", "PROVINCE" };

	private final Random random;

	SampleLivelihoods(Random random) {
		this.random = random;
	}

	Livelihood of(String hukou, @Nullable LocalDate death) {
		int share = this.random.nextInt(100);
		boolean onDibao = share < 15;
		boolean tekun = !onDibao && share < 19;
		boolean pensioner = (share > 60 && "URBAN".equals(hukou)) || share > 92;
		BigDecimal pension = pensioner ? yuan(800, 3500) : this.random.nextBoolean() ? yuan(55, 150) : yuan(0, 0);
		int size = tekun ? 1 : 1 + this.random.nextInt(4);
		BigDecimal income = pension.add((onDibao || tekun) ? yuan(0, 200 * size) : yuan(100, 1200 * size));
		Facts dibao = onDibao ? dibao(hukou, size) : facts().with("type", "NONE");
		Facts household = facts().with("size", size)
			.with("monthlyIncome", known(income))
			.with("livingAlone", size == 1)
			.with("dibao", known(dibao));
		return new Livelihood(household, statuses(tekun, onDibao), pension, insurance(hukou, pensioner), claims(death));
	}

	private Facts dibao(String hukou, int size) {
		LocalDate since = day(2008, 5);
		return facts().with("type", hukou)
			.with("since", since)
			.with("to", oneIn(8) ? since.plusMonths(12 + this.random.nextInt(36)) : null)
			.with("monthlyAmount", yuan(60 * size, 200 * size));
	}

	private List<Facts> statuses(boolean tekun, boolean onDibao) {
		List<Facts> statuses = new ArrayList<>();
		if (tekun) {
			statuses.add(status("TEKUN", day(2006, 6), null));
		}
		else if (!onDibao && oneIn(12)) {
			statuses.add(status("LOW_INCOME", day(2010, 3), null));
		}
		if (oneIn(12)) {
			String[] kinds = { "SEVERE_ILLNESS", "VETERAN", "SPECIAL_FAMILY" };
			LocalDate from = day(2008, 5);
			statuses.add(status(kinds[this.random.nextInt(3)], from, oneIn(4) ? from.plusMonths(30) : null));
		}
		return statuses;
	}

	private static Facts status(String kind, LocalDate from, @Nullable LocalDate to) {
		return facts().with("kind", kind).with("from", from).with("to", to);
	}

	private Facts insurance(String hukou, boolean pensioner) {
		String scheme = "RURAL".equals(hukou) ? "NCMS" : pensioner ? "EMPLOYEE" : "URBAN_RESIDENT";
		return facts().with("scheme", oneIn(30) ? "NONE" : scheme)
			.with("year", 2013)
			.with("contributionPaid", known(!oneIn(20)));
	}

	private List<Facts> claims(@Nullable LocalDate death) {
		List<Facts> claims = new ArrayList<>();
		int count = Math.max(0, this.random.nextInt(9) - 5);
		for (int number = 1; number <= count; number++) {
			LocalDate date = day(2013, 1);
			if (death == null || !date.isAfter(death)) {
				claims.add(claim("c" + number, date));
			}
		}
		return claims;
	}

	private Facts claim(String id, LocalDate date) {
		Facts claim = facts().with("id", id).with("date", date);
		if (oneIn(12)) {
			return claim.with("kind", "DISASTER").with("totalCost", yuan(2000, 40_000));
		}
		boolean visit = oneIn(5);
		BigDecimal eligible = visit ? yuan(40, 900) : yuan(200, oneIn(6) ? 60_000 : 9000);
		BigDecimal total = eligible.add(yuan(0, oneIn(6) ? 20_000 : 2000));
		LocalDate admitted = visit ? null : date.minusDays(2 + this.random.nextInt(20));
		return claim.with("admitted", admitted)
			.with("kind", visit ? "OUTPATIENT" : "INPATIENT")
			.with("hospitalTier", known(TIERS[this.random.nextInt(TIERS.length)]))
			.with("totalCost", known(total))
			.with("eligibleCost", known(eligible));
	}

	private static Facts facts() {
		return TestPerson.facts();
	}

	private BigDecimal yuan(int least, int most) {
		return BigDecimal.valueOf(least * 100L + ((most > least) ? this.random.nextInt((most - least) * 100) : 0), 2);
	}

	private LocalDate day(int firstYear, int years) {
		return LocalDate.of(firstYear, 1, 1).plusDays(this.random.nextInt(365 * years));
	}

	private boolean oneIn(int times) {
		return this.random.nextInt(times) == 0;
	}

	/** The value, or now and then unknown. */
	private <T> @Nullable T known(T value) {
		return oneIn(35) ? null : value;
	}

	/** What belongs together in a person's living. */
	record Livelihood(Facts household, List<Facts> statuses, BigDecimal pension, Facts insurance, List<Facts> claims) {
	}

}
