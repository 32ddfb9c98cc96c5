package org.huiling.applicant.identity;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Whether an account is held by whoever is paid into it. */
public final class AccountHolder {

	/**
	 * Kinds of payees who are recorded as somebody else on purpose: whoever draws the
	 * money for the person, their guardian, the home that keeps them.
	 */
	private static final Set<String> OTHERS = Set.of("AGENT", "GUARDIAN", "INSTITUTION", "代领人", "代领", "监护人", "供养机构",
			"机构");

	private AccountHolder() {
	}

	/**
	 * Whether the holder is somebody else than the person, and nothing on file says that
	 * this is meant.
	 * @param kind of the payee, such as {@code BANK} or {@code AGENT}
	 * @param holder whose account it is
	 * @param name the person's
	 * @return false also where one of the names is unknown
	 */
	public static boolean differs(@Nullable String kind, @Nullable String holder, @Nullable String name) {
		return holder != null && name != null && !holder.equals(name)
				&& !(kind != null && OTHERS.contains(kind.strip().toUpperCase(Locale.ROOT)))
				&& !PersonNames.key(holder).equals(PersonNames.key(name));
	}

}
