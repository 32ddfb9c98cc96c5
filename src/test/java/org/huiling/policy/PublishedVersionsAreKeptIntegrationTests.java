package org.huiling.policy;

import org.huiling.HuilingTest;
import org.huiling.SharedService;
import org.huiling.account.TestCallers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The database itself refuses to change what is published. */
@HuilingTest
@SharedService
@Import(TestCallers.class)
class PublishedVersionsAreKeptIntegrationTests {

	private static final String DIGEST = "sha256:" + "0".repeat(64);

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	@BeforeEach
	void publish() {
		run("insert into jurisdiction values ('small', '小区', 'Small', '990001') on conflict do nothing");
		run("insert into program values ('small', 'allowance', '津贴', 'Allowance', 'MONTH', 'CNY', 10, 'PERSON')"
				+ " on conflict do nothing");
		this.transaction.executeWithoutResult((status) -> {
			if (this.jdbc.sql("select count(*) from policy_version").query(Long.class).single() == 0) {
				insertVersion("2013-01-01", "2013-01-01");
				insertFile("2013-01-01", "a.drl");
			}
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "update policy_version set digest = digest, title_zh = 'x'",
			"update policy_version set effective_to = '2030-01-01'",
			"update policy_version set withdrawn_at = now(), basis = 'x'",
			"update policy_version set version = '2013-01-01.2'", "delete from policy_version",
			"truncate policy_version cascade", "update policy_file set content = 'x'", "delete from policy_file",
			"truncate policy_file", "delete from program", "delete from jurisdiction",
			"insert into policy_file values ('small', 'allowance', '2013-01-01', 'late.drl', 'x')" })
	void refuses(String sql) {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> run(sql));
		assertThat(this.jdbc.sql("select count(*) from policy_file").query(Long.class).single()).isEqualTo(1);
	}

	@Test
	void allowsOneWithdrawal() {
		this.transaction.executeWithoutResult((status) -> {
			run("update policy_version set withdrawn_at = now()");
			status.setRollbackOnly();
		});
		this.transaction.executeWithoutResult((status) -> {
			run("update policy_version set withdrawn_at = '2020-01-01'");
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> run("update policy_version set withdrawn_at = '2021-01-01'"));
			status.setRollbackOnly();
		});
		this.transaction.executeWithoutResult((status) -> {
			run("update policy_version set withdrawn_at = '2020-01-01'");
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> run("update policy_version set withdrawn_at = null"));
			status.setRollbackOnly();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "2013-1-1", "next", "2013-01-01.1", "2013-01-01.02", "2013-01-01-2", "2013-02-30" })
	void refusesTheName(String name) {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> insertVersion(name, "2013-01-01"));
	}

	@Test
	void aNameIsTheEffectiveDayAndTakenOnce() {
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> insertVersion("2014-01-01", "2014-02-01"));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> insertVersion("2013-01-01", "2013-01-01"));
	}

	@Test
	void anEqualRegionPrefixIsRefused() {
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> run("insert into jurisdiction values ('other', '别区', 'Other', '990001')"));
	}

	private void insertVersion(String name, String effectiveFrom) {
		this.jdbc.sql("""
				insert into policy_version (jurisdiction, program, version, digest, title_zh, title_en, basis,
					effective_from, published_at)
				values ('small', 'allowance', ?, ?, '办法', 'Rules', '办法', cast(? as date), '2012-12-15')""")
			.params(name, DIGEST, effectiveFrom)
			.update();
	}

	private void insertFile(String version, String path) {
		this.jdbc.sql("insert into policy_file values ('small', 'allowance', ?, ?, 'rule')")
			.params(version, path)
			.update();
	}

	private void run(String sql) {
		this.jdbc.sql(sql).update();
	}

}
