package org.huiling.web;

import java.util.Locale;

import org.huiling.policy.PolicyCatalogue;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Regions as pages call them: by the jurisdiction that they lie in, and their code. */
@Component
public class RegionNames {

	private final PolicyCatalogue policies;

	RegionNames(PolicyCatalogue policies) {
		this.policies = policies;
	}

	/**
	 * The name of a region.
	 * @param code its code, null if none is known
	 * @param locale the reader's
	 * @return such as {@code 示范区 379901003}; the code alone where no jurisdiction is
	 */
	public String of(@Nullable String code, Locale locale) {
		if (code == null || code.isEmpty()) {
			return "—";
		}
		return this.policies.jurisdictionOf(code).map((one) -> one.name().in(locale) + " " + code).orElse(code);
	}

}
