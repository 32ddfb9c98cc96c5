package org.huiling.applicant.register.recording;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.huiling.account.RegionScope;
import org.huiling.applicant.DoubtsOnFile;
import org.huiling.applicant.identity.DoubtfulBirth;
import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.applicant.reading.ApplicantReaderInForce;
import org.huiling.applicant.reading.RecordWarning;
import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.applicant.register.store.RecordLayout;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds by indexes whose file may be doubtful, and reads it as whoever records would. */
@Component
class StoredDoubts implements DoubtsOnFile {

	private static final String BIRTH = "birthDate";

	/** A list's item and the field that is warned of, and the other item. */
	private static final Pattern ITEM = Pattern.compile("(\\w+)\\[(\\d+)](?:\\.(\\w+))?");

	private static final Map<String, Kind> KINDS = Map.of("SAME_STAY", Kind.SAME_ITEM, "SAME_ITEM", Kind.SAME_ITEM,
			"STAYS_OVERLAP", Kind.STAYS_OVERLAP, "ITEMS_OVERLAP", Kind.STAYS_OVERLAP);

	private final JdbcClient jdbc;

	private final PersonStore store;

	private final ApplicantReaderInForce reading;

	private final DictionaryInForce dictionary;

	StoredDoubts(JdbcClient jdbc, PersonStore store, ApplicantReaderInForce reading, DictionaryInForce dictionary) {
		this.jdbc = jdbc;
		this.store = store;
		this.reading = reading;
		this.dictionary = dictionary;
	}

	@Override
	@Transactional(readOnly = true)
	public List<UUID> doubtful(String regionPrefix, @Nullable Instant since) {
		String going = " and a.merged_into is null and a.erased_at is null and " + below("a.id", regionPrefix);
		Set<UUID> found = new LinkedHashSet<>(this.jdbc
			.sql("select a.id from applicant a where a.person_hash is not null and a.resident_hash is null and exists"
					+ " (select from applicant b where b.person_hash = a.person_hash and b.id <> a.id)" + going)
			.query(UUID.class)
			.list());
		found.addAll(this.jdbc
			.sql("select r.applicant from applicant_record r join applicant a on a.id = r.applicant"
					+ " where r.facts ->> 'birthDate' is not null and (r.facts ->> 'birthDate') collate \"C\" = any(?)"
					+ " and a.resident_hash is null" + going)
			.param(DoubtfulBirth.placeholders().stream().map(Object::toString).toArray(String[]::new))
			.query(UUID.class)
			.list());
		String[] lists = new RecordLayout(this.dictionary.current()).merged().toArray(String[]::new);
		List<Object> parameters = new ArrayList<>();
		parameters.add(lists);
		if (since != null) {
			parameters.add(since.atOffset(ZoneOffset.UTC));
		}
		found.addAll(this.jdbc
			.sql("select distinct r.applicant from applicant_record r join applicant a on a.id = r.applicant"
					+ " where jsonb_exists_any(r.facts, ?)" + ((since != null) ? " and r.recorded_at > ?" : "") + going)
			.params(parameters)
			.query(UUID.class)
			.list());
		return List.copyOf(found);
	}

	private static String below(String column, String regionPrefix) {
		return "exists (select from applicant_region g where g.applicant = " + column + " and "
				+ new RegionScope(List.of(regionPrefix)).condition("g.region") + ")";
	}

	@Override
	@Transactional(readOnly = true)
	public Map<UUID, Doubtful> of(Collection<UUID> people, String regionPrefix) {
		Map<UUID, List<Doubt>> doubts = new HashMap<>();
		this.jdbc
			.sql("select a.id, b.id as other from applicant a join applicant b on b.person_hash = a.person_hash"
					+ " and b.id <> a.id where a.id = any(?) and (a.resident_hash is null or b.resident_hash is null)"
					+ " and b.merged_into is null and b.erased_at is null and " + below("b.id", regionPrefix))
			.param(people.toArray(UUID[]::new))
			.query((row) -> {
				UUID id = row.getObject("id", UUID.class);
				String pair = sorted(id.toString(), row.getString("other"));
				doubts.computeIfAbsent(id, (one) -> new ArrayList<>())
					.add(new Doubt(Kind.DUPLICATE, List.of(), "DUPLICATE " + pair));
			});
		Map<UUID, Doubtful> doubtful = new HashMap<>();
		List<UUID> going = this.jdbc
			.sql("select id from applicant where id = any(?) and merged_into is null and erased_at is null")
			.param(people.toArray(UUID[]::new))
			.query(UUID.class)
			.list();
		ApplicantReader reader = this.reading.today();
		this.store.histories(going, true).forEach((id, history) -> {
			List<Doubt> all = doubts.computeIfAbsent(id, (one) -> new ArrayList<>());
			ObjectNode facts = history.last();
			warnings(history, reader).forEach((warning) -> {
				Doubt doubt = doubt(id, warning, facts, history.layout());
				if (doubt != null && all.stream().noneMatch((one) -> one.key().equals(doubt.key()))) {
					all.add(doubt);
				}
			});
			if (!all.isEmpty()) {
				doubtful.put(id, new Doubtful(PersonStore.regions(facts), all));
			}
		});
		return doubtful;
	}

	/** What cannot be read any more is somebody else's to find. */
	private static List<RecordWarning> warnings(History history, ApplicantReader reader) {
		try {
			return Addition.check(history, reader);
		}
		catch (InvalidInput ex) {
			return List.of();
		}
	}

	private static @Nullable Doubt doubt(UUID id, RecordWarning warning, ObjectNode facts, RecordLayout layout) {
		if (warning.code().equals(RecordWarning.Kind.BIRTH_PLACEHOLDER.name())) {
			String birth = facts.path(BIRTH).asString("");
			return new Doubt(Kind.BIRTH_PLACEHOLDER, List.of(birth), "BIRTH " + id + " " + birth);
		}
		Kind kind = KINDS.get(warning.code());
		Matcher one = ITEM.matcher(warning.field());
		Matcher other = ITEM.matcher(warning.arguments().isEmpty() ? "" : String.valueOf(warning.arguments().get(0)));
		if (kind == null || !one.find() || one.group(3) == null || !other.find()) {
			return null;
		}
		JsonNode list = facts.path(one.group(1));
		JsonNode first = list.path(Integer.parseInt(one.group(2)));
		JsonNode second = list.path(Integer.parseInt(other.group(2)));
		List<String> key = layout.key(one.group(1));
		String pair = sorted(RecordLayout.identity(key, first), RecordLayout.identity(key, second));
		return new Doubt(kind,
				Stream.of(first, second).map((item) -> item.path(one.group(3)).asString("")).sorted().toList(),
				"CLAIMS " + id + " "
						+ UUID.nameUUIDFromBytes((one.group(1) + "\n" + pair).getBytes(StandardCharsets.UTF_8)));
	}

	private static String sorted(String one, String other) {
		return (one.compareTo(other) <= 0) ? one + " " + other : other + " " + one;
	}

}
