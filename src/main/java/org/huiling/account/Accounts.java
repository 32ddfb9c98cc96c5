package org.huiling.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.huiling.account.AccountReader.NewAccount;
import org.huiling.audit.AuditTrail;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the accounts; every change is recorded. */
@Service
class Accounts {

	private static final int CONFLICT = 409;

	private static final int PRECONDITION_FAILED = 412;

	private final AccountStore store;

	private final AccountDirectory directory;

	private final PasswordEncoder encoder;

	private final AuditTrail trail;

	Accounts(AccountStore store, AccountDirectory directory, PasswordEncoder encoder, AuditTrail trail) {
		this.store = store;
		this.directory = directory;
		this.encoder = encoder;
		this.trail = trail;
	}

	Listing<AccountView> page(Paging paging) {
		return Listing.of(this.store.page(paging).stream().map(AccountView::of).toList(), paging, this.store.count());
	}

	Account get(String name) {
		return this.store.find(name).orElseThrow(() -> Refusal.notFound("ACCOUNT_NOT_FOUND"));
	}

	/**
	 * Makes an account.
	 * @param wanted with its password as typed
	 * @return the account
	 * @throws Refusal 409 {@code ACCOUNT_EXISTS}
	 */
	@Transactional
	Account create(NewAccount wanted) {
		return create(wanted, hash(String.valueOf(wanted.content().password())));
	}

	/**
	 * Makes an account.
	 * @param wanted what it is to be
	 * @param hash its password's
	 * @return the account
	 * @throws Refusal 409 {@code ACCOUNT_EXISTS}
	 */
	@Transactional
	Account create(NewAccount wanted, String hash) {
		Account blank = new Account(wanted.name(), wanted.name(), Set.of(), Regions.NOWHERE, true, "", 0);
		Account account = wanted.content().applyTo(blank, hash);
		if (!this.store.insert(account)) {
			throw new Refusal(CONFLICT, "ACCOUNT_EXISTS", account.name());
		}
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("roles", account.roles().stream().sorted().toList());
		details.put("regions", account.regions().prefixes());
		details.put("enabled", account.enabled());
		record("ACCOUNT_CREATED", account, details);
		return account;
	}

	/**
	 * Changes an account.
	 * @param name its name
	 * @param revision the one that the change was made for, null for whichever it is
	 * @param change what is to change
	 * @return the account as it is now
	 * @throws Refusal 404, 409 {@code LAST_ADMIN} if nobody could keep accounts
	 * afterwards, 412 {@code STALE} if the account was changed meanwhile
	 */
	@Transactional
	Account change(String name, @Nullable Integer revision, AccountChange change) {
		this.store.lock();
		Account before = get(name);
		if (revision != null && revision != before.revision()) {
			throw new Refusal(PRECONDITION_FAILED, "STALE");
		}
		Account after = change.applyTo(before,
				(change.password() != null) ? hash(change.password()) : before.password());
		if (before.isAdministrator() && !after.isAdministrator() && !this.store.hasAnotherAdministrator(name)) {
			throw new Refusal(CONFLICT, "LAST_ADMIN");
		}
		this.store.update(after);
		record("ACCOUNT_CHANGED", after, change.details());
		return after;
	}

	/**
	 * Gives somebody the password that they chose.
	 * @param name the account's name
	 * @param password as typed
	 * @return the account as it is now
	 */
	@Transactional
	Account changePassword(String name, String password) {
		this.store.lock();
		Account before = get(name);
		Account after = new AccountChange(null, null, null, null, password).applyTo(before, hash(password));
		this.store.update(after);
		record("PASSWORD_CHANGED", after, Map.of());
		return after;
	}

	private void record(String action, Account account, Map<String, ?> details) {
		this.trail.record(action, account.name(), details);
		this.directory.changed(account.name());
	}

	String hash(String password) {
		return String.valueOf(this.encoder.encode(password));
	}

}
