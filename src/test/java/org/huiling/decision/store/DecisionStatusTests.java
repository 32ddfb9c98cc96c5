package org.huiling.decision.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** That no policy was in force is known from its note alone. */
class DecisionStatusTests {

	private static final String NOTED = "{\"notes\":[{\"code\":\"NO_POLICY_IN_FORCE\",\"zh\":\"无\",\"en\":\"none\"}]}";

	private static Decision decision(DecisionOutcome outcome, @Nullable String version, String reasons) {
		return new Decision(UUID.randomUUID(), new DecisionKey(UUID.randomUUID(), "d", "p", null), "2013-01", outcome,
				BigDecimal.ZERO, List.of(), version, null, reasons, null, Instant.EPOCH, Instant.EPOCH, "who",
				Decision.CASE, null, null);
	}

	@Test
	void whatNoPolicyAnsweredIsNoRefusal() {
		assertThat(DecisionStatus.of(decision(DecisionOutcome.NOT_ELIGIBLE, null, NOTED))).isEqualTo("NO_POLICY");
	}

	@Test
	void whatEndedForAnotherReasonWasAskedOfNoPolicyEither() {
		assertThat(DecisionStatus.of(decision(DecisionOutcome.NOT_ELIGIBLE, null, ReasonsWriter.note("MERGED"))))
			.isEqualTo("NOT_ELIGIBLE");
		assertThat(DecisionStatus.of(decision(DecisionOutcome.REVOKED, null, ReasonsWriter.NONE))).isEqualTo("REVOKED");
	}

	@Test
	void whatAVersionRefusesIsARefusal() {
		assertThat(DecisionStatus.of(decision(DecisionOutcome.NOT_ELIGIBLE, "2013-01-01", "{}")))
			.isEqualTo("NOT_ELIGIBLE");
	}

	@Test
	void itIsKeptOnlyWhereTheOutcomeDoesNotSayIt() {
		assertThat(DecisionStatus.kept("NO_POLICY", "NOT_ELIGIBLE")).isEqualTo("NO_POLICY");
		assertThat(DecisionStatus.kept("ELIGIBLE", "ELIGIBLE")).isNull();
	}

}
