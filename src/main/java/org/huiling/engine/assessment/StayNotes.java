package org.huiling.engine.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huiling.engine.Bilingual;
import org.huiling.engine.Note;
import org.huiling.facts.DoubtfulStays;
import org.huiling.facts.RecordedClaim;

/**
 * What is to be known of claims that may be one claim under two numbers, or stays that
 * overlap: each is answered as it stands, since which of them is wrong only somebody can
 * tell who looks at the bills.
 */
public final class StayNotes {

	private StayNotes() {
	}

	/** The note of each such claim, by its id. */
	public static Map<String, Note> of(List<RecordedClaim> claims) {
		if (claims.size() < 2) {
			return Map.of();
		}
		Map<String, Note> notes = new HashMap<>();
		DoubtfulStays.of(claims).forEach((doubt) -> {
			String other = claims.get(doubt.other()).id();
			notes.put(claims.get(doubt.claim()).id(), doubt.same() ? same(other) : overlap(other));
		});
		return notes;
	}

	private static Note same(String other) {
		return new Note("SAME_STAY", "claims",
				new Bilingual("与费用 " + other + " 的日期、医院级别和金额相同，可能是同一次就医登记了两次，请核对票据",
						"day, hospital and costs are those of claim " + other
								+ ": it may be one claim under two numbers; compare the bills"));
	}

	private static Note overlap(String other) {
		return new Note("STAYS_OVERLAP", "claims", new Bilingual("与费用 " + other + " 的住院期间重叠，请核对入院和出院日期",
				"the stay overlaps that of claim " + other + ": check the days of admission and discharge"));
	}

}
