package org.huiling.decision.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.facts.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The policies of one run, which looks up the same days for everybody: what governs a day
 * is found once. Safe for many threads.
 */
public final class RunPolicies implements PolicyBook {

	private final PolicyBook book;

	/** A power of two: some programs on the days of some years. */
	private static final int KEPT = 1 << 12;

	/**
	 * What was found last, each in the place of its program and day; others are looked
	 * up.
	 */
	private final @Nullable Found[] found = new Found[KEPT];

	private final Map<Subject, PolicyBook> subjects = new ConcurrentHashMap<>();

	public RunPolicies(PolicyBook book) {
		this.book = book;
	}

	/** Looked up here as well, once for everybody. */
	@Override
	public PolicyBook of(Subject subject) {
		return this.subjects.computeIfAbsent(subject, PolicyBook.super::of);
	}

	@Override
	public Jurisdiction jurisdiction() {
		return this.book.jurisdiction();
	}

	@Override
	public List<Program> programs() {
		return this.book.programs();
	}

	@Override
	public @Nullable CompiledPolicy inForce(String program, LocalDate day) {
		int place = (31 * program.hashCode() + (int) day.toEpochDay()) & (KEPT - 1);
		Found known = this.found[place];
		if (known == null || !known.program().equals(program) || !known.day().equals(day)) {
			known = new Found(program, day, this.book.inForce(program, day));
			this.found[place] = known;
		}
		return known.policy();
	}

	/** Whole wherever another thread sees it. */
	private record Found(String program, LocalDate day, @Nullable CompiledPolicy policy) {
	}

}
