package org.huiling.applicant.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.huiling.facts.ApplicantRecord.Claim;
import org.huiling.facts.ApplicantRecord.Dibao;
import org.huiling.facts.ApplicantRecord.Household;
import org.huiling.facts.ApplicantRecord.Insurance;
import org.huiling.facts.ApplicantRecord.Status;
import org.huiling.facts.ClaimKind;
import org.huiling.facts.DibaoType;
import org.huiling.facts.HospitalTier;
import org.huiling.facts.HukouType;
import org.huiling.facts.Scheme;
import org.huiling.facts.StatusKind;
import org.jspecify.annotations.Nullable;

/** What a made-up person lives on: poor households, pensioners, and those in between. */
final class SampleLivelihoods {

	private final Random random;

	SampleLivelihoods(Random random) {
		this.random = random;
	}

	Livelihood of(HukouType hukou, @Nullable LocalDate death) {
		int share = this.random.nextInt(100);
		boolean onDibao = share < 15;
		boolean tekun = !onDibao && share < 19;
		boolean pensioner = (share > 60 && hukou == HukouType.URBAN) || share > 92;
		BigDecimal pension = pensioner ? yuan(800, 3500) : this.random.nextBoolean() ? yuan(55, 150) : yuan(0, 0);
		int size = tekun ? 1 : 1 + this.random.nextInt(4);
		BigDecimal income = pension.add((onDibao || tekun) ? yuan(0, 200 * size) : yuan(100, 1200 * size));
		Dibao dibao = onDibao ? dibao(hukou, size) : new Dibao(DibaoType.NONE, null, null, null);
		return new Livelihood(new Household(size, known(income), size == 1, known(dibao)), statuses(tekun, onDibao),
				pension, insurance(hukou, pensioner), claims(death));
	}

	private Dibao dibao(HukouType hukou, int size) {
		DibaoType type = (hukou == HukouType.URBAN) ? DibaoType.URBAN : DibaoType.RURAL;
		LocalDate since = day(2008, 5);
		return new Dibao(type, since, oneIn(8) ? since.plusMonths(12 + this.random.nextInt(36)) : null,
				yuan(60 * size, 200 * size));
	}

	private List<Status> statuses(boolean tekun, boolean onDibao) {
		List<Status> statuses = new ArrayList<>();
		if (tekun) {
			statuses.add(new Status(StatusKind.TEKUN, day(2006, 6), null));
		}
		else if (!onDibao && oneIn(12)) {
			statuses.add(new Status(StatusKind.LOW_INCOME, day(2010, 3), null));
		}
		if (oneIn(12)) {
			StatusKind[] kinds = { StatusKind.SEVERE_ILLNESS, StatusKind.VETERAN, StatusKind.SPECIAL_FAMILY };
			LocalDate from = day(2008, 5);
			statuses.add(new Status(kinds[this.random.nextInt(3)], from, oneIn(4) ? from.plusMonths(30) : null));
		}
		return statuses;
	}

	private Insurance insurance(HukouType hukou, boolean pensioner) {
		Scheme scheme = (hukou == HukouType.RURAL) ? Scheme.NCMS : pensioner ? Scheme.EMPLOYEE : Scheme.URBAN_RESIDENT;
		return new Insurance(oneIn(30) ? Scheme.NONE : scheme, 2013, known(!oneIn(20)));
	}

	private List<Claim> claims(@Nullable LocalDate death) {
		List<Claim> claims = new ArrayList<>();
		int count = Math.max(0, this.random.nextInt(9) - 5);
		for (int number = 1; number <= count; number++) {
			LocalDate date = day(2013, 1);
			if (death == null || !date.isAfter(death)) {
				claims.add(claim("c" + number, date));
			}
		}
		return claims;
	}

	private Claim claim(String id, LocalDate date) {
		if (oneIn(12)) {
			return new Claim(id, date, null, ClaimKind.DISASTER, null, yuan(2000, 40_000), null);
		}
		ClaimKind kind = oneIn(5) ? ClaimKind.OUTPATIENT : ClaimKind.INPATIENT;
		HospitalTier[] tiers = HospitalTier.values();
		BigDecimal eligible = (kind == ClaimKind.OUTPATIENT) ? yuan(40, 900) : yuan(200, oneIn(6) ? 60_000 : 9000);
		BigDecimal total = eligible.add(yuan(0, oneIn(6) ? 20_000 : 2000));
		LocalDate admitted = (kind == ClaimKind.INPATIENT) ? date.minusDays(2 + this.random.nextInt(20)) : null;
		return new Claim(id, date, admitted, kind, known(tiers[this.random.nextInt(tiers.length)]), known(total),
				known(eligible));
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
	record Livelihood(Household household, List<Status> statuses, BigDecimal pension, Insurance insurance,
			List<Claim> claims) {
	}

}
