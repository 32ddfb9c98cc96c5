package org.huiling.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.huiling.TestPerson;
import org.jspecify.annotations.Nullable;

/**
 * People of whom nothing is remarkable but what a test says: rural hukou in the model
 * district since 1950, no dibao, no status, no disability, able, a pension of 500.00,
 * insured and paid for the year. Each change gives another person.
 */
public final class People {

	static final String MODEL_DISTRICT = "379901003";

	private static final String LONG_AGO = "1950-01-01";

	private final TestPerson person;

	private People(TestPerson person) {
		this.person = person;
	}

	public static People born(String date) {
		return new People(TestPerson.born(date)
			.with("hukou", Map.of("region", MODEL_DISTRICT, "type", "RURAL", "since", LONG_AGO))
			.with("residence", Map.of("region", MODEL_DISTRICT, "since", LONG_AGO))
			.with("household",
					Map.of("size", 2, "monthlyIncome", "2000.00", "livingAlone", false, "dibao",
							Map.of("type", "NONE")))
			.with("statuses", List.of())
			.with("disability.grade", 0)
			.with("careLevel", 0)
			.with("pension.monthlyAmount", "500.00")
			.with("insurance", Map.of("scheme", "NCMS", "year", 2013, "contributionPaid", true))
			.with("claims", List.of()));
	}

	/** Another value at a path of the contract; null for unknown. */
	People with(String path, @Nullable Object value) {
		return new People(this.person.with(path, value));
	}

	/** Nothing known at a path. */
	public People without(String... paths) {
		return new People(this.person.without(paths));
	}

	People died(String date) {
		return with("deathDate", date);
	}

	public People livingIn(String region) {
		return with("hukou.region", region).with("residence.region", region);
	}

	public People on(String dibao) {
		return with("household.dibao", Map.of("type", dibao, "since", "2010-01-01"));
	}

	People holding(String status, @Nullable String from, @Nullable String to) {
		return new People(
				this.person.and("statuses", (item) -> item.with("kind", status).with("from", from).with("to", to)));
	}

	People tekun() {
		return holding("TEKUN", "2010-01-01", null);
	}

	People pension(String amount) {
		return with("pension.monthlyAmount", amount);
	}

	/** A household of some persons with one income. */
	public People income(String income, int size) {
		return with("household.monthlyIncome", income).with("household.size", size);
	}

	People disabled(@Nullable String category, int grade) {
		return with("disability.category", category).with("disability.grade", grade);
	}

	public People careLevel(int level) {
		return with("careLevel", level);
	}

	People insured(String scheme, int year) {
		return with("insurance", Map.of("scheme", scheme, "year", year, "contributionPaid", true));
	}

	People applied(String program, String date) {
		return new People(this.person.and("applications", (item) -> item.with("program", program).with("date", date)));
	}

	public People choosing(String program, @Nullable String from) {
		return new People(this.person.and("choices", (item) -> item.with("program", program).with("from", from)));
	}

	/** An inpatient stay of which the eligible cost is the whole cost. */
	People stay(String id, String date, String tier, String eligible) {
		return stay(id, date, tier, eligible, eligible);
	}

	People stay(String id, String date, String tier, @Nullable String total, @Nullable String eligible) {
		return claim(id, date, "INPATIENT", tier, total, eligible);
	}

	People visit(String id, String date, String tier, String eligible) {
		return claim(id, date, "OUTPATIENT", tier, eligible, eligible);
	}

	People disaster(String id, String date, String loss) {
		return claim(id, date, "DISASTER", null, loss, null);
	}

	private People claim(String id, String date, String kind, @Nullable String tier, @Nullable String total,
			@Nullable String eligible) {
		return new People(this.person.claim((claim) -> claim.with("id", id)
			.with("date", date)
			.with("kind", kind)
			.with("hospitalTier", tier)
			.with("totalCost", total)
			.with("eligibleCost", eligible)));
	}

	/** Recorded so from the beginning and for ever. */
	public ApplicantHistory always() {
		return this.person;
	}

	/** Recorded so until a day, from which somebody else's facts hold. */
	ApplicantHistory until(String date, People after) {
		return (day) -> (day.isBefore(LocalDate.parse(date)) ? this : after).person.on(day);
	}

	TestPerson person() {
		return this.person;
	}

}
