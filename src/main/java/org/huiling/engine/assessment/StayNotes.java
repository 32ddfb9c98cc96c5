package org.huiling.engine.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.huiling.engine.Bilingual;
import org.huiling.engine.Over;
import org.huiling.engine.reason.Note;
import org.huiling.facts.record.DoubtfulStays;
import org.huiling.facts.record.RecordedClaim;

/**
 * What is to be known of claims that may be one claim under two numbers, or stays that
 * overlap: each is answered as it stands, since which of them is wrong only somebody can
 * tell who looks at the bills.
 */
public final class StayNotes {

	private StayNotes() {
	}

	/**
	 * The note of each such claim, by its id.
	 * @param claims of one list
	 * @param over the list
	 * @param called tells what people call it
	 */
	public static Map<String, Note> of(List<RecordedClaim> claims, Over over, Supplier<Bilingual> called) {
		if (claims.size() < 2) {
			return Map.of();
		}
		Map<String, Note> notes = new HashMap<>();
		DoubtfulStays.of(claims).forEach((doubt) -> {
			String other = claims.get(doubt.other()).id();
			Bilingual words = over.isClaims() ? (doubt.same() ? same(other) : overlap(other))
					: doubt.same() ? same(called.get(), other) : overlap(called.get(), other);
			notes.put(claims.get(doubt.claim()).id(),
					new Note(doubt.same() ? "SAME_STAY" : "STAYS_OVERLAP", over.list(), words));
		});
		return notes;
	}

	private static Bilingual same(String other) {
		return new Bilingual("与费用 " + other + " 的日期、医院级别和金额相同，可能是同一次就医登记了两次，请核对票据",
				"day, hospital and costs are those of claim " + other
						+ ": it may be one claim under two numbers; compare the bills");
	}

	private static Bilingual overlap(String other) {
		return new Bilingual("与费用 " + other + " 的住院期间重叠，请核对入院和出院日期",
				"the stay overlaps that of claim " + other + ": check the days of admission and discharge");
	}

	private static Bilingual same(Bilingual list, String other) {
		return new Bilingual("与" + list.zh() + " " + other + " 的日期和金额相同，可能是同一笔登记了两次，请核对票据",
				"day and amounts are those of " + other + " under " + list.en()
						+ ": it may be one entered twice; compare the bills");
	}

	private static Bilingual overlap(Bilingual list, String other) {
		return new Bilingual("与" + list.zh() + " " + other + " 的期间重叠，请核对起止日期",
				"the time overlaps that of " + other + " under " + list.en() + ": check its first and last day");
	}

}
