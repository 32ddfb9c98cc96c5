package org.huiling.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.huiling.TestFacts;
import org.huiling.applicant.RecordJson;
import org.huiling.engine.example.WorkedExamples;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.facts.Period;
import org.huiling.facts.RandomApplicants;
import org.huiling.facts.UnknownFact;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.record.RecordShape.Slot;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Trait;
import org.huiling.facts.words.Asked;
import org.huiling.facts.words.ItemFacts;
import org.huiling.facts.words.NotThere;
import org.huiling.facts.words.PersonFacts;
import org.huiling.facts.words.Word;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ways to fill in what is unknown of somebody: with what made-up people about the bounds
 * of policies and the people of worked examples have there. What counts as none where
 * nothing is recorded stays so.
 */
final class Completions {

	private static final int DONORS = 150;

	/** Who may fill in what: everything known to be wrong is wrong by this day. */
	private static final LocalDate TODAY = LocalDate.of(2100, 1, 1);

	/** Whoever has no such list, and who has not applied: taken for none and in time. */
	private static final Set<String> NONE_RECORDED = Set.of("claims", "applications", "choices");

	private final Map<String, List<Object>> values = new LinkedHashMap<>();

	private final List<FactRecord> donors = new ArrayList<>();

	/** A place where nothing is known: of the person, or of one item of a list. */
	record Gap(@Nullable String list, int item, String field) {

		/** As answers name it. */
		String path() {
			return (this.list != null) ? this.list + "[]." + this.field : this.field;
		}

	}

	/** From fully known people of the years and region of a version, and its examples. */
	Completions(ShippedVersion version, long seed) {
		Transplant transplant = Transplant.to(version.shelf(), version.policy());
		examples(version).forEach((person) -> collect(person, null));
		RandomApplicants.fullyKnown(seed).limit(DONORS).forEach((person) -> {
			FactRecord donor = transplant.of(person).record();
			this.donors.add(donor);
			collect(donor, null);
		});
	}

