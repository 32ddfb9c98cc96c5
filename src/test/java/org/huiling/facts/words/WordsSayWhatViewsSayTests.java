package org.huiling.facts.words;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

import org.huiling.Samples;
import org.huiling.TestFacts;
import org.huiling.facts.Applicant;
import org.huiling.facts.Claim;
import org.huiling.facts.ClaimYear;
import org.huiling.facts.FactRecord;
import org.huiling.facts.Period;
import org.huiling.facts.RandomApplicants;
import org.huiling.facts.Reads;
import org.huiling.facts.RecordedClaim;
import org.huiling.facts.UnknownFact;
import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.Fact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every shipped word comes to what the accessors of rules come to, of people known and
 * partly unknown: the same value, or the same missing fields, and what was read of the
 * way there in the same order.
 */
class WordsSayWhatViewsSayTests {

	private static final String PREFIX = "379901";

	private static final FactWords WORDS = FactWords.of(TestFacts.DICTIONARY);

	/** What no accessor of rules reads. */
	private static final Set<String> UNREAD = Set.of("birthDate", "deathDate", "household.dibao.to",
			"lifeCheck.lastPassed");

	private static final Map<String, Function<Applicant, Object>> PERSON = new LinkedHashMap<>();

	private static final Map<String, Function<Claim, Object>> CLAIM = Map.of("date", Claim::getDate, "kind",
			Claim::getKind, "hospitalTier", Claim::getHospitalTier, "totalCost", Claim::getTotalCost, "eligibleCost",
			Claim::getEligibleCost);

	static {
		PERSON.put("sex", Applicant::getSex);
		PERSON.put("careLevel", Applicant::getCareLevel);
		PERSON.put("hukou.region", (person) -> person.getHukou().getRegion());
		PERSON.put("hukou.type", (person) -> person.getHukou().getType());
		PERSON.put("hukou.since", (person) -> person.getHukou().getSince());
		PERSON.put("hukou.heldOnFirstDay", (person) -> person.getHukou().isHeldOnFirstDay());
		PERSON.put("hukouInJurisdiction", Applicant::isHukouInJurisdiction);
		PERSON.put("residence.region", (person) -> person.getResidence().getRegion());
		PERSON.put("residence.since", (person) -> person.getResidence().getSince());
		PERSON.put("residence.fullMonths", (person) -> person.getResidence().getFullMonths());
		PERSON.put("residenceInJurisdiction", Applicant::isResidenceInJurisdiction);
		PERSON.put("household.size", (person) -> person.getHousehold().getSize());
		PERSON.put("household.monthlyIncome", (person) -> person.getHousehold().getMonthlyIncome());
		PERSON.put("household.perCapitaIncome", (person) -> person.getHousehold().getPerCapitaIncome());
		PERSON.put("household.livingAlone", (person) -> person.getHousehold().isLivingAlone());
		PERSON.put("household.dibao.type", (person) -> person.getHousehold().getDibao().getType());
		PERSON.put("household.dibao.since", (person) -> person.getHousehold().getDibao().getSince());
		PERSON.put("household.dibao.monthlyAmount", (person) -> person.getHousehold().getDibao().getMonthlyAmount());
		PERSON.put("household.dibao.heldOnFirstDay", (person) -> person.getHousehold().getDibao().isHeldOnFirstDay());
		PERSON.put("onDibao", Applicant::isOnDibao);
		PERSON.put("poor", Applicant::isPoor);
		PERSON.put("tekun", Applicant::isTekun);
		PERSON.put("lowIncome", Applicant::isLowIncome);
		PERSON.put("specialFamily", Applicant::isSpecialFamily);
		PERSON.put("severelyIll", Applicant::isSeverelyIll);
		PERSON.put("veteran", Applicant::isVeteran);
		PERSON.put("disability.grade", (person) -> person.getDisability().getGrade());
		PERSON.put("disability.category", (person) -> person.getDisability().getCategory());
		PERSON.put("pension.monthlyAmount", (person) -> person.getPension().getMonthlyAmount());
		PERSON.put("pension.received", (person) -> person.getPension().isReceived());
		PERSON.put("insurance.scheme", (person) -> person.getInsurance().getScheme());
		PERSON.put("insurance.year", (person) -> person.getInsurance().getYear());
		PERSON.put("insurance.contributionPaid", (person) -> person.getInsurance().isContributionPaid());
	}

	/** How a question came out. */
	private record Answer(@Nullable Object value, @Nullable Set<String> missing,
			List<Map.Entry<String, @Nullable Object>> notes) {

		static final String NOT_THERE = "not there";

		static Answer of(Supplier<Object> asked, @Nullable Reads reads) {
			Object value = null;
			Set<String> missing = null;
			try {
				value = asked.get();
			}
			catch (UnknownFact unknown) {
				missing = new TreeSet<>(unknown.fields());
			}
			catch (NotThere notThere) {
				value = NOT_THERE;
			}
			List<Map.Entry<String, @Nullable Object>> notes = new ArrayList<>();
			if (reads != null) {
				notes.addAll(reads.take().entrySet());
			}
			return new Answer(value, missing, notes);
		}

	}

