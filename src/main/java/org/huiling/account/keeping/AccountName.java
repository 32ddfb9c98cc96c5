package org.huiling.account.keeping;

import java.util.Set;
import java.util.regex.Pattern;

import org.huiling.audit.AuditTrail;
import org.huiling.input.FieldReader;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;

/** What accounts may be called. */
public final class AccountName implements FieldReader<String> {

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{0,31}");

	/** Nobody is called so: the service itself, and whoever asks who they are. */
	public static final Set<String> RESERVED = Set.of("me", AuditTrail.SYSTEM, "anonymous", "anonymoususer");

	/** Whether an account may have a name. */
	static boolean isName(String text) {
		return NAME.matcher(text).matches();
	}

	@Override
	public @Nullable String read(JsonFields fields, String field) {
		String name = fields.string(field);
		if (name != null && (!isName(name) || RESERVED.contains(name))) {
			fields.refuse(field, AccountFault.ACCOUNT_NAME);
			return null;
		}
		return name;
	}

}
