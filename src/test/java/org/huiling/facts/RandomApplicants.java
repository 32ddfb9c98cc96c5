package org.huiling.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;

import org.huiling.TestPerson;
import org.huiling.TestPerson.Facts;
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
	public Stream<TestPerson> limit(int count) {
		return Stream.generate(this::next).limit(count);
	}

	/**
	 * Another applicant.
	 * @return the next one
	 */
	public TestPerson next() {
		this.made++;
		LocalDate birth = this.draw.birth();
		String sex = this.draw.of("MALE", "FEMALE");
		LocalDate death = this.draw.oneIn(8) ? this.draw.day() : null;
		int sequence = 1 + this.made % 499 * 2 + ("FEMALE".equals(sex) ? 1 : 0);
		return TestPerson.of(TestPerson.facts()
			.with("residentId", this.draw.maybe(() -> MadeUpIds.of(birth, sequence)))
			.with("name", this.draw.maybe(() -> "试例" + this.made))
			.with("birthDate", birth)
			.with("sex", this.draw.maybe(() -> sex))
			.with("deathDate", death)
			.with("hukou", this.draw.maybe(this::hukou))
			.with("residence", this.draw.maybe(this::residence))
			.with("household", this.draw.maybe(this::household))
			.with("statuses", this.draw.maybe(() -> this.draw.list(2, this::status)))
			.with("choices", this.draw.maybe(() -> this.draw.list(1, this::choice)))
			.with("disability", this.draw.maybe(this::disability))
			.with("careLevel", this.draw.maybe(() -> this.draw.between(0, 3)))
			.with("pension", this.draw.maybe(this::pension))
			.with("lifeCheck", this.draw.maybe(() -> facts().with("lastPassed", this.draw.maybe(this.draw::day))))
			.with("payee", this.draw.maybe(this::payee))
			.with("insurance", this.draw.maybe(this::insurance))
			.with("applications", this.draw.maybe(() -> this.draw.list(2, this::application)))
			.with("claims", this.draw.maybe(() -> this.claims.upTo(death))));
	}

	private static Facts facts() {
		return TestPerson.facts();
	}

	private String region() {
		return this.draw.oneIn(3) ? this.draw.of(REGIONS) : "379901003";
	}

	private Facts hukou() {
		return facts().with("region", this.draw.maybe(this::region))
			.with("type", this.draw.maybe(() -> this.draw.of("URBAN", "RURAL")))
			.with("since", this.draw.maybe(this::since));
	}

	private Facts residence() {
		return facts().with("region", this.draw.maybe(this::region)).with("since", this.draw.maybe(this::since));
	}

	private LocalDate since() {
		return this.draw.oneIn(3) ? this.draw.day() : LocalDate.of(1958, 12, 31);
	}

	/** Incomes at a whole number of heads of 300, 345, 350 and 727.50 yuan. */
	private Facts household() {
		int size = this.draw.between(1, 4);
		String[] lines = Stream.of("0", "270", "300", "345", "349.99", "350", "450", "727.50")
			.map((line) -> new BigDecimal(line).multiply(BigDecimal.valueOf(size)).toString())
			.toArray(String[]::new);
		return facts().with("size", this.draw.maybe(() -> size))
			.with("monthlyIncome", this.draw.maybe(() -> this.draw.near(lines)))
			.with("livingAlone", this.draw.maybe(() -> this.draw.oneIn(2)))
			.with("dibao", this.draw.maybe(this::dibao));
	}

	private Facts dibao() {
		String type = this.draw.of("URBAN", "RURAL", "NONE");
		if ("NONE".equals(type)) {
			return facts().with("type", this.draw.maybe(() -> type));
		}
		LocalDate since = this.draw.oneIn(2) ? this.draw.day() : LocalDate.of(2010, 1, 1);
		return facts().with("type", this.draw.maybe(() -> type))
			.with("since", this.draw.maybe(() -> since))
			.with("to", end(since))
			.with("monthlyAmount", this.draw.maybe(() -> this.draw.near("180", "200", "450")));
	}

	private @Nullable LocalDate end(LocalDate start) {
		LocalDate end = this.draw.day();
		return (this.draw.oneIn(4) && !end.isBefore(start)) ? end : null;
	}

	private Facts status() {
		LocalDate from = this.draw.oneIn(2) ? this.draw.day() : LocalDate.of(2010, 1, 1);
		return facts().with("kind", this.draw.of("TEKUN", "LOW_INCOME", "SPECIAL_FAMILY", "SEVERE_ILLNESS", "VETERAN"))
			.with("from", this.draw.maybe(() -> from))
			.with("to", end(from));
	}

	private Facts choice() {
		return facts().with("program", this.draw.of(PROGRAMS)).with("from", this.draw.maybe(this.draw::day));
	}

	private Facts application() {
		return facts().with("program", this.draw.of(PROGRAMS)).with("date", this.draw.day());
	}

	private Facts disability() {
		return facts()
			.with("category",
					this.draw.maybe(() -> this.draw.of("VISUAL", "HEARING", "SPEECH", "PHYSICAL", "INTELLECTUAL",
							"MENTAL", "MULTIPLE")))
			.with("grade", this.draw.maybe(() -> this.draw.oneIn(2) ? 0 : this.draw.between(1, 4)));
	}

	private Facts pension() {
		return facts().with("monthlyAmount", this.draw.maybe(() -> this.draw.near("0", "0", "80", "100", "500")));
	}

	private Facts payee() {
		return facts().with("kind", "BANK")
			.with("bank", this.draw.maybe(() -> "试例银行"))
			.with("account", this.draw.maybe(() -> "%09d".formatted(this.made)))
			.with("name", this.draw.maybe(() -> "试例" + this.made));
	}

	private Facts insurance() {
		return facts()
			.with("scheme",
					this.draw.maybe(() -> this.draw.oneIn(2) ? "NCMS"
							: this.draw.of("NCMS", "URBAN_RESIDENT", "RESIDENT", "EMPLOYEE", "NONE")))
			.with("year", this.draw.maybe(() -> this.draw.between(2012, 2014)))
			.with("contributionPaid", this.draw.maybe(() -> !this.draw.oneIn(4)));
	}

}
