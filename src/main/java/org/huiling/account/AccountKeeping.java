package org.huiling.account;

import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/** Keeping accounts, in the JSON of the HTTP contract; every change is recorded. */
@Component
public class AccountKeeping {

	private final Accounts accounts;

	AccountKeeping(Accounts accounts) {
		this.accounts = accounts;
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
	 * @throws org.huiling.problem.Refusal 404 if there is none
	 */
	public Kept get(String name) {
		Account account = this.accounts.get(name);
		return new Kept(AccountView.of(account), account.revision());
	}

	/**
	 * Makes an account.
	 * @param body as in {@code POST /accounts}
	 * @throws org.huiling.problem.InvalidInput 400, 422 naming what is wrong
	 * @throws org.huiling.problem.Refusal 409 if there is one of that name
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
	 * @throws org.huiling.problem.Refusal 404, 409 if nobody could keep accounts
	 * afterwards, 412 if the account was changed meanwhile
	 */
	public void change(String name, int revision, JsonNode body) {
		this.accounts.change(name, revision, AccountReader.change(body, name));
	}

}
