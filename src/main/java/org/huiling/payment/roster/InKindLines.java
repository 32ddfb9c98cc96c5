package org.huiling.payment.roster;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.Payees;
import org.huiling.engine.InKind;
import org.huiling.payment.calculation.BalanceReader.Ledger;
import org.huiling.payment.calculation.InKindLedgers;
import org.huiling.payment.calculation.NewLine;
import org.huiling.payment.calculation.PaidPrograms;
import org.huiling.payment.calculation.PayingRules;
import org.huiling.payment.calculation.PaymentItem;
import org.huiling.payment.calculation.PersonBalance;
import org.huiling.payment.calculation.RosterCalculation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists on a roster what is granted in kind: what was not listed yet, and what was too
 * much.
 */
@Component
class InKindLines {

	private final JdbcClient jdbc;

	private final InKindLedgers ledgers;

	private final Payees payees;

	private final PaidElsewhere elsewhere;

	InKindLines(JdbcClient jdbc, InKindLedgers ledgers, Payees payees, PaidElsewhere elsewhere) {
		this.jdbc = jdbc;
		this.ledgers = ledgers;
		this.payees = payees;
		this.elsewhere = elsewhere;
	}

	/**
	 * What is listed, and how.
	 *
	 * @param roster its id
	 * @param jurisdiction whose
	 * @param month the roster's
	 * @param rules how the jurisdiction pays
	 * @param knownAt decisions and people are those known then
	 * @param programs what the policies say about paying
	 */
	record Order(UUID roster, String jurisdiction, YearMonth month, PayingRules rules, Instant knownAt,
			PaidPrograms programs) {
	}

	/**
	 * Writes them while the roster is open.
	 * @param order what is listed
	 * @param digest takes every line, in order
	 */
	void write(Order order, MessageDigest digest) {
		int[] number = { 0 };
		LocalDate day = RosterMaker.day(order.knownAt());
		this.ledgers.read(order.jurisdiction(), order.knownAt(), (thing, ledger) -> {
			for (NewLine line : lines(order, ledger, thing, day)) {
				write(order, ++number[0], ledger.person(), thing, line, digest);
			}
		});
	}

	/** What another jurisdiction lists is not listed again. */
	private List<NewLine> lines(Order order, Ledger ledger, InKind thing, LocalDate day) {
		PersonBalance balance = PersonBalance.of(ledger,
				this.payees.known(List.of(ledger.person()), order.knownAt(), day).get(ledger.person()));
		List<NewLine> lines = calculated(order, balance);
		Set<PaymentItem> listed = this.elsewhere.inKind(order.jurisdiction(), ledger.person(), thing.what().zh(),
				lines.stream().filter((line) -> line.amount().signum() > 0).map(NewLine::item).toList());
		return listed.isEmpty() ? lines : calculated(order, balance.paidElsewhere(listed));
	}

	private static List<NewLine> calculated(Order order, PersonBalance balance) {
		return RosterCalculation.of(balance, order.rules(), order.month(), order.programs()).lines();
	}

	private void write(Order order, int number, UUID person, InKind thing, NewLine line, MessageDigest digest) {
		int quantity = line.amount().intValueExact();
		this.jdbc
			.sql("insert into payment_in_kind (roster, number, applicant, program, period, claim, kind, what, what_en,"
					+ " unit, quantity, paid_to, decision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.param(order.roster())
			.param(number)
			.param(person)
			.param(line.item().program())
			.param(line.item().period())
			.param(line.item().claim())
			.param(line.kind().name())
			.param(thing.what().zh())
			.param(thing.what().en())
			.param(thing.unit())
			.param(quantity)
			.param(line.paidTo().name())
			.param(line.decision())
			.update();
		digest.update(("in kind|" + number + "|" + person + "|" + line.item().program() + "|" + line.item().period()
				+ "|" + line.item().claim() + "|" + line.kind() + "|" + thing.what().zh() + "|" + quantity + "|"
				+ thing.unit() + "|" + line.paidTo() + "|" + line.decision() + "\n")
			.getBytes(StandardCharsets.UTF_8));
	}

}
