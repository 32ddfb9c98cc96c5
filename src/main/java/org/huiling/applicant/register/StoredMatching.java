package org.huiling.applicant.register;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.account.RegionScope;
import org.huiling.applicant.PeopleMatching;
import org.huiling.applicant.identity.PersonNames;
import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.PersonHashes;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.applicant.register.store.StoredRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Matches people by the keyed hashes of the register, many at once. */
@Component
class StoredMatching implements PeopleMatching {

	/** By which hash somebody is looked for. */
	private enum By {

		RESIDENT, PERSON, NAME;

		String column() {
			return name().toLowerCase(Locale.ROOT) + "_hash";
		}

	}

	private record Key(By by, ByteBuffer hash) {
	}

	private final JdbcClient jdbc;

	private final PersonStore store;

	private final PersonHashes hashes;

	StoredMatching(JdbcClient jdbc, PersonStore store, PersonHashes hashes) {
		this.jdbc = jdbc;
		this.store = store;
		this.hashes = hashes;
	}

	@Override
	@Transactional(readOnly = true)
	public List<List<Candidate>> match(List<Wanted> wanted, String regionPrefix) {
		List<@Nullable Key> keys = new ArrayList<>();
		wanted.forEach((one) -> keys.add(key(one)));
		Map<Key, List<UUID>> found = new HashMap<>();
		for (By by : By.values()) {
			find(by, keys, "", regionPrefix, found);
		}
		Map<Key, List<UUID>> unnumbered = new HashMap<>();
		List<@Nullable Key> others = new ArrayList<>();
		for (int i = 0; i < wanted.size(); i++) {
			Wanted one = wanted.get(i);
			Key key = keys.get(i);
			others.add((key != null && key.by() == By.RESIDENT && !found.containsKey(key))
					? key(new Wanted(null, one.name(), one.birthDate())) : null);
		}
		find(By.PERSON, others, " and a.resident_hash is null", regionPrefix, unnumbered);
		Set<UUID> ids = new HashSet<>();
		found.values().forEach(ids::addAll);
		unnumbered.values().forEach(ids::addAll);
		Map<UUID, History> known = this.store.histories(ids, true);
		List<List<Candidate>> candidates = new ArrayList<>();
		for (int i = 0; i < wanted.size(); i++) {
			Wanted one = wanted.get(i);
			boolean other = others.get(i) != null;
			boolean byId = one.residentId() != null && !other;
			candidates.add(of(other ? unnumbered : found, other ? others.get(i) : keys.get(i)).stream()
				.map((id) -> candidate(id, one, byId, known.get(id)))
				.toList());
		}
		return candidates;
	}

	@Override
	public @Nullable String mark(Wanted wanted) {
		Key key = key(wanted);
		return (key != null && key.by() != By.NAME) ? HexFormat.of().formatHex(key.hash().array()) : null;
	}

	private static List<UUID> of(Map<Key, List<UUID>> found, @Nullable Key key) {
		return (key != null) ? found.getOrDefault(key, List.of()) : List.of();
	}

	private @Nullable Key key(Wanted one) {
		ObjectNode facts = JsonNodeFactory.instance.objectNode();
		if (one.residentId() != null) {
			return key(By.RESIDENT, this.hashes.resident(one.residentId()));
		}
		if (one.name() == null) {
			return null;
		}
		facts.put("name", one.name());
		if (one.birthDate() != null) {
			facts.put("birthDate", one.birthDate().toString());
			return key(By.PERSON, this.hashes.of(facts).person());
		}
		return key(By.NAME, this.hashes.of(facts).name());
	}

	private static @Nullable Key key(By by, byte @Nullable [] hash) {
		return (hash != null) ? new Key(by, ByteBuffer.wrap(hash)) : null;
	}

	private void find(By by, List<@Nullable Key> keys, String condition, String regionPrefix,
			Map<Key, List<UUID>> found) {
		List<byte[]> hashes = new ArrayList<>();
		for (Key key : keys) {
			if (key != null && key.by() == by) {
				hashes.add(key.hash().array());
			}
		}
		if (hashes.isEmpty()) {
			return;
		}
		this.jdbc
			.sql("select a.id, a." + by.column() + " as hash from applicant a where a." + by.column() + " = any(?)"
					+ condition + " and a.merged_into is null and a.erased_at is null and exists (select from"
					+ " applicant_region g where g.applicant = a.id and "
					+ new RegionScope(List.of(regionPrefix)).condition("g.region") + ") order by a.id")
			.param(hashes.toArray(byte[][]::new))
			.query((row) -> {
				found.computeIfAbsent(new Key(by, ByteBuffer.wrap(row.getBytes("hash"))), (key) -> new ArrayList<>())
					.add(row.getObject("id", UUID.class));
			});
	}

	/** What is found by id is found, whatever the name is. */
	private static Candidate candidate(UUID id, Wanted wanted, boolean byId, @Nullable History history) {
		JsonNode last = (history != null) ? history.last() : JsonNodeFactory.instance.objectNode();
		String name = last.path("name").asString(null);
		boolean sameName = name == null || wanted.name() == null
				|| PersonNames.key(name).equals(PersonNames.key(wanted.name()));
		return new Candidate(id, byId && sameName, byId, day(last, "birthDate"), day(last, "deathDate"),
				place("hukou", last, history), place("residence", last, history));
	}

	private static @Nullable LocalDate day(JsonNode facts, String field) {
		String day = facts.path(field).asString(null);
		return (day != null) ? LocalDate.parse(day) : null;
	}

	private static Place place(String group, JsonNode last, @Nullable History history) {
		LocalDate said = (history != null) ? history.counting()
			.stream()
			.filter((record) -> record.facts().has(group))
			.map(StoredRecord::validFrom)
			.max(Comparator.naturalOrder())
			.orElse(null) : null;
		return new Place(last.path(group).path("region").asString(null), said);
	}

}
