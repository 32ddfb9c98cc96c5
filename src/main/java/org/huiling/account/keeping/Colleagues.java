package org.huiling.account.keeping;

import java.util.LinkedHashMap;
import java.util.Map;

import org.huiling.account.RegionScope;
import org.huiling.account.Role;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/** To whom work can be given: who may do it, and where. */
@Component
public class Colleagues {

	private final AccountRepository accounts;

	private final ObjectProvider<ClientRegistrationRepository> providers;

	private final ObjectProvider<JwtDecoder> tokens;

	Colleagues(AccountRepository accounts, ObjectProvider<ClientRegistrationRepository> providers,
			ObjectProvider<JwtDecoder> tokens) {
		this.accounts = accounts;
		this.providers = providers;
		this.tokens = tokens;
	}

	/**
	 * Who has a role and may sign in.
	 * @param role the role
	 * @return the regions that each account reaches, by its name, in order
	 */
	public Map<String, RegionScope> with(Role role) {
		Map<String, RegionScope> colleagues = new LinkedHashMap<>();
		this.accounts.enabled(role.name()).forEach((each) -> colleagues.put(each.name(), each.regions()));
		return colleagues;
	}

	/**
	 * Whether somebody may be meant who has no account here: an identity provider vouches
	 * for people, and nobody here knows their names before they come.
	 * @param name what they are called
	 * @return false without a provider, or where an account has the name
	 */
	public boolean mayBeElsewhere(String name) {
		boolean provider = this.providers.getIfAvailable() != null || this.tokens.getIfAvailable() != null;
		return provider && !(AccountName.isName(name) && this.accounts.findById(name).isPresent());
	}

}
