package org.huiling.applicant.reading;

import java.util.ArrayList;
import java.util.List;

/** The warnings of one reading. */
final class Warnings {

	private final List<RecordWarning> list = new ArrayList<>(1);

	void add(RecordWarning.Kind kind, String field, Object... arguments) {
		this.list.add(new RecordWarning(kind.name(), field, List.of(arguments)));
	}

	void add(String code, String field, Object... arguments) {
		this.list.add(new RecordWarning(code, field, List.of(arguments)));
	}

	List<RecordWarning> list() {
		return List.copyOf(this.list);
	}

}
