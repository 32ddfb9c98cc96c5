package org.huiling.engine.finder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.huiling.engine.finder.Setting.Birthday;
import org.huiling.engine.finder.Setting.Earlier;
import org.huiling.engine.finder.Setting.Income;
import org.huiling.engine.finder.Setting.On;
import org.huiling.engine.finder.Setting.Since;
import org.huiling.engine.finder.Setting.YearOfPeriod;
import org.huiling.facts.ClaimKind;
import org.huiling.facts.DibaoType;
import org.huiling.facts.DisabilityCategory;
import org.huiling.facts.FactRecord;
import org.huiling.facts.HospitalTier;
import org.huiling.facts.HukouType;
import org.huiling.facts.Period;
import org.huiling.facts.RecordShape;
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

	private final FactRecord.Builder person;

	Portrait(Probe probe) {
		this.probe = probe;
		this.period = probe.period();
		this.birth = probe.get(Knob.BIRTH, new Birthday(70, On.FIRST_DAY)).born(this.period);
		this.person = probe.setup().shape().record();
	}

	FactRecord record() {
		boolean alive = this.probe.get(Knob.ALIVE, true) || this.period.firstDay().minusDays(1).isBefore(this.birth);
		put("birthDate", this.birth);
		put("sex", this.probe.get(Knob.SEX, Sex.FEMALE));
		put("deathDate", alive ? null : this.period.firstDay().minusDays(1));
		put("hukou.region", region(Knob.HUKOU_REGION));
		put("hukou.type", this.probe.get(Knob.HUKOU_TYPE, HukouType.RURAL));
		put("hukou.since", since(Knob.HUKOU_SINCE));
		put("residence.region", region(Knob.RESIDENCE_REGION));
		put("residence.since", since(Knob.RESIDENCE_SINCE));
		household();
		put("statuses", statuses());
		put("choices", List.of());
		disability();
		put("careLevel", this.probe.get(Knob.CARE_LEVEL, 0));
		put("pension.monthlyAmount", this.probe.get(Knob.PENSION, new BigDecimal("500.00")));
		insurance();
		put("claims", claims());
		return this.person.build();
	}

	/** A dictionary without a fact is one in which nobody can be asked for it. */
	private void put(String path, @Nullable Object value) {
		put(this.person, this.probe.setup().shape(), path, value);
	}

	private static void put(FactRecord.Builder record, RecordShape shape, String path, @Nullable Object value) {
		int slot = shape.slot(path);
		if (slot != RecordShape.NONE) {
			record.put(slot, value);
		}
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

	private void household() {
		boolean alone = this.probe.get(Knob.LIVING_ALONE, false);
		int size = this.probe.get(Knob.SIZE, alone ? 1 : 2);
		Income income = this.probe.get(Knob.INCOME, new Income(new BigDecimal("2000.00"), true));
		put("household.size", size);
		put("household.monthlyIncome", income.of(size));
		put("household.livingAlone", alone);
		DibaoType type = this.probe.get(Knob.DIBAO_TYPE, DibaoType.NONE);
		put("household.dibao.type", type);
		if (type != DibaoType.NONE) {
			put("household.dibao.since", day(this.probe.get(Knob.DIBAO_SINCE, new Since(36, 0))));
			put("household.dibao.monthlyAmount", this.probe.get(Knob.DIBAO_AMOUNT, new BigDecimal("200.00")));
		}
	}

	private List<FactRecord> statuses() {
		List<FactRecord> statuses = new ArrayList<>();
		add(statuses, Knob.TEKUN, StatusKind.TEKUN);
		add(statuses, Knob.LOW_INCOME, StatusKind.LOW_INCOME);
		add(statuses, Knob.SPECIAL_FAMILY, StatusKind.SPECIAL_FAMILY);
		add(statuses, Knob.SEVERE_ILLNESS, StatusKind.SEVERE_ILLNESS);
		add(statuses, Knob.VETERAN, StatusKind.VETERAN);
		return statuses;
	}

	private void add(List<FactRecord> statuses, Knob knob, StatusKind kind) {
		if (this.probe.get(knob, false)) {
			LocalDate from = this.period.firstDay().minusMonths(36);
			FactRecord.Builder status = item("statuses");
			put(status, shape("statuses"), "kind", kind);
			put(status, shape("statuses"), "from", from.isBefore(this.birth) ? this.birth : from);
			statuses.add(status.build());
		}
	}

	private void disability() {
		int grade = this.probe.get(Knob.GRADE, (this.probe.get(Knob.CATEGORY) != null) ? 1 : 0);
		put("disability.category", (grade == 0) ? null : this.probe.get(Knob.CATEGORY, DisabilityCategory.PHYSICAL));
		put("disability.grade", grade);
	}

	private void insurance() {
		Object year = this.probe.get(Knob.INSURANCE_YEAR, new YearOfPeriod(0));
		int value = (year instanceof YearOfPeriod of) ? this.period.firstDay().getYear() + of.offset() : (Integer) year;
		put("insurance.scheme", this.probe.get(Knob.SCHEME, UNINSURED));
		put("insurance.year", value);
		put("insurance.contributionPaid", this.probe.get(Knob.CONTRIBUTION, true));
	}

	private RecordShape shape(String list) {
		return Objects.requireNonNull(this.probe.setup().shape().items(list), list);
	}

	private FactRecord.Builder item(String list) {
		return shape(list).record();
	}

	private List<FactRecord> claims() {
		if (this.probe.claim() == null) {
			return List.of();
		}
		List<FactRecord> claims = new ArrayList<>();
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
	private FactRecord claim(String id, ClaimKind kind, BigDecimal total, BigDecimal eligible) {
		boolean disaster = kind == ClaimKind.DISASTER;
		FactRecord.Builder claim = item("claims");
		RecordShape shape = shape("claims");
		put(claim, shape, "id", id);
		put(claim, shape, "date", this.period.firstDay());
		put(claim, shape, "kind", kind);
		put(claim, shape, "hospitalTier", disaster ? null : this.probe.get(Knob.TIER, HospitalTier.COUNTY));
		put(claim, shape, "totalCost", total);
		put(claim, shape, "eligibleCost", disaster ? null : eligible);
		return claim.build();
	}

}
