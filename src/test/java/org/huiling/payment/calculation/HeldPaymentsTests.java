package org.huiling.payment.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.huiling.payment.calculation.RosterCalculation.Result;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.huiling.payment.calculation.PlainBook.PERSON;
import static org.huiling.payment.calculation.PlainBook.PLAIN;
import static org.huiling.payment.calculation.PlainBook.point;

/** What a roster leaves open of somebody whose payment is held back, and pays later. */
class HeldPaymentsTests {

	private final PlainBook book = new PlainBook();

	@Test
	void aMissedLifeCheckSuspendsAndAPassedOneReleases() {
		this.book.lastPassed = LocalDate.of(2012, 6, 30);
		this.book.decide("oaa", "2013-06", "100.00");
		this.book.pay(this.book.calculate("2013-06", PLAIN));
		for (String month : List.of("2013-07", "2013-08", "2013-09")) {
			Result result = this.book.calculate(month, PLAIN);
			assertThat(result.lines()).isEmpty();
			assertThat(result.open()).isNotEmpty().allMatch((open) -> open.reason() == OpenReason.SUSPENDED);
		}
		this.book.lastPassed = LocalDate.of(2013, 9, 20);
		assertThat(this.book.calculate("2013-10", PLAIN).lines()).extracting(NewLine::kind)
			.containsExactly(LineKind.ARREARS, LineKind.ARREARS, LineKind.ARREARS, LineKind.REGULAR);
	}

	@Test
	void aRuleThatSaysNothingOfLifeChecksLeavesThemToThePolicy() {
		PaymentRule silent = new PaymentRule(PLAIN.from(), false, false, 10, null, BigDecimal.ZERO, BigDecimal.ONE, 30,
				null);
		this.book.lastPassed = LocalDate.of(2012, 11, 30);
		this.book.decide("checked", "2013-05", "100.00");
		this.book.decide("oaa", "2013-05", "30.00");
		Result may = this.book.calculate("2013-05", silent);
		assertThat(may.lines()).as("six months by the policy").hasSize(2);
		this.book.pay(may);
		Result june = this.book.calculate("2013-06", silent);
		assertThat(june.open()).singleElement()
			.satisfies((open) -> assertThat(open.item().program()).isEqualTo("checked"))
			.satisfies((open) -> assertThat(open.reason()).isEqualTo(OpenReason.SUSPENDED));
		assertThat(june.lines()).singleElement()
			.satisfies((line) -> assertThat(line.item().program()).isEqualTo("oaa"));
		assertThat(this.book.calculate("2013-06", PLAIN).open()).as("twelve by the rule").isEmpty();
	}

	@Test
	void aHoldKeepsOpenWhatWasNotPaidAndItsReleasePaysItHoweverFarBack() {
		PaymentRule strict = new PaymentRule(PLAIN.from(), false, false, 10, 1, BigDecimal.ZERO, BigDecimal.ONE, 30,
				12);
		this.book.decide("oaa", "2013-01", "100.00");
		this.book.decide("liv", "2013-01", "50.00");
		this.book.pay(this.book.calculate("2013-01", strict));
		this.book.hold("2013-01", "oaa", HoldCode.NOT_FOUND);
		for (String month : List.of("2013-02", "2013-03", "2013-04", "2013-05")) {
			Result result = this.book.calculate(month, strict);
			assertThat(result.lines()).singleElement()
				.satisfies((line) -> assertThat(line.item().program()).isEqualTo("liv"));
			assertThat(result.open()).isNotEmpty().allMatch((open) -> open.reason() == OpenReason.NOT_FOUND);
			this.book.pay(result);
		}
		this.book.holds.clear();
		Result result = this.book.calculate("2013-06", strict);
		assertThat(result.open()).isEmpty();
		assertThat(result.lines()).filteredOn((line) -> "oaa".equals(line.item().program()))
			.extracting((line) -> line.item().period(), NewLine::kind, NewLine::because)
			.containsExactly(tuple("2013-02", LineKind.ARREARS, ArrearsReason.FOUND_AGAIN),
					tuple("2013-03", LineKind.ARREARS, ArrearsReason.FOUND_AGAIN),
					tuple("2013-04", LineKind.ARREARS, ArrearsReason.FOUND_AGAIN),
					tuple("2013-05", LineKind.ARREARS, ArrearsReason.FOUND_AGAIN),
					tuple("2013-06", LineKind.REGULAR, null));
	}

