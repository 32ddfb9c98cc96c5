package org.huiling.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.paging.Paging;

import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes accounts. */
@Repository
class AccountStore {

	private final JdbcClient jdbc;

	AccountStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Account> find(String name) {
		return this.jdbc.sql("select * from account where name = ?")
			.param(name)
			.query(AccountStore::account)
			.optional();
	}

	List<Account> page(Paging paging) {
		return this.jdbc.sql("select * from account order by name limit ? offset ?")
			.params(paging.size(), paging.offset())
			.query(AccountStore::account)
			.list();
	}

	long count() {
		return this.jdbc.sql("select count(*) from account").query(Long.class).single();
	}

	/** Until the end of the transaction nobody else changes an account. */
	void lock() {
		this.jdbc.sql("lock table account in share row exclusive mode").update();
	}

	boolean hasAnotherAdministrator(String name) {
		return this.jdbc.sql("select exists (select from account where enabled and 'ADMIN' = any(roles) and name <> ?)")
			.param(name)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Adds an account.
	 * @param account new
	 * @return false if there is one of that name
	 */
	boolean insert(Account account) {
		return this.jdbc
			.sql("""
					insert into account (display_name, password, must_change_password, roles, regions, enabled, revision, name)
					values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
			.params(columns(account))
			.update() == 1;
	}

	void update(Account account) {
		this.jdbc
			.sql("""
					update account set display_name = ?, password = ?, must_change_password = ?, roles = ?, regions = ?, enabled = ?, revision = ?
					where name = ?""")
			.params(columns(account))
			.update();
	}

	private static List<Object> columns(Account account) {
		return List.of(account.displayName(), account.password(), account.mustChangePassword(),
				array(account.roles().stream().map(Role::name)), array(account.regions().prefixes().stream()),
				account.enabled(), account.revision(), account.name());
	}

	private static SqlParameterValue array(Stream<String> texts) {
		return new SqlParameterValue(Types.ARRAY, texts.sorted().toArray(String[]::new));
	}

	private static Account account(ResultSet row, int number) throws SQLException {
		return new Account(row.getString("name"), row.getString("display_name"),
				texts(row, "roles").stream().map(Role::valueOf).collect(Collectors.toSet()),
				new Regions(List.copyOf(texts(row, "regions"))), row.getBoolean("enabled"), row.getString("password"),
				row.getBoolean("must_change_password"), row.getInt("revision"));
	}

	private static Collection<String> texts(ResultSet row, String column) throws SQLException {
		return List.of((String[]) row.getArray(column).getArray());
	}

}
