package org.huiling.applicant.register.lists;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.applicant.ListChange;
import org.huiling.applicant.identity.FileNumber;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.applicant.register.store.RecordLayout;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What lists would change that were only looked at, as long as it is kept. */
@Component
public class ListPreview {

	private static final Duration KEPT = Duration.ofDays(1);

	private final PlannedRecords planned;

	private final PersonStore store;

	private final AuditTrail audit;

	private final Clock clock;

	ListPreview(PlannedRecords planned, PersonStore store, AuditTrail audit, Clock clock) {
		this.planned = planned;
		this.store = store;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Changes of people on file, in the order of the lines; noted in the trail.
	 * @param run the import, which the caller ordered
	 * @param paging which of them
	 * @return none if they are kept no longer
	 */
	@Transactional
	public List<ListChange> changes(UUID run, Paging paging) {
		List<PlannedRecord> page = this.planned.page(run, paging);
		List<UUID> people = page.stream().map(PlannedRecord::applicant).distinct().toList();
		if (people.isEmpty()) {
			return List.of();
		}
		Map<UUID, FileNumber> numbers = this.store.fileNumbers(people);
		this.audit.recordOf(AuditAction.APPLICANTS_LISTED, "applicants", Map.of("by", "IMPORT", "region", ""),
				numbers.keySet());
		return page.stream().map((one) -> change(one, numbers.get(one.applicant()))).toList();
	}

	/** Forgets what was planned more than a day ago. */
	public void forget() {
		this.planned.forget(this.clock.instant().minus(KEPT));
	}

	private static ListChange change(PlannedRecord planned, @Nullable FileNumber number) {
		JsonNode content = planned.content();
		JsonNode person = content.path("person");
		List<ListChange.Field> fields = content.path("changes")
			.valueStream()
			.map((field) -> new ListChange.Field(field.path("path").asString(), field.path("before"),
					field.path("after"), day(field.path("until"))))
			.toList();
		return new ListChange(planned.line(), (number != null) ? planned.applicant() : null,
				(number != null) ? number.toString() : null,
				person.path(RecordLayout.subject(person).id()).asString(null), person.path("name").asString(null),
				LocalDate.parse(content.path("validFrom").asString()), fields);
	}

	private static @Nullable LocalDate day(JsonNode text) {
		return text.isString() ? LocalDate.parse(text.stringValue()) : null;
	}

}
