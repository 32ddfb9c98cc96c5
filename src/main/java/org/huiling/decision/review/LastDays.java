package org.huiling.decision.review;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Cycle;
import org.huiling.engine.FactDay;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.facts.Period;
import org.jspecify.annotations.Nullable;

/**
 * 期末: the programs of a run that read records on the last day of their periods. What
 * changed within a month may have been recorded after the month was decided, so the run
 * that begins afterwards settles it. Safe for many threads.
 */
final class LastDays {

	private final PolicyBook book;

	private final Set<String> programs;

	private final Function<CompiledPolicy, Optional<String>> first;

	/** The first period that was decided under a version, by its digest. */
	private final Map<String, Optional<String>> known = new ConcurrentHashMap<>();

	private final Map<YearMonth, Set<String>> read = new ConcurrentHashMap<>();

	private final Map<YearMonth, Set<String>> ended = new ConcurrentHashMap<>();

	/**
	 * Those of a run.
	 * @param book its policies
	 * @param programs ids of the programs it reviews
	 * @param first the first period of which anything was decided under a version, none
	 * if nothing was
	 */
	LastDays(PolicyBook book, Set<String> programs, Function<CompiledPolicy, Optional<String>> first) {
		this.book = book;
		this.programs = programs;
		this.first = first;
	}

	/** Programs that read the last day of a month, or of what it belongs to. */
	Set<String> in(YearMonth month) {
		return this.read.computeIfAbsent(month, this::readIn);
	}

	private Set<String> readIn(YearMonth month) {
		Set<String> found = new HashSet<>();
		for (Program program : this.book.programs()) {
			if (this.programs.contains(program.id()) && reads(program, month)) {
				found.add(program.id());
			}
		}
		return Set.copyOf(found);
	}

	/** Of exclusions read on the last day all programs by the month hang on it. */
	private boolean reads(Program program, YearMonth month) {
		return reads(policy(program, month)) || (program.cycle() == Cycle.MONTH
				&& reads(this.book.inForce(Program.STACKING, month.atDay(1))) && policy(program, month) != null);
	}

	private static boolean reads(@Nullable CompiledPolicy policy) {
		return policy != null && policy.header().factDay() == FactDay.LAST_DAY;
	}

	private @Nullable CompiledPolicy policy(Program program, YearMonth month) {
		return this.book.inForce(program.id(), program.cycle().at(month.atDay(1)).firstDay());
	}

	/** Of them, those with a period that ends with the month and was decided already. */
	Set<String> endedWith(YearMonth month) {
		return this.ended.computeIfAbsent(month, this::thatEnded);
	}

	private Set<String> thatEnded(YearMonth month) {
		Set<String> found = in(month);
		return this.book.programs()
			.stream()
			.filter((program) -> found.contains(program.id()) && hasEnded(program, month))
			.map(Program::id)
			.collect(Collectors.toUnmodifiableSet());
	}

	private boolean hasEnded(Program program, YearMonth month) {
		Period period = program.cycle().at(month.atDay(1));
		CompiledPolicy policy = policy(program, month);
		return policy != null && period.lastDay().equals(month.atEndOfMonth())
				&& this.known.computeIfAbsent(policy.digest(), (digest) -> this.first.apply(policy))
					.filter((decided) -> !Period.parse(decided).firstDay().isAfter(period.firstDay()))
					.isPresent();
	}

}
