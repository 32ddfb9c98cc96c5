package org.huiling.web.operations;

import java.util.List;

import org.huiling.recalculation.finding.RunReport;

/**
 * What a run comes to in one currency, as it is drawn; what is paid in several is never
 * added up.
 *
 * @param total in all
 * @param programs by program
 * @param regions by region
 * @param ages by age
 */
record MoneySide(RunReport.Total total, List<MoneyBars> programs, List<MoneyBars> regions, List<MoneyBars> ages) {

	/** By currency. */
	static List<MoneySide> of(RunReport report) {
		return report.totals()
			.stream()
			.map((total) -> new MoneySide(total, MoneyBars.of(in(total, report.money()), RunReport.Money::program),
					MoneyBars.of(in(total, report.money()), RunReport.Money::region),
					MoneyBars.of(in(total, report.ages()), RunReport.AgeMoney::ages)))
			.toList();
	}

	private static <T extends RunReport.Paid> List<T> in(RunReport.Total total, List<T> money) {
		return money.stream().filter((one) -> one.currency().equals(total.currency())).toList();
	}

}
