package org.huiling.decision.replay;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import org.huiling.decision.store.Decision;
import org.huiling.engine.Assessment;
import org.huiling.engine.InKind;
import org.jspecify.annotations.Nullable;

/**
 * What asking again came to.
 *
 * @param decision what was decided
 * @param answer what the rules say today of what was kept, null if they cannot be asked
 * @param difference why it is not the same, null if it is
 * @param arguments what the difference's message mentions
 */
public record Replay(Decision decision, @Nullable Assessment answer, @Nullable ReplayDifference difference,
		List<Object> arguments) {

	static Replay failed(Decision decision, ReplayDifference difference, Object... arguments) {
		return new Replay(decision, null, difference, List.of(arguments));
	}

	static Replay of(Decision decision, Assessment answer) {
		ReplayDifference difference = null;
		if (!Objects.equals(answer.digest(), decision.digest())) {
			difference = ReplayDifference.OTHER_VERSION;
		}
		else if (!says(answer, decision)) {
			difference = ReplayDifference.OTHER_ANSWER;
		}
		return new Replay(decision, answer, difference,
				List.of(String.valueOf(decision.version()), String.valueOf(answer.version())));
	}

	private static boolean says(Assessment answer, Decision decision) {
		BigDecimal amount = answer.inKind().isEmpty() ? answer.amount() : decision.money();
		BigDecimal decided = decision.money();
		return answer.outcome().name().equals(decision.outcome().name())
				&& InKind.same(answer.inKind(), decision.inKind())
				&& ((amount == null || decided == null)
						? amount == null && decided == null && !answer.inKind().isEmpty()
						: amount.compareTo(decided) == 0);
	}

	public boolean same() {
		return this.difference == null;
	}

}
