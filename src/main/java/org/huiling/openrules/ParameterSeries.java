package org.huiling.openrules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.PolicyHeader.Parameter;
import org.huiling.engine.standard.Standard;
import org.jspecify.annotations.Nullable;

/** The parameters of a program over all its versions, each value with its days. */
final class ParameterSeries {

	private ParameterSeries() {
	}

	/**
	 * A version with the days that it governs.
	 *
	 * @param policy the version
	 * @param from the first day
	 * @param to the last day, null while it is open
	 */
	record Span(CompiledPolicy policy, LocalDate from, @Nullable LocalDate to) {
	}

	static List<OpenPolicy.Series> of(List<Span> versions) {
		Map<String, List<OpenPolicy.Dated>> byName = new LinkedHashMap<>();
		for (Span version : versions) {
			for (Parameter parameter : version.policy().header().parameters()) {
				byName.computeIfAbsent(parameter.name(), (name) -> new ArrayList<>())
					.addAll(values(version, parameter));
			}
		}
		List<OpenPolicy.Series> series = new ArrayList<>();
		byName.forEach((name, values) -> series
			.add(new OpenPolicy.Series(name, values.get(values.size() - 1).unit(), List.copyOf(values))));
		return series;
	}

	/** What changes within a version, by date or with a standard, is told day by day. */
	private static List<OpenPolicy.Dated> values(Span version, Parameter parameter) {
		TreeSet<LocalDate> days = new TreeSet<>(List.of(version.from()));
		version.policy()
			.days()
			.stream()
			.filter((day) -> day.isAfter(version.from()) && (version.to() == null || !day.isAfter(version.to())))
			.forEach(days::add);
		List<LocalDate> turns = new ArrayList<>();
		Object before = null;
		for (LocalDate day : days) {
			Object value = value(version.policy(), parameter, day);
			if (!value.equals(before)) {
				turns.add(day);
				before = value;
			}
		}
		List<OpenPolicy.Dated> dated = new ArrayList<>();
		for (int i = 0; i < turns.size(); i++) {
			LocalDate from = turns.get(i);
			dated.add(new OpenPolicy.Dated(from, (i + 1 < turns.size()) ? turns.get(i + 1).minusDays(1) : version.to(),
					value(version.policy(), parameter, from), parameter.unit(), basis(parameter, from),
					version.policy().version(), (parameter.from() != null) ? parameter.from().standard() : null));
		}
		return dated;
	}

	private static Object value(CompiledPolicy policy, Parameter parameter, LocalDate day) {
		return Objects.requireNonNullElse(PlainValue.of(policy.on(day).parameters().get(parameter.name())),
				PlainValue.of(parameter.value()));
	}

	/**
	 * Of a standard's values the notices that set them, beside the article that names it.
	 */
	private static String basis(Parameter parameter, LocalDate day) {
		PolicyHeader.Shared shared = parameter.from();
		if (shared == null) {
			return parameter.basis();
		}
		Map<String, Standard.Value> latest = new LinkedHashMap<>();
		shared.values()
			.stream()
			.filter((value) -> !value.from().isAfter(day))
			.sorted(Comparator.comparing(Standard.Value::from).thenComparingInt(Standard.Value::issue))
			.forEach((value) -> latest.put(Objects.requireNonNullElse(value.key(), ""), value));
		return Stream.concat(Stream.of(parameter.basis()), latest.values().stream().map(Standard.Value::basis))
			.distinct()
			.collect(Collectors.joining("；"));
	}

}