	@Test
	void thereIsAnAccessorForEveryWord() {
		List<String> words = new ArrayList<>(
				TestFacts.DICTIONARY.facts().stream().filter(Fact::isReadable).map(Fact::path).toList());
		words
			.addAll(TestFacts.DICTIONARY.derived().stream().filter((one) -> !one.isCore()).map(Derived::path).toList());
		words.removeAll(UNREAD);
		assertThat(PERSON.keySet()).containsExactlyInAnyOrderElementsOf(words);
		assertThat(words).allMatch((path) -> WORDS.word(path) != null);
	}

	@Test
	void ofPeopleKnownAndPartlyUnknown() {
		Map<String, Set<Object>> seen = new HashMap<>();
		RandomApplicants people = RandomApplicants.withUnknowns(Samples.seed() + 71);
		for (int i = 0; i < Samples.of(20_000, 2_000); i++) {
			FactRecord record = people.next().record();
			Period month = Period.of(YearMonth.of(2012, 1).plusMonths(i % 36));
			Reads java = new Reads();
			Applicant applicant = new Applicant(record, PREFIX, month, java);
			Reads noted = new Reads();
			PersonFacts explained = new PersonFacts(WORDS, record, PREFIX, month, noted);
			PersonFacts plain = new PersonFacts(WORDS, record, PREFIX, month, null);
			PERSON.forEach((path, accessor) -> {
				Word word = Objects.requireNonNull(WORDS.word(path));
				Answer expected = Answer.of(() -> accessor.apply(applicant), java);
				Answer answer = Answer.of(() -> asked(explained, word), noted);
				String shown = path + " of " + record;
				if (path.startsWith("household.dibao.") && isOnNone(record) && expected.missing() != null) {
					boolean compared = path.endsWith("heldOnFirstDay");
					assertThat(answer.value()).as(shown).isEqualTo(compared ? (Object) false : Answer.NOT_THERE);
					assertThat(answer.notes()).as(shown)
						.isEqualTo(compared ? List.of(Map.entry(path, false)) : List.of());
				}
				else {
					assertThat(answer).as(shown).isEqualTo(expected);
				}
				assertThat(Answer.of(() -> asked(plain, word), null)).as(shown)
					.isEqualTo(new Answer(answer.value(), answer.missing(), List.of()));
				seen.computeIfAbsent(path, (one) -> new HashSet<>())
					.add((answer.missing() != null) ? answer.missing() : Objects.requireNonNull(answer.value()));
			});
			claims(record, seen);
		}
		seen.forEach((path, answers) -> assertThat(answers).as(path)
			.hasSizeGreaterThan("claims[].date".equals(path) ? 5 : 2));
		assertThat(seen).hasSize(PERSON.size() + CLAIM.size());
	}

	private void claims(FactRecord record, Map<String, Set<Object>> seen) {
		List<RecordedClaim> claims = record.claims();
		for (RecordedClaim claim : (claims != null) ? claims : List.<RecordedClaim>of()) {
			Reads java = new Reads();
			Claim view = new Claim(claim, ClaimYear.EMPTY, java);
			Reads noted = new Reads();
			ItemFacts item = new ItemFacts(
					new PersonFacts(WORDS, record, PREFIX, Period.of(LocalDate.of(2013, 7, 1)), noted), claim.item(),
					"claims");
			CLAIM.forEach((name, accessor) -> {
				Word word = Objects.requireNonNull(WORDS.field("claims", name));
				Answer expected = Answer.of(() -> accessor.apply(view), java);
				Answer answer = Answer.of(() -> asked(item, word), noted);
				boolean bill = name.equals("hospitalTier") || name.equals("eligibleCost");
				if (bill && expected.missing() != null && "DISASTER".equals(String.valueOf(claim.kind()))) {
					assertThat(answer.value()).isEqualTo(Answer.NOT_THERE);
				}
				else {
					assertThat(answer).as(name).isEqualTo(expected);
				}
				seen.computeIfAbsent("claims[]." + name, (one) -> new HashSet<>())
					.add((answer.missing() != null) ? answer.missing() : Objects.requireNonNull(answer.value()));
			});
		}
	}

	/** Nobody on no dibao is asked since when and how much. */
	private static boolean isOnNone(FactRecord record) {
		return "NONE".equals(String.valueOf(record.value("household.dibao.type")));
	}

	private static Object asked(Asked asked, Word word) {
		return switch (word.type().kind()) {
			case TRUTH -> asked.truth(word);
			case WHOLE -> asked.number(word);
			case MONEY -> asked.money(word);
			case DATE -> asked.day(word);
			case REGION -> asked.region(word);
			case CODE -> asked.code(word);
			default -> throw new IllegalArgumentException(word.path());
		};
	}

}
