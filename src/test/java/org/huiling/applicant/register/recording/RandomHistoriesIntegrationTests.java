package org.huiling.applicant.register.recording;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.huiling.HuilingTest;
import org.huiling.Samples;
import org.huiling.SharedService;
import org.huiling.TestFacts;
import org.huiling.TestPerson;
import org.huiling.account.TestCallers;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.KnownApplicant;
import org.huiling.applicant.RecordBody;
import org.huiling.applicant.SeenFacts;
import org.huiling.applicant.register.store.PersonStore;
import org.huiling.applicant.register.store.StoredRecord;
import org.huiling.facts.CivilTime;
import org.huiling.facts.RandomApplicants;
import org.huiling.input.RecordReader;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is recorded in whatever order, what was known at an instant is what a naive
 * fold over the log says, and never changes afterwards.
 */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class RandomHistoriesIntegrationTests {

	private static final long SEED = Samples.seed();

	private static final int PEOPLE = Samples.of(1_000, 30);

	private static final int RECORDS = 6;

	private static final LocalDate TODAY = LocalDate.now(CivilTime.ZONE);

	private static final String WORKER = "worker;CASE_WORKER;";

	@Autowired
	Recording recording;

	@Autowired
	ApplicantRegister register;

	/** What the test wrote down itself. */
	private record Written(UUID id, LocalDate validFrom, Instant recordedAt, @Nullable UUID corrects, JsonNode facts) {
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
	void theStateAtEachInstantIsANaiveFoldOverTheLog() {
		Random random = new Random(SEED);
		RandomApplicants applicants = RandomApplicants.withUnknowns(SEED);
		int refused = 0;
		for (int person = 0; person < PEOPLE; person++) {
			List<Written> log = new ArrayList<>();
			ObjectNode first = facts(applicants.next(), person);
			Recording.Recorded begun = this.recording.begin(first, TestFacts.on(TODAY).read(first), null);
			UUID id = begun.person().id();
			log.add(new Written(begun.record().id(), begun.record().validFrom(), begun.record().recordedAt(), null,
					first));
			for (int i = random.nextInt(RECORDS); i > 0; i--) {
				refused += record(id, log, part(applicants.next(), person, random), random) ? 0 : 1;
			}
			check(id, log, random);
		}
		assertThat(refused).as("most random records are taken").isLessThan(PEOPLE * RECORDS / 3);
	}

	@Test
	void whatWasKnownThenNeverChangesWhileOthersRecord() throws Exception {
		ObjectNode first = JsonNodeFactory.instance.objectNode().put("birthDate", "1933-02-15").put("careLevel", 0);
		UUID id = this.recording.begin(first, TestFacts.on(TODAY).read(first), null).person().id();
		ExecutorService workers = Executors.newFixedThreadPool(3);
		try {
			List<Future<?>> writing = new ArrayList<>();
			for (int worker = 0; worker < 3; worker++) {
				int seed = worker;
				writing.add(workers.submit(() -> write(id, new Random(seed))));
			}
			Map<Instant, Integer> answers = new TreeMap<>();
			while (writing.stream().anyMatch((each) -> !each.isDone())) {
				var known = this.register.find(id, null);
				answers.put(known.knownAt(), size(known));
			}
			for (Future<?> each : writing) {
				each.get();
			}
			assertThat(answers).hasSizeGreaterThan(5);
			answers.forEach((instant, size) -> assertThat(size(this.register.find(id, instant))).isEqualTo(size));
			assertThat(size(this.register.find(id, null))).isEqualTo(90);
		}
		finally {
			workers.shutdownNow();
		}
	}

	private void write(UUID id, Random random) {
		TestCallers.signIn(WORKER);
		for (int i = 0; i < 30; i++) {
			String body = """
					{"validFrom": "2013-01-01", "facts": {"claims": [{"id": "c%d", "date": "2013-01-01", "kind": "OUTPATIENT"}]}}"""
				.formatted(random.nextLong());
			this.recording.add(id, RecordReader.read(PersonStore.MAPPER.readTree(body), RecordBody.class), null);
		}
	}

	private static int size(KnownApplicant known) {
		return TestPerson.of(known.on(TODAY)).at("claims").size();
	}

	private boolean record(UUID id, List<Written> log, ObjectNode part, Random random) {
		LocalDate from = LocalDate.of(2012, 1, 1).plusDays(random.nextInt(1000));
		Set<UUID> corrected = new HashSet<>();
		log.forEach((each) -> corrected.add(each.corrects()));
		Written wrong = log.get(random.nextInt(log.size()));
		UUID corrects = (random.nextInt(4) == 0 && log.indexOf(wrong) > 0 && !corrected.contains(wrong.id()))
				? wrong.id() : null;
		try {
			StoredRecord record = this.recording.add(id, RecordBody.of(from, part, corrects), null).record();
			log.add(new Written(record.id(), from, record.recordedAt(), corrects, part));
			return true;
		}
		catch (InvalidInput ex) {
			return false;
		}
	}

	private void check(UUID id, List<Written> log, Random random) {
		for (Written last : log) {
			Instant knownAt = last.recordedAt();
			var known = this.register.find(id, knownAt);
			for (int i = 0; i < 3; i++) {
				LocalDate day = LocalDate.of(2011, 12, 1).plusDays(random.nextInt(1100));
				ObjectNode expected = naive(log, day, knownAt);
				assertThat(known.on(day)).as("seed %d, applicant %s, day %s", SEED, id, day)
					.isEqualTo(TestFacts.on(TODAY).read(expected).record());
				assertThat(SeenFacts.of(known.on(day))).doesNotContain("residentId", "name", "payee", "试例");
			}
		}
	}

	/** The rule of the contract once more, as slowly and plainly as it goes. */
	private static ObjectNode naive(List<Written> log, LocalDate day, Instant knownAt) {
		ObjectNode state = JsonNodeFactory.instance.objectNode();
		Map<String, JsonNode> claims = new TreeMap<>();
		boolean claimsKnown = false;
		List<Written> counting = log.stream()
			.filter((each) -> !each.recordedAt().isAfter(knownAt))
			.filter((each) -> log.stream()
				.noneMatch((other) -> each.id().equals(other.corrects()) && !other.recordedAt().isAfter(knownAt)))
			.sorted(Comparator.comparing(Written::validFrom).thenComparing(Written::recordedAt))
			.toList();
		for (Written each : counting) {
			if (each.validFrom().isAfter(day)) {
				continue;
			}
			for (String field : each.facts().propertyNames()) {
				JsonNode value = each.facts().get(field);
				if (!"claims".equals(field)) {
					state.set(field, value);
				}
				else if (value.isNull()) {
					claims.clear();
					claimsKnown = false;
				}
				else {
					claimsKnown = true;
					value.forEach((claim) -> claims.put(claim.get("id").asString(), claim));
				}
			}
		}
		if (claimsKnown) {
			List<JsonNode> sorted = new ArrayList<>(claims.values());
			sorted.sort(Comparator.comparing((claim) -> claim.get("date").asString()));
			state.putArray("claims").addAll(sorted);
		}
		return state;
	}

	private static ObjectNode facts(TestPerson made, int person) {
		ObjectNode facts = made.json();
		facts.remove("residentId");
		facts.put("name", "试例" + person);
		return facts;
	}

	/**
	 * Some fields of somebody born on the same day, here and there said to be unknown.
	 */
	private static ObjectNode part(TestPerson made, int person, Random random) {
		ObjectNode part = JsonNodeFactory.instance.objectNode();
		facts(made, person).properties().forEach((field) -> {
			if (!"birthDate".equals(field.getKey()) && random.nextInt(3) == 0) {
				if (random.nextInt(6) == 0) {
					part.putNull(field.getKey());
				}
				else {
					part.set(field.getKey(), field.getValue());
				}
			}
		});
		return part.isEmpty() ? part.put("careLevel", 1) : part;
	}

}
