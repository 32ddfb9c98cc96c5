package org.huiling.projection.report;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.huiling.projection.report.ProjectionView.Bar;
import org.huiling.projection.report.ProjectionView.By;
import org.huiling.projection.report.ProjectionView.Changes;
import org.huiling.projection.report.ProjectionView.Month;
import org.huiling.projection.report.ProjectionView.Row;
import org.huiling.projection.report.ProjectionView.Total;
import org.huiling.projection.report.ProjectionView.Variant;
import org.huiling.projection.report.Sums.Kind;
import org.huiling.projection.report.Sums.Sum;

/**
 * What a completed projection says.
 *
 * @param total what is paid in all
 * @param months by month and program
 * @param changes how many people change how
 * @param by the same of people who are counted together
 * @param histogram by the change a person a month
 * @param variants by varied value
 */
public record ProjectionReports(Total total, List<Month> months, Changes changes, By by, List<Bar> histogram,
		List<Variant> variants) {

	static final String UNKNOWN = "UNKNOWN";

	public static ProjectionReports of(Sums sums, List<BigDecimal> values) {
		Sum all = sums.of(new Sums.Key(Kind.ALL, ""));
		List<Month> months = new ArrayList<>();
		of(sums, Kind.MONTH).forEach((key, sum) -> months
			.add(new Month(YearMonth.parse(key.key()), key.part(), money(sum.before()), money(sum.after()))));
		By by = new By(rows(of(sums, Kind.PROGRAM)), rows(of(sums, Kind.REGION)), byAge(rows(of(sums, Kind.AGE))),
				rows(of(sums, Kind.SEX)));
		return new ProjectionReports(
				new Total(money(all.before()), money(all.after()), money(all.after().subtract(all.before()))), months,
				Changes.of(all), by, bars(of(sums, Kind.STEP)), variants(of(sums, Kind.VARIANT), values));
	}

	/** In the order of their keys. */
	private static Map<Sums.Key, Sum> of(Sums sums, Kind kind) {
		Map<Sums.Key, Sum> found = new TreeMap<>(Comparator.comparing(Sums.Key::key).thenComparing(Sums.Key::part));
		sums.forEach((key, sum) -> {
			if (key.kind() == kind) {
				found.put(key, sum);
			}
		});
		return found;
	}

	private static BigDecimal money(BigDecimal amount) {
		return amount.setScale(2);
	}

	private static List<Row> rows(Map<Sums.Key, Sum> sums) {
		List<Row> rows = new ArrayList<>();
		sums.forEach((key, sum) -> rows.add(new Row(key.key().isEmpty() ? UNKNOWN : key.key(), sum.people(),
				Changes.of(sum), money(sum.before()), money(sum.after()))));
		return rows;
	}

	/** The youngest first; whoever's age is unknown before them. */
	private static List<Row> byAge(List<Row> rows) {
		return rows.stream().sorted(Comparator.comparingInt((row) -> youngest(row.key()))).toList();
	}

	/** The age that a band such as {@code 60-69} or {@code 100+} begins with. */
	private static int youngest(String band) {
		String years = band.replaceFirst("\\D.*", "");
		return years.isEmpty() ? -1 : Integer.parseInt(years);
	}

	private static List<Variant> variants(Map<Sums.Key, Sum> sums, List<BigDecimal> values) {
		List<Variant> variants = new ArrayList<>();
		for (int i = 0; i < values.size(); i++) {
			Sum sum = sums.getOrDefault(new Sums.Key(Kind.VARIANT, String.valueOf(i)), new Sum());
			variants.add(new Variant(values.get(i), money(sum.after()), Changes.of(sum)));
		}
		return variants;
	}

	/** From the lowest step that anybody is on to the highest. */
	private static List<Bar> bars(Map<Sums.Key, Sum> sums) {
		List<Bar> bars = new ArrayList<>();
		List<Step> steps = Step.every();
		int[] used = sums.keySet().stream().mapToInt((key) -> Integer.parseInt(key.key())).sorted().toArray();
		if (used.length > 0) {
			for (int i = used[0]; i <= used[used.length - 1]; i++) {
				Sum sum = sums.get(new Sums.Key(Kind.STEP, steps.get(i).name()));
				bars.add(new Bar(steps.get(i).from(), steps.get(i).to(), (sum != null) ? sum.people() : 0L));
			}
		}
		return bars;
	}

}
