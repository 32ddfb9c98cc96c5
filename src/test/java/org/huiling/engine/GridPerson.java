package org.huiling.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.huiling.TestPerson;
import org.huiling.facts.DibaoType;
import org.huiling.facts.HukouType;
import org.huiling.facts.Scheme;

/** A point of the grid: a value for every fact. */
record GridPerson(Map<GridFact, Object> values) {

	static final YearMonth MONTH = YearMonth.of(2013, 7);

	static GridPerson ordinary() {
		Map<GridFact, Object> values = new EnumMap<>(GridFact.class);
		values.putAll(Map.of(GridFact.AGE, 70, GridFact.SIZE, 2, GridFact.MONTHS, 24, GridFact.CARE, 0, GridFact.INCOME,
				new BigDecimal("2000.00"), GridFact.PENSION, new BigDecimal("500.00"), GridFact.HUKOU, HukouType.RURAL,
				GridFact.DIBAO, DibaoType.NONE, GridFact.SCHEME, Scheme.NONE, GridFact.TEKUN, false));
		values.put(GridFact.LOW_INCOME, false);
		return new GridPerson(values);
	}

	GridPerson with(GridFact fact, Object value) {
		Map<GridFact, Object> changed = new EnumMap<>(this.values);
		changed.put(fact, value);
		return new GridPerson(changed);
	}

	Object get(GridFact fact) {
		return this.values.get(fact);
	}

	/** A whole number or an amount. */
	BigDecimal number(GridFact fact) {
		Object value = get(fact);
		return (value instanceof Integer whole) ? BigDecimal.valueOf(whole) : (BigDecimal) value;
	}

	TestPerson person() {
		LocalDate birth = MONTH.atEndOfMonth().minusYears((Integer) get(GridFact.AGE));
		BigDecimal size = number(GridFact.SIZE);
		TestPerson person = TestPerson.born(birth)
			.with("hukou", Map.of("region", People.MODEL_DISTRICT, "type", get(GridFact.HUKOU), "since", birth))
			.with("residence.region", People.MODEL_DISTRICT)
			.with("residence.since", MONTH.atDay(1).minusMonths((Integer) get(GridFact.MONTHS)))
			.with("household.size", get(GridFact.SIZE))
			.with("household.monthlyIncome", number(GridFact.INCOME).multiply(size))
			.with("household.livingAlone", false)
			.with("household.dibao.type", get(GridFact.DIBAO))
			.with("household.dibao.since", (get(GridFact.DIBAO) == DibaoType.NONE) ? null : "2010-01-01")
			.with("statuses", List.of())
			.with("disability.grade", 0)
			.with("careLevel", get(GridFact.CARE))
			.with("pension.monthlyAmount", get(GridFact.PENSION))
			.with("insurance", Map.of("scheme", get(GridFact.SCHEME), "year", 2013, "contributionPaid", true))
			.with("claims", List.of());
		for (GridFact status : List.of(GridFact.TEKUN, GridFact.LOW_INCOME)) {
			if (get(status).equals(true)) {
				person = person.and("statuses", (one) -> one.with("kind", status.name()).with("from", "2010-01-01"));
			}
		}
		return person;
	}

}
