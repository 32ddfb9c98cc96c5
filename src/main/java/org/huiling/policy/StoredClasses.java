package org.huiling.policy;

import org.huiling.engine.ClassStore;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps compiled versions beside their files. */
@Repository
class StoredClasses implements ClassStore {

	private final JdbcClient jdbc;

	StoredClasses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public byte @Nullable [] find(String key) {
		return this.jdbc.sql("select classes from compiled_policy where key = ?")
			.param(key)
			.query((row, number) -> row.getBytes("classes"))
			.optional()
			.orElse(null);
	}

	@Override
	public void keep(String key, byte[] classes) {
		this.jdbc.sql("insert into compiled_policy (key, classes) values (?, ?) on conflict do nothing")
			.params(key, classes)
			.update();
	}

}
