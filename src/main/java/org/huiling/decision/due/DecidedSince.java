package org.huiling.decision.due;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.facts.Period;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was decided of people for the time from a day on. */
@NamedInterface("decided")
@Component
public class DecidedSince {

	private final JdbcClient jdbc;

	DecidedSince(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The programs that a jurisdiction decided of some people, whatever came of it.
	 * @param from the day, by the person's file
	 * @param jurisdiction whose decisions
	 * @return by file; programs decided for a period that does not end before the day
	 */
	@Transactional(readOnly = true)
	public Map<UUID, Set<String>> programs(Map<UUID, LocalDate> from, String jurisdiction) {
		Map<UUID, Set<String>> programs = new HashMap<>();
		this.jdbc
			.sql("select d.applicant, d.program, d.period from decision d where d.applicant = any(?)"
					+ " and d.jurisdiction = ? and d.outcome <> 'REVOKED' and not exists (select from decision n"
					+ " where n.applicant = d.applicant and n.supersedes = d.id)")
			.params(from.keySet().toArray(UUID[]::new), jurisdiction)
			.query((row) -> {
				UUID applicant = row.getObject("applicant", UUID.class);
				LocalDate day = from.get(applicant);
				if (day != null && !Period.parse(row.getString("period")).lastDay().isBefore(day)) {
					programs.computeIfAbsent(applicant, (id) -> new HashSet<>()).add(row.getString("program"));
				}
			});
		return programs;
	}

}
