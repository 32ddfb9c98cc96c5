package org.huiling.policy.standards;

import java.time.LocalDate;
import java.util.List;

import org.huiling.engine.Bilingual;
import org.huiling.engine.standard.Standard;
import org.huiling.policy.dictionary.FactView.UsingVersion;
import org.jspecify.annotations.Nullable;

/**
 * A standard as the API shows it.
 *
 * @param jurisdiction whose it is
 * @param name its name
 * @param title what people call it
 * @param unit the unit of its values
 * @param by what its keys are, null if it has none or that is not said
 * @param revision the number of the revision in force of the jurisdiction's standards
 * @param values every value that was issued, in the order of the file
 * @param usedBy the versions in force or scheduled that go by it
 */
public record StandardView(String jurisdiction, String name, Bilingual title, String unit, @Nullable String by,
		int revision, List<ValueItem> values, List<UsingVersion> usedBy) {

	/**
	 * A value.
	 *
	 * @param key for whom it is, null for everybody
	 * @param from the first day
	 * @param issue 1 for the first of its day, more for what was put in its place
	 * @param value as written
	 * @param basis the notice that sets it
	 * @param counts false if another issue of its day was put in its place
	 */
	public record ValueItem(@Nullable String key, LocalDate from, int issue, String value, String basis,
			boolean counts) {

		static ValueItem of(Standard.Value value, Standard standard) {
			return new ValueItem(value.key(), value.from(), value.issue(), value.value(), value.basis(),
					standard.inForce().contains(value));
		}

	}

}
