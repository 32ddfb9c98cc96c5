package org.huiling.applicant.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.huiling.applicant.Payees;
import org.huiling.applicant.identity.AccountNumber;
import org.huiling.applicant.identity.FileNumber;
import org.huiling.applicant.identity.ResidentId;
import org.huiling.applicant.register.store.ClaimLookup;
import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.applicant.register.store.RecordLayout;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Dictionary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is paid, from the register. */
@Component
class StoredPayees implements Payees {

	/** Organisations are paid into accounts alone. */
	private static final String BANK = "BANK";

	private final PersonStore store;

	private final DictionaryInForce dictionary;

	StoredPayees(PersonStore store, DictionaryInForce dictionary) {
		this.store = store;
		this.dictionary = dictionary;
	}

	@Override
	@Transactional(readOnly = true)
	public Map<UUID, Payee> known(Collection<UUID> ids, Instant knownAt, LocalDate day) {
		Map<UUID, Payee> payees = new HashMap<>();
		Map<UUID, FileNumber> numbers = this.store.fileNumbers(ids);
		this.store.histories(ids, true).forEach((id, history) -> {
			History then = history.knownAt(knownAt);
			if (!then.isEmpty()) {
				payees.put(id, payee(Objects.requireNonNull(numbers.get(id)), then.on(day),
						LastLifeCheck.of(then, day, knownAt)));
			}
		});
		return payees;
	}

	private Payee payee(FileNumber number, JsonNode facts, @Nullable LocalDate lifeCheck) {
		Subject subject = RecordLayout.subject(facts);
		JsonNode payee = facts.path("payee");
		String account = text(payee, "account");
		return new Payee(number.toString(), text(facts, "name"), shown(text(facts, subject.id()), subject),
				(subject == Subject.PERSON) ? text(payee, "kind") : (account != null) ? BANK : null,
				text(payee, "bank"), (account != null) ? AccountNumber.onFile(account) : null, text(payee, "name"),
				day(facts, subject.end()), lifeCheck, day(facts, "birthDate"), doubtful(facts));
	}

	/** A credit code is public. */
	private static @Nullable String shown(@Nullable String id, Subject subject) {
		return (id == null || subject != Subject.PERSON) ? id : new ResidentId(id).masked();
	}

	private Map<String, Map<String, String>> doubtful(JsonNode facts) {
		Map<String, Map<String, String>> doubtful = new HashMap<>();
		Dictionary current = RecordLayout.declaring(this.dictionary.current(), facts);
		for (String list : current.shape().claims()) {
			Map<String, String> found = ClaimLookup.doubtful(facts.path(list),
					Objects.requireNonNull(current.list(list)));
			if (!found.isEmpty()) {
				doubtful.put(list, found);
			}
		}
		return doubtful;
	}

	private static @Nullable String text(JsonNode node, String field) {
		return node.path(field).asString(null);
	}

	private static @Nullable LocalDate day(JsonNode node, String field) {
		String text = text(node, field);
		return (text != null) ? LocalDate.parse(text) : null;
	}

}
