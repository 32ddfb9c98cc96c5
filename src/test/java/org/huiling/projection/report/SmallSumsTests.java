package org.huiling.projection.report;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

import org.huiling.projection.report.ProjectionView.Bar;
import org.huiling.projection.report.ProjectionView.By;
import org.huiling.projection.report.ProjectionView.Changes;
import org.huiling.projection.report.ProjectionView.Month;
import org.huiling.projection.report.ProjectionView.Row;
import org.huiling.projection.report.ProjectionView.Total;
import org.huiling.projection.report.ProjectionView.Variant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SmallSumsTests {

	private static final BigDecimal BEFORE = new BigDecimal("1000.00");

	private static final BigDecimal AFTER = new BigDecimal("3341.89");

	private static final YearMonth MONTH = YearMonth.of(2013, 7);

	private static Changes changes(long gains, long same) {
		return new Changes(gains, 0L, 0L, 0L, same, 0L);
	}

	private static Row row(String key, long gains, long same) {
		return new Row(key, gains + same, changes(gains, same), BEFORE, AFTER);
	}

	private static ProjectionReports report(long gains, List<Row> rows, long ofVariant) {
		By by = new By(rows, List.of(), List.of(), List.of(row("MALE", gains, 100)));
		return new ProjectionReports(new Total(BEFORE, AFTER, AFTER.subtract(BEFORE)),
				rows.stream().map((row) -> new Month(MONTH, row.key(), BEFORE, AFTER)).toList(), changes(gains, 500),
				by, List.of(new Bar(BEFORE, null, gains)),
				List.of(new Variant(BigDecimal.ONE, AFTER, changes(ofVariant, 0))));
	}

	@Test
	void aDraftForOnePersonTellsThatThereIsOneAndNothingElse() {
		ProjectionReports seen = SmallSums.hidden(report(1, List.of(row("allowance", 1, 90), row("fees", 0, 60)), 1));
		assertThat(seen.total()).isEqualTo(new Total(BEFORE, null, null));
		assertThat(seen.changes()).isEqualTo(changes(1, 500));
		assertThat(seen.histogram()).containsExactly(new Bar(BEFORE, null, null));
		assertThat(seen.variants()).containsExactly(new Variant(BigDecimal.ONE, null, changes(1, 0)));
		assertThat(seen.months()).containsExactly(new Month(MONTH, "allowance", BEFORE, null),
				new Month(MONTH, "fees", BEFORE, null));
		Changes none = new Changes(null, null, null, null, null, null);
		assertThat(seen.by().sex()).containsExactly(new Row("MALE", null, none, null, null));
	}

	@Test
	void onePersonIsHiddenAlsoAmongManyWhoGetNothingAnyMore() {
		Changes one = new Changes(1L, 0L, 0L, 332L, 772L, 0L);
		Row row = new Row("allowance", 1105L, one, BEFORE, AFTER);
		ProjectionReports seen = SmallSums.hidden(new ProjectionReports(new Total(BEFORE, AFTER, AFTER),
				List.of(new Month(MONTH, "allowance", BEFORE, AFTER)), one,
				new By(List.of(row), List.of(), List.of(), List.of()), List.of(new Bar(BEFORE, null, 1L)),
				List.of(new Variant(BigDecimal.ONE, AFTER, one))));
		assertThat(seen.toString()).doesNotContain("3341.89");
	}

	@Test
	void fewWhoGetNothingAnyMoreAreHiddenInTheirRow() {
		Row few = new Row("a", 90L, new Changes(40L, 0L, 0L, 2L, 48L, 0L), BEFORE, AFTER);
		Row some = new Row("b", 90L, new Changes(40L, 0L, 0L, 9L, 41L, 0L), BEFORE, AFTER);
		Row many = new Row("c", 90L, new Changes(40L, 0L, 0L, 30L, 20L, 0L), BEFORE, AFTER);
		ProjectionReports seen = SmallSums.hidden(new ProjectionReports(new Total(BEFORE, AFTER, AFTER), List.of(),
				new Changes(120L, 0L, 0L, 41L, 109L, 0L),
				new By(List.of(few, some, many), List.of(), List.of(), List.of()), List.of(), List.of()));
		assertThat(seen.by().program()).extracting(Row::after).containsExactly(null, null, AFTER);
	}

	@Test
	void moneyThatChangesForFewInARowIsHiddenAndTheNextSmallestWithIt() {
		ProjectionReports seen = SmallSums.hidden(report(100,
				List.of(row("a", 60, 90), row("b", 0, 60), row("c", 7, 60), row("d", 33, 60), row("e", 1, 50)), 100));
		assertThat(seen.by().program()).extracting(Row::after).containsExactly(AFTER, AFTER, null, AFTER, null);
		assertThat(seen.by().program()).extracting(Row::before).containsOnly(BEFORE);
		assertThat(seen.months()).extracting(Month::after).containsExactly(AFTER, AFTER, null, AFTER, null);
		assertThat(seen.total().after()).isEqualTo(AFTER);
	}

	@Test
	void whatIsOfManyIsTold() {
		ProjectionReports whole = report(40, List.of(row("a", 30, 90), row("b", 10, 60)), 40);
		assertThat(SmallSums.hidden(whole)).isEqualTo(whole);
	}

}
