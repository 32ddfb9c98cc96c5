package org.huiling.applicant.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.huiling.facts.ApplicantRecord;
import org.huiling.facts.ApplicantRecord.Application;
import org.huiling.facts.ApplicantRecord.Disability;
import org.huiling.facts.ApplicantRecord.Hukou;
import org.huiling.facts.ApplicantRecord.LifeCheck;
import org.huiling.facts.ApplicantRecord.Payee;
import org.huiling.facts.ApplicantRecord.Pension;
import org.huiling.facts.ApplicantRecord.Residence;
import org.huiling.facts.DisabilityCategory;
import org.huiling.facts.HukouType;
import org.huiling.facts.MadeUpIds;
import org.huiling.facts.Sex;
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

	private final Random random;

	private final SampleLivelihoods livelihoods;

	private SamplePeople() {
		this.random = new Random(SEED);
		this.livelihoods = new SampleLivelihoods(this.random);
	}

	static List<ApplicantRecord> all() {
		SamplePeople people = new SamplePeople();
		return IntStream.rangeClosed(1, COUNT).mapToObj(people::person).toList();
	}

	public static void main(String[] args) throws IOException {
		Files.writeString(FILE, SampleTable.of(all()));
	}

	private ApplicantRecord person(int number) {
		LocalDate birth = YEAR_END.minusYears(age()).minusDays(this.random.nextInt(365));
		Sex sex = (this.random.nextInt(100) < 55) ? Sex.FEMALE : Sex.MALE;
		int sequence = number % 499 * 2 + ((sex == Sex.MALE) ? 1 : 2);
		String name = SURNAMES[number % 10] + GIVEN_NAMES[this.random.nextInt(GIVEN_NAMES.length)];
		LocalDate death = oneIn(25) ? day(2012, 2014) : null;
		HukouType type = (this.random.nextInt(100) < 65) ? HukouType.RURAL : HukouType.URBAN;
		String region = oneIn(12) ? "370214" : "3799010%02d".formatted(1 + this.random.nextInt(12));
		SampleLivelihoods.Livelihood living = this.livelihoods.of(type, death);
		return new ApplicantRecord(known(MadeUpIds.of(birth, sequence)), name, birth, known(sex), death,
				known(new Hukou(region, known(type), known(since(birth)))),
				known(new Residence(oneIn(15) ? "379901001" : region, known(since(birth)))), known(living.household()),
				known(living.statuses()), List.of(), known(disability()), known(careLevel()),
				known(new Pension(living.pension())), known(new LifeCheck(day(2012, 2013))), payee(name, number),
				known(living.insurance()), applications(birth), known(living.claims()));
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

	private Disability disability() {
		if (this.random.nextInt(100) < 85) {
			return new Disability(null, 0);
		}
		DisabilityCategory[] categories = DisabilityCategory.values();
		return new Disability(categories[this.random.nextInt(categories.length)], 1 + this.random.nextInt(4));
	}

	private int careLevel() {
		int share = this.random.nextInt(100);
		return (share < 75) ? 0 : (share < 88) ? 1 : (share < 96) ? 2 : 3;
	}

	private @Nullable Payee payee(String name, int number) {
		return oneIn(10) ? null : new Payee("BANK", "试例银行", "0000%08d".formatted(number), name);
	}

	/** For the allowance, near the eightieth birthday, if that fell into these years. */
	private @Nullable List<Application> applications(LocalDate birth) {
		LocalDate applied = birth.plusYears(80).plusDays(this.random.nextInt(300));
		boolean recent = ChronoUnit.YEARS.between(applied, YEAR_END) < 2 && !applied.isAfter(YEAR_END);
		return recent ? List.of(new Application("old-age-allowance", applied)) : null;
	}

	private LocalDate day(int firstYear, int lastYear) {
		return LocalDate.of(firstYear, 1, 1).plusDays(this.random.nextInt(365 * (lastYear - firstYear + 1)));
	}

	private boolean oneIn(int times) {
		return this.random.nextInt(times) == 0;
	}

	/** The value, or now and then unknown. */
	private <T> @Nullable T known(T value) {
		return oneIn(35) ? null : value;
	}

}
