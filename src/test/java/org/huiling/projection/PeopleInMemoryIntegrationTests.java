package org.huiling.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.huiling.HuilingTest;
import org.huiling.Samples;
import org.huiling.account.TestCallers;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.ApplicantRegister.KnownPeople;
import org.huiling.applicant.KnownApplicant;
import org.huiling.applicant.PeopleInMemory;
import org.huiling.applicant.register.People;
import org.huiling.storage.RecordedTime;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Records, corrections, merges and erasures at random: people in memory are at every
 * instant what the register tells of it, and a projection of them is that of the
 * database.
 */
@HuilingTest(properties = { "huiling.rules-import=ALWAYS", "huiling.sample=false", "huiling.retention=P0D" })
@Import(TestCallers.class)
class PeopleInMemoryIntegrationTests {

	private static final String DISTRICT = "379901";

	private static final int ROUNDS = Samples.of(60, 12);

	private static final List<String> CHANGES = List.of("{\"careLevel\": 3}", "{\"household\": {\"size\": 2}}",
			"{\"disability\": {\"grade\": 1}}", "{\"pension\": null}", "{\"hukou\": {\"region\": \"110101001\"}}",
			"{\"deathDate\": \"2013-05-01\"}",
			"{\"claims\": [{\"id\": \"c9\", \"date\": \"2013-04-02\", \"kind\": \"INPATIENT\","
					+ " \"hospitalTier\": \"COUNTY\", \"totalCost\": 4000.10, \"eligibleCost\": 3000.05}]}");

	private final Random random = new Random(Samples.seed());

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ApplicantRegister register;

	@Autowired
	PeopleInMemory memory;

	@Autowired
	RecordedTime time;

