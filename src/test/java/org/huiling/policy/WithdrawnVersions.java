package org.huiling.policy;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Withdraws a version, as if somebody had the right to. */
public final class WithdrawnVersions {

	private WithdrawnVersions() {
	}

	/**
	 * Withdraws a version from now on.
	 * @param jdbc the database
	 * @param catalogue takes it in
	 * @param program of the model district
	 * @param version its name
	 */
	public static void add(JdbcClient jdbc, PolicyCatalogue catalogue, String program, String version) {
		jdbc.sql("update policy_version set withdrawn_at = clock_timestamp()"
				+ " where jurisdiction = 'model-district' and program = ? and version = ?")
			.params(program, version)
			.update();
		catalogue.refresh();
	}

}
