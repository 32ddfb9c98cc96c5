package org.huiling.engine.finder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.Cycle;
import org.huiling.engine.finder.Setting.Birthday;
import org.huiling.engine.finder.Setting.Earlier;
import org.huiling.engine.finder.Setting.Income;
import org.huiling.engine.finder.Setting.On;
import org.huiling.engine.finder.Setting.Since;
import org.huiling.engine.finder.Setting.YearOfPeriod;
import org.huiling.facts.ApplicantRecord;
import org.huiling.facts.ApplicantRecord.Claim;
import org.huiling.facts.ApplicantRecord.Dibao;
import org.huiling.facts.ApplicantRecord.Disability;
import org.huiling.facts.ApplicantRecord.Household;
import org.huiling.facts.ApplicantRecord.Hukou;
import org.huiling.facts.ApplicantRecord.Insurance;
import org.huiling.facts.ApplicantRecord.Pension;
import org.huiling.facts.ApplicantRecord.Residence;
import org.huiling.facts.ApplicantRecord.Status;
import org.huiling.facts.ClaimKind;
import org.huiling.facts.DibaoType;
import org.huiling.facts.DisabilityCategory;
import org.huiling.facts.HospitalTier;
import org.huiling.facts.HukouType;
import org.huiling.facts.Period;
import org.huiling.facts.Scheme;
import org.huiling.facts.Sex;
import org.huiling.facts.StatusKind;
import org.jspecify.annotations.Nullable;

/**
 * Draws the applicant of a probe: free of contradictions, so that the record can be
 * posted as it is.
 */
final class Portrait {

	static final String CLAIM = "c1";

	/** No year's insurance, so that no other program pays for a claim. */
	private static final Scheme UNINSURED = Scheme.NONE;

	private final Probe probe;

	private final Period period;

	private final LocalDate birth;

	Portrait(Probe probe) {
		this.probe = probe;
		this.period = probe.period();
		this.birth = probe.get(Knob.BIRTH, new Birthday(70, On.FIRST_DAY)).born(this.period);
	}

	ApplicantRecord record() {
		boolean alive = this.probe.get(Knob.ALIVE, true) || this.period.firstDay().minusDays(1).isBefore(this.birth);
		return new ApplicantRecord(null, null, this.birth, this.probe.get(Knob.SEX, Sex.FEMALE),
				alive ? null : this.period.firstDay().minusDays(1),
				new Hukou(region(Knob.HUKOU_REGION), this.probe.get(Knob.HUKOU_TYPE, HukouType.RURAL),
						since(Knob.HUKOU_SINCE)),
				new Residence(region(Knob.RESIDENCE_REGION), since(Knob.RESIDENCE_SINCE)), household(), statuses(),
				List.of(), disability(), this.probe.get(Knob.CARE_LEVEL, 0),
				new Pension(this.probe.get(Knob.PENSION, new BigDecimal("500.00"))), null, null, insurance(), null,
				claims());
	}

	private String region(Knob knob) {
		return this.probe.get(knob, Regions.inside(this.probe.setup().regionPrefix()));
	}

	/** Nobody lives anywhere before they are born. */
	private LocalDate since(Knob knob) {
		LocalDate day = day(this.probe.get(knob));
		return (day == null || day.isBefore(this.birth)) ? this.birth : day;
	}

	private @Nullable LocalDate day(@Nullable Object setting) {
		return (setting instanceof Since since) ? since.day(this.period) : (LocalDate) setting;
	}

	private Household household() {
		boolean alone = this.probe.get(Knob.LIVING_ALONE, false);
		int size = this.probe.get(Knob.SIZE, alone ? 1 : 2);
		Income income = this.probe.get(Knob.INCOME, new Income(new BigDecimal("2000.00"), true));
		return new Household(size, income.of(size), alone, dibao());
	}

	private Dibao dibao() {
		DibaoType type = this.probe.get(Knob.DIBAO_TYPE, DibaoType.NONE);
		if (type == DibaoType.NONE) {
			return new Dibao(type, null, null, null);
		}
		LocalDate since = day(this.probe.get(Knob.DIBAO_SINCE, new Since(36, 0)));
		return new Dibao(type, since, null, this.probe.get(Knob.DIBAO_AMOUNT, new BigDecimal("200.00")));
	}

	private List<Status> statuses() {
		List<Status> statuses = new ArrayList<>();
		add(statuses, Knob.TEKUN, StatusKind.TEKUN);
		add(statuses, Knob.LOW_INCOME, StatusKind.LOW_INCOME);
		add(statuses, Knob.SPECIAL_FAMILY, StatusKind.SPECIAL_FAMILY);
		add(statuses, Knob.SEVERE_ILLNESS, StatusKind.SEVERE_ILLNESS);
		add(statuses, Knob.VETERAN, StatusKind.VETERAN);
		return statuses;
	}

	private void add(List<Status> statuses, Knob knob, StatusKind kind) {
		if (this.probe.get(knob, false)) {
			LocalDate from = this.period.firstDay().minusMonths(36);
			statuses.add(new Status(kind, from.isBefore(this.birth) ? this.birth : from, null));
		}
	}

	private Disability disability() {
		int grade = this.probe.get(Knob.GRADE, (this.probe.get(Knob.CATEGORY) != null) ? 1 : 0);
		return new Disability((grade == 0) ? null : this.probe.get(Knob.CATEGORY, DisabilityCategory.PHYSICAL), grade);
	}

	private Insurance insurance() {
		Object year = this.probe.get(Knob.INSURANCE_YEAR, new YearOfPeriod(0));
		int value = (year instanceof YearOfPeriod of) ? this.period.firstDay().getYear() + of.offset() : (Integer) year;
		return new Insurance(this.probe.get(Knob.SCHEME, UNINSURED), value, this.probe.get(Knob.CONTRIBUTION, true));
	}

	private List<Claim> claims() {
		if (this.probe.claim() == null) {
			return List.of();
		}
		List<Claim> claims = new ArrayList<>();
		ClaimKind kind = this.probe.get(Knob.CLAIM_KIND, ClaimKind.INPATIENT);
		if (this.probe.get(Knob.EARLIER) instanceof Earlier earlier) {
			for (int i = 1; i <= earlier.count(); i++) {
				ClaimKind its = (earlier.kind() != null) ? earlier.kind() : kind;
				claims.add(claim("a" + (10 + i), its, earlier.cost(), earlier.cost()));
			}
		}
		BigDecimal eligible = this.probe.get(Knob.ELIGIBLE_COST, new BigDecimal("10000.00"));
		BigDecimal total = this.probe.get(Knob.TOTAL_COST, eligible.add(new BigDecimal("2000.00")));
		if (total.compareTo(eligible) < 0) {
			if (this.probe.get(Knob.ELIGIBLE_COST) == null) {
				eligible = total;
			}
			else {
				total = eligible;
			}
		}
		claims.add(claim(CLAIM, kind, total, eligible));
		return claims;
	}

	/**
	 * A disaster has neither hospital nor eligible cost. All are of one day, on which age
	 * and version are the same; the id puts them in order.
	 */
	private Claim claim(String id, ClaimKind kind, BigDecimal total, BigDecimal eligible) {
		boolean disaster = kind == ClaimKind.DISASTER;
		return new Claim(id, this.period.firstDay(), null, kind,
				disaster ? null : this.probe.get(Knob.TIER, HospitalTier.COUNTY), total, disaster ? null : eligible);
	}

}
