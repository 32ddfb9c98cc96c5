package org.huiling.web.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.ApplicantRegister.ShownPerson;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What events were about, as a reader calls it: files by their numbers, others in words.
 */
@Component
class EventSubjects {

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	/** By how many of its last characters an id is told from others. */
	private static final int LAST = 6;

	private static final Map<String, AuditAction> ACTIONS = Stream.of(AuditAction.values())
		.collect(Collectors.toMap(AuditAction::name, (action) -> action));

	private final ApplicantRegister register;

	private final MessageSource messages;

	EventSubjects(ApplicantRegister register, MessageSource messages) {
		this.register = register;
		this.messages = messages;
	}

	/**
	 * What an event was about.
	 *
	 * @param called its name
	 * @param page where it is shown, null if nowhere
	 * @param looks where it is shown who saw them, null unless it is a person
	 */
	record Subject(String called, @Nullable String page, @Nullable String looks) {
	}

	/** Of some events, by their numbers. */
	Map<Long, Subject> of(List<AuditEvent> events, Locale locale) {
		Set<UUID> people = events.stream()
			.filter(EventSubjects::isOfPerson)
			.map((event) -> UUID.fromString(event.subject()))
			.collect(Collectors.toSet());
		Map<UUID, ShownPerson> shown = this.register.shown(people);
		Map<Long, Subject> subjects = new HashMap<>();
		events.forEach((event) -> {
			ShownPerson person = isOfPerson(event) ? shown.get(UUID.fromString(event.subject())) : null;
			subjects.put(event.id(), (person != null) ? new Subject(person.fileNumber(), "/people/" + event.subject(),
					"/people/" + event.subject() + "/access") : other(event, locale));
		});
		return subjects;
	}

	private Subject other(AuditEvent event, Locale locale) {
		String subject = event.subject();
		AuditAction action = ACTIONS.get(event.action());
		if (action == null || !ID.matcher(subject).matches()) {
			return new Subject(text("audit.of." + subject, subject, locale), null, null);
		}
		return switch (action.area()) {
			case RUNS -> named("run", subject, "/runs/", locale);
			case PAYMENTS -> named("roster", subject, "/rosters/", locale);
			case POLICY -> named("draft", subject, "/drafts/", locale);
			case PEOPLE -> named("import", subject, null, locale);
			case DECISIONS, PROPOSALS, ACCOUNTS -> new Subject(subject, null, null);
		};
	}

	private Subject named(String kind, String id, @Nullable String place, Locale locale) {
		String last = "…" + id.substring(id.length() - LAST);
		return new Subject(text("audit.of." + kind, id, locale, last), (place != null) ? place + id : null, null);
	}

	private String text(String key, String otherwise, Locale locale, Object... arguments) {
		return Objects.requireNonNull(this.messages.getMessage(key, arguments, otherwise, locale));
	}

	private static boolean isOfPerson(AuditEvent event) {
		AuditAction action = ACTIONS.get(event.action());
		return action != null && action.isOfPerson() && ID.matcher(event.subject()).matches();
	}

}
