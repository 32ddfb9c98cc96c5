package org.huiling.engine.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.PolicyHeader.Shared;
import org.huiling.engine.reason.SharedValue;
import org.huiling.engine.standard.Standard;
import org.jspecify.annotations.Nullable;

/** Which values of standards a rule went by. */
final class SharedValues {

	private SharedValues() {
	}

	/** Whether any parameter of a version is a value of a standard. */
	static boolean areIn(CompiledPolicy policy) {
		for (PolicyHeader.Parameter parameter : policy.header().parameters()) {
			if (parameter.from() != null) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The values behind the parameters that some texts name.
	 * @param policy with its values of the fact day
	 * @param texts conditions and consequence of a rule
	 * @param read what it saw, of which some is the key of a table
	 * @return in the order of the texts
	 */
	static List<SharedValue> of(CompiledPolicy policy, List<String> texts, Collection<@Nullable Object> read) {
		Set<String> named = new LinkedHashSet<>();
		texts.forEach((text) -> named.addAll(policy.parametersIn(text)));
		List<SharedValue> values = new ArrayList<>();
		for (PolicyHeader.Parameter parameter : policy.header().parameters()) {
			if (parameter.from() != null && named.contains(parameter.name())) {
				values.addAll(of(parameter.name(), parameter.from(), policy.valuesFrom(), read));
			}
		}
		return values;
	}

	private static List<SharedValue> of(String parameter, Shared shared, LocalDate day,
			Collection<@Nullable Object> read) {
		List<Standard.Value> ofTheDay = shared.values()
			.stream()
			.filter((value) -> !value.from().isAfter(day))
			.filter((value) -> shared.values()
				.stream()
				.noneMatch((later) -> later.isFor(value.key()) && later.from().isAfter(value.from())
						&& !later.from().isAfter(day)))
			.toList();
		Set<String> known = read.stream().filter(Objects::nonNull).map(Object::toString).collect(Collectors.toSet());
		List<Standard.Value> looked = ofTheDay.stream()
			.filter((value) -> value.key() == null || known.contains(value.key()))
			.toList();
		return (looked.isEmpty() ? ofTheDay : looked).stream()
			.map((value) -> new SharedValue(parameter, shared.standard(), shared.title(),
					(value.key() != null) ? shared.by() : null, value.key(), shown(value.value()), value.from(),
					value.basis(), shared.times(), shared.share()))
			.toList();
	}

	private static Object shown(String value) {
		return value.matches("\\d+(\\.\\d+)?") ? new BigDecimal(value) : value;
	}

}
