package org.huiling.applicant.register.lists;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.huiling.HuilingTest;
import org.huiling.Samples;
import org.huiling.SharedService;
import org.huiling.TestFacts;
import org.huiling.account.TestCallers;
import org.huiling.applicant.RecordBody;
import org.huiling.applicant.register.recording.PartialRecord;
import org.huiling.applicant.register.recording.Recording;
import org.huiling.applicant.register.store.History;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.facts.CivilTime;
import org.huiling.facts.MadeUpIds;
import org.huiling.facts.RandomApplicants;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Twins: what lists say of one of each pair is recorded of the other by single records,
 * worked out plainly by this test. On every day both are known to be the same.
 */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class RandomUpdateListsIntegrationTests {

	private static final long SEED = Samples.seed();

	private static final int PAIRS = Samples.of(500, 60);

	private static final int LISTS = 3;

	private static final LocalDate TODAY = LocalDate.now(CivilTime.ZONE);

	private static final String WORKER = "worker;CASE_WORKER;";

	private static final Map<String, List<String>> KEYS = Map.of("statuses", List.of("kind", "from"), "choices",
			List.of("program", "from"), "applications", List.of("program", "date"), "claims", List.of("id"));

	private final Random random = new Random(SEED);

	private final RandomApplicants applicants = RandomApplicants.withUnknowns(SEED);

	private final Map<String, Integer> expected = new LinkedHashMap<>();

	private final Map<String, Integer> answered = new LinkedHashMap<>();

	@Autowired
	RestTestClient client;

	@Autowired
	Recording recording;

	@Autowired
	PersonStore store;

	/** Whom lists change, and whom single records do. */
	private record Twins(String residentId, UUID listed, UUID single) {
	}

	@BeforeEach
	void signIn() {
		TestCallers.signIn(WORKER);
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void aListDoesWhatSingleRecordsDo() {
		List<Twins> pairs = new ArrayList<>();
		for (int i = 0; i < PAIRS; i++) {
			pairs.add(twins(i));
		}
		for (int list = 0; list < LISTS; list++) {
			boolean table = list % 2 == 1;
			List<ObjectNode> lines = new ArrayList<>();
			List<Set<String>> codes = new ArrayList<>();
			for (int i = 0; i < PAIRS * 3 / 2; i++) {
				Twins twins = pairs.get(this.random.nextInt(pairs.size()));
				ObjectNode mentioned = mentioned(twins, table);
				LocalDate from = (this.random.nextInt(3) == 0) ? null
						: LocalDate.of(2012, 1, 1).plusDays(this.random.nextInt(1000));
				codes.add(alone(twins, mentioned.deepCopy(), from));
				mentioned.put("residentId", twins.residentId());
				if (from != null) {
					mentioned.put("validFrom", from.toString());
				}
				lines.add(mentioned);
			}
			send(lines, codes, table);
			pairs.forEach(this::same);
		}
		assertThat(this.answered).as("seed %d", SEED).isEqualTo(this.expected);
		assertThat(this.answered.get("updated")).isGreaterThan(PAIRS * LISTS / 2);
		assertThat(this.answered.get("refused")).isLessThan(PAIRS * LISTS / 2);
	}

	private Twins twins(int number) {
		ObjectNode facts = facts();
		facts.put("name", "试例" + number);
		LocalDate birth = LocalDate.of(1920, 1, 1).plusDays(number);
		facts.put("birthDate", birth.toString());
		facts.remove("sex");
		LocalDate from = (number % 3 == 0) ? LocalDate.of(2012, 6, 1) : null;
		UUID[] ids = new UUID[2];
		for (int twin = 0; twin < 2; twin++) {
			ObjectNode own = facts.deepCopy().put("residentId", MadeUpIds.of(birth, 100 + 2 * twin));
			ids[twin] = this.recording.begin(own, TestFacts.on(TODAY).read(own), from).person().id();
		}
		return new Twins(MadeUpIds.of(birth, 100), ids[0], ids[1]);
	}

	private ObjectNode facts() {
		ObjectNode facts = this.applicants.next().json();
		facts.remove(List.of("residentId", "name"));
		return facts;
	}

	/** Some fields, some fields of groups, some items with some of their fields. */
	private ObjectNode mentioned(Twins twins, boolean table) {
		ObjectNode mentioned = PersonStore.MAPPER.createObjectNode();
		ObjectNode known = this.store.history(twins.single(), true).last();
		facts().properties().forEach((field) -> {
			String name = field.getKey();
			if (name.equals("birthDate") || name.equals("sex") || this.random.nextInt(3) > 0) {
				return;
			}
			JsonNode value = (this.random.nextInt(3) == 0) ? known.path(name) : field.getValue();
			if (value.isArray()) {
				ArrayNode items = mentioned.putArray(name);
				value.forEach((item) -> {
					if (this.random.nextBoolean()) {
						items.add(KEYS.get(name).contains("id") ? some(item, Set.of("id", "date", "kind"), table)
								: some(item, Set.of("kind", "program", "date"), table));
					}
				});
				if (table && items.isEmpty() && value.isEmpty()) {
					return;
				}
			}
			else if (!value.isMissingNode()) {
				mentioned.set(name, some(value, Set.of(), table));
			}
			if (!table && this.random.nextInt(12) == 0) {
				mentioned.putNull(name);
			}
		});
		if (table) {
			// a table has no cell for a group without fields
			empty(mentioned);
			KEYS.keySet().forEach((list) -> {
				if (mentioned.path(list).isArray() && mentioned.path(list).isEmpty() && this.random.nextBoolean()) {
					mentioned.remove(list);
				}
			});
		}
		return mentioned;
	}

	private static void empty(ObjectNode object) {
		object.forEach((value) -> {
			if (value.isObject()) {
				empty((ObjectNode) value);
			}
		});
		object.remove(object.propertyStream()
			.filter((field) -> field.getValue().isObject() && field.getValue().isEmpty())
			.map(Map.Entry::getKey)
			.toList());
	}

	private JsonNode some(JsonNode value, Set<String> always, boolean table) {
		if (!value.isObject()) {
			return value;
		}
		ObjectNode some = PersonStore.MAPPER.createObjectNode();
		value.properties().forEach((field) -> {
			if (always.contains(field.getKey()) || this.random.nextInt(4) > 0) {
				some.set(field.getKey(), some(field.getValue(), Set.of(), table));
			}
			else if (!table && this.random.nextInt(4) == 0) {
				some.putNull(field.getKey());
			}
		});
		return some;
	}

	/** Records of the other twin what a line says. @return why it is refused */
	private Set<String> alone(Twins twins, ObjectNode mentioned, LocalDate validFrom) {
		History history = this.store.history(twins.single(), true);
		LocalDate from = (validFrom != null) ? validFrom : LocalDate.parse(history.last().get("birthDate").asString());
		ObjectNode held = history.on(from);
		try {
			ObjectNode body = PersonStore.MAPPER.createObjectNode();
			for (String name : mentioned.propertyNames()) {
				JsonNode value = mentioned.get(name);
				body.set(name, value.isArray() ? list(name, (ArrayNode) value, held.path(name))
						: group(held.path(name), value));
			}
			ObjectNode read = PartialRecord.read(body, held, TestFacts.on(TODAY)).facts();
			read.remove(read.propertyStream().filter((field) -> {
				JsonNode before = held.path(field.getKey());
				return field.getValue().equals(before) || (field.getValue().isNull() && before.isMissingNode())
						|| (field.getKey().equals("claims") && before.isArray() && field.getValue().isArray()
								&& field.getValue().isEmpty());
			}).map(Map.Entry::getKey).toList());
			if (read.isEmpty()) {
				this.expected.merge("unchanged", 1, Integer::sum);
				return Set.of();
			}
			this.recording.add(twins.single(), RecordBody.of(from, read, null), null);
			this.expected.merge("updated", 1, Integer::sum);
			return Set.of();
		}
		catch (InvalidInput ex) {
			this.expected.merge("refused", 1, Integer::sum);
			return new TreeSet<>(ex.errors().stream().map(FieldError::code).toList());
		}
	}

	private static JsonNode group(JsonNode held, JsonNode value) {
		if (!value.isObject()) {
			return value;
		}
		ObjectNode group = held.isObject() ? (ObjectNode) held.deepCopy() : PersonStore.MAPPER.createObjectNode();
		for (String name : value.propertyNames()) {
			if (value.get(name).isNull()) {
				group.remove(name);
			}
			else {
				group.set(name, group(group.path(name), value.get(name)));
			}
		}
		return group;
	}

	/** Claims that are new or differ; other lists whole. */
	private static ArrayNode list(String name, ArrayNode items, JsonNode held) {
		if (items.isEmpty()) {
			return items;
		}
		boolean claims = name.equals("claims");
		List<JsonNode> all = new ArrayList<>(held.valueStream().toList());
		Set<Integer> touched = new LinkedHashSet<>();
		for (JsonNode item : items) {
			int place = place(name, item, all, claims ? held.size() : all.size());
			if (place < 0) {
				all.add(group(PersonStore.MAPPER.missingNode(), item));
				touched.add(all.size() - 1);
			}
			else {
				all.set(place, group(all.get(place), item));
				touched.add(place);
			}
		}
		ArrayNode list = PersonStore.MAPPER.createArrayNode();
		for (int i = 0; i < all.size(); i++) {
			boolean differs = i >= held.size() || !all.get(i).equals(held.get(i));
			if (!claims || (touched.contains(i) && differs)) {
				list.add(all.get(i));
			}
		}
		return list;
	}

	private static int place(String name, JsonNode item, List<JsonNode> all, int upTo) {
		String of = KEYS.get(name).get(0);
		String day = (KEYS.get(name).size() > 1) ? KEYS.get(name).get(1) : "";
		List<Integer> alike = new ArrayList<>();
		for (int i = 0; i < upTo; i++) {
			if (all.get(i).path(of).asString("").equals(item.path(of).asString(""))) {
				alike.add(i);
			}
		}
		for (int i : alike) {
			if (all.get(i).path(day).asString("").equals(item.path(day).asString(""))) {
				return i;
			}
		}
		if (item.hasNonNull(day)) {
			return alike.stream().filter((i) -> !all.get(i).hasNonNull(day)).findFirst().orElse(-1);
		}
		if (alike.size() > 1 || (alike.size() == 1 && all.get(alike.get(0)).hasNonNull("to") && !item.has("to"))) {
			throw new InvalidInput(422, List.of(FieldError.of(name, "WHICH_ITEM")));
		}
		return alike.isEmpty() ? -1 : alike.get(0);
	}

	private void send(List<ObjectNode> lines, List<Set<String>> codes, boolean table) {
		String file = table ? csv(lines) : String.join("\n", lines.stream().map(ObjectNode::toString).toList());
		JsonNode answer = PersonStore.MAPPER.readTree(this.client.post()
			.uri("/api/v1/applicants/import?mode=UPDATE")
			.header("Content-Type", table ? "text/csv" : "application/x-ndjson")
			.header(TestCallers.HEADER, WORKER)
			.body(file.getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody());
		for (String count : List.of("updated", "unchanged", "refused")) {
			if (answer.get(count).asInt() > 0) {
				this.answered.merge(count, answer.get(count).asInt(), Integer::sum);
			}
		}
		List<Set<String>> refused = new ArrayList<>();
		lines.forEach((line) -> refused.add(new TreeSet<>()));
		answer.get("lines").forEach((line) -> {
			if ("ERROR".equals(line.get("severity").asString())) {
				refused.get(line.get("line").asInt() - (table ? 2 : 1)).add(line.get("code").asString());
			}
		});
		for (int i = 0; i < lines.size(); i++) {
			assertThat(refused.get(i)).as("seed %d, %s", SEED, lines.get(i)).isEqualTo(codes.get(i));
		}
	}

	private static String csv(List<ObjectNode> lines) {
		Set<String> columns = new LinkedHashSet<>();
		List<Map<String, String>> rows = lines.stream().map((line) -> {
			Map<String, String> row = new LinkedHashMap<>();
			flat("", line, row);
			return row;
		}).toList();
		rows.forEach((row) -> columns.addAll(row.keySet()));
		StringBuilder csv = new StringBuilder(String.join(",", columns)).append('\n');
		rows.forEach((row) -> csv
			.append(String.join(",", columns.stream().map((column) -> row.getOrDefault(column, "")).toList()))
			.append('\n'));
		return csv.toString();
	}

	private static void flat(String path, JsonNode value, Map<String, String> row) {
		if (value.isObject()) {
			value.properties()
				.forEach((field) -> flat(path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
						field.getValue(), row));
		}
		else if (value.isArray() && !value.isEmpty()) {
			for (int i = 0; i < value.size(); i++) {
				flat(path + "[" + i + "]", value.get(i), row);
			}
		}
		else {
			row.put(path, value.isArray() ? "[]"
					: value.isNumber() ? value.decimalValue().toPlainString() : value.asString());
		}
	}

	private void same(Twins twins) {
		History listed = this.store.history(twins.listed(), true);
		History single = this.store.history(twins.single(), true);
		Set<LocalDate> days = new TreeSet<>(listed.days());
		days.addAll(single.days());
		days.add(LocalDate.MIN);
		for (LocalDate day : days) {
			assertThat(without(listed.on(day))).as("seed %d, %s on %s", SEED, twins, day)
				.isEqualTo(without(single.on(day)));
		}
		assertThat(listed.known()).hasSameSizeAs(single.known());
	}

	private static ObjectNode without(ObjectNode facts) {
		return facts.without("residentId");
	}

}
