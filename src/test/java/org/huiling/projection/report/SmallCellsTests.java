package org.huiling.projection.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import org.huiling.Samples;
import org.huiling.projection.report.ProjectionView.By;
import org.huiling.projection.report.ProjectionView.Changes;
import org.huiling.projection.report.ProjectionView.Row;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SmallCellsTests {

	private static Row row(String key, long... counts) {
		long people = 0;
		for (long count : counts) {
			people += count;
		}
		return new Row(key, people, new Changes(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]),
				new BigDecimal(people), new BigDecimal(people));
	}

	private static List<Row> hidden(List<Row> rows) {
		By by = SmallCells.hidden(new By(rows, List.of(), List.of(), List.of()));
		return by.program();
	}

	private static List<Long> numbers(Row row) {
		Changes of = row.changes();
		List<Long> numbers = new ArrayList<>();
		for (Long one : new Long[] { of.gains(), of.loses(), of.begins(), of.ends(), of.same(), of.lacking() }) {
			numbers.add((one != null) ? one : -1L);
		}
		return numbers;
	}

	@Test
	void fewPeopleAreNotToldAndTheNextSmallestWithThem() {
		List<Row> rows = hidden(List.of(row("a", 40, 30, 0, 0, 0, 0), row("b", 3, 0, 0, 0, 0, 0),
				row("c", 20, 15, 0, 0, 0, 0), row("d", 9, 0, 0, 0, 0, 0)));
		assertThat(rows).extracting(Row::people).containsExactly(70L, null, 35L, null);
		assertThat(rows.get(1).before()).isNull();
		assertThat(rows.get(3).after()).isNull();
		assertThat(numbers(rows.get(0))).containsExactly(40L, 30L, 0L, 0L, 0L, 0L);
	}

	@Test
	void twoOfOneAreStillFew() {
		List<Row> rows = hidden(List.of(row("a", 40, 0, 0, 0, 0, 0), row("b", 1, 0, 0, 0, 0, 0),
				row("c", 1, 0, 0, 0, 0, 0), row("d", 12, 0, 0, 0, 0, 0)));
		assertThat(rows).extracting(Row::people).containsExactly(40L, null, null, null);
	}

	@Test
	void whatIsManyStays() {
		List<Row> rows = List.of(row("a", 40, 5, 0, 0, 6, 7), row("b", 7, 8, 0, 0, 0, 0));
		assertThat(hidden(rows)).isEqualTo(rows);
	}

	/**
	 * No hidden count is alone in its row or column, where anything else stands there.
	 */
	@Test
	void nothingHiddenIsTheRestOfASum() {
		Random random = new Random(Samples.seed());
		for (int i = 0; i < 2_000; i++) {
			List<Row> rows = new ArrayList<>();
			int size = 1 + random.nextInt(6);
			for (int n = 0; n < size; n++) {
				long[] counts = new long[6];
				for (int kind = 0; kind < counts.length; kind++) {
					counts[kind] = (random.nextInt(3) == 0) ? 0 : random.nextInt(12);
				}
				rows.add(row("r" + n, counts));
			}
			List<Row> shown = hidden(rows);
			for (int n = 0; n < size; n++) {
				assertThat(numbers(shown.get(n))).as("%s", rows).noneMatch((one) -> one > 0 && one < 5);
				if (shown.get(n).people() != null) {
					assertThat(shown.get(n).people()).isGreaterThanOrEqualTo(0);
					requireMany(numbers(rows.get(n)), numbers(shown.get(n)));
				}
			}
			for (int kind = 0; kind < 6; kind++) {
				int at = kind;
				requireMany(rows.stream().map((one) -> numbers(one).get(at)).toList(),
						shown.stream().map((one) -> numbers(one).get(at)).toList());
			}
			requireMany(rows.stream().map((one) -> Objects.requireNonNull(one.people())).toList(),
					shown.stream().map((one) -> (one.people() != null) ? one.people() : -1L).toList());
		}
	}

	private static void requireMany(List<Long> all, List<Long> shown) {
		long together = 0;
		int hidden = 0;
		boolean open = false;
		for (int i = 0; i < all.size(); i++) {
			if (shown.get(i) < 0 && all.get(i) > 0) {
				together += all.get(i);
				hidden++;
			}
			open |= shown.get(i) > 0;
		}
		if (hidden > 0 && open) {
			assertThat(hidden).as("%s %s", all, shown).isGreaterThan(1);
			assertThat(together).as("%s %s", all, shown).isGreaterThanOrEqualTo(5);
		}
	}

}
