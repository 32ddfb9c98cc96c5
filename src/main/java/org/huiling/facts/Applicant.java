package org.huiling.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The applicant as rules see them: one person's facts on the fact day of one period, in
 * one jurisdiction. Reading what is unknown throws {@link UnknownFact}.
 */
public final class Applicant extends FactView {

	/** 29 February as {@link #monthAndDay} has it. */
	private static final int LEAP_DAY = 229;

	private final FactRecord record;

	private final String regionPrefix;

	private final Period period;

	private final Hukou hukou;

	private final Residence residence;

	private final Household household;

	private final Disability disability;

	private final Pension pension;

	private final Insurance insurance;

	/**
	 * The facts of a person for a period.
	 * @param record what is recorded, valid on the period's first day
	 * @param regionPrefix the region prefix of the jurisdiction
	 * @param period the month, year or claim day that is evaluated
	 * @param reads notes what is read, for an explanation; null where none is wanted
	 */
	public Applicant(FactRecord record, String regionPrefix, Period period, @Nullable Reads reads) {
		super(reads);
		this.record = record;
		this.regionPrefix = regionPrefix;
		this.period = period;
		this.hukou = new Hukou(record, period, reads);
		this.residence = new Residence(record, period, reads);
		this.household = new Household(record, period, reads);
		this.disability = new Disability(record, reads);
		this.pension = new Pension(record, reads);
		this.insurance = new Insurance(record, reads);
	}

	/**
	 * Completed years on the period's last day: an age that pays from the birthday month.
	 */
	public int getAgeOnLastDay() {
		return seen("ageOnLastDay", ageOn(this.period.lastDay()));
	}

	/**
	 * Completed years on the day before the period begins: an age that pays from the
	 * month after the birthday.
	 */
	public int getAgeBeforePeriod() {
		return seen("ageBeforePeriod", ageOn(this.period.firstDay().minusDays(1)));
	}

	/** Completed years on the claim's date. */
	public int getAgeOnClaimDate() {
		return seen("ageOnClaimDate", ageOn(this.period.firstDay()));
	}

	/**
	 * Nobody ages after death. A leap-day birthday is completed on the last of February.
	 */
	private int ageOn(LocalDate day) {
		LocalDate death = this.record.deathDate();
		LocalDate on = (death != null && death.isBefore(day)) ? death : day;
		LocalDate birth = this.record.birthDate();
		int years = on.getYear() - birth.getYear();
		int birthday = monthAndDay(birth);
		if (birthday == LEAP_DAY && !on.isLeapYear()) {
			birthday--;
		}
		return Math.max((birthday > monthAndDay(on)) ? years - 1 : years, 0);
	}

	private static int monthAndDay(LocalDate date) {
		return date.getMonthValue() * 100 + date.getDayOfMonth();
	}

	/**
	 * No death is recorded before the period's first day: the month of death counts as
	 * alive.
	 */
	public boolean isAlive() {
		LocalDate death = this.record.deathDate();
		return seen("alive", death == null || !death.isBefore(this.period.firstDay()));
	}

	public Sex getSex() {
		return known("sex", this.record.sex());
	}

	/** The period's first day. */
	public LocalDate getFirstDay() {
		return seen("firstDay", this.period.firstDay());
	}

	/** The calendar year of the period's first day. */
	public int getYear() {
		return seen("year", this.period.firstDay().getYear());
	}

	public Hukou getHukou() {
		return this.hukou;
	}

	/**
	 * {@code hukou.region} lies below the jurisdiction's prefix, and the hukou has begun
	 * by the fact day.
	 */
	public boolean isHukouInJurisdiction() {
		return derived("hukouInJurisdiction", () -> this.hukou.isHeldBelow(this.regionPrefix));
	}

	public Residence getResidence() {
		return this.residence;
	}

	/**
	 * {@code residence.region} lies below the jurisdiction's prefix, and the person has
	 * come to live there by the fact day.
	 */
	public boolean isResidenceInJurisdiction() {
		return derived("residenceInJurisdiction", () -> this.residence.isHeldBelow(this.regionPrefix));
	}

	public Household getHousehold() {
		return this.household;
	}

	public Disability getDisability() {
		return this.disability;
	}

	/** 0 able, 1 mild, 2 moderate, 3 severe (MZ/T 039—2013). */
	public int getCareLevel() {
		return known("careLevel", (Integer) this.record.at(this.record.shape().known().careLevel));
	}

	public Pension getPension() {
		return this.pension;
	}

	public Insurance getInsurance() {
		return this.insurance;
	}

	/** The household is on dibao on the fact day. */
	public boolean isOnDibao() {
		return derived("onDibao", () -> this.household.getDibao().getType() != DibaoType.NONE);
	}

	/** 特困: holds the status on the fact day. */
	public boolean isTekun() {
		return derived("tekun", () -> holds(StatusKind.TEKUN));
	}

	/** 贫困: on dibao or tekun; one of the two known to hold is enough. */
	public boolean isPoor() {
		return derived("poor", () -> either(this::isOnDibao, this::isTekun));
	}

	/** 低收入家庭: holds the status on the fact day. */
	public boolean isLowIncome() {
		return derived("lowIncome", () -> holds(StatusKind.LOW_INCOME));
	}

	/** 计划生育特殊家庭: holds the status on the fact day. */
	public boolean isSpecialFamily() {
		return derived("specialFamily", () -> holds(StatusKind.SPECIAL_FAMILY));
	}

	/** 重大疾病: holds the status on the fact day. */
	public boolean isSeverelyIll() {
		return derived("severelyIll", () -> holds(StatusKind.SEVERE_ILLNESS));
	}

	/** 优抚对象: holds the status on the fact day. */
	public boolean isVeteran() {
		return derived("veteran", () -> holds(StatusKind.VETERAN));
	}

	/** Both ends of a status count. A status without a start may not have begun yet. */
	private boolean holds(StatusKind kind) {
		Slots slots = this.record.shape().known();
		List<FactRecord> statuses = known("statuses", this.record.items(slots.statuses));
		LocalDate day = this.period.firstDay();
		boolean unknownStart = false;
		for (FactRecord status : statuses) {
			LocalDate from = (LocalDate) status.at(slots.statusFrom);
			LocalDate to = (LocalDate) status.at(slots.statusTo);
			if (status.at(slots.statusKind) != kind || (to != null && to.isBefore(day))) {
				continue;
			}
			if (from == null) {
				unknownStart = true;
			}
			else if (!from.isAfter(day)) {
				return true;
			}
		}
		if (unknownStart) {
			throw new UnknownFact("statuses[].from");
		}
		return false;
	}

	private static boolean either(Supplier<Boolean> one, Supplier<Boolean> other) {
		Set<String> unknown = new TreeSet<>();
		for (Supplier<Boolean> part : List.of(one, other)) {
			try {
				if (part.get()) {
					return true;
				}
			}
			catch (UnknownFact fact) {
				unknown.addAll(fact.fields());
			}
		}
		if (!unknown.isEmpty()) {
			throw new UnknownFact(unknown);
		}
		return false;
	}

}
