package org.huiling.projection;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.HuilingTest;
import org.huiling.Samples;
import org.huiling.TestDirectory;
import org.huiling.account.TestCallers;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.KnownApplicant;
import org.huiling.decision.review.DecisionReviews;
import org.huiling.engine.Assessment;
import org.huiling.engine.AssessmentRequest;
import org.huiling.engine.Assessor;
import org.huiling.engine.ClassStore;
import org.huiling.engine.Cycle;
import org.huiling.engine.Explain;
import org.huiling.engine.Outcome;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.Program;
import org.huiling.engine.comparison.WithVersion;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.facts.Period;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.PolicyPublishing;
import org.huiling.policy.TinyRules;
import org.huiling.policy.drafts.trial.TriedDraft;
import org.huiling.policy.published.PublishedVersion;
import org.huiling.projection.report.Change;
import org.huiling.projection.report.Sums;
import org.huiling.storage.RecordedTime;
import org.huiling.storage.TimeOrderedId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Drafts of shipped policies, and of a program that is given once, with an amount or an
 * age changed at random, some of them from a day within the version on, put to made-up
 * people for whom months differ: what a projection says is the sum of assessing each of
 * them by the policies without and with the draft, one by one, to the fen.
 */
@HuilingTest(properties = { "huiling.rules-import=ALWAYS", "huiling.sample=false" })
@Import(TestCallers.class)
class RandomDraftsIntegrationTests {

	private static final String DISTRICT = "model-district";

	private static final int PEOPLE = Samples.of(20_000, 60);

	private static final int DRAFTS = Samples.of(50, 4);

	private static final int MONTHS = 18;

	private static final String ONCE = "model-district/centenarian-grant";

	private static final Pattern NUMBER = Pattern.compile("value: (\\d+)(\\.\\d\\d)?, unit: (?:CNY|years)");

