package org.huiling.projection;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Cycle;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.PolicyHeader.OtherProgram;
import org.huiling.engine.Program;
import org.jspecify.annotations.Nullable;

/**
 * The programs whose answers drafts may change: those with other policies on some day,
 * and those that look at their awards or may exclude each other with them.
 */
final class TouchedPrograms {

	private TouchedPrograms() {
	}

	static Set<String> between(PolicyBook before, PolicyBook after, YearMonth from, YearMonth to) {
		return between(before, after, from, to, TouchedPrograms::differ);
	}

	/** The same where whoever asks knows which versions differ. */
	static Set<String> between(PolicyBook before, PolicyBook after, YearMonth from, YearMonth to,
			BiPredicate<@Nullable CompiledPolicy, @Nullable CompiledPolicy> differ) {
		Set<String> touched = new TreeSet<>();
		for (Program program : after.programs()) {
			if (days(program.id(), after, from, to)
				.anyMatch((day) -> differ.test(before.inForce(program.id(), day), after.inForce(program.id(), day)))) {
				touched.add(program.id());
			}
		}
		int found;
		do {
			found = touched.size();
			after.programs()
				.stream()
				.filter((program) -> days(program.id(), after, from, to)
					.anyMatch((day) -> looksAt(program, after, day, touched)))
				.forEach((program) -> touched.add(program.id()));
		}
		while (touched.size() > found);
		return touched;
	}

	/** One version loaded once is one object. */
	@SuppressWarnings("ReferenceEquality")
	private static boolean differ(@Nullable CompiledPolicy one, @Nullable CompiledPolicy other) {
		return one != other;
	}

	private static Stream<LocalDate> days(String program, PolicyBook book, YearMonth from, YearMonth to) {
		return Stream.concat(
				from.atDay(1)
					.datesUntil(to.plusMonths(1).atDay(1), java.time.Period.ofMonths(1))
					.flatMap((day) -> Stream.of(day, YearMonth.from(day).atEndOfMonth())),
				Stream.concat(book.turns(program).stream(), Stream.of(from.atDay(1).withDayOfYear(1))));
	}

	private static boolean looksAt(Program program, PolicyBook book, LocalDate day, Set<String> touched) {
		CompiledPolicy policy = book.inForce(program.id(), day);
		if (policy == null) {
			return false;
		}
		// also where it excludes nobody any more
		if (program.cycle() == Cycle.MONTH && touched.contains(Program.STACKING)) {
			return true;
		}
		CompiledPolicy stacking = book.inForce(Program.STACKING, day);
		if (program.cycle() == Cycle.MONTH && stacking != null && stacking.mayExclude(program.id())
				&& touched.stream().anyMatch((one) -> stacking.mayExclude(one) && isMonthly(one, book))) {
			return true;
		}
		if (policy.header().uses().stream().map(OtherProgram::id).anyMatch(touched::contains)) {
			return true;
		}
		return (policy.header().deducts() != null)
				? policy.header().deducts().stream().map(OtherProgram::id).anyMatch(touched::contains)
				: policy.readsOwnPayment();
	}

	private static boolean isMonthly(String touched, PolicyBook book) {
		return book.programs()
			.stream()
			.anyMatch((program) -> program.id().equals(touched) && program.cycle() == Cycle.MONTH);
	}

}
