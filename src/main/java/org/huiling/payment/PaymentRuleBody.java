package org.huiling.payment;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Set;

import org.huiling.input.Codes;
import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.huiling.payment.DeathRule.OnDeath;
import tools.jackson.databind.JsonNode;

/**
 * A payment rule as it is set.
 *
 * @param rule the rule
 * @param death what becomes of what a dead person owes
 * @param arrearsFlagMonths arrears for periods more than so many months back are looked
 * at before they are paid
 * @param basis the provision that says so
 */
record PaymentRuleBody(PaymentRule rule, DeathRule death, int arrearsFlagMonths, String basis) {

	private static final Set<String> NAMES = Set.of("from", "frequency", "timing", "payDay", "arrearsMonths",
			"tolerance", "recoveryShare", "dueDays", "lifeCheckMonths", "arrearsFlagMonths", "onDeath", "writeOffLimit",
			"basis");

	/** The model district's own assumption. */
	private static final int ARREARS_FLAG_MONTHS = 6;

	private static final Codes<Frequency> FREQUENCIES = Codes.of(Frequency.class);

	private static final Codes<Timing> TIMINGS = Codes.of(Timing.class);

	private static final Codes<OnDeath> ON_DEATH = Codes.of(OnDeath.class);

	private static final int LONGEST_BASIS = 500;

	private static final int MOST_MONTHS = 1200;

	private static final int MOST_DAYS = 3650;

	private static final int LAST_DAY = 31;

	/** How often is paid. */
	enum Frequency {

		MONTHLY, QUARTERLY

	}

	/** When a month is paid: before it begins, or in it. */
	enum Timing {

		ADVANCE, ARREARS

	}

	/**
	 * Reads a rule.
	 * @throws org.huiling.problem.InvalidInput 400 naming each field that cannot be read
	 */
	static PaymentRuleBody read(JsonNode body) {
		InputErrors errors = new InputErrors();
		JsonFields fields = JsonFields.of(body, NAMES, errors);
		YearMonth from = Months.required(fields, "from");
		Frequency frequency = fields.required("frequency", (name) -> fields.code(name, FREQUENCIES));
		Timing timing = fields.required("timing", (name) -> fields.code(name, TIMINGS));
		Integer payDay = fields.required("payDay", (name) -> fields.whole(name, 1, LAST_DAY));
		Integer arrearsMonths = fields.whole("arrearsMonths", 0, MOST_MONTHS);
		BigDecimal tolerance = fields.required("tolerance", fields::money);
		BigDecimal share = fields.required("recoveryShare", fields::money);
		Integer dueDays = fields.required("dueDays", (name) -> fields.whole(name, 0, MOST_DAYS));
		Integer lifeCheck = fields.whole("lifeCheckMonths", 1, MOST_MONTHS);
		Integer flagged = fields.whole("arrearsFlagMonths", 0, MOST_MONTHS);
		DeathRule death = death(fields);
		String basis = fields.required("basis", (name) -> fields.text(name, LONGEST_BASIS));
		if (share != null && share.compareTo(BigDecimal.ONE) > 0) {
			fields.refuse("recoveryShare", RosterFault.NO_SHARE);
		}
		errors.throwIfAny();
		if (from == null || frequency == null || timing == null || payDay == null || tolerance == null || share == null
				|| dueDays == null || basis == null) {
			throw new IllegalStateException("a field is missing and no error");
		}
		return new PaymentRuleBody(
				new PaymentRule(from, frequency == Frequency.QUARTERLY, timing == Timing.ADVANCE, payDay, arrearsMonths,
						tolerance, share, dueDays, lifeCheck),
				death, (flagged != null) ? flagged : ARREARS_FLAG_MONTHS, basis);
	}

	private static DeathRule death(JsonFields fields) {
		OnDeath onDeath = fields.code("onDeath", ON_DEATH);
		BigDecimal limit = fields.money("writeOffLimit");
		if (limit != null && onDeath != OnDeath.WRITE_OFF) {
			fields.refuse("writeOffLimit", RosterFault.NO_WRITE_OFF);
		}
		return new DeathRule((onDeath != null) ? onDeath : OnDeath.ESTATE, limit);
	}

}