	private static List<FactRecord> examples(ShippedVersion version) {
		try {
			VersionDirectory directory = VersionDirectory.read(Path.of("rules").resolve(version.toString()));
			return WorkedExamples
				.run(new PolicyCompiler(), version.policy(), directory.files(),
						OtherPrograms.none(directory.jurisdiction()))
				.stream()
				.map((result) -> result.example().applicant())
				.filter(Objects::nonNull)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void collect(FactRecord record, @Nullable String list) {
		for (Slot slot : record.shape().all()) {
			Object value = record.at(slot.index());
			if (value == null || slot.kind() == RecordShape.Kind.GROUP) {
				continue;
			}
			String path = (list != null) ? list + "[]." + slot.path() : slot.path();
			List<Object> known = this.values.computeIfAbsent(path, (one) -> new ArrayList<>());
			if (!known.contains(value)) {
				known.add(value);
			}
			if (slot.kind() == RecordShape.Kind.LIST && value instanceof List<?> items) {
				items.forEach((item) -> collect((FactRecord) item, slot.path()));
			}
		}
	}

	/**
	 * What may stand at a gap of somebody, each value once: what is recorded already must
	 * not contradict it.
	 */
	List<Object> values(FactRecord record, Gap gap) {
		Set<Object> all = new LinkedHashSet<>(this.values.getOrDefault(gap.path(), List.of()));
		Entry entry = TestFacts.DICTIONARY.entry(gap.path());
		if (entry instanceof Fact fact && fact.type() == FactType.MONEY) {
			all.add(BigDecimal.ZERO.setScale(2));
			all.addAll(amounts(record, gap));
		}
		if (entry instanceof Fact fact && fact.type() == FactType.DATE) {
			all.add(TODAY.minusDays(1));
		}
		if (entry instanceof Fact fact && fact.type() == FactType.INTEGER) {
			Stream.of(fact.bounds().min(), fact.bounds().max())
				.filter(Objects::nonNull)
				.forEach((bound) -> all.add(bound.intValue()));
		}
		return all.stream().filter((value) -> isAdmitted(filled(record, Map.of(gap, value)))).toList();
	}

	/** The other amounts of the same person, or of the same item. */
	private static List<Object> amounts(FactRecord record, Gap gap) {
		List<FactRecord> items = (gap.list() != null) ? record.items(gap.list()) : null;
		FactRecord among = (items != null) ? items.get(gap.item()) : record;
		return among.shape()
			.all()
			.stream()
			.<Object>map((slot) -> among.at(slot.index()))
			.filter(BigDecimal.class::isInstance)
			.toList();
	}

	/** The gaps of somebody with what may stand there. */
	Map<Gap, List<Object>> choices(FactRecord record) {
		Map<Gap, List<Object>> choices = new LinkedHashMap<>();
		gaps(record).forEach((gap) -> choices.put(gap, values(record, gap)));
		return choices;
	}

	/** Where nothing is known of somebody and something could be. */
	List<Gap> gaps(FactRecord record) {
		PersonFacts person = new PersonFacts(TestFacts.WORDS, record, "", Period.parse("2013-01"), null);
		List<Gap> gaps = new ArrayList<>();
		for (Slot slot : record.shape().all()) {
			Object value = record.at(slot.index());
			if (value == null && isUnknown(slot.path()) && slot.kind() != RecordShape.Kind.GROUP) {
				Word word = TestFacts.WORDS.word(slot.path());
				if (word == null || mayBeThere(person, word)) {
					gaps.add(new Gap(null, 0, slot.path()));
				}
			}
			else if (slot.kind() == RecordShape.Kind.LIST && value instanceof List<?> items) {
				for (int i = 0; i < items.size(); i++) {
					addGaps(slot.path(), i, new ItemFacts(person, (FactRecord) items.get(i), slot.path()),
							(FactRecord) items.get(i), gaps);
				}
			}
		}
		return gaps;
	}

	private static void addGaps(String list, int number, ItemFacts facts, FactRecord item, List<Gap> gaps) {
		for (Slot slot : item.shape().all()) {
			Word word = TestFacts.WORDS.field(list, slot.path());
			if (item.at(slot.index()) == null && isUnknown(list + "[]." + slot.path()) && word != null
					&& mayBeThere(facts, word)) {
				gaps.add(new Gap(list, number, slot.path()));
			}
		}
	}

	/** What does not apply is not unknown. */
	private static boolean mayBeThere(Asked facts, Word word) {
		try {
			facts.code(word);
			return true;
		}
		catch (UnknownFact unknown) {
			return true;
		}
		catch (NotThere nothing) {
			return false;
		}
	}

	private static boolean isUnknown(String path) {
		Entry entry = Objects.requireNonNull(TestFacts.DICTIONARY.entry(path), path);
		if (entry instanceof FactList list) {
			return !list.is(Trait.ABSENT_IS_NONE) && !NONE_RECORDED.contains(path);
		}
		return !(entry instanceof Fact fact) || (fact.type() != FactType.TEXT && !fact.is(Trait.ABSENT_IS_NONE));
	}

	/** Every way to fill gaps if they are few, else as many as are to be drawn. */
	List<Map<Gap, Object>> some(Map<Gap, List<Object>> choices, int few, int drawn, Random random) {
		List<Map<Gap, Object>> all = List.of(Map.of());
		for (Map.Entry<Gap, List<Object>> gap : choices.entrySet()) {
			if (all.size() * Math.max(1, gap.getValue().size()) > few) {
				return Stream.generate(() -> draw(choices, random)).limit(drawn).toList();
			}
			if (!gap.getValue().isEmpty()) {
				List<Map<Gap, Object>> more = new ArrayList<>();
				all.forEach((one) -> gap.getValue().forEach((value) -> {
					Map<Gap, Object> with = new LinkedHashMap<>(one);
					with.put(gap.getKey(), value);
					more.add(with);
				}));
				all = more;
			}
		}
		return all;
	}

	/** Somebody else's value for every gap, of one donor where that one has it. */
	Map<Gap, Object> draw(Map<Gap, List<Object>> choices, Random random) {
		FactRecord donor = this.donors.get(random.nextInt(this.donors.size()));
		boolean mixed = random.nextBoolean();
		Map<Gap, Object> drawn = new LinkedHashMap<>();
		choices.forEach((gap, all) -> {
			Object value = (mixed || gap.list() != null) ? null : donor.value(gap.field());
			if (value != null && all.contains(value)) {
				drawn.put(gap, value);
			}
			else if (!all.isEmpty()) {
				drawn.put(gap, all.get(random.nextInt(all.size())));
			}
		});
		return drawn;
	}

	/** The person with some gaps filled. */
	static FactRecord filled(FactRecord record, Map<Gap, Object> values) {
		FactRecord.Builder builder = record.shape().record();
		for (Slot slot : record.shape().all()) {
			Object value = record.at(slot.index());
			if (slot.kind() == RecordShape.Kind.LIST && value instanceof List<?> items) {
				value = items(slot.path(), items, values);
			}
			if (value != null) {
				builder.put(slot.index(), value);
			}
		}
		values.forEach((gap, value) -> {
			if (gap.list() == null) {
				builder.put(gap.field(), value);
			}
		});
		return builder.build();
	}

	private static List<FactRecord> items(String list, List<?> items, Map<Gap, Object> values) {
		List<FactRecord> filled = new ArrayList<>();
		for (int i = 0; i < items.size(); i++) {
			FactRecord item = (FactRecord) items.get(i);
			for (Map.Entry<Gap, Object> one : values.entrySet()) {
				if (list.equals(one.getKey().list()) && one.getKey().item() == i) {
					item = item.with(one.getKey().field(), one.getValue());
				}
			}
			filled.add(item);
		}
		return filled;
	}

	/** Whether a file of somebody like that would be taken. */
	static boolean isAdmitted(FactRecord record) {
		try {
			ObjectNode file = RecordJson.of(record);
			file.remove("residentId"); // transplanted people keep an id of their old
										// birth date
			TestFacts.on(TODAY).read(file);
			return true;
		}
		catch (InvalidInput contradiction) {
			return false;
		}
	}

	/** Somebody as JSON. */
	static String text(FactRecord record) {
		return RecordJson.of(record).toString();
	}

}
