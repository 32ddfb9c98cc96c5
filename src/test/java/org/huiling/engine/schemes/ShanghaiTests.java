package org.huiling.engine.schemes;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Shanghai's comprehensive allowance, paid by the quarter and counted by the month. */
class ShanghaiTests {

	private static final String PROGRAM = "comprehensive-allowance";

	private static final Scheme SCHEME = Scheme.of("china/shanghai");

	private static final List<Map<String, String>> CASES = SCHEME.cases("shanghai-cases.csv");

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
