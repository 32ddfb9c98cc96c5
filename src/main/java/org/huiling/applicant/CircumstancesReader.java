package org.huiling.applicant;

import java.util.Set;

import org.huiling.facts.ApplicantRecord.Disability;
import org.huiling.facts.ApplicantRecord.Insurance;
import org.huiling.facts.ApplicantRecord.LifeCheck;
import org.huiling.facts.ApplicantRecord.Pension;
import org.huiling.facts.DisabilityCategory;
import org.huiling.facts.Scheme;
import org.huiling.input.Codes;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;

/** Reads a person's circumstances: disability, care, pension, life check, insurance. */
final class CircumstancesReader {

	private static final int LEAST_SEVERE_GRADE = 4;

	private static final int MOST_SEVERE_CARE_LEVEL = 3;

	private static final int FIRST_INSURANCE_YEAR = 1950;

	private static final int LAST_INSURANCE_YEAR = 9999;

	private static final Codes<DisabilityCategory> CATEGORIES = Codes.of(DisabilityCategory.class);

	private static final Codes<Scheme> SCHEMES = Codes.of(Scheme.class);

	private static final Set<String> DISABILITY = Set.of("category", "grade");

	private static final Set<String> PENSION = Set.of("monthlyAmount");

	private static final Set<String> LIFE_CHECK = Set.of("lastPassed");

	private static final Set<String> INSURANCE = Set.of("scheme", "year", "contributionPaid");

	private CircumstancesReader() {
	}

	static @Nullable Disability disability(JsonFields person) {
		JsonFields fields = person.object("disability", DISABILITY);
		return (fields == null) ? null
				: new Disability(fields.code("category", CATEGORIES), fields.whole("grade", 0, LEAST_SEVERE_GRADE));
	}

	static @Nullable Integer careLevel(JsonFields person) {
		return person.whole("careLevel", 0, MOST_SEVERE_CARE_LEVEL);
	}

	static @Nullable Pension pension(JsonFields person) {
		JsonFields fields = person.object("pension", PENSION);
		return (fields == null) ? null : new Pension(fields.money("monthlyAmount"));
	}

	static @Nullable LifeCheck lifeCheck(JsonFields person, Life life) {
		JsonFields fields = person.object("lifeCheck", LIFE_CHECK);
		return (fields == null) ? null : new LifeCheck(life.ownDate(fields, "lastPassed"));
	}

	static @Nullable Insurance insurance(JsonFields person) {
		JsonFields fields = person.object("insurance", INSURANCE);
		return (fields == null) ? null : new Insurance(fields.code("scheme", SCHEMES),
				fields.whole("year", FIRST_INSURANCE_YEAR, LAST_INSURANCE_YEAR), fields.bool("contributionPaid"));
	}

}
