package org.huiling.web.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.huiling.account.keeping.AccountNames;
import org.huiling.audit.AuditEvent;
import org.huiling.web.Dates;
import org.huiling.web.EventWords;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Events as the page shows them, and its file. */
@Component
class EventLines {

	private final EventSubjects subjects;

	private final EventWords words;

	private final AccountNames accounts;

	private final Dates dates;

	private final MessageSource messages;

	EventLines(EventSubjects subjects, EventWords words, AccountNames accounts, Dates dates, MessageSource messages) {
		this.subjects = subjects;
		this.words = words;
		this.accounts = accounts;
		this.dates = dates;
		this.messages = messages;
	}

	/**
	 * An event in words.
	 *
	 * @param id its number
	 * @param at the local time
	 * @param by the account
	 * @param called how the account is called; the account's name if it is not
	 * @param action what was done
	 * @param of the id of what it was done to
	 * @param subject the same as the reader calls it
	 * @param details names and values
	 */
	record Line(long id, String at, String by, String called, String action, String of, EventSubjects.Subject subject,
			Map<String, String> details) {
	}

	/** Some events, in their order. */
	List<Line> of(List<AuditEvent> events, Locale locale) {
		Map<Long, EventSubjects.Subject> about = this.subjects.of(events, locale);
		Map<String, String> called = this.accounts.of(events.stream().map(AuditEvent::by).toList());
		return events.stream()
			.map((event) -> new Line(event.id(), this.dates.second(event.at()), event.by(),
					Objects.requireNonNull(called.get(event.by())),
					Objects.requireNonNull(
							this.messages.getMessage("action." + event.action(), null, event.action(), locale)),
					event.subject(), Objects.requireNonNull(about.get(event.id())),
					this.words.of(event.details(), locale)))
			.toList();
	}

}
