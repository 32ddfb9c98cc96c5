package org.huiling.applicant.register.memory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

import org.huiling.Samples;
import org.huiling.engine.files.FactFiles;
import org.huiling.facts.Code;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random records come out of memory as they went in; nobody else's, and nobody's twice.
 */
class PackedPeopleTests {

	private static final Instant NOW = Instant.parse("2013-07-01T08:00:00.123456Z");

	private static final long ROOM = 64L << 20;

	private final RecordShape shape = FactFiles.shipped().dictionary().shape();

	private final Random random = new Random(Samples.seed());

	private final PackedPeople people = new PackedPeople(NOW, new PackedBudget(ROOM));

	@Test
	void isWhatWentInHoweverOftenItChanges() {
		Map<UUID, NavigableMap<LocalDate, FactRecord>> known = new HashMap<>();
		List<UUID> ids = new ArrayList<>();
		for (int i = 0; i < Samples.of(20_000, 2_000); i++) {
			UUID id = (ids.isEmpty() || this.random.nextInt(3) > 0) ? new UUID(this.random.nextLong(), i)
					: ids.get(this.random.nextInt(ids.size()));
			ids.add(id);
			NavigableMap<LocalDate, FactRecord> records = records();
			assertThat(this.people.put(id, NOW, records, this.people.turn())).isTrue();
			known.put(id, records);
			if (this.random.nextInt(5) == 0) {
				UUID gone = ids.get(this.random.nextInt(ids.size()));
				this.people.takeOut(List.of(gone), NOW);
				known.remove(gone);
			}
		}
		ids.forEach((id) -> assertThat(this.people.find(id, NOW)).isEqualTo(known.get(id)));
		this.people.completed(this.people.losses());
		assertThat(this.people.isWhole()).isTrue();
		Map<UUID, NavigableMap<LocalDate, FactRecord>> told = new HashMap<>();
		for (int part = 0; part < this.people.parts(); part++) {
			this.people.part(part, NOW, new ArrayList<>())
				.forEach((one) -> assertThat(told.put(one.id(), one.records())).isNull());
		}
		assertThat(told).isEqualTo(known);
		assertThat(this.people.count()).isEqualTo(known.size());
		this.people.close();
		assertThat(this.people.count()).isZero();
		assertThat(this.people.isWhole()).isFalse();
	}

	@Test
	void isToldOnlyOfInstantsThatItIsTrueOf() {
		UUID id = UUID.randomUUID();
		int turn = this.people.turn();
		assertThat(this.people.put(id, NOW.minusMillis(5), records(), turn)).isTrue();
		assertThat(this.people.find(id, NOW)).isNotNull();
		assertThat(this.people.find(id, NOW.minusMillis(5))).isNotNull();
		assertThat(this.people.find(id, NOW.minusMillis(6))).as("changed since").isNull();
		assertThat(this.people.find(id, NOW.plusMillis(1))).as("not taken in yet").isNull();
		this.people.takeOut(List.of(), NOW.plusMillis(1));
		assertThat(this.people.find(id, NOW.plusMillis(1))).isNotNull();
		assertThat(this.people.put(id, NOW, records(), turn)).as("read before").isFalse();
		this.people.erase(id);
		assertThat(this.people.find(id, NOW)).isNull();
		assertThat(this.people.put(id, NOW, records(), this.people.turn())).as("erased").isFalse();
	}

	@Test
	void takesNoMoreThanThereIsRoomFor() {
		PackedBudget budget = new PackedBudget(200_000);
		PackedPeople few = new PackedPeople(NOW, budget);
		int kept = 0;
		for (int i = 0; i < 20_000; i++) {
			kept += few.put(UUID.randomUUID(), NOW, records(), few.turn()) ? 1 : 0;
		}
		assertThat(kept).isPositive().isLessThan(20_000);
		assertThat(budget.taken()).isLessThan(210_000);
		few.close();
		assertThat(budget.taken()).isZero();
	}

	@Test
	void isNotWholeIfSomebodyWasLostWhileOthersWereRead() {
		int losses = this.people.losses();
		this.people.lacking();
		this.people.completed(losses);
		assertThat(this.people.isWhole()).isFalse();
		this.people.completed(this.people.losses());
		assertThat(this.people.isWhole()).isTrue();
	}

	@Test
	void whoeverStillAsksWhereItWasClosedPutsNobodyIn() {
		PackedBudget budget = new PackedBudget(1_000_000);
		PackedPeople closed = new PackedPeople(NOW, budget);
		assertThat(closed.put(UUID.randomUUID(), NOW, records(), closed.turn())).isTrue();
		closed.close();
		assertThat(closed.put(UUID.randomUUID(), NOW, records(), closed.turn())).isFalse();
		closed.completed(closed.losses());
		assertThat(closed.isWhole()).isFalse();
		assertThat(closed.count()).isZero();
		assertThat(budget.taken()).isZero();
	}

	private NavigableMap<LocalDate, FactRecord> records() {
		NavigableMap<LocalDate, FactRecord> records = new TreeMap<>();
		records.put(LocalDate.MIN, record());
		for (int i = this.random.nextInt(3); i > 0; i--) {
			records.put(LocalDate.of(1800 + this.random.nextInt(300), 1, 1 + this.random.nextInt(28)), record());
		}
		return records;
	}

	private FactRecord record() {
		FactRecord.Builder record = this.shape.record();
		put("birthDate", LocalDate.of(1930, 1, 1).plusDays(this.random.nextInt(20_000)), record);
		put("sex", Code.of("Sex", this.random.nextBoolean() ? "MALE" : "FEMALE"), record);
		put("hukou.region", "37990100" + this.random.nextInt(9), record);
		put("household.size", this.random.nextInt(12), record);
		put("household.monthlyIncome",
				new BigDecimal(this.random.nextLong() >> this.random.nextInt(64)).movePointLeft(2), record);
		put("household.livingAlone", this.random.nextBoolean(), record);
		put("pension.monthlyAmount", BigDecimal.valueOf(-5, this.random.nextInt(5)), record);
		if (this.random.nextBoolean()) {
			record.put("applications", items("applications"));
		}
		return record.build();
	}

	private void put(String path, Object value, FactRecord.Builder record) {
		if (this.random.nextInt(4) > 0) {
			record.put(path, value);
		}
	}

	private List<FactRecord> items(String list) {
		RecordShape item = this.shape.items(list);
		assertThat(item).isNotNull();
		List<FactRecord> items = new ArrayList<>();
		for (int i = this.random.nextInt(3); i > 0; i--) {
			items.add(item.record()
				.put("program", "项目 " + this.random.nextInt(5))
				.put("date", LocalDate.of(2013, 1, 1 + this.random.nextInt(28)))
				.build());
		}
		return items;
	}

}
