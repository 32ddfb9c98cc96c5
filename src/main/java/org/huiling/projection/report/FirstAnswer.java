package org.huiling.projection.report;

import java.time.YearMonth;

import org.jspecify.annotations.Nullable;

/**
 * 初步结果: what a draft comes to for everybody in this month, or in its first one if that is
 * later, of the programs that it can change. No projection: nothing of it is kept.
 *
 * @param state whether it is told
 * @param month which, null unless it is told
 * @param people how many live here in it
 * @param changes how many of them change how, null unless it is told
 * @param total what is paid before and after, null unless it is told
 * @param currency what amounts are in, a code of ISO 4217; empty unless it is told
 */
public record FirstAnswer(State state, @Nullable YearMonth month, long people, ProjectionView.@Nullable Changes changes,
		ProjectionView.@Nullable Total total, String currency) {

	/** How far a first answer is. */
	public enum State {

		/** It is told. */
		TOLD,

		/**
		 * People are being read into memory, or a run goes first: it is to be asked
		 * again.
		 */
		LATER,

		/** It cannot be told of this draft, or there are too many people. */
		NONE

	}

	public static FirstAnswer untold(State state) {
		return new FirstAnswer(state, null, 0, null, null, "");
	}

}
