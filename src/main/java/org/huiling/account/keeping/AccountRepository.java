package org.huiling.account.keeping;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The accounts on file. */
interface AccountRepository extends Repository<Account, String> {

	Optional<Account> findById(String name);

	@Query("select * from account order by name limit :size offset :offset")
	List<Account> page(int size, long offset);

	long count();

	@Query("select name from account where name = :called or display_name = :called")
	Set<String> called(String called);

	@Query("select * from account where enabled and :role = any(roles) order by name")
	List<Account> enabled(String role);

	/** Until the end of the transaction nobody else changes an account. */
	@Modifying
	@Query("lock table account in share row exclusive mode")
	void lock();

	@Query("select exists (select from account where enabled and 'ADMIN' = any(roles) and name <> :name)")
	boolean hasAnotherAdministrator(String name);

	/**
	 * Adds an account of revision 0, or changes one.
	 * @param account as it is to be
	 * @return the account with its next revision
	 * @throws org.springframework.dao.DuplicateKeyException if a new one's name is taken
	 * @throws org.springframework.dao.OptimisticLockingFailureException if it was changed
	 * meanwhile
	 */
	Account save(Account account);

}
