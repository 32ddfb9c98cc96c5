package org.huiling.facts.dictionary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.huiling.Samples;
import org.huiling.TestFacts;
import org.huiling.TestPerson;
import org.huiling.engine.files.FactFiles;
import org.huiling.facts.RandomApplicants;
import org.huiling.facts.record.FactRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever is passed over by the first look contradicts nothing: asking every condition of
 * everybody finds the same.
 */
class FirstLookTests {

	private static final List<String> CONDITIONS = List.of("careLevel == 3 and household.livingAlone",
			"pension.monthlyAmount > household.monthlyIncome", "household.monthlyIncome < pension.monthlyAmount",
			"hukou.since <= residence.since and sex != Sex.MALE", "deathDate >= hukou.since",
			"not none(deathDate) or sex == Sex.FEMALE", "household.dibao.type != DibaoType.NONE",
			"household.dibao.to < household.dibao.since", "none(deathDate) and insurance.scheme == Scheme.NONE",
			"any(claims, kind == ClaimKind.INPATIENT and eligibleCost >= totalCost)",
			"any(claims, admitted < date and hospitalTier != HospitalTier.CITY)",
			"any(statuses, kind == StatusKind.TEKUN and not none(to))",
			"any(statuses, kind != StatusKind.VETERAN) and disability.category == DisabilityCategory.VISUAL");

	@Test
	void whoeverIsPassedOverContradictsNothing() throws IOException {
		Dictionary dictionary = dictionary();
		RandomApplicants people = RandomApplicants.withUnknowns(Samples.seed() + 77);
		Random random = new Random(Samples.seed());
		int found = 0;
		for (int i = 0; i < Samples.of(10_000, 1_000); i++) {
			TestPerson person = people.next();
			if (random.nextInt(3) == 0) {
				person = person.without("household.dibao.type");
			}
			FactRecord record = record(dictionary, person);
			List<String> asked = everyConditionAsked(dictionary, record);
			assertThat(Contradictions.in(dictionary, record).stream().map((one) -> one.declared().code() + one.field()))
				.as("%s", person)
				.containsExactlyElementsOf(asked);
			found += asked.size();
		}
		assertThat(found).isGreaterThan(500);
	}

	private static FactRecord record(Dictionary dictionary, TestPerson person) {
		assertThat(dictionary.shape()).isEqualTo(TestFacts.DICTIONARY.shape());
		return person.record();
	}

	private static List<String> everyConditionAsked(Dictionary dictionary, FactRecord record) {
		AsRecorded person = new AsRecorded(dictionary, record);
		return dictionary.contradictions().stream().flatMap((one) -> {
			if (one.list() == null) {
				boolean holds = person.evaluation().condition(one.when()).holds();
				return holds ? List.of(one.code() + one.field()).stream() : List.<String>of().stream();
			}
			List<AsRecorded> items = person.each(one.list());
			return IntStream.range(0, items.size())
				.filter((place) -> items.get(place).evaluation().condition(one.when()).holds())
				.mapToObj((place) -> one.code() + Contradictions.numbered(one.field(), place));
		}).toList();
	}

	/** The shipped facts with a warning of each condition. */
	private static Dictionary dictionary() throws IOException {
		StringBuilder warnings = new StringBuilder("name: {zh: 试例, en: Trial}\nwarn:\n");
		for (int i = 0; i < CONDITIONS.size(); i++) {
			warnings.append("  - {when: \"%s\", field: sex, code: TRIAL_%d, zh: 试例, en: Trial}\n"
				.formatted(CONDITIONS.get(i), i));
		}
		Map<String, byte[]> files = new HashMap<>(FactFiles.read(Path.of("rules", FactFiles.DIRECTORY)).files());
		files.put("trial.yaml", warnings.toString().getBytes(StandardCharsets.UTF_8));
		return new FactFiles(files).dictionary();
	}

}
