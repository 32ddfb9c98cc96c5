package org.huiling.applicant.register.lookup;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.applicant.RegisterFault;
import org.huiling.input.ReasonBody;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to see of a person that is otherwise masked, and why.
 *
 * @param fields what is shown whole
 * @param reason why, null if they do not say
 */
public record Reveal(Set<String> fields, @Nullable String reason) {

	/** Everything stays masked. */
	public static final Reveal NOTHING = new Reveal(Set.of(), null);

	/** What may be revealed. */
	private static final Set<String> REVEALABLE = Set.of(Masking.RESIDENT_ID, Masking.ACCOUNT);

	public Reveal {
		fields = Set.copyOf(fields);
	}

	/**
	 * Reads what is asked.
	 * @throws InvalidInput 400 if it may not be revealed, or has no reason
	 */
	public static Reveal of(Set<String> fields, @Nullable String reason) {
		if (fields.isEmpty()) {
			return NOTHING;
		}
		if (!REVEALABLE.containsAll(fields)) {
			throw RegisterFault.NOT_REVEALED.refusal(400, "reveal", "residentId, payee.account");
		}
		String why = (reason != null) ? reason.strip() : "";
		if (why.isEmpty() && fields.contains(Masking.RESIDENT_ID)) {
			throw RegisterFault.NO_REVEAL_REASON.refusal(400, "reason");
		}
		if (why.length() > ReasonBody.LONGEST) {
			throw new InvalidInput(400, List.of(FieldError.of("reason", "TOO_LONG", ReasonBody.LONGEST)));
		}
		return new Reveal(fields, why.isEmpty() ? null : why);
	}

	boolean isNothing() {
		return this.fields.isEmpty();
	}

	/** For the trail. */
	Map<String, Object> details() {
		if (isNothing()) {
			return Map.of();
		}
		Set<String> revealed = new TreeSet<>(this.fields);
		return (this.reason != null) ? Map.of("revealed", revealed, "reason", this.reason)
				: Map.of("revealed", revealed);
	}

}
