package org.huiling.policy.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.huiling.engine.PolicyHeader.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that differs between two versions.
 *
 * @param name as rules read it
 * @param before its value in the earlier version, null if it has none
 * @param after its value in the later version, null if it has none
 * @param unit of the later version, or of the earlier one if it is gone
 * @param basis likewise
 */
public record ParameterDiff(String name, @Nullable Object before, @Nullable Object after, String unit, String basis) {

	public static List<ParameterDiff> between(List<Parameter> before, List<Parameter> after) {
		Map<String, Parameter> old = new LinkedHashMap<>();
		before.forEach((parameter) -> old.put(parameter.name(), parameter));
		List<ParameterDiff> differences = new ArrayList<>();
		for (Parameter now : after) {
			Parameter was = old.remove(now.name());
			if (was == null || !Objects.equals(was.value(), now.value()) || !was.unit().equals(now.unit())
					|| !was.basis().equals(now.basis())) {
				differences.add(new ParameterDiff(now.name(), (was != null) ? was.value() : null, now.value(),
						now.unit(), now.basis()));
			}
		}
		old.values()
			.forEach((was) -> differences
				.add(new ParameterDiff(was.name(), was.value(), null, was.unit(), was.basis())));
		return differences;
	}

}
