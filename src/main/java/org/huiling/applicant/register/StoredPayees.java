package org.huiling.applicant.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.huiling.applicant.AccountNumber;
import org.huiling.applicant.FileNumber;
import org.huiling.applicant.Payees;
import org.huiling.applicant.ResidentId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is paid, from the register. */
@Component
class StoredPayees implements Payees {

	private final PersonStore store;

	StoredPayees(PersonStore store) {
		this.store = store;
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

	@Override
	public String mergedFiles() {
		return "select f.id, f.survivor from (with recursive file (id, survivor) as (select a.id, a.merged_into"
				+ " from applicant a where a.merged_into is not null union select f.id, a.merged_into from file f"
				+ " join applicant a on a.id = f.survivor where a.merged_into is not null) select * from file) f"
				+ " join applicant s on s.id = f.survivor where s.merged_into is null";
	}

	@Override
	public String filesEnded() {
		return "select a.id from applicant a where a.merged_at > ? union all"
				+ " select a.id from applicant a where a.erased_at > ?";
	}

	private static Payee payee(FileNumber number, JsonNode facts) {
		String residentId = text(facts, "residentId");
		JsonNode payee = facts.path("payee");
		String account = text(payee, "account");
		return new Payee(number.toString(), text(facts, "name"),
				(residentId != null) ? new ResidentId(residentId).masked() : null, text(payee, "kind"),
				text(payee, "bank"), (account != null) ? AccountNumber.onFile(account) : null, text(payee, "name"),
				day(facts, "deathDate"), day(facts.path("lifeCheck"), "lastPassed"), day(facts, "birthDate"),
				ClaimsOnFile.doubtful(facts.path("claims")));
	}

	private static @Nullable String text(JsonNode node, String field) {
		return node.path(field).asString(null);
	}

	private static @Nullable LocalDate day(JsonNode node, String field) {
		String text = text(node, field);
		return (text != null) ? LocalDate.parse(text) : null;
	}

}
