package org.huiling.account.keeping;

import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.huiling.account.SignedInAccount;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The accounts as every request needs them, kept for a moment. A change made here counts
 * at once; one made by another instance on the same database within {@link #MOMENT}.
 */
@Component
public class AccountDirectory {

	static final Duration MOMENT = Duration.ofSeconds(2);

	private static final int MOST = 10_000;

	private final LoadingCache<String, Optional<Account>> accounts;

	AccountDirectory(AccountRepository repository) {
		this.accounts = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MOMENT).build(repository::findById);
	}

	/**
	 * An account. What cannot be a name is not looked for: the database would refuse some
	 * characters, and nothing that is long is kept.
	 * @param name its name, as somebody typed it
	 * @return the account, disabled ones too
	 */
	public Optional<Account> find(String name) {
		return AccountName.isName(name) ? this.accounts.get(name) : Optional.empty();
	}

	/**
	 * Whether an account is still as it was when somebody signed in.
	 * @param account who signed in
	 * @return false if it was disabled, or changed in any way
	 */
	public boolean isCurrent(SignedInAccount account) {
		return find(account.name()).filter((now) -> now.enabled() && now.revision() == account.revision()).isPresent();
	}

	/** Reads an account anew once the change at hand is committed. */
	void changed(String name) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				AccountDirectory.this.accounts.invalidate(name);
			}

		});
	}

}
