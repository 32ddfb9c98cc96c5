package org.huiling.recalculation.finding;

import java.math.BigDecimal;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.huiling.applicant.ApplicantRegister.ShownPerson;
import org.huiling.decision.store.InKindView;
import org.jspecify.annotations.Nullable;

/**
 * What differs about a person, as it is answered.
 *
 * @param applicantId the person
 * @param fileNumber of the person's file, null if it was erased
 * @param residentId masked, null if it is not known
 * @param jurisdiction whose policies
 * @param program the program's id
 * @param period the month, quarter or year from which it differs
 * @param claim the claim's id, null if none
 * @param before what stood, null if nothing did
 * @param after what is decided now
 * @param difference a period
 * @param adjustment what payment owes or is owed for it, null if nothing was paid yet
 * @param because the code of the reason
 * @param currency what amounts are in, a code of ISO 4217
 */
public record RunChange(UUID applicantId, @Nullable String fileNumber, @Nullable String residentId, String jurisdiction,
		String program, String period, @Nullable String claim, @Nullable Stand before, Stand after,
		BigDecimal difference, @Nullable BigDecimal adjustment, String because, String currency) {

	/**
	 * What stands.
	 *
	 * @param outcome its code
	 * @param amount null where it is granted in kind
	 * @param inKind what is granted in kind, absent where nothing is, or money
	 * @param version of the policy, null if none was in force
	 * @param status as pages say it
	 */
	public record Stand(String outcome, @Nullable BigDecimal amount,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable InKindView inKind, @Nullable String version,
			@JsonIgnore String status) {
	}

	public RunChange of(@Nullable ShownPerson person) {
		return (person != null) ? new RunChange(this.applicantId, person.fileNumber(), person.residentId(),
				this.jurisdiction, this.program, this.period, this.claim, this.before, this.after, this.difference,
				this.adjustment, this.because, this.currency) : this;
	}

}
