package org.huiling.engine.schemes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Schemes whose cases were worked out by hand, on both sides of every line. */
class WorkedOutSchemesTests {

	/** Each with its program, its cases and how many versions it has. */
	enum WorkedOut {

		/** The Old Age Living Allowance. */
		HONG_KONG("hong-kong/hong-kong", "old-age-living-allowance", "cases.csv", 1),

		/** The comprehensive allowance, paid by the quarter and counted by the month. */
		SHANGHAI("china/shanghai", "comprehensive-allowance", "shanghai-cases.csv", 1),

		/** Silver Support, paid by the quarter. */
		SINGAPORE("singapore/singapore", "silver-support", "cases.csv", 2),

		/** The long-term care insurance. */
		TENGZHOU("china/tengzhou", "long-term-care", "tengzhou-cases.csv", 1);

		private final String directory;

		private final String program;

		private final String cases;

		private final int versions;

		WorkedOut(String directory, String program, String cases, int versions) {
			this.directory = directory;
			this.program = program;
			this.cases = cases;
			this.versions = versions;
		}

	}

	@ParameterizedTest
	@EnumSource
	void holdsBeforeTheCheck(WorkedOut one) {
		SchemeCases.checked(Scheme.of(one.directory), one.versions);
	}

	@ParameterizedTest
	@EnumSource
	void givesWhatWasWorkedOutByHand(WorkedOut one) {
		Scheme scheme = Scheme.of(one.directory);
		SchemeCases.asWorkedOut(scheme, one.program, scheme.cases(one.cases));
	}

	@ParameterizedTest
	@EnumSource
	void unknownIsNeverAnotherAnswer(WorkedOut one) {
		Scheme scheme = Scheme.of(one.directory);
		SchemeCases.unknownIsNeverAnotherAnswer(scheme, one.program, scheme.cases(one.cases));
	}

}
