package org.huiling.web.operations;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.huiling.projection.report.ProjectionView;
import org.huiling.projection.report.ProjectionView.Row;
import org.jspecify.annotations.Nullable;

/**
 * What a completed projection says, as bars of drawings.
 *
 * @param months what is paid in each month, before and after
 * @param ages how many lose and how many gain, by age
 * @param variants what each varied value costs, beside what is in force
 */
record ProjectionCharts(List<MoneyBars> months, List<MoneyBars> ages, List<MoneyBars> variants) {

	static ProjectionCharts of(ProjectionView projection) {
		return new ProjectionCharts(months(projection), ages(projection), variants(projection));
	}

	/** Of programs whose money is told. */
	private static List<MoneyBars> months(ProjectionView projection) {
		Map<String, BigDecimal[]> sums = new LinkedHashMap<>();
		for (ProjectionView.Month one : Objects.requireNonNullElse(projection.months(),
				List.<ProjectionView.Month>of())) {
			if (one.after() != null) {
				BigDecimal[] sum = sums.computeIfAbsent(one.month().toString(),
						(month) -> new BigDecimal[] { BigDecimal.ZERO, BigDecimal.ZERO });
				sum[0] = sum[0].add(one.before());
				sum[1] = sum[1].add(one.after());
			}
		}
		return MoneyBars.of(sums);
	}

	/** What is hidden is not drawn. */
	private static List<MoneyBars> ages(ProjectionView projection) {
		Map<String, BigDecimal[]> sums = new LinkedHashMap<>();
		if (projection.by() != null) {
			for (Row row : projection.by().ageBand()) {
				sums.put(row.key(), new BigDecimal[] { count(row.changes().loses(), row.changes().ends()),
						count(row.changes().gains(), row.changes().begins()) });
			}
		}
		return MoneyBars.of(sums);
	}

	private static BigDecimal count(@Nullable Long some, @Nullable Long others) {
		return BigDecimal.valueOf(((some != null) ? some : 0) + ((others != null) ? others : 0));
	}

	private static List<MoneyBars> variants(ProjectionView projection) {
		Map<String, BigDecimal[]> sums = new LinkedHashMap<>();
		if (projection.variants() != null && projection.total() != null) {
			BigDecimal before = projection.total().before();
			for (ProjectionView.Variant one : projection.variants()) {
				if (one.after() != null) {
					sums.put(one.value().toPlainString(), new BigDecimal[] { before, one.after() });
				}
			}
		}
		return MoneyBars.of(sums);
	}

}
