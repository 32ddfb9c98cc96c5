package org.huiling.payment.roster;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.UUID;
import java.util.function.Function;

import javax.sql.DataSource;

import org.huiling.applicant.Payees.Payee;
import org.huiling.applicant.identity.PersonNames;
import org.huiling.payment.calculation.NewLine;
import org.huiling.payment.calculation.OpenItem;
import org.huiling.payment.calculation.PayingRules;
import org.huiling.payment.calculation.PaymentItem;
import org.huiling.payment.calculation.RosterCalculation;
import org.huiling.payment.roster.Roster.Totals;
import org.huiling.protection.LookupHash;
import org.huiling.storage.BinaryCopy;
import org.jspecify.annotations.Nullable;

/** Writes the lines of one roster, block by block, and adds them up. */
final class LineWriter implements LineConsumer {

	private static final BigDecimal NOTHING = new BigDecimal("0.00");

	private final UUID roster;

	private final YearMonth month;

	private final PayingRules rules;

	/** The list that a program goes over. */
	private final Function<String, String> lists;

	private final DataSource dataSource;

	private final LookupHash hash;

	private final MessageDigest digest;

	private BinaryCopy lines = lineRows();

	private BinaryCopy open = openRows();

	private BinaryCopy lapses = lapseRows();

	private BinaryCopy payees = payeeRows();

	private BinaryCopy flags = flagRows();

	private int line;

	private int openItem;

	private BigDecimal total = NOTHING;

	private BigDecimal arrears = NOTHING;

	private BigDecimal recoveries = NOTHING;

	LineWriter(UUID roster, YearMonth month, PayingRules rules, Function<String, String> lists, DataSource dataSource,
			LookupHash hash) {
		this.lists = lists;
		this.roster = roster;
		this.month = month;
		this.rules = rules;
		this.dataSource = dataSource;
		this.hash = hash;
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void write(UUID person, @Nullable Payee payee, RosterCalculation.Result result) {
		result.lines().forEach((one) -> line(person, one));
		result.open().forEach((one) -> open(person, one));
		result.lapsed()
			.forEach((one) -> this.lapses.row().uuid(this.roster).uuid(one.settlement()).numeric(one.amount()));
		if (!result.lines().isEmpty()) {
			payee(person, payee);
			PayeeFlags.of(payee, result, this.month, this.lists)
				.forEach((code) -> this.flags.row().uuid(this.roster).text(code).uuid(person).number(1));
		}
	}

	@Override
	public void send() {
		this.lines.send(this.dataSource);
		this.open.send(this.dataSource);
		this.lapses.send(this.dataSource);
		this.payees.send(this.dataSource);
		this.flags.send(this.dataSource);
		this.lines = lineRows();
		this.open = openRows();
		this.lapses = lapseRows();
		this.payees = payeeRows();
		this.flags = flagRows();
	}

	Totals totals() {
		return new Totals(this.line, this.total, this.arrears, this.recoveries);
	}

	/** Takes what further lines say. */
	MessageDigest digesting() {
		return this.digest;
	}

	/** SHA-256 over what every line says, in order. */
	byte[] digest() {
		return this.digest.digest();
	}

	private void line(UUID person, NewLine one) {
		this.line++;
		PaymentItem item = one.item();
		this.total = this.total.add(one.amount());
		switch (one.kind()) {
			case ARREARS, RETRY -> this.arrears = this.arrears.add(one.amount());
			case RECOVERY -> this.recoveries = this.recoveries.add(one.amount());
			case REGULAR -> {
			}
		}
		this.digest.update((this.line + "|" + person + "|" + item.program() + "|" + item.period() + "|" + item.claim()
				+ "|" + one.kind() + "|" + one.amount().toPlainString() + "|" + one.paidTo() + "|" + one.decision()
				+ (isOnRostersDay(one) ? "" : "|" + one.payDay()) + "\n")
			.getBytes(StandardCharsets.UTF_8));
		this.lines.row()
			.uuid(this.roster)
			.integer(this.line)
			.uuid(person)
			.text(item.program())
			.text(item.period())
			.text(item.claim())
			.text(one.kind().name())
			.numeric(one.amount())
			.text(one.paidTo().name())
			.uuid(one.decision())
			.text(one.version())
			.text((one.because() != null) ? one.because().name() : null);
		if (isOnRostersDay(one)) {
			this.lines.bytes(null);
		}
		else {
			this.lines.date(one.payDay());
		}
	}

	/** A day of its own is kept only where it is another one. */
	private boolean isOnRostersDay(NewLine one) {
		return one.payDay().equals(this.rules.payDay(this.month));
	}

	private void open(UUID person, OpenItem one) {
		this.open.row()
			.uuid(this.roster)
			.integer(++this.openItem)
			.uuid(person)
			.text(one.item().program())
			.text(one.item().period())
			.text(one.item().claim())
			.numeric(one.amount())
			.text(one.paidTo().name())
			.text(one.reason().name())
			.uuid(one.decision());
		if (one.amount().signum() < 0) {
			this.open.date(this.rules.due(one.item().program(), this.month));
		}
		else {
			this.open.bytes(null);
		}
	}

	private void payee(UUID person, @Nullable Payee payee) {
		String account = (payee != null) ? payee.account() : null;
		String holder = (payee != null) ? payee.holder() : null;
		this.payees.row()
			.uuid(this.roster)
			.uuid(person)
			.bytes((account != null) ? this.hash.of("payee account", account) : null)
			.bytes((account != null && holder != null) ? this.hash.of("payee", PersonNames.key(holder) + "\n" + account)
					: null)
			.bytes(truth(payee != null && payee.lifeCheckPassed() != null))
			.bytes(truth(payee != null && payee.residentId() != null))
			.bytes((payee != null) ? person(payee) : null);
	}

	/** By which two files of one person are found, one of them without a resident id. */
	private byte @Nullable [] person(Payee payee) {
		return (payee.name() != null && payee.birthDate() != null)
				? this.hash.of("payment person", PersonNames.key(payee.name()) + "\n" + payee.birthDate()) : null;
	}

	private static byte[] truth(boolean holds) {
		return new byte[] { (byte) (holds ? 1 : 0) };
	}

	private static BinaryCopy lineRows() {
		return new BinaryCopy("payment_line (roster, number, applicant, program, period, claim, kind, amount, paid_to,"
				+ " decision, version, because, pay_day)", 13);
	}

	private static BinaryCopy openRows() {
		return new BinaryCopy(
				"payment_open (roster, number, applicant, program, period, claim, amount, paid_to, reason, decision,"
						+ " due)",
				11);
	}

	private static BinaryCopy lapseRows() {
		return new BinaryCopy("payment_write_off_lapse (roster, settlement, amount)", 3);
	}

	private static BinaryCopy payeeRows() {
		return new BinaryCopy(
				"payment_payee (roster, applicant, account_hash, payee_hash, life_check_known, resident_id_known,"
						+ " person_hash)",
				7);
	}

	private static BinaryCopy flagRows() {
		return new BinaryCopy("payment_flag (roster, code, applicant, people)", 4);
	}

}
