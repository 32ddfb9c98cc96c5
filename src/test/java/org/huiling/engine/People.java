package org.huiling.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.huiling.facts.ApplicantRecord;
import org.huiling.facts.ApplicantRecord.Application;
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
import org.huiling.facts.Scheme;
import org.huiling.facts.StatusKind;
import org.jspecify.annotations.Nullable;

/**
 * People of whom nothing is remarkable but what a test says: rural hukou in the model
 * district since 1950, no dibao, no status, no disability, able, a pension of 500.00,
 * insured and paid for the year. Each change gives another person.
 */
final class People {

	static final String MODEL_DISTRICT = "379901003";

	private static final LocalDate LONG_AGO = LocalDate.of(1950, 1, 1);

	private final ApplicantRecord record;

	private People(ApplicantRecord record) {
		this.record = record;
	}

	static People born(String date) {
		Household household = new Household(2, new BigDecimal("2000.00"), false,
				new Dibao(DibaoType.NONE, null, null, null));
		return new People(new ApplicantRecord(null, null, LocalDate.parse(date), null, null,
				new Hukou(MODEL_DISTRICT, HukouType.RURAL, LONG_AGO), new Residence(MODEL_DISTRICT, LONG_AGO),
				household, List.of(), null, new Disability(null, 0), 0, new Pension(new BigDecimal("500.00")), null,
				null, new Insurance(Scheme.NCMS, 2013, true), null, List.of()));
	}

	/** Another value at a path of the contract. */
	People with(String path, @Nullable Object value) {
		return new People(FactPaths.with(this.record, path, value));
	}

	/** Nothing known at a path. */
	People without(String... paths) {
		People without = this;
		for (String path : paths) {
			without = without.with(path, null);
		}
		return without;
	}

	People died(String date) {
		return with("deathDate", LocalDate.parse(date));
	}

	People livingIn(String region) {
		return with("hukou.region", region).with("residence.region", region);
	}

	People on(DibaoType dibao) {
		return with("household.dibao", new Dibao(dibao, LocalDate.of(2010, 1, 1), null, null));
	}

	People holding(StatusKind kind, String from, @Nullable String to) {
		List<Status> statuses = new ArrayList<>((this.record.statuses() != null) ? this.record.statuses() : List.of());
		statuses.add(new Status(kind, LocalDate.parse(from), (to != null) ? LocalDate.parse(to) : null));
		return with("statuses", statuses);
	}

	People tekun() {
		return holding(StatusKind.TEKUN, "2010-01-01", null);
	}

	People pension(String amount) {
		return with("pension.monthlyAmount", new BigDecimal(amount));
	}

	/** A household of some persons with one income. */
	People income(String income, int size) {
		return with("household.monthlyIncome", new BigDecimal(income)).with("household.size", size);
	}

	People disabled(@Nullable DisabilityCategory category, int grade) {
		return with("disability", new Disability(category, grade));
	}

	People careLevel(int level) {
		return with("careLevel", level);
	}

	People insured(Scheme scheme, int year) {
		return with("insurance", new Insurance(scheme, year, true));
	}

	People applied(String program, String date) {
		List<Application> all = new ArrayList<>(
				(this.record.applications() != null) ? this.record.applications() : List.of());
		all.add(new Application(program, LocalDate.parse(date)));
		return with("applications", all);
	}

	/** An inpatient stay of which the eligible cost is the whole cost. */
	People stay(String id, String date, HospitalTier tier, String eligible) {
		return stay(id, date, tier, eligible, eligible);
	}

	People stay(String id, String date, HospitalTier tier, @Nullable String total, @Nullable String eligible) {
		return claim(
				new Claim(id, LocalDate.parse(date), null, ClaimKind.INPATIENT, tier, money(total), money(eligible)));
	}

	People visit(String id, String date, HospitalTier tier, String eligible) {
		return claim(new Claim(id, LocalDate.parse(date), null, ClaimKind.OUTPATIENT, tier, money(eligible),
				money(eligible)));
	}

	People disaster(String id, String date, String loss) {
		return claim(new Claim(id, LocalDate.parse(date), null, ClaimKind.DISASTER, null, money(loss), null));
	}

	private People claim(Claim claim) {
		List<Claim> all = new ArrayList<>((this.record.claims() != null) ? this.record.claims() : List.of());
		all.add(claim);
		return with("claims", all);
	}

	private static @Nullable BigDecimal money(@Nullable String amount) {
		return (amount != null) ? new BigDecimal(amount) : null;
	}

	/** Recorded so from the beginning and for ever. */
	ApplicantHistory always() {
		return (day) -> this.record;
	}

	/** Recorded so until a day, from which somebody else's facts hold. */
	ApplicantHistory until(String date, People after) {
		return (day) -> day.isBefore(LocalDate.parse(date)) ? this.record : after.record;
	}

	ApplicantRecord record() {
		return this.record;
	}

}
