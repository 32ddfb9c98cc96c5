package org.huiling.applicant.register.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.huiling.facts.Code;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.record.DoubtfulStays;
import org.huiling.facts.record.Stay;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The claims of somebody on file, or items of another list that programs go over, read
 * without the rest of them.
 */
public final class ClaimLookup {

	private ClaimLookup() {
	}

	private record Claim(String id, LocalDate date, @Nullable LocalDate start, @Nullable Code kind, boolean isInpatient,
			@Nullable Code tier, @Nullable BigDecimal total, @Nullable BigDecimal cost) implements Stay {
	}

	/**
	 * Which claims do not go together with another one.
	 * @param claims the items on file
	 * @param declared how their list is declared
	 * @return {@code SAME_STAY} or {@code STAYS_OVERLAP} by the claim's id
	 */
	public static Map<String, String> doubtful(JsonNode claims, FactList declared) {
		if (claims.size() < 2) {
			return Map.of();
		}
		List<Claim> read = new ArrayList<>(claims.size());
		for (JsonNode claim : claims) {
			if (text(claim, declared.shape().roles(), "day") != null) {
				read.add(claim(claim, declared));
			}
		}
		Map<String, String> doubtful = new HashMap<>();
		DoubtfulStays.of(read)
			.forEach((doubt) -> doubtful.put(read.get(doubt.claim()).id(),
					doubt.same() ? "SAME_STAY" : "STAYS_OVERLAP"));
		return doubtful;
	}

	private static Claim claim(JsonNode claim, FactList declared) {
		Map<String, String> roles = declared.shape().roles();
		String start = text(claim, roles, "start");
		String kind = text(claim, roles, "kind");
		String tier = text(claim, roles, "tier");
		return new Claim(claim.path(declared.shape().key().get(0)).asString(),
				LocalDate.parse(Objects.requireNonNull(text(claim, roles, "day"))),
				(start != null) ? LocalDate.parse(start) : null,
				(kind != null) ? Code.of(roles.getOrDefault("kind", ""), kind) : null,
				Objects.equals(kind, roles.get("stay")),
				(tier != null) ? Code.of(roles.getOrDefault("tier", ""), tier) : null,
				money(claim.path(roles.getOrDefault("total", ""))), money(claim.path(roles.getOrDefault("cost", ""))));
	}

	private static @Nullable String text(JsonNode claim, Map<String, String> roles, String role) {
		return claim.path(roles.getOrDefault(role, role)).asString(null);
	}

	private static @Nullable BigDecimal money(JsonNode amount) {
		return amount.isNumber() ? amount.decimalValue() : null;
	}

}
