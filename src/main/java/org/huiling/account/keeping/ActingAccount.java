package org.huiling.account.keeping;

import java.util.function.Supplier;

import org.huiling.account.Authorities;
import org.huiling.account.SignedInAccount;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Lets the service do on its own what an account is responsible for, as that account. */
@Component
public class ActingAccount {

	private final AccountRepository repository;

	ActingAccount(AccountRepository repository) {
		this.repository = repository;
	}

	/**
	 * Does something as an account, with its roles and regions as they are now.
	 * @param name the account's name
	 * @param work what is done, in this thread
	 * @param <T> what comes of it
	 * @return what comes of it
	 * @throws IllegalStateException if there is no such account, or it is not enabled
	 */
	public <T> T as(String name, Supplier<T> work) {
		Account account = this.repository.findById(name)
			.filter(Account::enabled)
			.orElseThrow(() -> new IllegalStateException("there is no enabled account " + name));
		SecurityContext before = SecurityContextHolder.getContext();
		SecurityContext acting = SecurityContextHolder.createEmptyContext();
		acting.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
				new SignedInAccount(account.name(), account.revision()), null,
				Authorities.of(account.roles(), account.regions())));
		SecurityContextHolder.setContext(acting);
		try {
			return work.get();
		}
		finally {
			SecurityContextHolder.setContext(before);
		}
	}

}
