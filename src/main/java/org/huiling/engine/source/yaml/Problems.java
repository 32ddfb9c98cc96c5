package org.huiling.engine.source.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.huiling.engine.Bilingual;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with the files of a version, so that all of it is told at once.
 */
public final class Problems {

	private final List<Problem> problems = new ArrayList<>();

	private final boolean published;

	/** Those of a version that is not published yet. */
	public Problems() {
		this(false);
	}

	private Problems(boolean published) {
		this.published = published;
	}

	/**
	 * Those of a version that is published: what it was not held to then is no error now.
	 * @return none yet
	 */
	public static Problems ofPublished() {
		return new Problems(true);
	}

	/**
	 * Others of the same version.
	 * @return none yet
	 */
	public Problems none() {
		return new Problems(this.published);
	}

	/**
	 * Adds what earlier programs let pass: an error, of a published version a warning.
	 * @param at where
	 * @param code the stable code
	 * @param zh the message in Chinese
	 * @param en the message in English
	 */
	public void newlyRefused(FilePlace at, String code, String zh, String en) {
		add(at, this.published ? Severity.WARNING : Severity.ERROR, code, new Bilingual(zh, en), null);
	}

	/**
	 * Adds an error.
	 * @param at where
	 * @param code the stable code
	 * @param zh the message in Chinese
	 * @param en the message in English
	 */
	public void error(FilePlace at, String code, String zh, String en) {
		error(at, code, zh, en, null);
	}

	/**
	 * Adds an error with what to do about it.
	 * @param at where
	 * @param code the stable code
	 * @param zh the message in Chinese
	 * @param en the message in English
	 * @param hint what to do
	 */
	public void error(FilePlace at, String code, String zh, String en, @Nullable Bilingual hint) {
		add(at, Severity.ERROR, code, new Bilingual(zh, en), hint);
	}

	/**
	 * Adds a warning.
	 * @param at where
	 * @param code the stable code
	 * @param zh the message in Chinese
	 * @param en the message in English
	 */
	public void warning(FilePlace at, String code, String zh, String en) {
		warning(at, code, zh, en, null);
	}

	/**
	 * Something that deserves a look, with what to do about it.
	 * @param at where it is
	 * @param code a stable code
	 * @param zh what it is
	 * @param en the same in English
	 * @param hint what to do, null if nothing more can be said
	 */
	public void warning(FilePlace at, String code, String zh, String en, @Nullable Bilingual hint) {
		add(at, Severity.WARNING, code, new Bilingual(zh, en), hint);
	}

	/**
	 * Takes over what others found.
	 * @param others their problems
	 */
	public void addAll(Problems others) {
		others.problems.stream().filter((one) -> !this.problems.contains(one)).forEach(this.problems::add);
	}

	/**
	 * Takes over a problem that was found elsewhere.
	 * @param problem what is wrong
	 */
	public void add(Problem problem) {
		if (!this.problems.contains(problem)) {
			this.problems.add(problem);
		}
	}

	private void add(FilePlace at, Severity severity, String code, Bilingual message, @Nullable Bilingual hint) {
		Cell cell = at.cell();
		Problem problem = new Problem(at.file(), at.line(), at.column(), severity, code, message, at.excerpt(),
				(hint != null) ? hint : Hints.of(code), (cell != null) ? cell.name() : null);
		if (!this.problems.contains(problem)) {
			this.problems.add(problem);
		}
	}

	/**
	 * Whether a version with these problems is kept out.
	 * @return true if one is an error
	 */
	public boolean hasErrors() {
		return this.problems.stream().anyMatch((p) -> p.severity() == Severity.ERROR);
	}

	/**
	 * Whether something is wrong on a line.
	 * @param place a place on it
	 * @return true if an error was told there
	 */
	public boolean hasErrorAt(FilePlace place) {
		return this.problems.stream()
			.anyMatch((one) -> one.severity() == Severity.ERROR && one.file().equals(place.file())
					&& one.line() == place.line());
	}

	/**
	 * Everything found.
	 * @return by file, line and column
	 */
	public List<Problem> all() {
		return this.problems.stream()
			.sorted(Comparator.comparing(Problem::file)
				.thenComparingInt(Problem::line)
				.thenComparingInt(Problem::column))
			.toList();
	}

	/**
	 * Stops when there is an error.
	 * @throws PolicyDefects with every problem found
	 */
	public void refuseErrors() {
		if (hasErrors()) {
			throw new PolicyDefects(all());
		}
	}

}
