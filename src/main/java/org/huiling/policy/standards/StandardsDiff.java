package org.huiling.policy.standards;

import java.time.LocalDate;
import java.util.List;

import org.huiling.engine.Bilingual;
import org.huiling.engine.standard.StandardsGrowth;
import org.huiling.policy.factfiles.FactFileDiff.ChangedVersion;
import org.jspecify.annotations.Nullable;

/**
 * What a draft of standards adds to those in force. What cannot be told while the draft
 * has defects is null.
 *
 * @param standards the values that are added, null while the file cannot be read
 * @param versions the published versions that answer by them, and those of other programs
 * whose answers change with them
 */
public record StandardsDiff(@Nullable List<ChangedValue> standards, @Nullable List<ChangedVersion> versions) {

	/**
	 * A value that is added.
	 *
	 * @param standard the standard's name
	 * @param title what people call it
	 * @param by what the standard's keys are, such as {@code dibaoType}; null if it has
	 * none
	 * @param key for whom it is, null for everybody
	 * @param from the first day
	 * @param corrects whether it takes the place of a value of the same day
	 * @param before the value of that day before, null if there was none
	 * @param after the value
	 * @param basis the notice that sets it
	 */
	public record ChangedValue(String standard, Bilingual title, @Nullable String by, @Nullable String key,
			LocalDate from, boolean corrects, @Nullable String before, String after, String basis) {

		static ChangedValue of(StandardsGrowth.Change change) {
			return new ChangedValue(change.standard(), change.title(), change.by(), change.key(), change.from(),
					change.corrects(), change.before(), change.after(), change.basis());
		}

	}

}