	private final Random random = new Random(Samples.seed());

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry properties) throws IOException {
		TinyRules rules = new TinyRules(TestDirectory.of("huiling-rules"));
		FileSystemUtils.copyRecursively(Path.of("rules"), rules.root());
		rules.program("model-district", "centenarian-grant", "ONCE", 500);
		rules.version(ONCE + "/2012-01-01", "1000.00").file(ONCE + "/2012-01-01/allowance.drl", """
				rule "贺金"
				    @en("Grant")
				    @basis("办法（自拟）第一条")
				when
				    Applicant( ageOnLastDay >= P.age, alive == true )
				then
				    benefit.pay(P.allowance);
				end
				""");
		properties.add("huiling.rules", () -> rules.root().toString());
	}

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PolicyCatalogue catalogue;

	@Autowired
	PolicyPublishing published;

	@Autowired
	PolicyCompiler compiler;

	@Autowired
	ApplicantRegister register;

	@Autowired
	RecordedTime time;

	@Autowired
	DecisionReviews reviews;

	@Autowired
	ProjectionStore store;

	@Autowired
	TriedDraftStore drafts;

	@Autowired
	ProjectionWorker worker;

	@Autowired
	PlatformTransactionManager transactions;

	@Test
	void projectionsAreTheSumsOfAssessingEachPersonBeforeAndAfter() {
		ChangingPeople.of(PEOPLE / 2, this.random, this.client, this.jdbc);
		List<UUID> people = Neighbourhood.of(PEOPLE / 2, this.random, this.client, this.jdbc)
			.stream()
			.map(UUID::fromString)
			.toList();
		Instant knownAt = this.time.settled();
		Map<UUID, KnownApplicant> known = this.register.known(people, knownAt).people();
		PolicyBook before = this.catalogue.book(DISTRICT, knownAt);
		int changing = 0;
		// few drafts may be such as change nothing for anybody
		for (int i = 0; i < DRAFTS || (changing == 0 && i < 10 * DRAFTS); i++) {
			PolicyFiles files = changed();
			YearMonth from = YearMonth.of(2012, 7).plusMonths(this.random.nextInt(14));
			YearMonth to = from.plusMonths(this.random.nextInt(MONTHS));
			PolicyBook after = new WithVersion(before, this.compiler.compile(files, program(files), ClassStore.NONE),
					false);
			JsonNode projection = projected(files, knownAt, from, to);
			changing += compare(projection, known.values().stream().toList(), before, after, from, to, files);
		}
		assertThat(changing).as("drafts that change something").isPositive();
	}

	private Program program(PolicyFiles files) {
		return this.published.programs(DISTRICT)
			.stream()
			.filter((one) -> one.id().equals(files.program()))
			.findFirst()
			.orElseThrow();
	}

	/** Some version with one of its numbers changed. */
	private PolicyFiles changed() {
		while (true) {
			List<PublishedVersion> versions = this.catalogue.current()
				.versions()
				.stream()
				.filter((one) -> one.id().jurisdiction().equals(DISTRICT) && one.effectiveFrom().getYear() < 2014)
				.toList();
			PublishedVersion version = versions.get(this.random.nextInt(versions.size()));
			PolicyFiles files = this.published.files(DISTRICT, version.id().program(), version.id().version())
				.orElseThrow();
			String header = new String(files.files().get("policy.yaml"), StandardCharsets.UTF_8);
			List<Integer> places = NUMBER.matcher(header).results().map((match) -> match.start(1)).toList();
			if (!places.isEmpty()) {
				Matcher match = NUMBER.matcher(header);
				assertThat(match.find(places.get(this.random.nextInt(places.size())) - "value: ".length())).isTrue();
				int value = Integer.parseInt(match.group(1));
				int other = Math.max(1, value + this.random.nextInt(41) - 20);
				Map<String, byte[]> changed = new TreeMap<>(files.files());
				boolean later = match.group(2) != null && this.random.nextBoolean();
				String said = later ? indexed(version.effectiveFrom(), value, other) : String.valueOf(other);
				int end = later ? match.end() : match.end(1);
				changed.put("policy.yaml", (header.substring(0, match.start(1)) + said + header.substring(end))
					.getBytes(StandardCharsets.UTF_8));
				return new PolicyFiles(DISTRICT, files.program(), version.effectiveFrom() + ".9", changed)
					.with(files.standards());
			}
		}
	}

	/** Another amount from a day of the version on. */
	private String indexed(LocalDate from, int value, int other) {
		return "{%s: %d.00, %s: %d.00}, unit: CNY, byDate: true".formatted(from, value,
				from.plusMonths(1 + this.random.nextInt(20)), other);
	}

	private JsonNode projected(PolicyFiles files, Instant knownAt, YearMonth from, YearMonth to) {
		TriedDraft draft = new TriedDraft(UUID.randomUUID(), files.digest(), DISTRICT, files.program(), files.version(),
				files.files());
		UUID id = TimeOrderedId.next();
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.store.add(new Projection(id, DISTRICT, from, to, null, false, null, "x", "editor", knownAt, knownAt,
					this.reviews.keepPolicies(DISTRICT, knownAt), Map.of(draft.id(), draft.digest()),
					Projection.Progress.BEGUN));
			this.drafts.add(id, List.of(draft));
		});
		this.worker.nudge();
		return ProjectionCalls.as(this.client).ended(id.toString());
	}

	private static int compare(JsonNode projection, List<KnownApplicant> people, PolicyBook before, PolicyBook after,
			YearMonth from, YearMonth to, PolicyFiles draft) {
		Map<String, BigDecimal> old = new HashMap<>();
		Map<String, BigDecimal> now = new HashMap<>();
		Map<Change, Integer> changes = new HashMap<>();
		for (KnownApplicant person : people) {
			Map<String, BigDecimal> one = new LinkedHashMap<>();
			Map<String, BigDecimal> other = new LinkedHashMap<>();
			boolean open = assessed(person, before, from, to, one) | assessed(person, after, from, to, other);
			ProjectionCalls.add(old, one);
			ProjectionCalls.add(now, other);
			Change change = Change.of(Sums.fen(sum(one)), Sums.fen(sum(other)));
			if (!open) {
				changes.merge(change, 1, Integer::sum);
			}
		}
		assertThat(ProjectionCalls.money(projection, "before")).as("before %s", draft.version()).isEqualTo(old);
		assertThat(ProjectionCalls.money(projection, "after"))
			.as("after %s %s from %s to %s", draft.program(), draft.version(), from, to)
			.isEqualTo(now);
		assertThat(projection.at("/total/difference").decimalValue()).isEqualByComparingTo(sum(now).subtract(sum(old)));
		int counted = 0;
		for (Change change : Change.values()) {
			int told = projection.at("/changes/" + change).intValue();
			counted += told;
			if (change != Change.NEEDS_INFORMATION) {
				assertThat(told).as("%s", change).isGreaterThanOrEqualTo(changes.getOrDefault(change, 0));
			}
		}
		assertThat(counted).isEqualTo(people.size());
		return (sum(now).compareTo(sum(old)) != 0) ? 1 : 0;
	}

	private static BigDecimal sum(Map<String, BigDecimal> paid) {
		return paid.values().stream().reduce(new BigDecimal("0.00"), BigDecimal::add);
	}

	/** Adds what is paid by month and program; true if something cannot be told. */
	private static boolean assessed(KnownApplicant person, PolicyBook book, YearMonth from, YearMonth to,
			Map<String, BigDecimal> paid) {
		Set<String> longer = new HashSet<>();
		boolean open = false;
		for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
			AssessmentRequest request = new AssessmentRequest(Period.of(month), null, null, Explain.NONE);
			for (Assessment one : new Assessor(book).assess(person::on, request).assessments()) {
				boolean first = (one.program().cycle() == Cycle.ONCE) ? !one.grants() || longer.add(one.program().id())
						: one.period().equals(month.toString()) || longer.add(one.program().id() + one.period());
				if (first) {
					open |= one.outcome() == Outcome.NEEDS_INFORMATION;
					if (one.outcome() == Outcome.ELIGIBLE && one.amount() != null && one.amount().signum() != 0) {
						paid.merge(month + " " + one.program().id(), one.amount(), BigDecimal::add);
					}
				}
			}
		}
		return open;
	}

}
