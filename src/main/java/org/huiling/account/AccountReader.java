package org.huiling.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.huiling.audit.AuditTrail;
import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads accounts, changes of them and passwords from JSON. */
final class AccountReader {

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{0,31}");

	/** Nobody is called so: the service itself, and whoever asks who they are. */
	static final Set<String> RESERVED = Set.of("me", AuditTrail.SYSTEM, "anonymous", "anonymoususer");

	private static final Set<String> CHANGE = Set.of("displayName", "roles", "regions", "enabled", "password");

	private static final Set<String> ACCOUNT = Set.of("name", "displayName", "roles", "regions", "enabled", "password");

	private static final int LONGEST_NAME = 100;

	private static final int MOST_REGIONS = 100;

	private final InputErrors errors = new InputErrors();

	private final JsonFields fields;

	private AccountReader(JsonNode body, Set<String> names) {
		this.fields = JsonFields.of(body, names, this.errors);
	}

	/**
	 * An account to be made.
	 *
	 * @param name the account's name
	 * @param content all its fields, the password as typed
	 */
	record NewAccount(String name, AccountChange content) {
	}

	/**
	 * The old and the new password of somebody.
	 *
	 * @param old as typed
	 * @param next as typed
	 */
	record PasswordChange(String old, String next) {

		/** Without either. */
		@Override
		public String toString() {
			return "PasswordChange";
		}

	}

	/**
	 * Reads an account to be made.
	 * @param body all fields but {@code regions} and {@code enabled} are required
	 * @return the account
	 */
	static NewAccount account(JsonNode body) {
		AccountReader reader = new AccountReader(body, ACCOUNT);
		String name = reader.fields.required("name", reader::name);
		for (String field : List.of("displayName", "roles", "password")) {
			reader.fields.required(field, (given) -> given);
		}
		AccountChange content = reader.content((name != null) ? name : "");
		reader.errors.throwIfAny();
		return new NewAccount(java.util.Objects.requireNonNull(name), content);
	}

	/**
	 * Reads a change.
	 * @param body the fields to be changed
	 * @param name the account's name
	 * @return the change
	 */
	static AccountChange change(JsonNode body, String name) {
		AccountReader reader = new AccountReader(body, CHANGE);
		AccountChange change = reader.content(name);
		reader.errors.throwIfAny();
		return change;
	}

	/**
	 * Reads an old and a new password.
	 * @param body both
	 * @param name the account's name
	 * @return both
	 */
	static PasswordChange passwords(JsonNode body, String name) {
		AccountReader reader = new AccountReader(body, Set.of("old", "new"));
		String old = reader.fields.required("old", reader.fields::string);
		String next = reader.fields.required("new", (field) -> reader.password(field, name));
		reader.errors.throwIfAny();
		return new PasswordChange(java.util.Objects.requireNonNull(old), java.util.Objects.requireNonNull(next));
	}

	static void refuse(String field, AccountFault fault) {
		InputErrors errors = new InputErrors();
		errors.add(field, fault);
		errors.throwIfAny();
	}

	private AccountChange content(String name) {
		List<Role> roles = this.fields.values("roles", Role.values().length, this::role);
		List<String> prefixes = this.fields.values("regions", MOST_REGIONS, this::prefix);
		return new AccountChange(this.fields.text("displayName", LONGEST_NAME), (roles != null) ? set(roles) : null,
				(prefixes != null) ? new Regions(prefixes) : null, this.fields.bool("enabled"),
				password("password", name));
	}

	private static Set<Role> set(List<Role> roles) {
		Set<Role> set = EnumSet.noneOf(Role.class);
		set.addAll(roles);
		return set;
	}

	/** Whether an account may have a name. */
	static boolean isName(String text) {
		return NAME.matcher(text).matches();
	}

	private @Nullable String name(String field) {
		String name = this.fields.string(field);
		if (name != null && (!isName(name) || RESERVED.contains(name))) {
			this.fields.refuse(field, AccountFault.ACCOUNT_NAME);
			return null;
		}
		return name;
	}

	private @Nullable Role role(String field, String text) {
		Role role = Stream.of(Role.values()).filter((each) -> each.name().equals(text)).findFirst().orElse(null);
		if (role == null) {
			this.fields.refuse(field, AccountFault.UNKNOWN_ROLE, List.of(Role.values()).toString());
		}
		return role;
	}

	private @Nullable String prefix(String field, String text) {
		if (!Regions.isPrefix(text)) {
			this.fields.refuse(field, AccountFault.REGION_PREFIX);
			return null;
		}
		return text;
	}

	private @Nullable String password(String field, String name) {
		String password = this.fields.string(field);
		if (password != null) {
			Passwords.fault(password, name).ifPresent((fault) -> this.fields.refuse(field, fault, Passwords.SHORTEST));
		}
		return password;
	}

}
