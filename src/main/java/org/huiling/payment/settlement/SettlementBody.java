package org.huiling.payment.settlement;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.huiling.input.Checked;
import org.huiling.input.FieldReader;
import org.huiling.input.JsonFields;
import org.huiling.input.ReadBy;
import org.huiling.input.ReasonBody;
import org.huiling.payment.calculation.PaymentItem;
import org.huiling.payment.roster.RosterFault;
import org.jspecify.annotations.Nullable;

/**
 * What is settled by hand of what somebody owes back.
 *
 * @param jurisdiction whose money it is
 * @param applicantId the person
 * @param program the program it was paid by
 * @param period the month, quarter or year it was paid for
 * @param claim the claim it was paid for, null for none
 * @param kind how it is settled
 * @param amount how much of it, positive
 * @param fault whose fault it was, null where nobody says
 * @param reason why, for the record
 */
@Schema(example = """
		{"jurisdiction": "model-district", "applicantId": "0197f3c2-5b1e-7c44-9f7a-3d2b1a0c9e88",
		 "program": "old-age-allowance", "period": "2013-07", "kind": "COLLECTED", "amount": 100.00, "reason": "家属退回"}""")
public record SettlementBody(@Size(max = 64) String jurisdiction, @ReadBy(Person.class) UUID applicantId,
		@Size(max = 64) String program, @ReadBy(PeriodPaid.class) String period, @Size(max = 64) @Nullable String claim,
		Kind kind, BigDecimal amount, @Nullable SettlementFault fault,
		@Size(max = ReasonBody.LONGEST) String reason) implements Checked {

	/** How it is settled. */
	public enum Kind {

		/** Paid back, by the person or out of the estate. */
		COLLECTED,

		/** Given up. */
		WRITTEN_OFF

	}

	/** What was paid too much. */
	public PaymentItem item() {
		return new PaymentItem(this.period, this.program, this.claim);
	}

	@Override
	public void check(JsonFields fields) {
		if (this.amount.signum() == 0) {
			fields.refuse("amount", RosterFault.NOTHING_OWED, "0.00");
		}
	}

	/** Who is on file. */
	public static final class Person implements FieldReader<UUID> {

		@Override
		public @Nullable UUID read(JsonFields fields, String name) {
			String text = fields.string(name);
			try {
				return (text != null) ? UUID.fromString(text) : null;
			}
			catch (IllegalArgumentException ex) {
				fields.refuse(name, RosterFault.UNKNOWN_PERSON);
				return null;
			}
		}

	}

	/** A month, a quarter or a year. */
	static final class PeriodPaid implements FieldReader<String> {

		@Override
		public @Nullable String read(JsonFields fields, String name) {
			String text = fields.string(name);
			if (text == null || text.matches("[0-9]{4}(-Q[1-4])?")) {
				return text;
			}
			YearMonth month = fields.month(name);
			return (month != null) ? month.toString() : null;
		}

	}

}
