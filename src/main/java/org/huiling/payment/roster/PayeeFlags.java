package org.huiling.payment.roster;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.huiling.applicant.Payees.Payee;
import org.huiling.applicant.identity.AccountHolder;
import org.huiling.applicant.identity.AccountNumber;
import org.huiling.applicant.identity.DoubtfulBirth;
import org.huiling.payment.calculation.NewLine;
import org.huiling.payment.calculation.RosterCalculation;
import org.jspecify.annotations.Nullable;

/**
 * What somebody should look at before one person is paid. What is found only beside
 * others, the database finds when all lines are in: {@code sum_up_roster} and its
 * {@code flag_…} functions in {@code db/migration}.
 */
final class PayeeFlags {

	/** An age of which few people in the country are. */
	private static final int OLD = 110;

	private PayeeFlags() {
	}

	/** The codes, for whoever has a line; each program goes over a list. */
	static Set<String> of(@Nullable Payee payee, RosterCalculation.Result result, YearMonth month,
			Function<String, String> lists) {
		Set<String> codes = new TreeSet<>();
		if (payee == null) {
			return codes;
		}
		if (isBornDoubtfully(payee, month)) {
			codes.add("BIRTH_DOUBTFUL");
		}
		for (NewLine line : result.lines()) {
			String claim = line.item().claim();
			String doubt = (claim != null && line.amount().signum() > 0)
					? payee.doubt(lists.apply(line.item().program()), claim) : null;
			if (doubt != null) {
				codes.add(doubt);
			}
			if (line.paidTo().isOwn() && payee.account() != null) {
				ofAccount(payee, payee.account(), codes);
			}
		}
		return codes;
	}

	private static void ofAccount(Payee payee, String account, Set<String> codes) {
		if (!AccountNumber.isUsable(account)) {
			codes.add("ACCOUNT_UNUSABLE");
		}
		else if (AccountNumber.hasWrongCheckDigit(AccountNumber.onFile(account))) {
			codes.add("ACCOUNT_CHECK_DIGIT");
		}
		if (AccountHolder.differs(payee.kind(), payee.holder(), payee.name())) {
			codes.add("HOLDER_DIFFERS");
		}
	}

	private static boolean isBornDoubtfully(Payee payee, YearMonth month) {
		LocalDate birth = payee.birthDate();
		if (birth == null) {
			return false;
		}
		LocalDate last = month.atEndOfMonth();
		LocalDate death = payee.deathDate();
		return (payee.residentId() == null && DoubtfulBirth.isPlaceholder(birth))
				|| DoubtfulBirth.isOlder(birth, (death != null && death.isBefore(last)) ? death : last, OLD);
	}

}
