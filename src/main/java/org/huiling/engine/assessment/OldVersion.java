package org.huiling.engine.assessment;

import org.huiling.engine.Bilingual;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.reason.Note;
import org.huiling.facts.Period;
import org.jspecify.annotations.Nullable;

/**
 * A period far beyond the version that answers for it: standards of such an age may have
 * been replaced by a notice that nobody has entered, or that nobody has written yet.
 */
final class OldVersion {

	/** Standards are renewed every few years. */
	private static final int YEARS = 10;

	private OldVersion() {
	}

	/** What to know about an answer for a period, null if its version is of its time. */
	static @Nullable Note note(@Nullable CompiledPolicy policy, Period period) {
		if (policy == null || !policy.header().effectiveFrom().plusYears(YEARS).isBefore(period.firstDay())) {
			return null;
		}
		return new Note("OLD_VERSION", null,
				new Bilingual("按 " + policy.version() + " 施行的版本测算，距所问的 " + period + " 已超过 " + YEARS + " 年：请确认没有新的标准",
						"answered by the version of " + policy.version() + ", more than " + YEARS + " years before "
								+ period + ": make sure that no newer standard is missing"));
	}

}
