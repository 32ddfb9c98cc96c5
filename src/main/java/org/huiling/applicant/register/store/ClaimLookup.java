package org.huiling.applicant.register.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huiling.facts.Code;
import org.huiling.facts.DoubtfulStays;
import org.huiling.facts.Stay;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The claims of somebody on file, read without the rest of them. */
public final class ClaimLookup {

	private ClaimLookup() {
	}

	private record Claim(String id, LocalDate date, @Nullable LocalDate start, Code kind, @Nullable Code tier,
			@Nullable BigDecimal total, @Nullable BigDecimal cost) implements Stay {

		@Override
		public boolean isInpatient() {
			return this.kind.name().equals("INPATIENT");
		}

	}

	/** Which claims do not go together with another one, by id, and why. */
	public static Map<String, String> doubtful(JsonNode claims) {
		if (claims.size() < 2) {
			return Map.of();
		}
		List<Claim> read = new ArrayList<>(claims.size());
		claims.forEach((claim) -> read.add(claim(claim)));
		Map<String, String> doubtful = new HashMap<>();
		DoubtfulStays.of(read)
			.forEach((doubt) -> doubtful.put(read.get(doubt.claim()).id(),
					doubt.same() ? "SAME_STAY" : "STAYS_OVERLAP"));
		return doubtful;
	}

	private static Claim claim(JsonNode claim) {
		String admitted = claim.path("admitted").asString(null);
		String tier = claim.path("hospitalTier").asString(null);
		return new Claim(claim.get("id").asString(), LocalDate.parse(claim.get("date").asString()),
				(admitted != null) ? LocalDate.parse(admitted) : null,
				Code.of("ClaimKind", claim.get("kind").asString()),
				(tier != null) ? Code.of("HospitalTier", tier) : null, money(claim.path("totalCost")),
				money(claim.path("eligibleCost")));
	}

	private static @Nullable BigDecimal money(JsonNode amount) {
		return amount.isNumber() ? amount.decimalValue() : null;
	}

}
