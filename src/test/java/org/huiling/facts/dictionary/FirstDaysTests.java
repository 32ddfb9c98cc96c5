package org.huiling.facts.dictionary;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.huiling.Samples;
import org.huiling.TestFacts;
import org.huiling.engine.dictionary.DictionaryReader;
import org.huiling.engine.files.FactFiles;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.facts.RandomApplicants;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.type.Label;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which days count as come while nobody knows them, and of whom. */
class FirstDaysTests {

	private static final LocalDate DAY = LocalDate.of(2013, 7, 1);

	private static final String MORE = """
			name: {zh: 试, en: Try}
			facts:
			  joined: {type: date, zh: 入党时间, en: Joined the party, phrase: {zh: 入党日期, en: party membership}}
			  branch: {type: region, zh: 支部, en: Branch}
			  married: {type: boolean, zh: 已婚, en: Married}
			  wedding: {type: date, askWhen: "married == true", zh: 结婚日期, en: Wedding, assumed: {zh: 结婚日期未知, en: the wedding is not known}}
			  aid: {type: money, validity: {from: wedding}, zh: 补助, en: Aid}
			  begins: {type: date, absent: none, zh: 开始, en: Begins}
			  trips:
			    type: list
			    key: [from]
			    zh: 外出
			    en: Trips
			    fields:
			      where: {type: region, zh: 何处, en: Where}
			      from: {type: date, zh: 自, en: from}
			      reason: {type: integer, validity: {from: residence.since}, zh: 原因, en: reason}
			derived:
			  member: {is: "begun(later) and within(branch)", zh: 党员, en: Member}
			  later: {is: "joined.plusMonths(12)", zh: 转正, en: Full member}
			  away: {is: "careLevel > 0 or any(trips, within(where) and begun(from))", zh: 外出, en: Away}
			  started: {is: "begun(begins)", zh: 已开始, en: Started}
			""";

	private static final Dictionary DICTIONARY = dictionary();

	private static Dictionary dictionary() {
		Problems problems = new Problems();
		Map<String, byte[]> files = new HashMap<>(shipped());
		files.put("try.yaml", MORE.getBytes(StandardCharsets.UTF_8));
		Dictionary dictionary = new DictionaryReader(problems).read(files);
		assertThat(problems.all()).isEmpty();
		return Objects.requireNonNull(dictionary);
	}

