package org.huiling.web.operations;

import java.util.List;
import java.util.Map;

import org.huiling.engine.Cycle;
import org.huiling.recalculation.finding.RunReport;

/**
 * What a run comes to in one currency, as it is drawn; what is paid in several is never
 * added up.
 *
 * @param total in all
 * @param rhythms by how often it is granted
 * @param programs by program
 * @param regions by region
 * @param ages by age
 */
record MoneySide(RunReport.Total total, List<RhythmMoney> rhythms, List<MoneyBars> programs, List<MoneyBars> regions,
		List<MoneyBars> ages) {

	/** By currency. */
	static List<MoneySide> of(RunReport report, Map<String, Cycle> cycles) {
		return report.totals()
			.stream()
			.map((total) -> new MoneySide(total, RhythmMoney.of(in(total, report.money()), cycles),
					MoneyBars.of(in(total, report.money()), RunReport.Money::program),
					MoneyBars.of(in(total, report.money()), RunReport.Money::region),
					MoneyBars.of(in(total, report.ages()), RunReport.AgeMoney::ages)))
			.toList();
	}

	private static <T extends RunReport.Paid> List<T> in(RunReport.Total total, List<T> money) {
		return money.stream().filter((one) -> one.currency().equals(total.currency())).toList();
	}

}
