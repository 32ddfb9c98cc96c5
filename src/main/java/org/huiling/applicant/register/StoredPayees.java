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
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.dictionary.Dictionary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is paid, from the register. */
@Component
class StoredPayees implements Payees {

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
				payees.put(id, payee(Objects.requireNonNull(numbers.get(id)), then.on(day)));
			}
		});
		return payees;
	}

	private Payee payee(FileNumber number, JsonNode facts) {
		String residentId = text(facts, "residentId");
		JsonNode payee = facts.path("payee");
		String account = text(payee, "account");
		return new Payee(number.toString(), text(facts, "name"),
				(residentId != null) ? new ResidentId(residentId).masked() : null, text(payee, "kind"),
				text(payee, "bank"), (account != null) ? AccountNumber.onFile(account) : null, text(payee, "name"),
				day(facts, "deathDate"), day(facts.path("lifeCheck"), "lastPassed"), day(facts, "birthDate"),
				doubtful(facts));
	}

	private Map<String, Map<String, String>> doubtful(JsonNode facts) {
		Map<String, Map<String, String>> doubtful = new HashMap<>();
		Dictionary current = this.dictionary.current();
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
