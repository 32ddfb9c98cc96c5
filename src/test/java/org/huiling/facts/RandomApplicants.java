package org.huiling.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.huiling.facts.ApplicantRecord.Application;
import org.huiling.facts.ApplicantRecord.Choice;
import org.huiling.facts.ApplicantRecord.Dibao;
import org.huiling.facts.ApplicantRecord.Disability;
import org.huiling.facts.ApplicantRecord.Household;
import org.huiling.facts.ApplicantRecord.Hukou;
import org.huiling.facts.ApplicantRecord.Insurance;
import org.huiling.facts.ApplicantRecord.LifeCheck;
import org.huiling.facts.ApplicantRecord.Payee;
import org.huiling.facts.ApplicantRecord.Pension;
import org.huiling.facts.ApplicantRecord.Residence;
import org.huiling.facts.ApplicantRecord.Status;
import org.jspecify.annotations.Nullable;

/**
 * Applicants without end, the same for the same seed, free of contradictions, and close
 * to the bounds of policies: ages about month ends, incomes at the lines, costs at
 * deductibles and caps. Meant for periods of 2012 to 2014 in the model district.
 */
public final class RandomApplicants {

	private static final String[] PROGRAMS = { "old-age-allowance", "low-income-top-up", "living-subsidy",
			"home-care-service" };

	private static final String[] REGIONS = { "379901", "379901003", "379901003001", "370214", "110101" };

	private final Draw draw;

	private final RandomClaims claims;

	private int made;

	private RandomApplicants(Draw draw) {
		this.draw = draw;
		this.claims = new RandomClaims(draw);
	}

	/**
	 * Applicants of whom everything is known.
	 * @param seed the seed
	 * @return the generator
	 */
	public static RandomApplicants fullyKnown(long seed) {
		return new RandomApplicants(new Draw(seed, false));
	}

	/**
	 * Applicants with every field unknown now and then.
	 * @param seed the seed
	 * @return the generator
	 */
	public static RandomApplicants withUnknowns(long seed) {
		return new RandomApplicants(new Draw(seed, true));
	}

	/**
	 * Some applicants.
	 * @param count how many
	 * @return the next ones
	 */
	public Stream<ApplicantRecord> limit(int count) {
		return Stream.generate(this::next).limit(count);
	}

	/**
	 * Another applicant.
	 * @return the next one
	 */
	public ApplicantRecord next() {
		this.made++;
		LocalDate birth = this.draw.birth();
		Sex sex = this.draw.code(Sex.class);
		LocalDate death = this.draw.oneIn(8) ? this.draw.day() : null;
		int sequence = 1 + this.made % 499 * 2 + ((sex == Sex.FEMALE) ? 1 : 0);
		return new ApplicantRecord(this.draw.maybe(() -> MadeUpIds.of(birth, sequence)),
				this.draw.maybe(() -> "试例" + this.made), birth, this.draw.maybe(() -> sex), death,
				this.draw.maybe(this::hukou), this.draw.maybe(this::residence), this.draw.maybe(this::household),
				this.draw.maybe(() -> this.draw.list(2, this::status)),
				this.draw.maybe(() -> this.draw.list(1, this::choice)), this.draw.maybe(this::disability),
				this.draw.maybe(() -> this.draw.between(0, 3)), this.draw.maybe(this::pension),
				this.draw.maybe(() -> new LifeCheck(this.draw.maybe(this.draw::day))), this.draw.maybe(this::payee),
				this.draw.maybe(this::insurance), this.draw.maybe(() -> this.draw.list(2, this::application)),
				this.draw.maybe(() -> this.claims.upTo(death)));
	}

	private String region() {
		return this.draw.oneIn(3) ? this.draw.of(REGIONS) : "379901003";
	}

	private Hukou hukou() {
		return new Hukou(this.draw.maybe(this::region), this.draw.maybe(() -> this.draw.code(HukouType.class)),
				this.draw.maybe(this::since));
	}

	private Residence residence() {
		return new Residence(this.draw.maybe(this::region), this.draw.maybe(this::since));
	}

	private LocalDate since() {
		return this.draw.oneIn(3) ? this.draw.day() : LocalDate.of(1958, 12, 31);
	}

	/** Incomes at a whole number of heads of 300, 345, 350 and 727.50 yuan. */
	private Household household() {
		int size = this.draw.between(1, 4);
		String[] lines = Stream.of("0", "270", "300", "345", "349.99", "350", "450", "727.50")
			.map((line) -> new BigDecimal(line).multiply(BigDecimal.valueOf(size)).toString())
			.toArray(String[]::new);
		return new Household(this.draw.maybe(() -> size), this.draw.maybe(() -> this.draw.near(lines)),
				this.draw.maybe(() -> this.draw.oneIn(2)), this.draw.maybe(this::dibao));
	}

	private Dibao dibao() {
		DibaoType type = this.draw.code(DibaoType.class);
		if (type == DibaoType.NONE) {
			return new Dibao(this.draw.maybe(() -> type), null, null, null);
		}
		LocalDate since = this.draw.oneIn(2) ? this.draw.day() : LocalDate.of(2010, 1, 1);
		return new Dibao(this.draw.maybe(() -> type), this.draw.maybe(() -> since), end(since),
				this.draw.maybe(() -> this.draw.near("180", "200", "450")));
	}

	private @Nullable LocalDate end(LocalDate start) {
		LocalDate end = this.draw.day();
		return (this.draw.oneIn(4) && !end.isBefore(start)) ? end : null;
	}

	private Status status() {
		LocalDate from = this.draw.oneIn(2) ? this.draw.day() : LocalDate.of(2010, 1, 1);
		return new Status(this.draw.code(StatusKind.class), this.draw.maybe(() -> from), end(from));
	}

	private Choice choice() {
		return new Choice(this.draw.of(PROGRAMS), this.draw.maybe(this.draw::day));
	}

	private Application application() {
		return new Application(this.draw.of(PROGRAMS), this.draw.day());
	}

	private Disability disability() {
		return new Disability(this.draw.maybe(() -> this.draw.code(DisabilityCategory.class)),
				this.draw.maybe(() -> this.draw.oneIn(2) ? 0 : this.draw.between(1, 4)));
	}

	private Pension pension() {
		return new Pension(this.draw.maybe(() -> this.draw.near("0", "0", "80", "100", "500")));
	}

	private Payee payee() {
		return new Payee("BANK", this.draw.maybe(() -> "试例银行"), this.draw.maybe(() -> "%09d".formatted(this.made)),
				this.draw.maybe(() -> "试例" + this.made));
	}

	private Insurance insurance() {
		return new Insurance(this.draw.maybe(() -> this.draw.oneIn(2) ? Scheme.NCMS : this.draw.code(Scheme.class)),
				this.draw.maybe(() -> this.draw.between(2012, 2014)), this.draw.maybe(() -> !this.draw.oneIn(4)));
	}

}
