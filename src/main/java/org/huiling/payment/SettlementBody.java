package org.huiling.payment;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;

import org.huiling.input.Codes;
import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is settled by hand of what somebody owes back.
 *
 * @param jurisdiction whose money it is
 * @param applicant the person
 * @param item what was paid too much
 * @param kind how it is settled
 * @param amount how much of it, positive
 * @param fault whose fault it was, null where nobody says
 * @param reason why, for the record
 */
record SettlementBody(String jurisdiction, UUID applicant, Item item, Kind kind, BigDecimal amount,
		@Nullable SettlementFault fault, String reason) {

	private static final Set<String> NAMES = Set.of("jurisdiction", "applicantId", "program", "period", "claim", "kind",
			"amount", "fault", "reason");

	private static final Codes<Kind> KINDS = Codes.of(Kind.class);

	private static final Codes<SettlementFault> FAULTS = Codes.of(SettlementFault.class);

	private static final int LONGEST_ID = 64;

	private static final int LONGEST_REASON = 1000;

	/** How it is settled. */
	enum Kind {

		/** Paid back, by the person or out of the estate. */
		COLLECTED,

		/** Given up. */
		WRITTEN_OFF

	}

	/**
	 * Reads what is settled.
	 * @throws org.huiling.problem.InvalidInput 400 naming each field that cannot be read
	 */
	static SettlementBody read(JsonNode body) {
		InputErrors errors = new InputErrors();
		JsonFields fields = JsonFields.of(body, NAMES, errors);
		String jurisdiction = fields.required("jurisdiction", (name) -> fields.text(name, LONGEST_ID));
		UUID applicant = applicant(fields);
		String program = fields.required("program", (name) -> fields.text(name, LONGEST_ID));
		String period = fields.required("period", (name) -> period(fields, name));
		String claim = fields.text("claim", LONGEST_ID);
		Kind kind = fields.required("kind", (name) -> fields.code(name, KINDS));
		BigDecimal amount = fields.required("amount", fields::money);
		SettlementFault fault = fields.code("fault", FAULTS);
		String reason = fields.required("reason", (name) -> fields.text(name, LONGEST_REASON));
		if (amount != null && amount.signum() == 0) {
			fields.refuse("amount", RosterFault.NOTHING_OWED, "0.00");
		}
		errors.throwIfAny();
		if (jurisdiction == null || applicant == null || program == null || period == null || kind == null
				|| amount == null || reason == null) {
			throw new IllegalStateException("a field is missing and no error");
		}
		return new SettlementBody(jurisdiction, applicant, new Item(period, program, claim), kind, amount, fault,
				reason);
	}

	private static @Nullable UUID applicant(JsonFields fields) {
		String text = fields.required("applicantId", fields::string);
		try {
			return (text != null) ? UUID.fromString(text) : null;
		}
		catch (IllegalArgumentException ex) {
			fields.refuse("applicantId", RosterFault.UNKNOWN_PERSON);
			return null;
		}
	}

	private static @Nullable String period(JsonFields fields, String name) {
		String text = fields.string(name);
		if (text == null || text.matches("[0-9]{4}")) {
			return text;
		}
		YearMonth month = Months.required(fields, name);
		return (month != null) ? month.toString() : null;
	}

}
