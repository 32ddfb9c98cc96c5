package org.huiling.applicant.register.lookup;

import java.time.Clock;
import java.time.LocalDate;

import org.huiling.problem.Refusal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often an account may have masked numbers shown in a day:
 * {@code huiling.reveals-per-day}.
 */
@Component
class RevealLimit {

	private static final int TOO_MANY = 429;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final int most;

	RevealLimit(JdbcClient jdbc, Clock clock, @Value("${huiling.reveals-per-day}") int most) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.most = most;
	}

	/**
	 * Counts one more, with the caller's transaction or not at all.
	 * @throws Refusal 429 if the account had its share of today
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void count(String account) {
		int times = this.jdbc
			.sql("insert into number_reveal as n (account, day, times) values (?, ?, 1)"
					+ " on conflict (account, day) do update set times = n.times + 1 returning times")
			.params(account, LocalDate.now(this.clock))
			.query(Integer.class)
			.single();
		if (times > this.most) {
			throw new Refusal(TOO_MANY, "REVEAL_LIMIT", Integer.toString(this.most));
		}
	}

}
