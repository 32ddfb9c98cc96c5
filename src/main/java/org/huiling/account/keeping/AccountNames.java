package org.huiling.account.keeping;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/** How others call those who have accounts. */
@Component
public class AccountNames {

	private final AccountDirectory accounts;

	private final AccountRepository repository;

	AccountNames(AccountDirectory accounts, AccountRepository repository) {
		this.accounts = accounts;
		this.repository = repository;
	}

	/**
	 * The accounts that somebody may mean.
	 * @param called a name or a display name
	 * @return their names; what was asked for itself where no account here is called so
	 */
	public Set<String> meant(String called) {
		Set<String> names = (called.indexOf('\0') < 0) ? this.repository.called(called) : Set.of();
		return names.isEmpty() ? Set.of(called) : names;
	}

	/**
	 * The display names of accounts.
	 * @param names their names
	 * @return by name; the name itself where no account here has it
	 */
	public Map<String, String> of(Collection<String> names) {
		return names.stream().distinct().collect(Collectors.toMap(Function.identity(), this::of));
	}

	/**
	 * The display name of an account.
	 * @param name its name
	 * @return the name itself where no account here has it
	 */
	public String of(String name) {
		return this.accounts.find(name).map(Account::displayName).orElse(name);
	}

}
