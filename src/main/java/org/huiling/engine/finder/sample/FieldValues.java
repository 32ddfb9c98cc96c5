package org.huiling.engine.finder.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.huiling.engine.finder.sample.Setting.Absent;
import org.huiling.engine.finder.sample.Setting.Since;
import org.huiling.facts.Code;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Trait;

/** The values of a field of an item that conditions on it tell apart. */
final class FieldValues {

	private final Setup setup;

	FieldValues(Setup setup) {
		this.setup = setup;
	}

	/** Those on every side of what it is compared with; of codes those that are named. */
	void compared(Fact field, Collection<Object> wanted, Set<Object> values) {
		if (field.is(Trait.ABSENT_IS_NONE)) {
			values.add(Absent.NONE);
		}
		switch (field.type()) {
			case BOOLEAN -> values.addAll(List.of(true, false));
			case CODE,
					CODES ->
				wanted.stream()
					.filter((one) -> one instanceof Code code
							&& code.type().equals(Objects.requireNonNull(field.codes()).name()))
					.forEach(values::add);
			case INTEGER -> {
				int least = (field.bounds().min() != null) ? field.bounds().min().intValue() : 0;
				int most = (field.bounds().max() != null) ? field.bounds().max().intValue() : Integer.MAX_VALUE - 1;
				values.add(least);
				Boundaries.wholes(List.copyOf(wanted), least, most, values::add);
			}
			case MONEY -> Boundaries.yuan(List.copyOf(wanted), (yuan) -> {
				if (field.bounds().contains(yuan)) {
					values.add(yuan);
				}
			});
			case DATE -> days(wanted, values);
			case REGION -> {
				values.add(RegionValues.inside(this.setup));
				values.add(RegionValues.outside(this.setup));
				wanted.stream()
					.filter((one) -> one instanceof String)
					.forEach((region) -> values.add(RegionValues.inside((String) region)));
			}
			case DECIMAL, TEXT -> {
			}
		}
	}

	private static void days(Collection<Object> wanted, Set<Object> values) {
		for (Object one : wanted) {
			if (one instanceof LocalDate day) {
				values.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
			}
		}
		if (values.stream().noneMatch(LocalDate.class::isInstance)) {
			values.add(new Since(240, 0));
		}
	}

	/**
	 * The values of a field by the codes of it that are named: of one code another too,
	 * of several every group of them.
	 */
	Set<Object> withAnother(Fact field, Set<Object> named, int most) {
		Set<Object> values = new LinkedHashSet<>(named);
		if (field.type() == FactType.CODE) {
			this.setup.codes(Objects.requireNonNull(field.codes()).name())
				.stream()
				.filter((code) -> !named.contains(code))
				.findFirst()
				.ifPresent(values::add);
		}
		else if (field.type() == FactType.CODES) {
			List<Object> codes = named.stream().filter(Code.class::isInstance).limit(most).toList();
			values.removeIf(Code.class::isInstance);
			for (int bits = 0; bits < 1 << codes.size(); bits++) {
				List<Object> group = new ArrayList<>();
				for (int i = 0; i < codes.size(); i++) {
					if ((bits & 1 << i) != 0) {
						group.add(codes.get(i));
					}
				}
				values.add(group);
			}
		}
		return values;
	}

}
