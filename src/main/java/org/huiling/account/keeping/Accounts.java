package org.huiling.account.keeping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.huiling.account.CurrentUser;
import org.huiling.account.RegionScope;
import org.huiling.account.password.PasswordFault;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the accounts; every change is recorded. */
@Service
class Accounts {

	private static final int FORBIDDEN = 403;

	private static final int CONFLICT = 409;

	private static final int PRECONDITION_FAILED = 412;

	private final AccountRepository repository;

	private final AccountDirectory directory;

	private final PasswordEncoder encoder;

	private final CurrentUser user;

	private final AuditTrail trail;

	Accounts(AccountRepository repository, AccountDirectory directory, PasswordEncoder encoder, CurrentUser user,
			AuditTrail trail) {
		this.repository = repository;
		this.directory = directory;
		this.encoder = encoder;
		this.user = user;
		this.trail = trail;
	}

	Listing<AccountView> page(Paging paging) {
		return Listing.of(this.repository.page(paging.size(), paging.offset()).stream().map(AccountView::of).toList(),
				paging, this.repository.count());
	}

	Account get(String name) {
		return this.repository.findById(name).orElseThrow(() -> Refusal.notFound("ACCOUNT_NOT_FOUND"));
	}

	/**
	 * Makes an account.
	 * @param wanted with its password as typed
	 * @return the account
	 * @throws Refusal 409 {@code ACCOUNT_EXISTS}
	 * @throws org.huiling.problem.InvalidInput 422 {@code ROLES_EXCLUDE}
	 */
	@Transactional
	Account create(NewAccount wanted) {
		requireSeparate(wanted.content());
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
		Account blank = new Account(wanted.name(), wanted.name(), Set.of(), RegionScope.NOWHERE, true, "", false, 0);
		Account account = added(wanted.content().applyTo(blank, hash, false));
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("roles", account.roles().stream().sorted().toList());
		details.put("regions", account.regions().prefixes());
		details.put("enabled", account.enabled());
		record(AuditAction.ACCOUNT_CREATED, account, details);
		return account;
	}

	private Account added(Account account) {
		try {
			return this.repository.save(account);
		}
		catch (DuplicateKeyException ex) {
			throw new Refusal(CONFLICT, "ACCOUNT_EXISTS", account.name());
		}
	}

	/**
	 * Changes an account.
	 * @param name its name
	 * @param revision the one that the change was made for, null for whichever it is
	 * @param change what is to change
	 * @return the account as it is now
	 * @throws Refusal 403 {@code OWN_ACCOUNT} if somebody changes their own roles or
	 * regions, 404, 409 {@code LAST_ADMIN} if nobody could keep accounts afterwards, 412
	 * {@code STALE} if the account was changed meanwhile
	 * @throws org.huiling.problem.InvalidInput 422 {@code ROLES_EXCLUDE}
	 */
	@Transactional
	Account change(String name, @Nullable Integer revision, AccountChange change) {
		this.repository.lock();
		Account before = get(name);
		if (revision != null && revision != before.revision()) {
			throw new Refusal(PRECONDITION_FAILED, "STALE");
		}
		requireSeparate(change);
		Account after = (change.password() != null) ? change.applyTo(before, hash(change.password()), true)
				: change.applyTo(before, before.password(), before.mustChangePassword());
		requireOther(before, after);
		if (before.isAdministrator() && !after.isAdministrator() && !this.repository.hasAnotherAdministrator(name)) {
			throw new Refusal(CONFLICT, "LAST_ADMIN");
		}
		Account kept = this.repository.save(after);
		record(AuditAction.ACCOUNT_CHANGED, kept, change.details());
		return kept;
	}

	/**
	 * Gives somebody the password that they chose.
	 * @param name the account's name
	 * @param password as typed
	 * @return the account as it is now
	 * @throws org.huiling.problem.InvalidInput 422 {@code PASSWORD_SAME}
	 */
	@Transactional
	Account changePassword(String name, String password) {
		this.repository.lock();
		Account before = get(name);
		if (this.encoder.matches(password, before.password())) {
			throw PasswordFault.PASSWORD_SAME.refusal("new");
		}
		Account after = this.repository
			.save(new AccountChange(null, null, null, null, password).applyTo(before, hash(password), false));
		record(AuditAction.PASSWORD_CHANGED, after, Map.of());
		return after;
	}

	/** Nobody gives themselves what they may do. */
	private void requireOther(Account before, Account after) {
		boolean other = !before.roles().equals(after.roles())
				|| !Set.copyOf(before.regions().prefixes()).equals(Set.copyOf(after.regions().prefixes()));
		if (other && before.name().equals(this.user.name())) {
			throw new Refusal(FORBIDDEN, "OWN_ACCOUNT");
		}
	}

	private static void requireSeparate(AccountChange change) {
		if (change.roles() != null) {
			SeparateRoles.require(change.roles());
		}
	}

	private void record(AuditAction action, Account account, Map<String, ?> details) {
		this.trail.record(action, account.name(), details);
		this.directory.changed(account.name());
	}

	String hash(String password) {
		return String.valueOf(this.encoder.encode(password));
	}

}
