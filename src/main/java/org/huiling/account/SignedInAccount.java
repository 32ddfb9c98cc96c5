package org.huiling.account;

import java.io.Serializable;

import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The account behind a sign-in by password.
 *
 * @param name its name
 * @param revision which state of it signed in
 */
public record SignedInAccount(String name, int revision) implements AuthenticatedPrincipal, Serializable {

	@Override
	public String getName() {
		return this.name;
	}

}