	@Test
	void areWhatTheRegisterTellsOfTheSameInstant() {
		List<UUID> people = new ArrayList<>(Neighbourhood.of(Samples.of(600, 80), this.random, this.client, this.jdbc)
			.stream()
			.map(UUID::fromString)
			.toList());
		ProjectionCalls calls = ProjectionCalls.as(this.client);
		List<Instant> instants = new ArrayList<>();
		List<UUID> gone = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			Instant now = this.time.settled();
			instants.add(now);
			PeopleInMemory.People kept = this.memory.of(DISTRICT, now);
			assertSame(kept, people, now);
			kept.completed();
			assertThat(kept.isWhole()).isTrue();
			assertParts(kept, people, now);
			Instant then = instants.get(this.random.nextInt(instants.size()));
			assertSame(this.memory.of(DISTRICT, then), people, then);
			if (round % 4 == 0) {
				JsonNode told = calls.completed("{\"jurisdiction\": \"model-district\", \"from\": \"2013-05\","
						+ " \"to\": \"2013-08\", \"programs\": [\"old-age-allowance\", \"living-subsidy\"], \"reason\": \"x\"}");
				assertThat(told.at("/people").intValue()).isEqualTo(people.size() - gone.size());
			}
			change(people, gone);
		}
		assertThat(gone).isNotEmpty();
	}

	/** Who is erased by another instance goes at once, and what is recorded waits. */
	@Test
	void whatIsRecordedIsTakenInWhileNoRunGoesFirst() {
		List<String> done = new ArrayList<>();
		PeopleInMemory noting = new PeopleInMemory() {

			@Override
			public People of(String regionPrefix, Instant knownAt) {
				throw new AssertionError("nobody asked");
			}

			@Override
			public void forget() {
				done.add("forget");
			}

			@Override
			public void tend(Instant settled) {
				done.add("tend");
			}

		};
		AtomicBoolean running = new AtomicBoolean(true);
		ProjectionStore store = new ProjectionStore(this.jdbc, new JsonMapper()) {

			@Override
			boolean isRunUnderWay() {
				return running.get();
			}

		};
		PeopleReading reading = new PeopleReading(noting, store, this.time, this.jdbc);
		reading.tend();
		assertThat(done).containsExactly("forget");
		running.set(false);
		reading.tend();
		assertThat(done).containsExactly("forget", "forget", "tend");
	}

	@Test
	void whoeverAnotherInstanceErasedIsForgotten() {
		List<UUID> people = new ArrayList<>(
				Neighbourhood.of(5, this.random, this.client, this.jdbc).stream().map(UUID::fromString).toList());
		Instant now = this.time.settled();
		// others than these five may be on file, or erased
		people.retainAll(this.register.known(people, now).people().keySet());
		PeopleInMemory.People kept = this.memory.of(DISTRICT, now);
		kept.known(people);
		assertThat(inMemory(kept)).contains(people.get(0));
		this.jdbc.sql("update applicant set erased_at = now() where id = ?").param(people.get(0)).update();
		this.memory.forget();
		assertThat(inMemory(kept)).doesNotContain(people.get(0)).contains(people.get(1));
	}

	private static List<UUID> inMemory(PeopleInMemory.People kept) {
		kept.completed();
		return kept.still(() -> {
			List<UUID> ids = new ArrayList<>();
			for (int part = 0; part < kept.parts(); part++) {
				List<KnownApplicant> some = kept.part(part);
				assertThat(some).isNotNull();
				some.forEach((one) -> ids.add(one.id()));
			}
			return ids;
		});
	}

	/** Something is recorded, corrected, merged or erased. */
	private void change(List<UUID> people, List<UUID> gone) {
		People worker = People.as(this.client, People.WORKER);
		for (int i = 0; i < 4; i++) {
			UUID one = people.get(this.random.nextInt(people.size()));
			if (gone.contains(one)) {
				continue;
			}
			String facts = CHANGES.get(this.random.nextInt(CHANGES.size()));
			String from = "2013-0" + (1 + this.random.nextInt(8)) + "-01";
			// what contradicts what is known is refused, and nothing changes
			JsonNode recorded = worker
				.record(one.toString(), "{\"validFrom\": \"%s\", \"facts\": %s}".formatted(from, facts))
				.body();
			if (this.random.nextInt(3) == 0 && recorded.hasNonNull("id")) {
				worker.record(one.toString(), "{\"facts\": {\"careLevel\": 2}, \"corrects\": \"%s\"}"
					.formatted(recorded.get("id").stringValue()));
			}
			UUID other = people.get(this.random.nextInt(people.size()));
			int what = this.random.nextInt(4);
			if (what == 0 && !other.equals(one) && !gone.contains(other)
					&& worker.post("/api/v1/applicants/" + one + "/merge", "{\"duplicate\": \"%s\"}".formatted(other))
						.status() == 200) {
				gone.add(other);
			}
			else if (what == 1 && worker.delete("/api/v1/applicants/" + one).status() == 204) {
				gone.add(one);
			}
		}
	}

	private void assertSame(PeopleInMemory.People kept, List<UUID> people, Instant knownAt) {
		KnownPeople read = this.register.known(people, knownAt);
		for (int again = 0; again < 2; again++) {
			KnownPeople told = kept.known(people);
			assertThat(told.ended()).isEqualTo(read.ended());
			assertThat(told.broken()).isEqualTo(read.broken());
			assertThat(told.people().keySet()).isEqualTo(read.people().keySet());
			read.people().forEach((id, person) -> assertSame(told.people().get(id), person));
		}
	}

	/** Everybody who is here now, and nobody twice. */
	private void assertParts(PeopleInMemory.People kept, List<UUID> people, Instant knownAt) {
		KnownPeople read = this.register.known(people, knownAt);
		List<UUID> told = kept.still(() -> {
			List<UUID> ids = new ArrayList<>();
			for (int part = 0; part < kept.parts(); part++) {
				List<KnownApplicant> some = kept.part(part);
				assertThat(some).isNotNull();
				some.forEach((one) -> {
					ids.add(one.id());
					assertSame(one, read.people().get(one.id()));
				});
			}
			return ids;
		});
		assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(read.people().keySet());
	}

	private static void assertSame(KnownApplicant told, KnownApplicant read) {
		assertThat(told).isNotNull();
		assertThat(told.knownAt()).isEqualTo(read.knownAt());
		for (LocalDate day = LocalDate.of(2011, 12, 31); day.getYear() < 2014; day = day.plusDays(16)) {
			assertThat(told.on(day)).isEqualTo(read.on(day));
			assertThat(told.since(day)).isEqualTo(read.since(day));
		}
		assertThat(told.on(LocalDate.MIN)).isEqualTo(read.on(LocalDate.MIN));
		assertThat(told.on(LocalDate.of(9999, 12, 31))).isEqualTo(read.on(LocalDate.of(9999, 12, 31)));
	}

}
