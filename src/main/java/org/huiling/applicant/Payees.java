package org.huiling.applicant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** 收款人: the people on file as those who pay them need them, whoever asks. */
public interface Payees {

	/**
	 * What is needed to pay some people. Whoever reads it notes it in the audit trail.
	 * @param ids their ids
	 * @param knownAt from {@link org.huiling.storage.RecordedTime#settled()}, or earlier
	 * @param day the day whose facts count
	 * @return by id; without those who were not known then or are erased
	 */
	Map<UUID, Payee> known(Collection<UUID> ids, Instant knownAt, LocalDate day);

	/**
	 * A person who is paid.
	 *
	 * @param fileNumber of the person's file
	 * @param name the person's own
	 * @param residentId masked
	 * @param kind such as {@code BANK}
	 * @param bank which
	 * @param account its number, whole, in the form in which accounts are compared
	 * @param holder whose it is
	 * @param deathDate when they died, null if they did not
	 * @param lifeCheckPassed when they last passed a life check, null if unknown
	 * @param birthDate the person's own
	 * @param doubtfulClaims by the list that programs go over and the id of a claim in
	 * it, {@code SAME_STAY} if it may be another one under a second number,
	 * {@code STAYS_OVERLAP} if its stay overlaps another one
	 */
	record Payee(String fileNumber, @Nullable String name, @Nullable String residentId, @Nullable String kind,
			@Nullable String bank, @Nullable String account, @Nullable String holder, @Nullable LocalDate deathDate,
			@Nullable LocalDate lifeCheckPassed, @Nullable LocalDate birthDate,
			Map<String, Map<String, String>> doubtfulClaims) {

		public Payee {
			doubtfulClaims = Map.copyOf(doubtfulClaims);
		}

		/**
		 * What is doubtful of a claim.
		 * @param list the list that its program goes over
		 * @param claim its id there
		 * @return the code, null if nothing is
		 */
		public @Nullable String doubt(String list, String claim) {
			return this.doubtfulClaims.getOrDefault(list, Map.of()).get(claim);
		}

		private static final int SHOWN_DIGITS = 4;

		/**
		 * The account as anybody may see it who may see the person.
		 * @return such as {@code ********1234}; null if there is none
		 */
		public @Nullable String maskedAccount() {
			if (this.account == null) {
				return null;
			}
			int shown = Math.min(SHOWN_DIGITS, this.account.length() / 2);
			return "*".repeat(8) + this.account.substring(this.account.length() - shown);
		}

		/** Without what is known. */
		@Override
		public String toString() {
			return "payee";
		}

	}

}
