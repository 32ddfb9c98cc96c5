package org.huiling.payment.rule;

import java.math.BigDecimal;
import java.time.YearMonth;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.huiling.input.Checked;
import org.huiling.input.FieldReader;
import org.huiling.input.JsonFields;
import org.huiling.input.ReadBy;
import org.huiling.payment.calculation.PaymentRule;
import org.huiling.payment.roster.RosterFault;
import org.huiling.payment.rule.DeathRule.OnDeath;
import org.jspecify.annotations.Nullable;

/**
 * A payment rule as it is set.
 *
 * @param from the first month paid by it
 * @param frequency how often is paid
 * @param timing when a month is paid
 * @param payDay day of the month
 * @param arrearsMonths how many months back is paid in arrears, null without end
 * @param tolerance differences up to it are left alone, yuan
 * @param recoveryShare the part of a payment that may be set off, 0.00 to 1.00
 * @param dueDays within how many days after the decision is to be paid
 * @param lifeCheckMonths how long a life check holds, null as the versions of policies
 * say
 * @param arrearsFlagMonths arrears for periods more than so many months back are looked
 * at before they are paid
 * @param onDeath what becomes of what a dead person owes
 * @param writeOffLimit up to which it is given up, null without limit; yuan
 * @param basis the provision that says so
 * @param program the program's id that alone is paid by it, null for all that have no
 * rule of their own
 */
@Schema(example = """
		{"from": "2015-04", "frequency": "MONTHLY", "timing": "ARREARS", "payDay": 15, "tolerance": 1.00,
		 "recoveryShare": 0.50, "dueDays": 30, "basis": "办法第九条"}""")
public record PaymentRuleBody(YearMonth from, Frequency frequency, Timing timing, @Min(1) @Max(31) Integer payDay,
		@Min(0) @Max(MOST_MONTHS) @Nullable Integer arrearsMonths, BigDecimal tolerance,
		@ReadBy(Share.class) @DecimalMax("1.00") BigDecimal recoveryShare, @Min(0) @Max(3650) Integer dueDays,
		@Min(1) @Max(MOST_MONTHS) @Nullable Integer lifeCheckMonths,
		@Min(0) @Max(MOST_MONTHS) @Nullable Integer arrearsFlagMonths, @Nullable OnDeath onDeath,
		@Nullable BigDecimal writeOffLimit, @Size(max = 500) String basis,
		@Size(max = 64) @Nullable String program) implements Checked {

	private static final int MOST_MONTHS = 1200;

	/** The model district's own assumption. */
	private static final int ARREARS_FLAG_MONTHS = 6;

	/** How often is paid. */
	public enum Frequency {

		MONTHLY, QUARTERLY

	}

	/** When a month is paid: before it begins, or in it. */
	public enum Timing {

		ADVANCE, ARREARS

	}

	/** A part of a whole. */
	static final class Share implements FieldReader<BigDecimal> {

		@Override
		public @Nullable BigDecimal read(JsonFields fields, String name) {
			BigDecimal share = fields.money(name);
			if (share == null || share.compareTo(BigDecimal.ONE) <= 0) {
				return share;
			}
			fields.refuse(name, RosterFault.NO_SHARE);
			return null;
		}

	}

	@Override
	public void check(JsonFields fields) {
		if (this.writeOffLimit != null && this.onDeath != OnDeath.WRITE_OFF) {
			fields.refuse("writeOffLimit", RosterFault.NO_WRITE_OFF);
		}
	}

	PaymentRule rule() {
		return new PaymentRule(this.from, this.frequency == Frequency.QUARTERLY, this.timing == Timing.ADVANCE,
				this.payDay, this.arrearsMonths, this.tolerance, this.recoveryShare, this.dueDays,
				this.lifeCheckMonths);
	}

	DeathRule death() {
		return new DeathRule((this.onDeath != null) ? this.onDeath : OnDeath.ESTATE, this.writeOffLimit);
	}

	int flagged() {
		return (this.arrearsFlagMonths != null) ? this.arrearsFlagMonths : ARREARS_FLAG_MONTHS;
	}

}
