package org.huiling.engine.schemes;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Singapore's Silver Support, paid by the quarter, on both sides of every line. */
class SingaporeTests {

	private static final String PROGRAM = "silver-support";

	private static final Scheme SCHEME = Scheme.of("singapore/singapore");

	private static final List<Map<String, String>> CASES = SCHEME.cases("cases.csv");

	@Test
	void holdsBeforeTheCheck() {
		SchemeCases.checked(SCHEME, 2);
	}

	@Test
	void givesWhatWasWorkedOutByHand() {
		SchemeCases.asWorkedOut(SCHEME, PROGRAM, CASES);
	}

	@Test
	void unknownIsNeverAnotherAnswer() {
		SchemeCases.unknownIsNeverAnotherAnswer(SCHEME, PROGRAM, CASES);
	}

}
