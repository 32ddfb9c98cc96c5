package org.huiling.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.huiling.facts.CivilTime;
import org.huiling.facts.Period;
import org.jspecify.annotations.Nullable;

/**
 * A jurisdiction's versions kept in memory, in force by the reading conventions: the one
 * with the latest effective date up to the day, a correction before what it corrects, and
 * none where that one has ended.
 */
public final class Shelf implements PolicyBook {

	private final Jurisdiction jurisdiction;

	private final List<CompiledPolicy> versions;

	public Shelf(Jurisdiction jurisdiction, Collection<CompiledPolicy> versions) {
		this.jurisdiction = jurisdiction;
		this.versions = List.copyOf(versions);
	}

	/** The same shelf as it was known at an instant. */
	Shelf knownAt(Instant instant) {
		return new Shelf(this.jurisdiction,
				this.versions.stream().filter((version) -> !knownFrom(version.header()).isAfter(instant)).toList());
	}

	private static Instant knownFrom(PolicyHeader header) {
		LocalDate day = (header.published() != null) ? header.published() : header.effectiveFrom();
		return day.atStartOfDay(CivilTime.ZONE).toInstant();
	}

	/** The same shelf with one more version. */
	Shelf with(CompiledPolicy version) {
		List<CompiledPolicy> all = new ArrayList<>(this.versions);
		all.add(version);
		return new Shelf(this.jurisdiction, all);
	}

	/** The same shelf after a version was withdrawn. */
	Shelf without(String program, String version) {
		return new Shelf(this.jurisdiction,
				this.versions.stream()
					.filter((one) -> !one.program().id().equals(program) || !one.version().equals(version))
					.toList());
	}

	/** All versions, of every program. */
	List<CompiledPolicy> versions() {
		return this.versions;
	}

	@Override
	public Jurisdiction jurisdiction() {
		return this.jurisdiction;
	}

	@Override
	public List<Program> programs() {
		return this.versions.stream()
			.map(CompiledPolicy::program)
			.distinct()
			.sorted(Comparator.comparingInt(Program::order))
			.toList();
	}

	@Override
	public @Nullable CompiledPolicy inForce(String program, LocalDate day) {
		return this.versions.stream()
			.filter((version) -> version.program().id().equals(program))
			.filter((version) -> !version.header().effectiveFrom().isAfter(day))
			.max(Comparator.<CompiledPolicy, LocalDate>comparing((version) -> version.header().effectiveFrom())
				.thenComparing(Shelf::correction))
			.filter((version) -> version.header().effectiveTo() == null
					|| !version.header().effectiveTo().isBefore(day))
			.orElse(null);
	}

	private static int correction(CompiledPolicy policy) {
		int dot = policy.version().indexOf('.');
		return (dot < 0) ? 0 : Integer.parseInt(policy.version().substring(dot + 1));
	}

	/** The answers of all programs. */
	public Assessor.Assessments all(People person, String period, Explain explain) {
		return new Assessor(this).assess(person.always(),
				new AssessmentRequest(Period.parse(period), null, null, explain));
	}

	/** The answer of one MONTH or YEAR program, asked for alone and explained in full. */
	public Verdict ask(String program, String period, People person) {
		return ask(program, period, person.always());
	}

	/** The same over records that changed with time. */
	public Verdict ask(String program, String period, ApplicantHistory history) {
		List<Assessment> answers = assess(program, period, history).assessments();
		if (answers.size() != 1) {
			throw new AssertionError("one answer expected: " + answers);
		}
		return new Verdict(answers.get(0));
	}

	/** The answer of a CLAIM program for one claim, its year asked for. */
	Verdict claim(String program, String claim, String year, ApplicantHistory history) {
		return assess(program, year, history).assessments()
			.stream()
			.filter((answer) -> claim.equals(answer.claim()))
			.map(Verdict::new)
			.findFirst()
			.orElseThrow(() -> new AssertionError("no answer for claim " + claim));
	}

	public Assessor.Assessments assess(String program, String period, ApplicantHistory history) {
		return new Assessor(this).assess(history,
				new AssessmentRequest(Period.parse(period), null, Set.of(program), Explain.FULL));
	}

}
