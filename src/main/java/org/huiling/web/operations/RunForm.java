package org.huiling.web.operations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.huiling.input.RecordReader;
import org.huiling.recalculation.RunBody;
import org.huiling.recalculation.RunView;
import org.huiling.recalculation.run.WithdrawnVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/** The form by which a run is ordered, as the body of the API has it. */
final class RunForm {

	private static final String VERSION = "version";

	private static final String TOUCHED = "touchedSince";

	private static final String PROGRAMS = "programs";

	private RunForm() {
	}

	/**
	 * Reads the form. A withdrawn version says by itself whose people and from when on,
	 * so that these are not looked at then.
	 * @param form of texts; a day since which somebody was touched begins at midnight
	 * @param zone of the day
	 * @throws org.huiling.problem.InvalidInput naming each field that is missing or wrong
	 */
	static RunBody read(MultiValueMap<String, String> form, ZoneId zone) {
		Map<String, Object> values = new LinkedHashMap<>();
		String version = said(form, VERSION);
		for (String name : List.of("to", "reason", "mode")) {
			put(values, name, said(form, name));
		}
		List<String> programs = form.getOrDefault(PROGRAMS, List.of())
			.stream()
			.filter((one) -> !one.isBlank())
			.toList();
		if (version != null) {
			put(values, "withdrawnVersion", Map.of("jurisdiction", orEmpty(said(form, "jurisdiction")), "program",
					programs.isEmpty() ? "" : programs.get(0), VERSION, version));
		}
		else {
			put(values, "jurisdiction", said(form, "jurisdiction"));
			put(values, "from", said(form, "from"));
			put(values, TOUCHED, instant(said(form, TOUCHED), zone));
			put(values, PROGRAMS, programs.isEmpty() ? null : programs);
		}
		return RecordReader.values(values, RunBody.class);
	}

	/** The same fields again, for a form that says the same. */
	static Map<String, List<String>> fields(MultiValueMap<String, String> form) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		for (String name : List.of("jurisdiction", "from", "to", "reason", TOUCHED, VERSION, PROGRAMS)) {
			List<String> said = form.getOrDefault(name, List.of()).stream().filter((one) -> !one.isBlank()).toList();
			if (!said.isEmpty()) {
				fields.put(name, said);
			}
		}
		return fields;
	}

	/**
	 * The fields by which a run was ordered, to order the same again.
	 * @param run over one district
	 * @param zone of the day since which somebody was touched
	 * @return as the form has them
	 */
	static Map<String, List<String>> fields(RunView run, ZoneId zone) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		WithdrawnVersion withdrawn = run.withdrawnVersion();
		fields.put("jurisdiction", run.jurisdictions());
		fields.put("to", List.of(run.to().toString()));
		fields.put("reason", List.of(run.reason()));
		if (withdrawn != null) {
			fields.put(PROGRAMS, List.of(withdrawn.program()));
			fields.put(VERSION, List.of(withdrawn.version()));
			return fields;
		}
		fields.put("from", List.of(run.from().toString()));
		if (run.programs() != null) {
			fields.put(PROGRAMS, run.programs());
		}
		if (run.touchedSince() != null) {
			fields.put(TOUCHED, List.of(day(run.touchedSince(), zone)));
		}
		return fields;
	}

	/** One that the form cannot say, as the API takes it. */
	private static String day(Instant instant, ZoneId zone) {
		ZonedDateTime there = instant.atZone(zone);
		return there.toLocalTime().equals(LocalTime.MIDNIGHT) ? there.toLocalDate().toString() : instant.toString();
	}

	private static @Nullable String instant(@Nullable String day, ZoneId zone) {
		try {
			return (day != null) ? LocalDate.parse(day).atStartOfDay(zone).toInstant().toString() : null;
		}
		catch (DateTimeParseException ex) {
			// told as it is
			return day;
		}
	}

	private static void put(Map<String, Object> values, String name, @Nullable Object value) {
		if (value != null) {
			values.put(name, value);
		}
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

	private static @Nullable String said(MultiValueMap<String, String> form, String name) {
		String text = form.getFirst(name);
		return (text != null && !text.isBlank()) ? text.strip() : null;
	}

}
