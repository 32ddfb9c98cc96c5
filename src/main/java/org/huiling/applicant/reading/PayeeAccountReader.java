package org.huiling.applicant.reading;

import org.huiling.applicant.identity.AccountNumber;
import org.huiling.applicant.identity.RecordFault;
import org.huiling.input.JsonFields;
import org.huiling.input.ShapeFault;
import org.jspecify.annotations.Nullable;

/**
 * Reads where a person's money goes. What is typed now must be an account that a bank can
 * be told; what is on file from before that was asked for stays as it is, with a warning.
 * Messages never repeat it.
 */
final class PayeeAccountReader {

	private static final String ACCOUNT = "account";

	private static final int LONGEST = 64;

	private final JsonFields fields;

	private final boolean onFile;

	private final Warnings warnings;

	PayeeAccountReader(JsonFields fields, boolean onFile, Warnings warnings) {
		this.fields = fields;
		this.onFile = onFile;
		this.warnings = warnings;
	}

	@Nullable String account() {
		String text = this.onFile ? this.fields.text(ACCOUNT, LONGEST) : this.fields.string(ACCOUNT);
		if (text == null || isNone(text)) {
			return null;
		}
		String normal = AccountNumber.normalise(text);
		RecordFault fault = AccountNumber.fault(normal);
		if (fault == null) {
			warnOfCheckDigit(normal);
			return normal;
		}
		if (this.onFile) {
			this.warnings.add(RecordWarning.Kind.ACCOUNT_UNUSABLE, this.fields.path(ACCOUNT), AccountNumber.SHORTEST,
					AccountNumber.LONGEST);
			return text;
		}
		this.fields.refuse(ACCOUNT, fault, AccountNumber.SHORTEST, AccountNumber.LONGEST);
		return null;
	}

	/** Whether there is nothing, which is said, or too much of it. */
	private boolean isNone(String text) {
		if (text.isBlank()) {
			this.fields.refuse(ACCOUNT, ShapeFault.BLANK);
		}
		else if (text.length() > LONGEST) {
			this.fields.refuse(ACCOUNT, ShapeFault.TOO_LONG, LONGEST);
		}
		return text.isBlank() || text.length() > LONGEST;
	}

	private void warnOfCheckDigit(String account) {
		if (AccountNumber.hasWrongCheckDigit(account)) {
			this.warnings.add(RecordWarning.Kind.ACCOUNT_CHECK_DIGIT, this.fields.path(ACCOUNT),
					AccountNumber.isCutByASpreadsheet(account) ? 1 : 0);
		}
	}

}
