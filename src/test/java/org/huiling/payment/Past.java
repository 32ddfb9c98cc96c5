package org.huiling.payment;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves what a test paid out of the way: the next one pays from the beginning. */
public final class Past {

	private Past() {
	}

	public static void moveAway(JdbcClient jdbc) {
		moveAway(jdbc, "model-district");
	}

	/** The same of another jurisdiction. */
	public static void moveAway(JdbcClient jdbc, String jurisdiction) {
		for (String table : List.of("roster", "payment_settlement", "decision")) {
			jdbc.sql("alter table " + table + " disable trigger user").update();
			String id = "roster".equals(table) ? "'past-' || id" : "'past-" + UUID.randomUUID() + "'";
			jdbc.sql("update " + table + " set jurisdiction = " + id + " where jurisdiction = ?")
				.param(jurisdiction)
				.update();
			jdbc.sql("alter table " + table + " enable trigger user").update();
		}
	}

}
