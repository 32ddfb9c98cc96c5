package org.huiling.projection.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.projection.report.ProjectionView.Bar;
import org.huiling.projection.report.ProjectionView.By;
import org.huiling.projection.report.ProjectionView.Changes;
import org.huiling.projection.report.ProjectionView.Month;
import org.huiling.projection.report.ProjectionView.Row;
import org.huiling.projection.report.ProjectionView.Total;
import org.huiling.projection.report.ProjectionView.Variant;

/**
 * Hides money that is about so few people that it tells what one of them has: whoever
 * writes a draft could pay somebody what is recorded of them, and read it from the sums,
 * also where everybody else gets nothing any more. Where fewer than five people of a line
 * get another amount, or fewer than five nothing any more, what is paid with the draft is
 * not told, and of a list the next smallest with it, until five are hidden together. Of a
 * jurisdiction with so few altogether it is told how many, and nothing else of them.
 */
public final class SmallSums {

	private SmallSums() {
	}

	/** Counts of few people are hidden too, by {@link SmallCells}. */
	public static ProjectionReports hidden(ProjectionReports reports) {
		boolean few = isOfFew(reports.changes());
		By by = each(reports.by(), few ? SmallSums::nothing : SmallSums::withoutSmall);
		return new ProjectionReports(few ? new Total(reports.total().before(), null, null) : reports.total(),
				months(reports.months(), by.program()), reports.changes(), few ? by : SmallCells.hidden(by),
				few ? reports.histogram().stream().map((bar) -> new Bar(bar.from(), bar.to(), null)).toList()
						: reports.histogram(),
				reports.variants().stream().map(SmallSums::variant).toList());
	}

	private static By each(By by, UnaryOperator<List<Row>> change) {
		return new By(change.apply(by.program()), change.apply(by.region()), change.apply(by.ageBand()),
				change.apply(by.sex()));
	}

	private static List<Row> nothing(List<Row> rows) {
		Changes none = new Changes(null, null, null, null, null, null);
		return rows.stream().map((row) -> new Row(row.key(), null, none, null, null)).toList();
	}

	private static List<Row> withoutSmall(List<Row> rows) {
		Set<String> hidden = new HashSet<>(small(rows, SmallSums::paidAnew));
		hidden.addAll(small(rows, SmallSums::ended));
		return rows.stream()
			.map((row) -> hidden.contains(row.key())
					? new Row(row.key(), row.people(), row.changes(), row.before(), null) : row)
			.toList();
	}

	/** Rows with few people of a kind, and the next smallest until they are not few. */
	private static Set<String> small(List<Row> rows, ToLongFunction<Changes> kind) {
		Set<String> small = new HashSet<>();
		long together = 0;
		for (Row row : rows.stream()
			.sorted(Comparator.comparingLong((row) -> kind.applyAsLong(row.changes())))
			.toList()) {
			long people = kind.applyAsLong(row.changes());
			if (isFew(people) || isFew(together)) {
				small.add(row.key());
				together += people;
			}
		}
		return small;
	}

	/** As the rows of their programs. */
	private static List<Month> months(List<Month> months, List<Row> programs) {
		Set<String> hidden = programs.stream()
			.filter((row) -> row.after() == null)
			.map(Row::key)
			.collect(Collectors.toSet());
		return months.stream()
			.map((one) -> hidden.contains(one.program()) ? new Month(one.month(), one.program(), one.before(), null)
					: one)
			.toList();
	}

	private static Variant variant(Variant one) {
		return isOfFew(one.changes()) ? new Variant(one.value(), null, one.changes()) : one;
	}

	private static boolean isOfFew(Changes of) {
		return isFew(paidAnew(of)) || isFew(ended(of));
	}

	private static boolean isFew(long people) {
		return people > 0 && people < SmallCells.FEWEST;
	}

	/** Who get something, and another amount than before. */
	private static long paidAnew(Changes of) {
		return Stream.of(of.gains(), of.loses(), of.begins())
			.mapToLong((one) -> Objects.requireNonNullElse(one, 0L))
			.sum();
	}

	private static long ended(Changes of) {
		return Objects.requireNonNullElse(of.ends(), 0L);
	}

}