	private static Map<String, byte[]> shipped() {
		try {
			return FactFiles.read(java.nio.file.Path.of("rules/facts")).files();
		}
		catch (java.io.IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static FirstDay day(String path) {
		return DICTIONARY.firstDays().stream().filter((one) -> one.path().equals(path)).findFirst().orElseThrow();
	}

	private static FactRecord record(Object... pathsAndValues) {
		FactRecord.Builder record = DICTIONARY.shape().record().put("birthDate", LocalDate.of(1930, 1, 1));
		for (int i = 0; i < pathsAndValues.length; i += 2) {
			record.put((String) pathsAndValues[i], pathsAndValues[i + 1]);
		}
		return record.build();
	}

	private static FactRecord trip(Object where, Object from) {
		FactRecord.Builder trip = Objects.requireNonNull(DICTIONARY.shape().items("trips")).record();
		return trip.put("where", where).put("from", from).put("reason", 1).build();
	}

	@Test
	void ofTheShippedFactsHukouResidenceAndDibaoBeginByAssumption() {
		List<FirstDay> days = TestFacts.DICTIONARY.firstDays();
		assertThat(days).extracting(FirstDay::path)
			.containsExactly("hukou.since", "residence.since", "household.dibao.since");
		assertThat(days).isSortedAccordingTo((one, other) -> Integer.compare(one.place(), other.place()));
		assertThat(days.get(2).assumed()).isEqualTo(
				new Label("低保起始日期未知，按已享受计算", "the day the dibao was granted is not known: counted as granted already"));
		RandomApplicants people = RandomApplicants.withUnknowns(Samples.seed() + 34);
		TreeSet<String> seen = new TreeSet<>();
		for (int i = 0; i < Samples.of(10_000, 1_000); i++) {
			FactRecord record = people.next().record();
			String type = String.valueOf(record.value("household.dibao.type"));
			List<Boolean> open = List.of(held(record, "hukou.region", "hukou.since"),
					held(record, "residence.region", "residence.since"),
					held(record, "household.dibao.type", "household.dibao.since") && !type.equals("NONE"));
			for (int day = 0; day < 3; day++) {
				assertThat(days.get(day).isOpen(record)).isEqualTo(open.get(day));
				FactRecord changed = days.get(day).with(record, DAY);
				assertThat(changed).isEqualTo(open.get(day) ? record.with(days.get(day).path(), DAY) : record);
				seen.add(day + " " + open.get(day));
			}
		}
		assertThat(seen).hasSize(6);
	}

	private static boolean held(FactRecord record, String fact, String day) {
		return record.value(fact) != null && record.value(day) == null;
	}

	@Test
	void aDeclaredOneIsFoundThroughWhatIsDerived() {
		assertThat(DICTIONARY.firstDays()).extracting(FirstDay::path)
			.containsExactlyInAnyOrder("hukou.since", "residence.since", "household.dibao.since", "joined", "wedding",
					"trips[].from", "begins");
		assertThat(day("joined").isOpen(record("branch", "379901"))).isTrue();
		assertThat(day("joined").isOpen(record())).isFalse();
		assertThat(day("joined").isOpen(record("branch", "379901", "joined", DAY))).isFalse();
		assertThat(day("joined").assumed())
			.isEqualTo(new Label("入党日期未知，按已经开始计算", "party membership is not known: counted as begun already"));
	}

	@Test
	void whatIsNotThereDoesNotCountAsCome() {
		FactRecord aided = record("aid", new BigDecimal("5.00"));
		assertThat(day("wedding").isOpen(aided)).isTrue();
		assertThat(day("wedding").isOpen(aided.with("married", true))).isTrue();
		assertThat(day("wedding").isOpen(aided.with("married", false))).isFalse();
		assertThat(day("wedding").assumed().en()).isEqualTo("the wedding is not known");
		assertThat(day("begins").isOpen(record())).isFalse();
	}

	@Test
	void ofAListEachItemIsLookedAt() {
		FactRecord record = record("trips",
				List.of(trip("379901", DAY.minusDays(3)), trip("379901", null), trip(null, null)));
		assertThat(day("trips[].from").isOpen(record)).isTrue();
		assertThat(day("trips[].from").with(record, DAY)).isEqualTo(
				record("trips", List.of(trip("379901", DAY.minusDays(3)), trip("379901", DAY), trip(null, null))));
		assertThat(day("trips[].from").isOpen(record("trips", List.of(trip("379901", DAY))))).isFalse();
		assertThat(day("residence.since").isOpen(record("trips", List.of(trip("379901", DAY))))).isTrue();
		assertThat(day("residence.since").isOpen(record())).isFalse();
	}

	@Test
	void aRecordOfAnotherRevisionIsReadByItsPaths() {
		FactRecord older = TestFacts.DICTIONARY.shape()
			.record()
			.put("birthDate", LocalDate.of(1930, 1, 1))
			.put("hukou.region", "379901")
			.build();
		assertThat(day("hukou.since").isOpen(older)).isTrue();
		assertThat(day("hukou.since").with(older, DAY).value("hukou.since")).isEqualTo(DAY);
		assertThat(day("joined").isOpen(older)).isFalse();
		assertThat(day("trips[].from").isOpen(older)).isFalse();
	}

	@Test
	void theSentenceIsForDatesAndInBothLanguages() {
		List<Problem> problems = new ArrayList<>();
		for (String fact : List.of("x: {type: integer, zh: 甲, en: A, assumed: {zh: 假设, en: assumed}}",
				"x: {type: date, zh: 甲, en: A, assumed: {zh: 假设}}", "x: {type: date, zh: 甲, en: A, assumed: 假设}")) {
			Problems told = new Problems();
			Map<String, byte[]> files = new HashMap<>(shipped());
			files.put("x.yaml", ("name: {zh: 试, en: Try}\nfacts:\n  " + fact + "\n").getBytes(StandardCharsets.UTF_8));
			assertThat(new DictionaryReader(told).read(files)).as(fact).isNull();
			problems.addAll(told.all());
		}
		assertThat(problems).extracting(Problem::line).containsOnly(3);
		assertThat(problems).hasSize(3);
	}

}
