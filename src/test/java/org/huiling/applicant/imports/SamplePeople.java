package org.huiling.applicant.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.huiling.TestPerson;
import org.huiling.TestPerson.Facts;
import org.huiling.facts.MadeUpIds;
import org.jspecify.annotations.Nullable;

/**
 * The made-up people of {@code test-data/applicants.csv}: a district's elders of 55 to
 * 105 in 2013 as one might find them, here and there with something unknown. The same
 * seed makes the same people; the main method writes the file anew.
 */
final class SamplePeople {

	static final Path FILE = Path.of("test-data", "applicants.csv");

	static final int COUNT = 1200;

	private static final long SEED = 379_901;

	private static final LocalDate YEAR_END = LocalDate.of(2013, 12, 31);

	/** The ten heavenly stems: the Chinese A, B, C. */
	private static final String[] SURNAMES = { "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸" };

	private static final String[] GIVEN_NAMES = { "长青", "福山", "秋实", "春华", "南山", "松龄", "鹤年", "百川", "明月", "清泉", "立夏",
			"谷雨" };

	private static final String[] DISABILITIES = { "VISUAL", "HEARING", "SPEECH", "PHYSICAL", "INTELLECTUAL", "MENTAL",
			"MULTIPLE" };

	private final Random random;

	private final SampleLivelihoods livelihoods;

	private SamplePeople() {
		this.random = new Random(SEED);
		this.livelihoods = new SampleLivelihoods(this.random);
	}

	static List<TestPerson> all() {
		SamplePeople people = new SamplePeople();
		return IntStream.rangeClosed(1, COUNT).mapToObj(people::person).toList();
	}

	public static void main(String[] args) throws IOException {
		Files.writeString(FILE, SampleTable.of(all()));
	}

	private TestPerson person(int number) {
		LocalDate birth = YEAR_END.minusYears(age()).minusDays(this.random.nextInt(365));
		boolean female = this.random.nextInt(100) < 55;
		int sequence = number % 499 * 2 + (female ? 2 : 1);
		String name = SURNAMES[number % 10] + GIVEN_NAMES[this.random.nextInt(GIVEN_NAMES.length)];
		LocalDate death = oneIn(25) ? day(2012, 2014) : null;
		String type = (this.random.nextInt(100) < 65) ? "RURAL" : "URBAN";
		String region = oneIn(12) ? "370214" : "3799010%02d".formatted(1 + this.random.nextInt(12));
		SampleLivelihoods.Livelihood living = this.livelihoods.of(type, death);
		return TestPerson.of(facts().with("residentId", known(MadeUpIds.of(birth, sequence)))
			.with("name", name)
			.with("birthDate", birth)
			.with("sex", known(female ? "FEMALE" : "MALE"))
			.with("deathDate", death)
			.with("hukou",
					known(facts().with("region", region).with("type", known(type)).with("since", known(since(birth)))))
			.with("residence",
					known(facts().with("region", oneIn(15) ? "379901001" : region).with("since", known(since(birth)))))
			.with("household", known(living.household()))
			.with("statuses", known(living.statuses()))
			.with("choices", List.of())
			.with("disability", known(disability()))
			.with("careLevel", known(careLevel()))
			.with("pension", known(facts().with("monthlyAmount", living.pension())))
			.with("lifeCheck", known(facts().with("lastPassed", day(2012, 2013))))
			.with("payee", payee(name, number))
			.with("insurance", known(living.insurance()))
			.with("applications", applications(birth))
			.with("claims", known(living.claims())));
	}

	private int age() {
		int share = this.random.nextInt(100);
		int decade = (share < 12) ? 55
				: (share < 42) ? 60 : (share < 67) ? 70 : (share < 89) ? 80 : (share < 97) ? 90 : 100;
		return decade + this.random.nextInt((decade % 10 == 5 || decade == 100) ? 5 : 10);
	}

	/** Mostly since birth. */
	private LocalDate since(LocalDate birth) {
		return oneIn(5) ? LocalDate.of(1960, 1, 1).plusDays(this.random.nextInt(19_800)) : birth;
	}

	private Facts disability() {
		if (this.random.nextInt(100) < 85) {
			return facts().with("grade", 0);
		}
		return facts().with("category", DISABILITIES[this.random.nextInt(DISABILITIES.length)])
			.with("grade", 1 + this.random.nextInt(4));
	}

	private int careLevel() {
		int share = this.random.nextInt(100);
		return (share < 75) ? 0 : (share < 88) ? 1 : (share < 96) ? 2 : 3;
	}

	private @Nullable Facts payee(String name, int number) {
		return oneIn(10) ? null
				: facts().with("kind", "BANK")
					.with("bank", "试例银行")
					.with("account", "0000%08d".formatted(number))
					.with("name", name);
	}

	/** For the allowance, near the eightieth birthday, if that fell into these years. */
	private @Nullable List<Facts> applications(LocalDate birth) {
		LocalDate applied = birth.plusYears(80).plusDays(this.random.nextInt(300));
		boolean recent = ChronoUnit.YEARS.between(applied, YEAR_END) < 2 && !applied.isAfter(YEAR_END);
		return recent ? List.of(facts().with("program", "old-age-allowance").with("date", applied)) : null;
	}

	private LocalDate day(int firstYear, int lastYear) {
		return LocalDate.of(firstYear, 1, 1).plusDays(this.random.nextInt(365 * (lastYear - firstYear + 1)));
	}

	private static Facts facts() {
		return TestPerson.facts();
	}

	private boolean oneIn(int times) {
		return this.random.nextInt(times) == 0;
	}

	/** The value, or now and then unknown. */
	private <T> @Nullable T known(T value) {
		return oneIn(35) ? null : value;
	}

}
