package org.huiling.engine.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Some facts drawn at random, programs over them, and people to be asked about. */
public final class Trial {

	private final Chance chance;

	private final DrawnFacts facts;

	/** All of it follows from the seed. */
	public Trial(long seed) {
		this.chance = new Chance(seed);
		this.facts = new DrawnFacts(this.chance, 12);
	}

	/** The fact file. */
	public String facts() {
		return this.facts.text();
	}

	/** The words its derived facts are written with. */
	public Set<String> words() {
		return this.facts.words();
	}

	/** One more program. */
	public DrawnProgram program() {
		DrawnProgram program = new DrawnProgram(this.chance, this.facts);
		program.bounds().addAll(this.facts.bounds());
		return program;
	}

	/** People about its bounds: some known in full, some in part. */
	public List<Case> people(DrawnProgram program, int many) {
		List<Case> cases = new ArrayList<>();
		for (int i = 0; i < many; i++) {
			LocalDate month = LocalDate.of(2013, this.chance.of(3, 4, 5), 1);
			Person person = Person.drawn(this.chance, program, this.chance.of(0, 0, 10, 30));
			Set<Gone> met = EnumSet.noneOf(Gone.class);
			cases.add(new Case(person, others(person, program, month), month, person.answers(program, month, met),
					met.contains(Gone.FAULT), Completed.of(person, program, month, this.chance),
					Completed.missing(person, program)));
		}
		return cases;
	}

	/** Up to a day beside the fact day, or from then on, something else is recorded. */
	private Others others(Person person, DrawnProgram program, LocalDate month) {
		if (program.isByClaim() || this.chance.oneIn(3)) {
			return new Others(person, LocalDate.MIN, false);
		}
		LocalDate day = FactDays.of(program.factDay(), person, month);
		boolean earlier = this.chance.oneIn(2);
		int beside = this.chance.of(0, 0, 1, 12);
		return new Others(person.otherwise(this.chance, program),
				earlier ? day.minusDays(beside) : day.plusDays(1 + beside), earlier);
	}

	/**
	 * What is recorded of somebody on days that are not looked at.
	 *
	 * @param person what it is
	 * @param turn the day from which the later of both holds
	 * @param earlier whether it holds up to then, and not from then on
	 */
	public record Others(Person person, LocalDate turn, boolean earlier) {

		/** Whether it holds on a day. */
		public boolean holdOn(LocalDate day) {
			return day.isBefore(this.turn) == this.earlier;
		}

	}

	/**
	 * Somebody, asked about a month or about all claims of the year.
	 *
	 * @param person who, as recorded on the fact day
	 * @param others what is recorded of them on other days
	 * @param month its first day
	 * @param said what can be said with what is known
	 * @param faulty whether some part of it cannot be worked out, though it may not
	 * matter
	 * @param completed what is said when all is told
	 * @param gaps what may be asked for
	 */
	public record Case(Person person, Others others, LocalDate month, List<Answer> said, boolean faulty,
			Completed completed, Set<String> gaps) {
	}

}
