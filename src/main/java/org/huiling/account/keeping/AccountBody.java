package org.huiling.account.keeping;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.huiling.account.Role;
import org.huiling.account.keeping.AccountFields.NewPassword;
import org.huiling.account.keeping.AccountFields.Prefixes;
import org.huiling.account.keeping.AccountFields.Roles;
import org.huiling.account.password.Passwords;
import org.huiling.input.Checked;
import org.huiling.input.JsonFields;
import org.huiling.input.ReadBy;
import org.jspecify.annotations.Nullable;

/**
 * An account to be made.
 *
 * @param name how they sign in
 * @param displayName how others call them
 * @param roles what they may do
 * @param regions prefixes of region codes, null for none; the empty one is everywhere
 * @param enabled whether they may sign in, null for yes
 * @param password as typed
 */
@Schema(example = """
		{"name": "li.window", "displayName": "李窗口", "roles": ["CASE_WORKER"], "regions": ["379901"],
		 "password": "seven quiet lanterns"}""")
public record AccountBody(@ReadBy(AccountName.class) @Pattern(regexp = "[a-z][a-z0-9._-]{0,31}") String name,
		@Size(max = AccountFields.LONGEST_NAME) String displayName, @ReadBy(Roles.class) List<Role> roles,
		@ReadBy(Prefixes.class) @Nullable List<String> regions, @Nullable Boolean enabled,
		@ReadBy(NewPassword.class) String password) implements Checked {

	@Override
	public void check(JsonFields fields) {
		Passwords.fault(this.password, this.name)
			.ifPresent((fault) -> fields.refuse("password", fault, Passwords.SHORTEST));
	}

	NewAccount account() {
		return new NewAccount(this.name,
				new AccountChangeBody(this.displayName, this.roles, this.regions, this.enabled, this.password)
					.change());
	}

	/** Without the password. */
	@Override
	public String toString() {
		return "AccountBody " + this.name;
	}

}
