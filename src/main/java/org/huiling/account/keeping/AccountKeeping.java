package org.huiling.account.keeping;

import org.huiling.account.CurrentUser;
import org.huiling.account.password.PasswordCheck;
import org.huiling.account.password.PasswordFault;
import org.huiling.account.password.Passwords;
import org.huiling.account.password.TooManyFailures;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/** Keeping accounts, for the end points and the pages; every change is recorded. */
@Component
public class AccountKeeping {

	private final Accounts accounts;

	private final PasswordCheck passwordCheck;

	private final CurrentUser user;

	AccountKeeping(Accounts accounts, PasswordCheck passwordCheck, CurrentUser user) {
		this.accounts = accounts;
		this.passwordCheck = passwordCheck;
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
		return kept(this.accounts.get(name));
	}

	private static Kept kept(Account account) {
		return new Kept(AccountView.of(account), account.revision());
	}

	/**
	 * Makes an account.
	 * @param wanted what it is to be
	 * @return the account
	 * @throws org.huiling.problem.InvalidInput 422 {@code ROLES_EXCLUDE}
	 * @throws Refusal 409 if there is one of that name
	 */
	public Kept create(AccountBody wanted) {
		return kept(this.accounts.create(wanted.account()));
	}

	/**
	 * Changes an account; a password resets it.
	 * @param name its name
	 * @param revision of the state that the change was made for, null for whichever it is
	 * @param change what is to change
	 * @return the account as it is now
	 * @throws org.huiling.problem.InvalidInput 422 naming what is wrong
	 * @throws Refusal 404, 409 if nobody could keep accounts afterwards, 412 if the
	 * account was changed meanwhile
	 */
	public Kept change(String name, @Nullable Integer revision, AccountChangeBody change) {
		if (change.password() != null) {
			requireHardToGuess("password", change.password(), name);
		}
		return kept(this.accounts.change(name, revision, change.change()));
	}

	/**
	 * Gives the current user the password that they chose.
	 * @param change both passwords
	 * @param address from where they ask; failures are counted by it
	 * @throws org.huiling.problem.InvalidInput 422 if the old one is wrong or the new one
	 * too weak
	 * @throws Refusal 404 if they have no account here, 429 after too many failures
	 */
	public void changeOwnPassword(PasswordBody change, String address) {
		String name = this.user.name();
		requireHardToGuess("new", change.next(), name);
		this.accounts.get(name);
		requirePassword(name, change.old(), address);
		this.accounts.changePassword(name, change.next());
	}

	private static void requireHardToGuess(String field, String password, String name) {
		Passwords.fault(password, name).ifPresent((fault) -> {
			throw fault.refusal(field, Passwords.SHORTEST);
		});
	}

	/** As throttled as a sign-in. */
	private void requirePassword(String name, String password, String address) {
		try {
			this.passwordCheck.require(name, password, address);
		}
		catch (BadCredentialsException ex) {
			throw PasswordFault.PASSWORD_WRONG.refusal("old");
		}
		catch (TooManyFailures ex) {
			throw new Refusal(429, "TOO_MANY_FAILURES", (int) ex.minutes());
		}
	}

}
