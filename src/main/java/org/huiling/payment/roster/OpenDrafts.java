package org.huiling.payment.roster;

import org.huiling.problem.Refusal;

import org.springframework.stereotype.Component;

/**
 * A draft does not know what is settled or taken back beside it, and would book it again.
 */
@Component
public class OpenDrafts {

	private static final int CONFLICT = 409;

	private final RosterStore store;

	OpenDrafts(RosterStore store) {
		this.store = store;
	}

	/**
	 * Keeps rosters from being made until the transaction ends.
	 * @throws Refusal 409 {@code ROSTER_OPEN} while a draft waits
	 */
	public void refuse(String jurisdiction) {
		this.store.lock(jurisdiction);
		this.store.of(jurisdiction)
			.stream()
			.filter((roster) -> roster.state() == RosterState.DRAFT)
			.findFirst()
			.ifPresent((roster) -> {
				throw new Refusal(CONFLICT, "ROSTER_OPEN", roster.month().toString());
			});
	}

}
