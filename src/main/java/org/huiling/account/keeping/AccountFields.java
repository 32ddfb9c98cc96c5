package org.huiling.account.keeping;

import java.util.List;
import java.util.stream.Stream;

import org.huiling.account.RegionScope;
import org.huiling.account.Role;
import org.huiling.account.password.Passwords;
import org.huiling.input.FieldReader;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;

/** How the fields of accounts are read that are not read by their type alone. */
final class AccountFields {

	static final int LONGEST_NAME = 100;

	static final int MOST_REGIONS = 100;

	private AccountFields() {
	}

	/** Roles, each once; none is allowed. */
	static final class Roles implements FieldReader<List<Role>> {

		@Override
		public @Nullable List<Role> read(JsonFields fields, String name) {
			return fields.values(name, Role.values().length, (path, text) -> role(fields, path, text));
		}

		private static @Nullable Role role(JsonFields fields, String path, String text) {
			Role role = Stream.of(Role.values()).filter((each) -> each.name().equals(text)).findFirst().orElse(null);
			if (role == null) {
				fields.refuse(path, AccountFault.UNKNOWN_ROLE, List.of(Role.values()).toString());
			}
			return role;
		}

	}

	/** Prefixes of region codes, each once; none is allowed. */
	static final class Prefixes implements FieldReader<List<String>> {

		@Override
		public @Nullable List<String> read(JsonFields fields, String name) {
			return fields.values(name, MOST_REGIONS, (path, text) -> prefix(fields, path, text));
		}

		private static @Nullable String prefix(JsonFields fields, String path, String text) {
			if (!RegionScope.isPrefix(text)) {
				fields.refuse(path, AccountFault.REGION_PREFIX);
				return null;
			}
			return text;
		}

	}

	/** A password somebody has. */
	static final class Typed implements FieldReader<String> {

		@Override
		public @Nullable String read(JsonFields fields, String name) {
			return fields.string(name);
		}

	}

	/**
	 * A password somebody is to have; whether it is too near to the account's name is
	 * looked at where that is known.
	 */
	static final class NewPassword implements FieldReader<String> {

		@Override
		public @Nullable String read(JsonFields fields, String name) {
			String password = fields.string(name);
			if (password != null) {
				Passwords.fault(password, "").ifPresent((fault) -> fields.refuse(name, fault, Passwords.SHORTEST));
			}
			return password;
		}

	}

}
