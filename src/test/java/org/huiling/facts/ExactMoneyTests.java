package org.huiling.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Amounts are exact where binary floating point would not be. */
class ExactMoneyTests {

	@Test
	void aTenthAndTwoTenthsAreThreeTenths() {
		assertThat(0.1 + 0.2).isNotEqualTo(0.3);
		assertThat(Money.of("0.1").plus(Money.of("0.2"))).isEqualTo(Money.of("0.3"));
	}

	@Test
	void aHundredTimesOneYuanAndHalfAFenIsNotRoundedOnTheWay() {
		assertThat(1.005 * 100).isNotEqualTo(100.5);
		assertThat(Money.of("1.005").times(100)).isEqualTo(Money.of("100.5"));
		assertThat(fen(Money.of("1.005"))).isEqualTo("1.01");
	}

	@Test
	void aMillionTimesOneFenIsTenThousandYuan() {
		Money sum = Money.ZERO;
		for (int i = 0; i < 1_000_000; i++) {
			sum = sum.plus(Money.of("0.01"));
		}
		assertThat(sum).isEqualTo(Money.of("10000"));
	}

	@Test
	void threeThirdsAreTheWhole() {
		Money third = Money.of("1000").sharedBy(3);
		assertThat(third.plus(third).plus(third)).isEqualTo(Money.of("1000.00"));
		assertThat(third.times(3)).isEqualTo(Money.of("1000"));
	}

	@Test
	void sharesByDifferentNumbersAddExactly() {
		Money sum = Money.of("1").sharedBy(3).plus(Money.of("1").sharedBy(6)).plus(Money.of("1").sharedBy(2));
		assertThat(sum).isEqualTo(Money.of("1"));
	}

	@Test
	void aShareThatNeverEndsIsComparedBeforeItIsRounded() {
		Money income = Money.of("900.01").sharedBy(3);
		assertThat(income).isGreaterThan(Money.of("300.00"));
		assertThat(fen(income)).isEqualTo("300.00");
	}

	@Test
	void onlyTheEndIsRounded() {
		assertThat(fen(Money.of("350").minus(Money.of("640.01").sharedBy(2)))).isEqualTo("30.00");
		assertThat(fen(Money.of("350").minus(Money.of(fen(Money.of("640.01").sharedBy(2)))))).isEqualTo("29.99");
		assertThat(fen(Money.of("350").minus(Money.of("1000").sharedBy(3)))).isEqualTo("16.67");
	}

	@Test
	void aHouseholdsDibaoIsRoundedOnceForAllItsPersons() {
		Money standard = Money.of("632");
		Money income = Money.of("1894");
		assertThat(fen(standard.times(3).minus(income))).isEqualTo("2.00");
		Money share = standard.minus(income.sharedBy(3));
		assertThat(fen(share.times(3))).isEqualTo("2.00");
		assertThat(fen(Money.of(fen(share)).times(3))).isEqualTo("2.01");
		assertThat(Money.of(share.rounded(0, RoundingMode.UP)).times(3)).isEqualTo(Money.of("3"));
	}

	@ParameterizedTest(name = "{0} in whole yuan, up: {1}")
	@CsvSource({ "57.50, 58.00", "72.75, 73.00", "121.25, 122.00", "69.00, 69.00", "69.0001, 70.00", "0.00, 0.00" })
	void roundsUpToTheYuan(String exact, String rounded) {
		assertThat(Money.of(exact).rounded(0, RoundingMode.UP)).isEqualTo(rounded);
	}

	@ParameterizedTest(name = "{0} in whole yuan, down: {1}")
	@CsvSource({ "1555.554, 1555.00", "999.999, 999.00", "0.99, 0.00" })
	void roundsDownToTheYuan(String exact, String rounded) {
		assertThat(Money.of(exact).rounded(0, RoundingMode.DOWN)).isEqualTo(rounded);
	}

	@ParameterizedTest(name = "{0} in fen, half up: {1}")
	@CsvSource({ "0.004999999999999999999, 0.00", "0.005, 0.01", "0.003, 0.00", "29.995, 30.00", "2.675, 2.68",
			"1.115, 1.12" })
	void roundsHalfUpToTheFen(String exact, String rounded) {
		assertThat(fen(Money.of(exact))).isEqualTo(rounded);
	}

	@ParameterizedTest(name = "{0} prints {1}")
	@CsvSource({ "12000, 12000.00", "12000.0, 12000.00", "12000.00, 12000.00", "1e4, 10000.00", "0.5, 0.50",
			"1.005, 1.005" })
	void oneAmountPrintsOneWay(String written, String printed) {
		assertThat(Money.of(written)).hasToString(printed);
	}

	@Test
	void oneAmountWrittenDifferentlyIsEqualWithOneHash() {
		Money plain = Money.of("12000");
		assertThat(plain).isEqualTo(Money.of("12000.00")).hasSameHashCodeAs(Money.of("12000.00"));
		assertThat(Money.of("24000").sharedBy(2)).isEqualTo(plain).hasSameHashCodeAs(plain);
		assertThat(Money.of("0").sharedBy(7)).isEqualTo(Money.ZERO).hasSameHashCodeAs(Money.ZERO);
	}

	@Test
	void aShareIsShownToSixPlacesAndKeptExactly() {
		Money third = Money.of("1000").sharedBy(3);
		assertThat(third.shown()).isEqualTo("333.333333");
		assertThat(third).isNotEqualTo(Money.of("333.333333"));
	}

	@Test
	void limitsAndLinesAreExact() {
		assertThat(Money.of("80.00").atMost(Money.of("70.00"))).isEqualTo(Money.of("70"));
		assertThat(Money.of("0.01").atLeast(Money.of("10.00"))).isEqualTo(Money.of("10"));
		assertThat(Money.of("300.00").above(Money.of("300.00"))).isEqualTo(Money.ZERO);
		assertThat(Money.of("299").above(Money.of("300"))).isEqualTo(Money.ZERO);
		assertThat(Money.of("300.01").above(Money.of("300"))).isEqualTo(Money.of("0.01"));
		assertThat(Money.of("0.00").isPositive()).isFalse();
		assertThat(Money.of("0.01").isPositive()).isTrue();
	}

	@Test
	void nobodySharesWithNobody() {
		assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.of("100").sharedBy(0));
	}

	@Test
	void aShareOfAShareStaysExact() {
		Money amount = Money.of("485.00").times(Ratio.percent("15"));
		assertThat(amount).isEqualTo(Money.of("72.75"));
		assertThat(Money.of("450.00").times(Ratio.percent("35"))).isEqualTo(Money.of("157.50"));
		assertThat(Money.of("0.01").times(Ratio.percent("30"))).isEqualTo(Money.of(new BigDecimal("0.003")));
	}

	private static BigDecimal fen(Money exact) {
		return exact.rounded(2, RoundingMode.HALF_UP);
	}

}
