package org.huiling.recalculation.run;

import java.util.Optional;

import org.huiling.payment.DecisionsUnderWay;

import org.springframework.stereotype.Component;

/** Tells those who pay that a run is half way through its decisions. */
@Component
class OpenCommitRuns implements DecisionsUnderWay {

	private final RunStore store;

	OpenCommitRuns(RunStore store) {
		this.store = store;
	}

	@Override
	public Optional<String> of(String jurisdiction) {
		return this.store.open()
			.stream()
			.filter((run) -> run.mode() == RunMode.COMMIT && run.jurisdictions().contains(jurisdiction))
			.map((run) -> run.id().toString())
			.findFirst();
	}

}
