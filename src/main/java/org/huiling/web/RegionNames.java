package org.huiling.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.huiling.account.CurrentUser;
import org.huiling.engine.Jurisdiction;
import org.huiling.facts.Divisions;
import org.huiling.policy.PolicyCatalogue;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Regions as pages call them: by the county or city district of GB/T 2260, or else by the
 * jurisdiction that they lie in, and their code.
 */
@Component
public class RegionNames {

	private static final int PROVINCE = 2;

	private final PolicyCatalogue policies;

	private final Districts districts;

	private final CurrentUser user;

	RegionNames(PolicyCatalogue policies, Districts districts, CurrentUser user) {
		this.policies = policies;
		this.districts = districts;
		this.user = user;
	}

	/**
	 * A region that may be chosen.
	 *
	 * @param code its code
	 * @param name what people call it
	 */
	public record Choice(String code, String name) {
	}

	/**
	 * The name of a region.
	 * @param code its code, null if none is known
	 * @param locale the reader's
	 * @return such as {@code 示范区 379901003} or {@code 北京市朝阳区 110105}; the code alone
	 * where neither a county nor a jurisdiction is known
	 */
	public String of(@Nullable String code, Locale locale) {
		if (code == null || code.isEmpty()) {
			return "—";
		}
		String county = Divisions.county(code);
		if (county != null) {
			return county + " " + code;
		}
		return this.policies.jurisdictionOf(code).map((one) -> one.name().in(locale) + " " + code).orElse(code);
	}

	/**
	 * What a form offers where it asks for a region: the jurisdictions, the user's own
	 * first, and the counties of the provinces where the user and these work.
	 * @param locale the reader's
	 */
	public List<Choice> choices(Locale locale) {
		Map<String, String> choices = new LinkedHashMap<>();
		this.districts.all()
			.stream()
			.filter((one) -> !one.regionPrefix().isEmpty())
			.forEach((one) -> choices.put(one.regionPrefix(), one.name().in(locale)));
		List<String> own = new ArrayList<>(this.user.regions().prefixes());
		this.districts.own().stream().map(Jurisdiction::regionPrefix).forEach(own::add);
		own.stream()
			.filter((prefix) -> prefix.length() >= PROVINCE)
			.map((prefix) -> prefix.substring(0, PROVINCE))
			.distinct()
			.forEach((province) -> Divisions.below(province).forEach(choices::putIfAbsent));
		return choices.entrySet().stream().map((one) -> new Choice(one.getKey(), one.getValue())).toList();
	}

}
