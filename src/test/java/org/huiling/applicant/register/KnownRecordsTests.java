package org.huiling.applicant.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.huiling.Samples;
import org.huiling.TestFacts;
import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.applicant.register.store.OnFile;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.applicant.register.store.RecordLayout;
import org.huiling.facts.RandomApplicants;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever has one record is read straight from its text, and as everybody else is:
 * whatever somebody wrote there.
 */
class KnownRecordsTests {

	private static final LocalDate TODAY = LocalDate.of(2015, 6, 1);

	private static final Instant NOW = Instant.parse("2015-06-01T00:00:00Z");

	private static final String[] ODD = { "null", "true", "\"\"", "\" \"", "\"x\"", "\"NONE\"", "3", "3.0", "-1",
			"1e400", "300.001", "99999999999999", "[]", "{}", "[{}]", "[null]", "\"2013-02-30\"", "\"2099-01-01\"",
			"\"1500-01-01\"", "\"37990\"", "\"\\u0000\"", "[\"NONE\", \"NONE\"]", "{\"unheardOf\": 1}" };

	private final ApplicantReader reading = TestFacts.on(TODAY);

	private final RecordLayout layout = new RecordLayout(this.reading.dictionary());

	private final Random random = new Random(Samples.seed());

	private int quick;

	@Test
	void peopleAsTheyAreWritten() {
		int count = Samples.of(20_000, 2_000);
		RandomApplicants.withUnknowns(Samples.seed()).limit(count).forEach((person) -> {
			ObjectNode facts = facts(person.toString());
			assertSame(facts);
			if (facts.get("claims") instanceof ArrayNode claims) {
				inOrder(claims);
				assertSame(facts);
			}
		});
		assertThat(this.quick).as("those who are read from the text").isGreaterThan(count);
	}

	@Test
	void peopleWithSomethingOdd() {
		RandomApplicants.withUnknowns(Samples.seed() + 1).limit(Samples.of(50_000, 5_000)).forEach((person) -> {
			ObjectNode facts = facts(person.toString());
			for (int changes = this.random.nextInt(3); changes >= 0; changes--) {
				spoil(facts);
			}
			assertSame(facts);
		});
	}

	@Test
	void nothingOfWhatWasRecordedLater() {
		OnFile.Row early = row(facts("{\"birthDate\": \"1930-01-01\", \"sex\": \"MALE\"}"), NOW.minusSeconds(60));
		OnFile.Row late = row(facts("{\"sex\": \"FEMALE\"}"), NOW.plusSeconds(60));
		KnownRecords known = known(new OnFile(List.of(early, late), this.layout));
		assertThat(known).isNotNull();
		assertThat(known.on(TODAY).sex()).hasToString("MALE");
		assertThat(known.on(LocalDate.of(1999, 1, 1)).sex()).as("before the first record").isNull();
		assertThat(known(new OnFile(List.of(late), this.layout))).as("nothing known then").isNull();
	}

	private @Nullable KnownRecords known(OnFile onFile) {
		return KnownRecords.read(new UUID(0, 1), onFile, NOW, this.reading);
	}

	private void assertSame(ObjectNode facts) {
		OnFile onFile = new OnFile(List.of(row(facts, NOW)), this.layout);
		KnownRecords carefully;
		try {
			carefully = KnownRecords.read(new UUID(0, 1), onFile.history(), NOW, this.reading);
		}
		catch (InvalidInput broken) {
			assertThat(this.reading.readWritten(facts.toString())).as("%s", facts).isNull();
			return;
		}
		assertThat(known(onFile)).as("%s", facts).isEqualTo(carefully);
		this.quick += (this.reading.readWritten(facts.toString()) != null) ? 1 : 0;
	}

	private static OnFile.Row row(ObjectNode facts, Instant at) {
		return new OnFile.Row(UUID.randomUUID(), LocalDate.of(2001, 2, 3), at, "clerk", null, null, facts.toString());
	}

	private static ObjectNode facts(String person) {
		ObjectNode facts = (ObjectNode) PersonStore.MAPPER.readTree(person);
		return facts.remove(List.of("residentId", "name", "payee"));
	}

	private static void inOrder(ArrayNode claims) {
		List<JsonNode> items = new ArrayList<>();
		claims.forEach(items::add);
		items.sort((one, other) -> one.path("date").asString("").compareTo(other.path("date").asString("")));
		claims.removeAll();
		claims.addAll(items);
	}

	/** Puts something odd anywhere, or items in another order, or one of them twice. */
	private void spoil(ObjectNode facts) {
		List<ObjectNode> objects = new ArrayList<>(List.of(facts));
		for (int i = 0; i < objects.size(); i++) {
			objects.get(i).forEach((value) -> {
				if (value instanceof ObjectNode object) {
					objects.add(object);
				}
				value.forEach((item) -> {
					if (value.isArray() && item instanceof ObjectNode object) {
						objects.add(object);
					}
				});
			});
		}
		ObjectNode object = objects.get(this.random.nextInt(objects.size()));
		List<String> names = new ArrayList<>(object.propertyNames());
		names.add("unheardOf");
		String name = names.get(this.random.nextInt(names.size()));
		if (object.get(name) instanceof ArrayNode list && !list.isEmpty() && this.random.nextBoolean()) {
			List<JsonNode> items = new ArrayList<>();
			list.forEach(items::add);
			items.add(items.get(this.random.nextInt(items.size())).deepCopy());
			Collections.shuffle(items, this.random);
			list.removeAll();
			list.addAll(items.subList(0, items.size() - this.random.nextInt(2)));
		}
		else if (this.random.nextInt(4) == 0) {
			object.remove(name);
		}
		else {
			object.set(name, PersonStore.MAPPER.readTree(ODD[this.random.nextInt(ODD.length)]));
		}
	}

}
