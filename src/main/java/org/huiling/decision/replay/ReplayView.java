package org.huiling.decision.replay;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What asking again came to, as it is answered.
 *
 * @param same whether it is what was decided
 * @param decided what was decided
 * @param replayed what is said now, null if facts or policies are not what they were
 * @param difference why it is not the same, null if it is
 */
public record ReplayView(boolean same, Said decided, @Nullable Said replayed, @Nullable String difference) {

	/**
	 * What is said.
	 *
	 * @param outcome its code
	 * @param amount yuan, null if it is not known
	 */
	record Said(String outcome, @Nullable BigDecimal amount) {
	}

	public static ReplayView of(Replay replay, @Nullable String difference) {
		Said decided = new Said(replay.decision().outcome().name(), replay.decision().amount());
		Said replayed = (replay.answer() != null) ? new Said(replay.answer().outcome().name(), replay.answer().amount())
				: null;
		return new ReplayView(replay.same(), decided, replayed, difference);
	}

}
