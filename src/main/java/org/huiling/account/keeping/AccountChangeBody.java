package org.huiling.account.keeping;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.huiling.account.RegionScope;
import org.huiling.account.Role;
import org.huiling.account.keeping.AccountFields.NewPassword;
import org.huiling.account.keeping.AccountFields.Prefixes;
import org.huiling.account.keeping.AccountFields.Roles;
import org.huiling.input.ReadBy;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed of an account; null leaves a field as it is.
 *
 * @param displayName how others call them
 * @param roles what they may do
 * @param regions prefixes of region codes; the empty one is everywhere
 * @param enabled whether they may sign in
 * @param password another one, as typed, to be changed at the next sign-in
 */
@Schema(example = "{\"regions\": [\"379901\", \"379902\"], \"enabled\": false}")
public record AccountChangeBody(@Size(max = AccountFields.LONGEST_NAME) @Nullable String displayName,
		@ReadBy(Roles.class) @Nullable List<Role> roles, @ReadBy(Prefixes.class) @Nullable List<String> regions,
		@Nullable Boolean enabled, @ReadBy(NewPassword.class) @Nullable String password) {

	AccountChange change() {
		return new AccountChange(this.displayName, (this.roles != null) ? set(this.roles) : null,
				(this.regions != null) ? new RegionScope(this.regions) : null, this.enabled, this.password);
	}

	private static Set<Role> set(List<Role> roles) {
		Set<Role> set = EnumSet.noneOf(Role.class);
		set.addAll(roles);
		return set;
	}

	/** Without the password. */
	@Override
	public String toString() {
		return "AccountChangeBody";
	}

}
