package org.huiling.decision.replay;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.huiling.decision.store.DecisionStatus;
import org.huiling.decision.store.InKindView;
import org.huiling.engine.Assessment;
import org.jspecify.annotations.Nullable;

import org.springframework.modulith.NamedInterface;

/**
 * What asking again came to, as it is answered.
 *
 * @param same whether it is what was decided
 * @param decided what was decided
 * @param replayed what is said now, null if facts or policies are not what they were
 * @param difference why it is not the same, null if it is
 */
@NamedInterface("replay")
public record ReplayView(boolean same, Said decided, @Nullable Said replayed, @Nullable String difference) {

	/**
	 * What is said.
	 *
	 * @param outcome its code
	 * @param amount yuan, null if it is not known or is granted in kind
	 * @param inKind what is granted in kind, absent where nothing is, or money
	 * @param status as pages say it
	 */
	public record Said(String outcome, @Nullable BigDecimal amount,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable InKindView inKind, @JsonIgnore String status) {
	}

	public static ReplayView of(Replay replay, @Nullable String difference) {
		Said decided = new Said(replay.decision().outcome().name(), replay.decision().money(),
				InKindView.of(replay.decision().inKind()), DecisionStatus.of(replay.decision()));
		Assessment answer = replay.answer();
		Said replayed = (answer != null) ? new Said(answer.outcome().name(), answer.amount(),
				InKindView.of(answer.inKind()), DecisionStatus.of(answer)) : null;
		return new ReplayView(replay.same(), decided, replayed, difference);
	}

}
