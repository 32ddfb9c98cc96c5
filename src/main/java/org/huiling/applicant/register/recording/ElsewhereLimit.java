package org.huiling.applicant.register.recording;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.problem.Refusal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often an account may be told in a day that a resident id is on file where it does
 * not see: {@code huiling.found-elsewhere-per-day}. Whoever was told so often begins no
 * file with a resident id on that day any more, whether or not somebody has the id:
 * refusing only the ids that are on file would tell as well.
 */
@Component
public class ElsewhereLimit {

	private static final int TOO_MANY = 429;

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final Clock clock;

	private final int most;

	ElsewhereLimit(JdbcClient jdbc, AuditTrail audit, Clock clock,
			@Value("${huiling.found-elsewhere-per-day}") int most) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
		this.most = most;
	}

	/**
	 * How often an account may be told today.
	 * @param account the account
	 * @return 0 if it had its share
	 */
	public int left(String account) {
		int times = this.jdbc.sql("select times from found_elsewhere where account = ? and day = ?")
			.params(account, LocalDate.now(this.clock))
			.query(Integer.class)
			.optional()
			.orElse(0);
		return Math.max(0, this.most - times);
	}

	/**
	 * The day on which an account that had its share may go on.
	 * @return tomorrow
	 */
	public LocalDate again() {
		return LocalDate.now(this.clock).plusDays(1);
	}

	/** What an account is told that had its share. */
	Refusal reached() {
		return new Refusal(TOO_MANY, "ELSEWHERE_LIMIT", Integer.toString(this.most), again().toString());
	}

	/**
	 * Counts that an account is told of people, and notes of each of them who was told:
	 * with the caller's transaction or not at all.
	 * @param account the account
	 * @param people whose ids they are
	 * @param details for the trail: what they were found by
	 * @return false if others of the same account had the rest of its share meanwhile;
	 * the caller then tells nothing
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean count(String account, Collection<UUID> people, Map<String, ?> details) {
		if (people.isEmpty()) {
			return true;
		}
		int times = this.jdbc
			.sql("insert into found_elsewhere as n (account, day, times) values (?, ?, ?)"
					+ " on conflict (account, day) do update set times = n.times + excluded.times returning times")
			.params(account, LocalDate.now(this.clock), people.size())
			.query(Integer.class)
			.single();
		people.forEach(
				(person) -> this.audit.record(AuditAction.RESIDENT_ID_FOUND_ELSEWHERE, person.toString(), details));
		return times <= this.most;
	}

}
