package org.huiling.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.huiling.facts.ApplicantRecord;
import org.huiling.facts.ApplicantRecord.Dibao;
import org.huiling.facts.ApplicantRecord.Disability;
import org.huiling.facts.ApplicantRecord.Household;
import org.huiling.facts.ApplicantRecord.Hukou;
import org.huiling.facts.ApplicantRecord.Insurance;
import org.huiling.facts.ApplicantRecord.Pension;
import org.huiling.facts.ApplicantRecord.Residence;
import org.huiling.facts.ApplicantRecord.Status;
import org.huiling.facts.DibaoType;
import org.huiling.facts.HukouType;
import org.huiling.facts.Scheme;
import org.huiling.facts.StatusKind;

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

	ApplicantRecord record() {
		LocalDate birth = MONTH.atEndOfMonth().minusYears((Integer) get(GridFact.AGE));
		int size = (Integer) get(GridFact.SIZE);
		DibaoType dibao = (DibaoType) get(GridFact.DIBAO);
		LocalDate since = MONTH.atDay(1).minusMonths((Integer) get(GridFact.MONTHS));
		List<Status> statuses = new ArrayList<>();
		for (Map.Entry<GridFact, StatusKind> kind : Map
			.of(GridFact.TEKUN, StatusKind.TEKUN, GridFact.LOW_INCOME, StatusKind.LOW_INCOME)
			.entrySet()) {
			if (get(kind.getKey()).equals(true)) {
				statuses.add(new Status(kind.getValue(), LocalDate.of(2010, 1, 1), null));
			}
		}
		return new ApplicantRecord(null, null, birth, null, null,
				new Hukou(People.MODEL_DISTRICT, (HukouType) get(GridFact.HUKOU), birth),
				new Residence(People.MODEL_DISTRICT, since),
				new Household(size, number(GridFact.INCOME).multiply(BigDecimal.valueOf(size)), false,
						(dibao == DibaoType.NONE) ? new Dibao(dibao, null, null, null)
								: new Dibao(dibao, LocalDate.of(2010, 1, 1), null, null)),
				statuses, null, new Disability(null, 0), (Integer) get(GridFact.CARE),
				new Pension(number(GridFact.PENSION)), null, null,
				new Insurance((Scheme) get(GridFact.SCHEME), 2013, true), null, List.of());
	}

}