	@Test
	void aHoldOfEverythingKeepsAFailedTransferAYearAndAClaimOpen() {
		this.book.decide("oaa", "2013-01", "100.00");
		this.book.fail(this.book.calculate("2013-01", PLAIN));
		PaymentItem year = new PaymentItem("2013", "waiver", null);
		PaymentItem claim = new PaymentItem("2013-02", "med", "c1");
		PaymentItem before = new PaymentItem("2012-12", "med", "c0");
		for (PaymentItem one : List.of(year, claim, before)) {
			this.book.points.put(one, point(PERSON, one, "70.00"));
		}
		this.book.hold("2013-01", null, HoldCode.OUT_OF_CONTACT);
		Result held = this.book.calculate("2013-02", PLAIN);
		assertThat(held.lines()).isEmpty();
		assertThat(held.open()).hasSize(5).allMatch((open) -> open.reason() == OpenReason.OUT_OF_CONTACT);
		this.book.pay(held);
		this.book.holds.clear();
		assertThat(this.book.calculate("2013-03", PLAIN).lines())
			.extracting((line) -> line.item().program() + line.item().period(), NewLine::kind, NewLine::because)
			.containsExactlyInAnyOrder(tuple("oaa2013-01", LineKind.RETRY, ArrearsReason.TRANSFER_FAILED),
					tuple("oaa2013-02", LineKind.ARREARS, ArrearsReason.IN_CONTACT_AGAIN),
					tuple("oaa2013-03", LineKind.REGULAR, null),
					tuple("waiver2013", LineKind.ARREARS, ArrearsReason.IN_CONTACT_AGAIN),
					tuple("med2012-12", LineKind.ARREARS, ArrearsReason.IN_CONTACT_AGAIN),
					tuple("med2013-02", LineKind.ARREARS, ArrearsReason.IN_CONTACT_AGAIN));
	}

	@Test
	void aHoldTakesNothingBackAndNothingIsSetOffAgainstWhatItHolds() {
		this.book.decide("oaa", "2013-01", "100.00");
		this.book.pay(this.book.calculate("2013-01", PLAIN));
		this.book.hold("2013-01", null, HoldCode.CHECK_FAILED);
		assertThat(this.book.calculate("2013-01", PLAIN)).isEqualTo(new Result(List.of(), List.of(), List.of()));
		this.book.decide("oaa", "2013-01", "60.00");
		Result result = this.book.calculate("2013-02", PLAIN);
		assertThat(result.lines()).isEmpty();
		assertThat(result.open()).extracting(OpenItem::reason, (open) -> open.amount().toPlainString())
			.containsExactlyInAnyOrder(tuple(OpenReason.CHECK_FAILED, "60.00"), tuple(OpenReason.CAPPED, "-40.00"));
	}

	@Test
	void aQuarterIsHeldFromTheOneInWhichTheHoldBegins() {
		this.book.decide("q", "2013-Q1", "300.00");
		this.book.decide("q", "2013-Q2", "300.00");
		this.book.hold("2013-05", "q", HoldCode.values()[0]);
		assertThat(this.book.calculate("2013-04", PLAIN).lines()).extracting((line) -> line.item().period())
			.containsExactly("2013-Q1");
		assertThat(this.book.calculate("2013-06", PLAIN).lines()).isEmpty();
		assertThat(this.book.calculate("2013-04", PLAIN).open()).extracting((one) -> one.item().period())
			.containsExactly("2013-Q2");
	}

}
