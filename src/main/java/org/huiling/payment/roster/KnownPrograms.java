package org.huiling.payment.roster;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.PaidTo;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.payment.calculation.PaidPrograms;
import org.jspecify.annotations.Nullable;

/** What the policies that were known at an instant say about paying; for one thread. */
final class KnownPrograms implements PaidPrograms {

	private final PolicyBook book;

	private final Map<String, PaidTo> recipients;

	private final Map<String, Map<LocalDate, Optional<Integer>>> lifeChecks = new HashMap<>();

	KnownPrograms(PolicyBook book) {
		this.book = book;
		this.recipients = book.programs().stream().collect(Collectors.toMap(Program::id, Program::paidTo));
	}

	@Override
	public PaidTo paidTo(String program) {
		return this.recipients.getOrDefault(program, PaidTo.PERSON);
	}

	@Override
	public @Nullable Integer lifeCheckMonths(String program, LocalDate day) {
		return this.lifeChecks.computeIfAbsent(program, (id) -> new HashMap<>())
			.computeIfAbsent(day, (first) -> ofVersion(this.book.inForce(program, first)))
			.orElse(null);
	}

	private static Optional<Integer> ofVersion(@Nullable CompiledPolicy version) {
		return (version != null) ? Optional.ofNullable(version.header().lifeCheckMonths()) : Optional.empty();
	}

}
