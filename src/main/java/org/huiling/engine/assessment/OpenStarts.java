package org.huiling.engine.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.huiling.facts.dictionary.FirstDay;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/** The first days that an assessment looked at and that are not recorded. */
final class OpenStarts {

	private final List<FirstDay> found = new ArrayList<>();

	/** What was looked at last, and by whose first days. */
	private @Nullable FactRecord lastRecord;

	private @Nullable List<FirstDay> lastDays;

	/** Whoever was looked at just before is not looked at again. */
	@SuppressWarnings("ReferenceEquality") // an equal record is only looked at anew
	void look(FactRecord record, List<FirstDay> firstDays) {
		if (record == this.lastRecord && firstDays == this.lastDays) {
			return;
		}
		this.lastRecord = record;
		this.lastDays = firstDays;
		for (int i = 0; i < firstDays.size(); i++) {
			FirstDay start = firstDays.get(i);
			if (start.isOpen(record) && !this.found.contains(start)) {
				this.found.add(start);
			}
		}
	}

	/** As the dictionary declares them. */
	List<FirstDay> inOrder() {
		return this.found.isEmpty() ? List.of()
				: this.found.stream().sorted(Comparator.comparingInt(FirstDay::place)).toList();
	}

}
