package org.huiling.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.HuilingTest;
import org.huiling.Samples;
import org.huiling.SharedService;
import org.huiling.TestPerson;
import org.huiling.account.TestCallers;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.KnownApplicant;
import org.huiling.applicant.register.People;
import org.huiling.decision.assessment.PolicyLookup;
import org.huiling.decision.remedy.Revoking;
import org.huiling.decision.replay.Replay;
import org.huiling.decision.replay.Replaying;
import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionKey;
import org.huiling.decision.store.DecisionOutcome;
import org.huiling.decision.store.DecisionQueries;
import org.huiling.decision.store.DecisionStore;
import org.huiling.decision.store.EffectiveDecisions;
import org.huiling.engine.Assessment;
import org.huiling.engine.AssessmentRequest;
import org.huiling.engine.Explain;
import org.huiling.engine.Outcome;
import org.huiling.facts.Period;
import org.huiling.facts.RandomApplicants;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People of whom anything becomes known in any order, decided about in between: every
 * decision replays the same, what stands says what the rules said when it was decided,
 * and it is what a naive fold over the log of decisions comes to, at every instant.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class RandomDecisionsIntegrationTests {

	private static final long SEED = Samples.seed();

	private static final int PEOPLE = Samples.of(1_000, 30);

	private static final int STEPS = 6;

	private static final String WORKER = "worker;CASE_WORKER;";

	private static final List<String> PERIODS = periods();

	@Autowired
	RestTestClient client;

	@Autowired
	ApplicantRegister register;

	@Autowired
	PolicyLookup lookup;

	@Autowired
	Deciding deciding;

	@Autowired
	Revoking revoking;

	@Autowired
	Replaying replaying;

	@Autowired
	DecisionQueries decisions;

	@Autowired
	DecisionStore store;

	@Autowired
	PlatformTransactionManager transactions;

	private int made;

	private int revoked;

	private static List<String> periods() {
		List<String> periods = new ArrayList<>(List.of("2012", "2013", "2014"));
		for (YearMonth month = YearMonth.of(2011, 10); month.getYear() < 2015; month = month.plusMonths(1)) {
			periods.add(month.toString());
		}
		return periods;
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
	void everyDecisionReplaysAndWhatStandsIsAFoldOverTheLog() {
		Random random = new Random(SEED);
		RandomApplicants applicants = RandomApplicants.withUnknowns(SEED);
		People people = People.as(this.client, WORKER);
		for (int person = 0; person < PEOPLE; person++) {
			UUID id = UUID.fromString(people.begun(facts(applicants.next(), person).toString()));
			for (int step = 0; step < STEPS; step++) {
				switch (random.nextInt(5)) {
					case 0, 1 -> record(people, id, part(applicants.next(), person, random), random);
					case 2 -> revoke(id, random);
					default -> decide(id, period(random));
				}
			}
			check(id);
		}
		assertThat(this.made).as("decisions made").isGreaterThan(PEOPLE);
		assertThat(this.revoked).as("decisions revoked").isGreaterThan(PEOPLE / 20);
	}

	private static Period period(Random random) {
		return Period.parse(
				(random.nextInt(12) == 0) ? "2013" : YearMonth.of(2012, 1).plusMonths(random.nextInt(36)).toString());
	}

	private void record(People people, UUID id, ObjectNode part, Random random) {
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		body.put("validFrom", LocalDate.of(2012, 1, 1).plusDays(random.nextInt(1000)).toString());
		body.set("facts", part);
		assertThat(people.record(id.toString(), body.toString()).status()).as("recorded, or contradicting")
			.isIn(201, 422);
	}

	private void decide(UUID id, Period period) {
		KnownApplicant known = this.register.find(id, null);
		DecideBody body = new DecideBody(period, null, "model-district", null);
		Deciding.Decided decided;
		try {
			decided = Objects.requireNonNull(new TransactionTemplate(this.transactions)
				.execute((status) -> this.deciding.decide(known, body, Locale.ENGLISH)));
		}
		catch (InvalidInput nothing) {
			return;
		}
		catch (Refusal claimMoved) {
			assertThat(claimMoved.code()).isEqualTo("CLAIM_DECIDED_ELSEWHERE");
			return;
		}
		this.made += decided.fresh().size();
		Set<String> open = decided.undecided().stream().map(Undecided::program).collect(Collectors.toSet());
		List<Decision> log = log(id);
		for (Assessment answer : answers(known, period)) {
			if (answer.outcome() != Outcome.NEEDS_INFORMATION && !open.contains(answer.program().id())
					&& answer.version() != null) {
				DecisionKey key = new DecisionKey(id, "model-district", answer.program().id(), answer.claim());
				assertThat(naive(log, key, answer.period(), Instant.MAX)).as("seed %d, %s %s", SEED, key, period)
					.isEqualTo(answer.outcome() + " " + answer.amount());
			}
		}
	}

	private List<Assessment> answers(KnownApplicant known, Period period) {
		AssessmentRequest request = new AssessmentRequest(period, null, null, Explain.WHY);
		return PolicyLookup
			.ask(this.lookup.book(this.lookup.named("model-district"), known.knownAt()), known::on, request,
					Locale.ENGLISH)
			.assessments();
	}

	private void revoke(UUID id, Random random) {
		List<Decision> log = log(id);
		EffectiveDecisions effective = EffectiveDecisions.of(log);
		List<Decision> current = log.stream()
			.filter((one) -> effective.isCurrent(one) && one.outcome() != DecisionOutcome.REVOKED)
			.toList();
		if (!current.isEmpty()) {
			Decision wrong = current.get(random.nextInt(current.size()));
			new TransactionTemplate(this.transactions)
				.executeWithoutResult((status) -> this.revoking.revoke(wrong, "made in error"));
			this.revoked++;
		}
	}

	private List<Decision> log(UUID id) {
		return this.store.of(List.of(id))
			.stream()
			.sorted(Comparator.comparing(Decision::decidedAt).thenComparing(Decision::id))
			.toList();
	}

	private void check(UUID id) {
		List<Decision> log = log(id);
		for (Decision one : log) {
			if (one.outcome() != DecisionOutcome.REVOKED) {
				Replay replay = this.replaying.replay(one, Locale.ENGLISH);
				assertThat(replay.same()).as("seed %d: %s is %s", SEED, one, replay.answer()).isTrue();
			}
		}
		Set<Instant> instants = log.stream().map(Decision::decidedAt).collect(Collectors.toSet());
		Map<DecisionKey, Integer> keys = new java.util.HashMap<>();
		log.forEach((one) -> keys.put(one.key(), one.period().length()));
		Instant read = instants.stream().findFirst().orElse(Instant.MIN);
		for (Instant instant : instants) {
			EffectiveDecisions effective = instant.equals(read) ? this.decisions.of(id, instant).effective()
					: EffectiveDecisions.of(log.stream().filter((one) -> !one.decidedAt().isAfter(instant)).toList());
			for (DecisionKey key : keys.keySet()) {
				for (String period : PERIODS) {
					if (period.length() != keys.get(key)) {
						continue;
					}
					Decision stands = effective.standing(key, period);
					assertThat((stands != null) ? stands.outcome() + " " + stands.amount() : null)
						.as("seed %d, %s in %s as known at %s", SEED, key, period, instant)
						.isEqualTo(naive(log, key, period, instant));
				}
			}
		}
	}

	/** What stands, worked out from the log line by line. */
	private static @Nullable String naive(List<Decision> log, DecisionKey key, String period, Instant knownAt) {
		Map<String, Decision> said = new java.util.HashMap<>();
		Set<UUID> seen = new HashSet<>();
		for (Decision line : log) {
			if (line.decidedAt().isAfter(knownAt) || !line.key().equals(key)) {
				continue;
			}
			Decision before = said.put(line.period(), line);
			assertThat(line.supersedes()).isEqualTo((before != null) ? before.id() : null);
			assertThat(seen.add(line.id())).isTrue();
		}
		String found = null;
		for (Decision line : said.values()) {
			boolean fits = line.period().equals(period) || (key.claim() == null && line.period().length() == 7
					&& period.length() == 7 && line.period().compareTo(period) < 0);
			if (line.outcome() != DecisionOutcome.REVOKED && fits
					&& (found == null || line.period().compareTo(found) > 0)) {
				found = line.period();
			}
		}
		return (found != null) ? said.get(found).outcome() + " " + said.get(found).amount() : null;
	}

	private static ObjectNode facts(TestPerson made, int person) {
		ObjectNode facts = made.json();
		facts.remove("residentId");
		facts.put("name", "试例" + person);
		return facts;
	}

	/** Some fields of somebody else, here and there said to be unknown. */
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
