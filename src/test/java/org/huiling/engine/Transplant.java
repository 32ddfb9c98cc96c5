package org.huiling.engine;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.huiling.facts.ApplicantRecord;
import org.huiling.facts.Scheme;
import org.jspecify.annotations.Nullable;

/**
 * Moves a made-up person of the model district's years 2012 to 2014 to another
 * jurisdiction and other years, with all that is recorded about them.
 *
 * @param prefix the region prefix of the jurisdiction
 * @param years how many years later everything happens
 */
record Transplant(String prefix, int years) {

	private static final String MODEL_DISTRICT = "379901";

	/** To the years about the beginning of a version. */
	static Transplant to(Shelf shelf, CompiledPolicy version) {
		return new Transplant(shelf.jurisdiction().regionPrefix(), version.header().effectiveFrom().getYear() - 2013);
	}

	ApplicantRecord of(ApplicantRecord person) {
		boolean stays = this.years == 0 && MODEL_DISTRICT.equals(this.prefix);
		return stays ? person : (ApplicantRecord) moved(person);
	}

	private Object moved(Object from) {
		RecordComponent[] components = FactPaths.components(from.getClass());
		Object[] values = new Object[components.length];
		for (int i = 0; i < components.length; i++) {
			values[i] = moved(components[i].getName(), FactPaths.read(components[i], from));
		}
		return FactPaths.make(from.getClass(), values);
	}

	private @Nullable Object moved(String name, @Nullable Object value) {
		if (value instanceof LocalDate date) {
			return date.plusYears(this.years);
		}
		if (value instanceof List<?> list) {
			List<Object> items = new ArrayList<>();
			list.forEach((item) -> items.add(moved(item)));
			return items;
		}
		if (value instanceof Record nested) {
			return moved(nested);
		}
		if ("year".equals(name) && value instanceof Integer year) {
			return year + this.years;
		}
		if ("region".equals(name) && value instanceof String region && region.startsWith(MODEL_DISTRICT)) {
			return (this.prefix + "0101").substring(0, MODEL_DISTRICT.length())
					+ region.substring(MODEL_DISTRICT.length());
		}
		if (value == Scheme.NCMS && !MODEL_DISTRICT.equals(this.prefix)) {
			return Scheme.RESIDENT;
		}
		return value;
	}

}
