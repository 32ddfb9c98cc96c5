package org.huiling.decision.replay;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.decision.assessment.CatalogueSnapshotJson;
import org.huiling.decision.store.Decision;
import org.huiling.decision.store.Decision.Seen;
import org.huiling.decision.store.DecisionKey;
import org.huiling.decision.store.DecisionOutcome;
import org.huiling.decision.store.DecisionStore;
import org.huiling.decision.store.ReasonsWriter;
import org.huiling.policy.CatalogueSnapshot;
import org.huiling.recorded.RecordedPeople;
import org.huiling.recorded.RecordedPeople.Place;
import org.huiling.storage.Sha256;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Decisions that were stored by an earlier state of the service replay the same: the
 * facts they saw and the policies that were known lie in {@code recorded/decisions.txt}
 * as the database had them, a line each, with the decisions made of them.
 * {@code -Dhuiling.recorded.anew=true} has the service of now decide and keeps that.
 */
@HuilingTest(properties = "huiling.rules-import=ALWAYS")
@SharedService
@Import(TestCallers.class)
class KeptDecisionsIntegrationTests {

	private static final Path FILE = Path.of("src", "test", "resources", "recorded", "decisions.txt");

	private static final String NONE = "-";

	private static final int PEOPLE = 14;

	private static final Map<String, List<String>> PERIODS = Map.of("model-district",
			List.of("2012-06", "2013-03", "2013-08", "2013", "2014-02"), "beijing",
			List.of("2018-03", "2019-12", "2019", "2024-08"));

	@Autowired
	RestTestClient client;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	DecisionStore store;

	@Autowired
	Replaying replaying;

	@Test
	void whatWasDecidedBeforeReplaysTheSame() throws IOException {
		if (Boolean.getBoolean("huiling.recorded.anew")) {
			Files.write(FILE, decided());
		}
		Map<String, Seen> seen = new LinkedHashMap<>();
		Map<Integer, CatalogueSnapshot> pictures = new LinkedHashMap<>();
		Map<String, Integer> outcomes = new LinkedHashMap<>();
		int book = 0;
		for (String line : Files.readAllLines(FILE)) {
			String[] parts = line.split(" ", 3);
			switch (parts[0]) {
				case "book" -> {
					book = this.store.keepBook(parts[2]);
					pictures.put(book, CatalogueSnapshotJson.read(parts[2]));
				}
				case "facts" -> {
					Sha256 digest = this.store.keepFacts(parts[2]);
					assertThat(digest.hex()).isEqualTo(parts[1]);
					seen.put(parts[1], new Seen(digest, book));
				}
				default -> {
					Decision decision = decision(parts[2].split(" "), Objects.requireNonNull(seen.get(parts[1])),
							pictures);
					outcomes.merge(decision.outcome().name(), 1, Integer::sum);
					Replay replay = this.replaying.replay(decision, Locale.ENGLISH);
					assertThat(replay.same()).as("%s is %s, %s", line, replay.answer(), replay.difference()).isTrue();
				}
			}
		}
		assertThat(outcomes).containsOnlyKeys("ELIGIBLE", "NOT_ELIGIBLE", "WITHHELD");
		assertThat(outcomes.get("ELIGIBLE")).isGreaterThan(50);
	}

	private static Decision decision(String[] said, Seen seen, Map<Integer, CatalogueSnapshot> pictures) {
		String version = said[6].equals(NONE) ? null : said[6];
		CatalogueSnapshot snapshot = Objects.requireNonNull(pictures.get(seen.book()));
		String digest = snapshot.pages()
			.stream()
			.filter((page) -> page.program().equals(said[1]))
			.flatMap((page) -> page.editions().stream())
			.filter((edition) -> edition.version().equals(version))
			.map(CatalogueSnapshot.Edition::digest)
			.findFirst()
			.orElse(null);
		DecisionKey key = new DecisionKey(new UUID(0, 1), said[0], said[1], said[3].equals(NONE) ? null : said[3]);
		return new Decision(new UUID(0, 2), key, said[2], DecisionOutcome.valueOf(said[4]), new BigDecimal(said[5]),
				List.of(), version, digest, ReasonsWriter.NONE, seen, Instant.EPOCH, Instant.EPOCH, "worker",
				Decision.CASE, null, null);
	}

	/** People about whom something changes in time are put on file and decided about. */
	private List<String> decided() {
		People people = People.as(this.client, "worker;CASE_WORKER;");
		for (Place place : RecordedPeople.PLACES.subList(0, 2)) {
			List<ObjectNode> all = RecordedPeople.block(place, 0);
			for (int i = 0; i < PEOPLE; i++) {
				ObjectNode person = all.get(i);
				person.remove("residentId");
				String id = people.begun(person.toString());
				ObjectNode part = all.get(i + 50).retain("careLevel", "pension", "household", "disability");
				String change = place.borders().get(place.borders().size() - 2).plusDays(40).toString();
				people.record(id, "{\"validFrom\": \"" + change + "\", \"facts\": " + part + "}");
				for (String period : Objects.requireNonNull(PERIODS.get(place.jurisdiction()))) {
					people.post("/api/v1/applicants/" + id + "/decisions",
							"{\"period\": \"" + period + "\", \"jurisdiction\": \"" + place.jurisdiction() + "\"}");
				}
			}
		}
		List<String> lines = new ArrayList<>();
		this.jdbc.sql("select id, book from decision_book order by id").query((book, at) -> {
			lines.add("book " + at + " " + book.getString("book"));
			return facts(book.getInt("id"), lines);
		}).list();
		return lines;
	}

	private int facts(int book, List<String> lines) {
		this.jdbc
			.sql("select f.digest, f.facts from decision_facts f where exists (select from decision d"
					+ " where d.facts = f.digest and d.book = ?) order by f.digest")
			.param(book)
			.query((facts, at) -> {
				String digest = Sha256.ofDigest(facts.getBytes("digest")).hex();
				lines.add("facts " + digest + " " + facts.getString("facts"));
				return decisions(book, facts.getBytes("digest"), digest, lines);
			})
			.list();
		return book;
	}

	private int decisions(int book, byte[] facts, String digest, List<String> lines) {
		return this.jdbc
			.sql("select distinct jurisdiction, program, period, coalesce(claim, '-') as claim, outcome, amount,"
					+ " coalesce(version, '-') as version from decision where facts = ? and book = ?"
					+ " order by jurisdiction, program, period, claim, outcome, amount")
			.params(facts, book)
			.query((row,
					at) -> lines.add(String.join(" ", "decision", digest, row.getString("jurisdiction"),
							row.getString("program"), row.getString("period"), row.getString("claim"),
							row.getString("outcome"), row.getString("amount"), row.getString("version"))))
			.list()
			.size();
	}

}
