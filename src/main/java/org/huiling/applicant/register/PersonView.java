package org.huiling.applicant.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.FileNumber;
import org.huiling.applicant.RecordWarning;
import org.huiling.applicant.ResidentId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** People and their records as they are answered: numbers masked unless revealed. */
@Component
class PersonView {

	static final String FILE_NUMBER = "fileNumber";

	static final String RESIDENT_ID = "residentId";

	static final String ACCOUNT = "payee.account";

	private static final int SHOWN_DIGITS = 4;

	private static final List<String> SUMMARY = List.of(FILE_NUMBER, RESIDENT_ID, "name", "birthDate", "sex",
			"deathDate", "hukou", "residence");

	private static final List<String> ORDER = List.of(RESIDENT_ID, "name", "birthDate", "sex", "deathDate", "hukou",
			"residence", "household", "statuses", "choices", "disability", "careLevel", "pension", "lifeCheck", "payee",
			"insurance", "applications", "claims");

	private final MessageSource messages;

	PersonView(MessageSource messages) {
		this.messages = messages;
	}

	/** A person on a day. */
	ObjectNode person(UUID id, FileNumber number, History history, LocalDate date, Set<String> revealed) {
		ObjectNode view = JsonNodeFactory.instance.objectNode();
		view.put("id", id.toString());
		view.put(FILE_NUMBER, number.toString());
		view.setAll(masked(history.on(date), revealed));
		return view;
	}

	/** The people who were found, in that order. */
	List<ObjectNode> summaries(Search.Found found, LocalDate date) {
		List<ObjectNode> summaries = new ArrayList<>();
		found.people()
			.forEach((id, history) -> summaries
				.add(summary(id, Objects.requireNonNull(found.numbers().get(id)), history, date)));
		return summaries;
	}

	/** A person in a list. */
	ObjectNode summary(UUID id, FileNumber number, History history, LocalDate date) {
		ObjectNode view = person(id, number, history, date, Set.of());
		ObjectNode summary = JsonNodeFactory.instance.objectNode();
		summary.put("id", id.toString());
		SUMMARY.forEach((field) -> {
			if (view.has(field)) {
				summary.set(field, view.get(field));
			}
		});
		return summary;
	}

	/** A record. */
	ObjectNode record(StoredRecord record, @Nullable StoredRecord correction) {
		ObjectNode view = JsonNodeFactory.instance.objectNode();
		view.put("id", record.id().toString());
		view.put("validFrom", record.validFrom().toString());
		view.put("recordedAt", record.recordedAt().toString());
		view.put("recordedBy", record.recordedBy());
		view.set("facts", masked(record.facts(), Set.of()));
		view.put("reason", record.reason());
		view.put("corrects", (record.corrects() != null) ? record.corrects().toString() : null);
		view.put("correctedBy", (correction != null) ? correction.id().toString() : null);
		return view;
	}

	ArrayNode warnings(List<RecordWarning> warnings, Locale locale) {
		ArrayNode view = JsonNodeFactory.instance.arrayNode();
		warnings.forEach((warning) -> {
			ObjectNode one = view.addObject();
			one.put("code", warning.code());
			one.put("field", warning.field());
			one.put("message",
					this.messages.getMessage("warning." + warning.code(), warning.arguments().toArray(), locale));
		});
		return view;
	}

	/** In the order of the contract, with numbers masked. */
	static ObjectNode masked(ObjectNode facts, Set<String> revealed) {
		ObjectNode view = JsonNodeFactory.instance.objectNode();
		ORDER.forEach((field) -> {
			if (facts.has(field)) {
				view.set(field, facts.get(field));
			}
		});
		if (view.hasNonNull(RESIDENT_ID) && !revealed.contains(RESIDENT_ID)) {
			view.put(RESIDENT_ID, new ResidentId(view.get(RESIDENT_ID).asString()).masked());
		}
		if (view.path("payee").hasNonNull("account") && !revealed.contains(ACCOUNT)) {
			ObjectNode payee = (ObjectNode) view.get("payee").deepCopy();
			payee.put("account", account(payee.get("account").asString()));
			view.set("payee", payee);
		}
		return view;
	}

	private static String account(String account) {
		int shown = Math.min(SHOWN_DIGITS, account.length() / 2);
		return "*".repeat(8) + account.substring(account.length() - shown);
	}

}
