package org.huiling.applicant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huiling.facts.ApplicantRecord.Claim;
import org.huiling.facts.ClaimKind;
import org.huiling.facts.DoubtfulStays;
import org.huiling.facts.HospitalTier;
import org.huiling.input.Codes;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;

/** Reads the claims of a person. */
final class ClaimsReader {

	private static final int MOST_CLAIMS = 1000;

	private static final int LONGEST_ID = 64;

	private static final Codes<ClaimKind> KINDS = Codes.of(ClaimKind.class);

	private static final Codes<HospitalTier> TIERS = Codes.of(HospitalTier.class);

	private static final Set<String> CLAIM = Set.of("id", "date", "admitted", "kind", "hospitalTier", "totalCost",
			"eligibleCost");

	private final Life life;

	private final Warnings warnings;

	/** Path of the id by id. */
	private final Map<String, String> seen = new HashMap<>();

	private ClaimsReader(Life life, Warnings warnings) {
		this.life = life;
		this.warnings = warnings;
	}

	static @Nullable List<Claim> claims(JsonFields person, Life life, Warnings warnings) {
		ClaimsReader reader = new ClaimsReader(life, warnings);
		List<Claim> claims = person.list("claims", MOST_CLAIMS, CLAIM, reader::claim);
		if (claims != null) {
			reader.warnOfStays(person.path("claims"), claims);
		}
		return claims;
	}

	/** Both are warned of: which of them is wrong, only the bills say. */
	private void warnOfStays(String path, List<Claim> claims) {
		DoubtfulStays.of(claims)
			.forEach((doubt) -> this.warnings.add(
					doubt.same() ? RecordWarning.Kind.SAME_STAY : RecordWarning.Kind.STAYS_OVERLAP,
					path + "[" + doubt.claim() + "].date", path + "[" + doubt.other() + "]"));
	}

	private @Nullable Claim claim(JsonFields fields) {
		String id = id(fields);
		LocalDate date = fields.required("date", (name) -> this.life.claimDate(fields, name));
		LocalDate admitted = admitted(fields, date);
		ClaimKind kind = fields.required("kind", (name) -> fields.code(name, KINDS));
		HospitalTier tier = fields.code("hospitalTier", TIERS);
		BigDecimal totalCost = fields.money("totalCost");
		BigDecimal eligibleCost = fields.money("eligibleCost");
		if (totalCost != null && eligibleCost != null && eligibleCost.compareTo(totalCost) > 0) {
			fields.refuse("eligibleCost", RecordFault.ELIGIBLE_ABOVE_TOTAL, fields.path("totalCost"));
		}
		if (kind == ClaimKind.DISASTER && (tier != null || eligibleCost != null)) {
			this.warnings.add(RecordWarning.Kind.DISASTER_WITH_BILL,
					fields.path((tier != null) ? "hospitalTier" : "eligibleCost"));
		}
		return (id != null && date != null && kind != null)
				? new Claim(id, date, admitted, kind, tier, totalCost, eligibleCost) : null;
	}

	private @Nullable String id(JsonFields fields) {
		String id = fields.required("id", (name) -> fields.text(name, LONGEST_ID));
		if (id != null) {
			String first = this.seen.putIfAbsent(id, fields.path("id"));
			if (first != null) {
				fields.refuse("id", RecordFault.DUPLICATE_CLAIM, first);
			}
		}
		return id;
	}

	private @Nullable LocalDate admitted(JsonFields fields, @Nullable LocalDate date) {
		LocalDate admitted = this.life.ownDate(fields, "admitted");
		if (admitted != null && date != null && admitted.isAfter(date)) {
			fields.refuse("admitted", RecordFault.ADMITTED_AFTER_DISCHARGE, fields.path("date"));
		}
		return admitted;
	}

}
