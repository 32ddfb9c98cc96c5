package org.huiling.applicant;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.huiling.facts.ApplicantRecord.Application;
import org.huiling.facts.ApplicantRecord.Choice;
import org.huiling.facts.ApplicantRecord.Status;
import org.huiling.facts.StatusKind;
import org.huiling.input.Codes;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;

/** Reads what a person holds and asked for: statuses, choices, applications. */
final class StandingReader {

	private static final int MOST_ITEMS = 200;

	private static final int LONGEST_PROGRAM = 64;

	private static final Codes<StatusKind> STATUS_KINDS = Codes.of(StatusKind.class);

	private static final Set<String> STATUS = Set.of("kind", "from", "to");

	private static final Set<String> CHOICE = Set.of("program", "from");

	private static final Set<String> APPLICATION = Set.of("program", "date");

	private StandingReader() {
	}

	static @Nullable List<Status> statuses(JsonFields person, Life life) {
		return person.list("statuses", MOST_ITEMS, STATUS, (fields) -> {
			StatusKind kind = fields.required("kind", (name) -> fields.code(name, STATUS_KINDS));
			LocalDate from = life.ownDate(fields, "from");
			LocalDate to = life.ownDate(fields, "to");
			Life.inOrder(fields, "from", from, "to", to);
			return (kind != null) ? new Status(kind, from, to) : null;
		});
	}

	static @Nullable List<Choice> choices(JsonFields person, Life life) {
		return person.list("choices", MOST_ITEMS, CHOICE, (fields) -> {
			String program = program(fields);
			LocalDate from = life.ownDate(fields, "from");
			return (program != null) ? new Choice(program, from) : null;
		});
	}

	static @Nullable List<Application> applications(JsonFields person, Life life) {
		return person.list("applications", MOST_ITEMS, APPLICATION, (fields) -> {
			String program = program(fields);
			LocalDate date = fields.required("date", (name) -> life.ownDate(fields, name));
			return (program != null) ? new Application(program, date) : null;
		});
	}

	private static @Nullable String program(JsonFields fields) {
		return fields.required("program", (name) -> fields.text(name, LONGEST_PROGRAM));
	}

}
