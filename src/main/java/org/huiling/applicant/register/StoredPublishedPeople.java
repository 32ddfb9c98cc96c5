package org.huiling.applicant.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.huiling.applicant.PublishedPeople;
import org.huiling.applicant.identity.PersonNames;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.applicant.register.store.RecordLayout;
import org.huiling.facts.Subject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who stands on public lists, from the register. */
@Component
class StoredPublishedPeople implements PublishedPeople {

	private final PersonStore store;

	StoredPublishedPeople(PersonStore store) {
		this.store = store;
	}

	@Override
	@Transactional(readOnly = true)
	public Map<UUID, Published> published(Collection<UUID> ids, LocalDate day) {
		Map<UUID, Published> people = new HashMap<>();
		this.store.histories(ids, true).forEach((id, history) -> {
			if (!history.isEmpty()) {
				people.put(id, published(history.on(day)));
			}
		});
		return people;
	}

	/** An organisation is public as it is. */
	private static Published published(JsonNode facts) {
		String name = facts.path("name").asString(null);
		if (RecordLayout.subject(facts) != Subject.PERSON) {
			return new Published(name, facts.path("region").asString(null));
		}
		String lives = region(facts, "residence");
		return new Published((name != null) ? PersonNames.masked(name) : null,
				(lives != null) ? lives : region(facts, "hukou"));
	}

	private static @Nullable String region(JsonNode facts, String where) {
		return facts.path(where).path("region").asString(null);
	}

}
