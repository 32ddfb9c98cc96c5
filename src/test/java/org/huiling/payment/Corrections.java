package org.huiling.payment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.huiling.account.TestCallers;
import org.huiling.applicant.register.People;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * What goes wrong in a month and is put right: transfers come back, results and
 * settlements are taken back by two, debts are collected and given up. By chance, over
 * HTTP, and only while no draft waits.
 */
public record Corrections(RestTestClient client, JdbcClient jdbc, Random random) {

	private static final String PAYMASTER = "paymaster;PAYMASTER;379901";

	private static final String OTHER = "paymaster-2;PAYMASTER;379901";

	private record Line(UUID roster, int number) {
	}

	private record Debt(UUID applicant, String program, String period, @Nullable String claim, String owed) {
	}

	/**
	 * A month of it.
	 * @param roster just paid, whose open debts are settled
	 * @param many how many of each
	 */
	public void month(String roster, int many) {
		lines("n.result = 'PAID' and l.amount > 0", many).forEach((line) -> report(line, "RETURNED"));
		lines("n.result is not null and l.amount > 0", many)
			.forEach((line) -> takenBack("rosters/" + line.roster() + "/lines/" + line.number()));
		lines("n.result is null and l.amount > 0", many)
			.forEach((line) -> report(line, this.random.nextBoolean() ? "PAID" : "FAILED"));
		debts(roster, many).forEach(this::settle);
		this.jdbc.sql("select id from payment_settlement s where jurisdiction = 'model-district' and not exists"
				+ " (select from payment_settlement_contra c where c.settlement = s.id) order by md5(id || ?) limit ?")
			.params(salt(), (many + 2) / 3)
			.query(UUID.class)
			.list()
			.forEach((id) -> takenBack("settlements/" + id));
	}

	private String salt() {
		return String.valueOf(this.random.nextInt());
	}

	private List<Line> lines(String which, int many) {
		return this.jdbc
			.sql("select l.roster, l.number from payment_line l join payment_result_now n"
					+ " on n.roster = l.roster and n.number = l.number join roster r on r.id = l.roster"
					+ " where r.jurisdiction = 'model-district' and " + which
					+ " order by md5(l.roster || '-' || l.number || ?) limit ?")
			.params(salt(), many)
			.query((row, number) -> new Line(row.getObject("roster", UUID.class), row.getInt("number")))
			.list();
	}

	private List<Debt> debts(String roster, int many) {
		return this.jdbc
			.sql("select * from payment_open where roster = cast(? as uuid) and amount < 0 and"
					+ " paid_to = 'PERSON' order by md5(number || ?) limit ?")
			.params(roster, salt(), many)
			.query((row, number) -> new Debt(row.getObject("applicant", UUID.class), row.getString("program"),
					row.getString("period"), row.getString("claim"),
					row.getBigDecimal("amount").negate().toPlainString()))
			.list();
	}

	private void report(Line line, String result) {
		this.client.post()
			.uri("/api/v1/rosters/" + line.roster() + "/results")
			.header(TestCallers.HEADER, PAYMASTER)
			.header("Content-Type", "text/csv")
			.body(("line,result\n" + line.number() + "," + result + "\n").getBytes(StandardCharsets.UTF_8))
			.exchange()
			.expectStatus()
			.isOk();
	}

	private void takenBack(String what) {
		confirmed(People.as(this.client, PAYMASTER)
			.post("/api/v1/" + what + "/contra", "{\"reason\": \"taken in error\"}"));
	}

	private void confirmed(People.Answer proposed) {
		People.as(this.client, OTHER)
			.post("/api/v1/proposals/" + proposed.is(202).text("/id") + "/confirm", "{}")
			.is(200);
	}

	private void settle(Debt debt) {
		boolean given = this.random.nextInt(3) > 0;
		People.Answer answer = People.as(this.client, PAYMASTER)
			.post("/api/v1/settlements",
					"""
							{"jurisdiction": "model-district", "applicantId": "%s", "program": "%s", "period": "%s", "claim": %s,
							 "kind": "%s", "amount": %s, "reason": "settled"}"""
						.formatted(debt.applicant(), debt.program(), debt.period(),
								(debt.claim() != null) ? "\"" + debt.claim() + "\"" : "null",
								given ? "WRITTEN_OFF" : "COLLECTED", debt.owed()));
		if (given) {
			confirmed(answer);
		}
		else {
			answer.is(201);
		}
	}

}
