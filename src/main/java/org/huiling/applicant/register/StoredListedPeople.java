package org.huiling.applicant.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.ListedPeople;
import org.huiling.applicant.identity.FileNumber;
import org.huiling.applicant.reading.ApplicantReaderInForce;
import org.huiling.applicant.register.lookup.Masking;
import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.PersonStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People in lists, from the register. */
@Component
class StoredListedPeople implements ListedPeople {

	private final PersonStore store;

	private final ApplicantReaderInForce readings;

	StoredListedPeople(PersonStore store, ApplicantReaderInForce readings) {
		this.store = store;
		this.readings = readings;
	}

	@Override
	@Transactional(readOnly = true)
	public Map<UUID, Listed> listed(Collection<UUID> ids) {
		Map<UUID, Listed> people = new HashMap<>();
		if (ids.isEmpty()) {
			return people;
		}
		Map<UUID, FileNumber> numbers = this.store.fileNumbers(ids);
		this.store.histories(ids, true).forEach((id, history) -> {
			if (!history.isEmpty()) {
				people.put(id, listed(Objects.requireNonNull(numbers.get(id)), history));
			}
		});
		return people;
	}

	private Listed listed(FileNumber number, History history) {
		JsonNode facts = Masking.masked(history.on(this.readings.today().today()), Set.of(), history.layout());
		String lives = text(facts.path("residence").path("region"));
		return new Listed(number.toString(), text(facts.path(Masking.RESIDENT_ID)), text(facts.path("name")),
				(lives != null) ? lives : text(facts.path("hukou").path("region")));
	}

	private static @Nullable String text(JsonNode value) {
		return value.asString(null);
	}

}
