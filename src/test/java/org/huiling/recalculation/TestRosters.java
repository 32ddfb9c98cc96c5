package org.huiling.recalculation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.huiling.payment.Corrections;
import org.huiling.payment.MoneyOnFile;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Makes and pays rosters, and adds up the plain way what their tables say. */
record TestRosters(RestTestClient client, JdbcClient jdbc) {

	private static final String PATH = "/api/v1/rosters/";

	private static final String PAYMASTER = "paymaster;PAYMASTER;379901";

	/** A draft of a month. */
	String made(YearMonth month) {
		return People.as(this.client, "operator;BATCH_OPERATOR;379901")
			.post("/api/v1/rosters", "{\"jurisdiction\": \"model-district\", \"month\": \"" + month + "\"}")
			.is(201)
			.text("/id");
	}

	/**
	 * Approves a roster and reports the bank's results; now and then a transfer fails.
	 */
	void paid(String roster, Random random) {
		People.as(this.client, PAYMASTER).post(PATH + roster + "/approve", "{}").is(200);
		StringBuilder results = new StringBuilder("line,result,reason\n");
		this.jdbc.sql("select number from payment_line where roster = cast(? as uuid) and amount > 0 order by number")
			.param(roster)
			.query((row) -> {
				results.append(row.getInt("number"))
					.append((random.nextInt(15) == 0) ? ",FAILED,account closed\n" : ",PAID,\n");
			});
		this.client.post()
			.uri(PATH + roster + "/results")
			.header(TestCallers.HEADER, PAYMASTER)
			.header("Content-Type", "text/csv")
			.body(results.toString().getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectStatus()
			.isOk();
	}

	/** Transfers come back, results and settlements are taken back, debts are settled. */
	void putRight(String roster, Random random) {
		new Corrections(this.client, this.jdbc, random).month(roster, 4);
	}

	/** What was paid in the end, is on a roster or stays open in it. */
	Map<Owed, BigDecimal> sums(String roster) {
		Map<Owed, BigDecimal> sums = new HashMap<>();
		this.jdbc
			.sql(MoneyOnFile.BOOKED + " union all select o.applicant, o.program, o.period, o.claim, o.amount"
					+ " from payment_open o where o.roster = cast(? as uuid)")
			.params(roster, roster)
			.query((row) -> {
				sums.merge(Owed.of(row), row.getBigDecimal("amount"), BigDecimal::add);
			});
		return sums;
	}

	/** How many people a roster would take money from. */
	long negative(String roster) {
		return this.jdbc
			.sql("select count(*) from (select from payment_line where roster = cast(? as uuid)"
					+ " and paid_to = 'PERSON' group by applicant having sum(amount) < 0) n")
			.param(roster)
			.query(Long.class)
			.single();
	}

	List<String> kinds() {
		return this.jdbc.sql("select distinct kind from payment_line").query(String.class).list();
	}

	List<String> openReasons() {
		return this.jdbc.sql("select distinct reason from payment_open").query(String.class).list();
	}

}
