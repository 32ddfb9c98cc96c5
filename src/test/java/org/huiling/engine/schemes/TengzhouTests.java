package org.huiling.engine.schemes;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** The long-term care insurance of Tengzhou, on both sides of every limit. */
class TengzhouTests {

	private static final String PROGRAM = "long-term-care";

	private static final Scheme SCHEME = Scheme.of("china/tengzhou");

	private static final List<Map<String, String>> CASES = SCHEME.cases("tengzhou-cases.csv");

	@Test
	void holdsBeforeTheCheck() {
		SchemeCases.checked(SCHEME, 1);
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
