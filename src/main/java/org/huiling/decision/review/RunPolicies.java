package org.huiling.decision.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

	private final Map<String, Map<LocalDate, Optional<CompiledPolicy>>> found = new ConcurrentHashMap<>();

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
		Map<LocalDate, Optional<CompiledPolicy>> days = this.found.get(program);
		if (days == null) {
			days = this.found.computeIfAbsent(program, (one) -> new ConcurrentHashMap<>());
		}
		Optional<CompiledPolicy> policy = days.get(day);
		if (policy == null) {
			policy = Optional.ofNullable(this.book.inForce(program, day));
			days.put(day, policy);
		}
		return policy.orElse(null);
	}

}
