package org.huiling.web.operations;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.huiling.recalculation.finding.RunReport;
import org.jspecify.annotations.Nullable;

/**
 * Money before and after as bars of a drawing.
 *
 * @param name a program's or a region's id, or ages
 * @param before yuan
 * @param after yuan
 * @param beforeWidth of its bar
 * @param afterWidth of its bar
 */
record MoneyBars(String name, BigDecimal before, BigDecimal after, int beforeWidth, int afterWidth) {

	/** How wide the longest bar is. */
	static final int WIDTH = 480;

	/** What changes. */
	public BigDecimal difference() {
		return this.after.subtract(this.before);
	}

	/**
	 * Adds up a report's money.
	 * @param money of the report
	 * @param by by program, region or ages
	 * @return in the order of the report, without what comes to nothing
	 */
	static <T extends RunReport.Paid> List<MoneyBars> of(List<T> money, Function<T, @Nullable String> by) {
		Map<String, BigDecimal[]> sums = new LinkedHashMap<>();
		for (T one : money) {
			BigDecimal[] sum = sums.computeIfAbsent(Objects.requireNonNullElse(by.apply(one), "—"),
					(name) -> new BigDecimal[] { BigDecimal.ZERO, BigDecimal.ZERO });
			sum[0] = sum[0].add(one.paidBefore());
			sum[1] = sum[1].add(one.paidAfter());
		}
		return of(sums);
	}

	/**
	 * Bars of pairs of amounts, or of counts.
	 * @param sums before and after, by name
	 * @return in their order, without what comes to nothing
	 */
	static List<MoneyBars> of(Map<String, BigDecimal[]> sums) {
		BigDecimal most = sums.values()
			.stream()
			.map((sum) -> sum[0].max(sum[1]))
			.max(BigDecimal::compareTo)
			.orElse(BigDecimal.ONE)
			.max(BigDecimal.ONE);
		List<MoneyBars> bars = new ArrayList<>();
		sums.forEach((name, sum) -> {
			if (sum[0].signum() != 0 || sum[1].signum() != 0) {
				bars.add(new MoneyBars(name, sum[0], sum[1], width(sum[0], most), width(sum[1], most)));
			}
		});
		return bars;
	}

	private static int width(BigDecimal amount, BigDecimal most) {
		return amount.max(BigDecimal.ZERO)
			.multiply(BigDecimal.valueOf(WIDTH))
			.divide(most, 0, RoundingMode.HALF_UP)
			.intValue();
	}

}
