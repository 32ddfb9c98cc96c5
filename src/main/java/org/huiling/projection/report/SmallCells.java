package org.huiling.projection.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.huiling.projection.report.ProjectionView.By;
import org.huiling.projection.report.ProjectionView.Changes;
import org.huiling.projection.report.ProjectionView.Row;
import org.jspecify.annotations.Nullable;

/**
 * Hides counts of so few people that somebody could be known by them, and the next
 * smallest with them, so that none can be worked out from the sums: of a list, down and
 * across. Nobody at all is no one who could be known, and stays.
 */
final class SmallCells {

	/** Fewer are not told. */
	static final long FEWEST = 5;

	private static final int KINDS = Change.values().length;

	/** Numbers of a list, a row each: how many change how; null where they are hidden. */
	private final List<@Nullable Long[]> counts = new ArrayList<>();

	private final List<Row> rows;

	private SmallCells(List<Row> rows) {
		this.rows = rows;
		rows.forEach((row) -> this.counts.add(numbers(row.changes())));
	}

	static By hidden(By by) {
		return new By(hidden(by.program()), hidden(by.region()), hidden(by.ageBand()), hidden(by.sex()));
	}

	private static List<Row> hidden(List<Row> rows) {
		return new SmallCells(rows).hidden();
	}

	private static @Nullable Long[] numbers(Changes of) {
		return new Long[] { of.gains(), of.loses(), of.begins(), of.ends(), of.same(), of.lacking() };
	}

	/** A number that may be hidden, and where it stands. */
	private record Cell(int row, int kind, long people) {
	}

	private List<Row> hidden() {
		List<Integer> whole = wholeRows();
		whole.forEach((row) -> this.counts.set(row, new Long[KINDS]));
		boolean more = true;
		while (more) {
			more = false;
			for (int row = 0; row < this.rows.size(); row++) {
				int at = row;
				more |= !whole.contains(row) && hide(across(), (kind) -> new Cell(at, kind, number(at, kind)));
			}
			for (int kind = 0; kind < KINDS; kind++) {
				int at = kind;
				more |= hide(down(), (row) -> new Cell(row, at, number(row, at)));
			}
		}
		return IntStream.range(0, this.rows.size()).mapToObj((row) -> row(row, whole.contains(row))).toList();
	}

	private static Stream<Integer> across() {
		return IntStream.range(0, KINDS).boxed();
	}

	private Stream<Integer> down() {
		return IntStream.range(0, this.rows.size()).boxed();
	}

	/** The number as it was, hidden or not. */
	private long number(int row, int kind) {
		Long number = numbers(this.rows.get(row).changes())[kind];
		return (number != null) ? number : 0;
	}

	/** Rows of few people, and the next smallest with them until they are not few. */
	private List<Integer> wholeRows() {
		List<Integer> hidden = new ArrayList<>();
		List<Integer> order = down().filter((row) -> people(row) > 0)
			.sorted(Comparator.comparingLong(this::people))
			.toList();
		long people = 0;
		for (int row : order) {
			boolean open = !hidden.isEmpty() && (hidden.size() == 1 || people < FEWEST);
			if (people(row) < FEWEST || open) {
				hidden.add(row);
				people += people(row);
			}
		}
		return hidden;
	}

	private long people(int row) {
		Long people = this.rows.get(row).people();
		return (people != null) ? people : 0;
	}

	/**
	 * Hides what is small in a line of cells, and the next smallest as long as one is
	 * hidden by itself or those hidden are few together.
	 * @return whether anything was hidden
	 */
	private boolean hide(Stream<Integer> places, Function<Integer, Cell> cell) {
		List<Cell> line = places.map(cell).filter((one) -> one.people() > 0).toList();
		boolean any = false;
		for (Cell one : line) {
			if (one.people() < FEWEST && !isHidden(one)) {
				this.counts.get(one.row())[one.kind()] = null;
				any = true;
			}
		}
		List<Cell> hidden = line.stream().filter(this::isHidden).toList();
		long together = hidden.stream().mapToLong(Cell::people).sum();
		if (!hidden.isEmpty() && (hidden.size() == 1 || together < FEWEST)) {
			Optional<Cell> next = line.stream()
				.filter((one) -> !isHidden(one))
				.min(Comparator.comparingLong(Cell::people));
			if (next.isPresent()) {
				this.counts.get(next.get().row())[next.get().kind()] = null;
				return true;
			}
		}
		return any;
	}

	private boolean isHidden(Cell cell) {
		return this.counts.get(cell.row())[cell.kind()] == null;
	}

	private Row row(int number, boolean whole) {
		Row row = this.rows.get(number);
		@Nullable Long[] of = this.counts.get(number);
		Changes changes = new Changes(of[0], of[1], of[2], of[3], of[4], of[5]);
		return whole ? new Row(row.key(), null, changes, null, null)
				: new Row(row.key(), row.people(), changes, row.before(), row.after());
	}

}
