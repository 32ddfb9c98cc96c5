package org.huiling.engine.schemes;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Hong Kong's Old Age Living Allowance, on both sides of every line. */
class HongKongTests {

	private static final String PROGRAM = "old-age-living-allowance";

	private static final Scheme SCHEME = Scheme.of("hong-kong/hong-kong");

	private static final List<Map<String, String>> CASES = SCHEME.cases("cases.csv");

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
