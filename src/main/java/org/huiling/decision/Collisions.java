package org.huiling.decision;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.huiling.decision.store.Decision;
import org.huiling.decision.store.DecisionStore;
import org.huiling.problem.Refusal;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Two who decide the same at once: the second is told who was faster, and when. */
@Component
public class Collisions {

	private static final int CONFLICT = 409;

	private final DecisionStore store;

	Collisions(DecisionStore store) {
		this.store = store;
	}

	/**
	 * Does something in a transaction of its own.
	 * @throws Refusal 409 {@code DECIDED_MEANWHILE} if somebody else was faster; nothing
	 * is written then
	 */
	public <T> T told(UUID applicant, Supplier<T> work) {
		try {
			return work.get();
		}
		catch (DuplicateKeyException ex) {
			throw this.store.of(List.of(applicant))
				.stream()
				.max(Comparator.comparing(Decision::decidedAt))
				.map((last) -> new Refusal(CONFLICT, "DECIDED_MEANWHILE", last.decidedBy(), last.decidedAt()))
				.orElseThrow(() -> ex);
		}
	}

}
