package org.huiling.account;

import org.huiling.account.AccountReader.PasswordChange;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.problem.Refusal;
import tools.jackson.databind.JsonNode;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/** Keeping accounts, in the JSON of the HTTP contract; every change is recorded. */
@Component
public class AccountKeeping {

	private final Accounts accounts;

	private final PasswordSignIn signIn;

	private final CurrentUser user;

	AccountKeeping(Accounts accounts, PasswordSignIn signIn, CurrentUser user) {
		this.accounts = accounts;
		this.signIn = signIn;
		this.user = user;
	}

	/**
	 * An account with the number of its state.
	 *
	 * @param account the account
	 * @param revision grows with every change
	 */
	public record Kept(AccountView account, int revision) {
	}

	/**
	 * Accounts by name.
	 * @param paging which page
	 * @return the page
	 */
	public Listing<AccountView> page(Paging paging) {
		return this.accounts.page(paging);
	}

	/**
	 * One account.
	 * @param name its name
	 * @return the account
	 * @throws Refusal 404 if there is none
	 */
	public Kept get(String name) {
		Account account = this.accounts.get(name);
		return new Kept(AccountView.of(account), account.revision());
	}

	/**
	 * Makes an account.
	 * @param body as in {@code POST /accounts}
	 * @throws org.huiling.problem.InvalidInput 400, 422 naming what is wrong
	 * @throws Refusal 409 if there is one of that name
	 */
	public void create(JsonNode body) {
		this.accounts.create(AccountReader.account(body));
	}

	/**
	 * Changes an account; a password resets it.
	 * @param name its name
	 * @param revision of the state that the change was made for
	 * @param body as in {@code PATCH /accounts/{name}}
	 * @throws org.huiling.problem.InvalidInput 400, 422 naming what is wrong
	 * @throws Refusal 404, 409 if nobody could keep accounts afterwards, 412 if the
	 * account was changed meanwhile
	 */
	public void change(String name, int revision, JsonNode body) {
		this.accounts.change(name, revision, AccountReader.change(body, name));
	}

	/**
	 * Gives the current user the password that they chose.
	 * @param body as in {@code PUT /accounts/me/password}
	 * @param address from where they ask; failures are counted by it
	 * @throws org.huiling.problem.InvalidInput 422 if the old one is wrong or the new one
	 * too weak
	 * @throws Refusal 404 if they have no account here, 429 after too many failures
	 */
	public void changeOwnPassword(JsonNode body, String address) {
		String name = this.user.name();
		PasswordChange change = AccountReader.passwords(body, name);
		this.accounts.get(name);
		requirePassword(name, change.old(), address);
		this.accounts.changePassword(name, change.next());
	}

	/** As throttled as a sign-in. */
	private void requirePassword(String name, String password, String address) {
		try {
			this.signIn.check(name, password, address);
		}
		catch (BadCredentialsException ex) {
			AccountReader.refuse("old", AccountFault.PASSWORD_WRONG);
		}
		catch (TooManyFailures ex) {
			throw new Refusal(429, "TOO_MANY_FAILURES", (int) ex.minutes());
		}
	}

}
