package org.huiling.decision.notice;

import java.time.Clock;
import java.time.Year;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.account.CurrentUser;
import org.huiling.decision.store.Decision;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 文号: numbers the notices that an office issues, one after the other in a series and
 * year; given once, a number never changes and is never another notice's.
 */
@Component
public class NoticeNumbers {

	private final JdbcClient jdbc;

	private final NoticeNumberSettings settings;

	private final CurrentUser user;

	private final Clock clock;

	NoticeNumbers(JdbcClient jdbc, NoticeNumberSettings settings, CurrentUser user, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.user = user;
		this.clock = clock;
	}

	/**
	 * The numbers that notices have.
	 * @param decisions their ids
	 * @return by decision; without those that have none
	 */
	public Map<UUID, String> of(Collection<UUID> decisions) {
		return this.jdbc.sql("select decision, text from notice_number where decision = any(?)")
			.param(decisions.toArray(UUID[]::new))
			.query((row, number) -> Map.entry(row.getObject("decision", UUID.class), row.getString("text")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/**
	 * Numbers notices that are issued, in their order, as far as their jurisdictions
	 * number theirs; one that has a number keeps it.
	 * @param decisions whose notices
	 * @return the numbers, by decision
	 */
	@Transactional
	public Map<UUID, String> give(List<Decision> decisions) {
		Map<String, List<Decision>> series = decisions.stream()
			.collect(Collectors.groupingBy((decision) -> this.settings.of(decision.key().jurisdiction())));
		series.keySet()
			.stream()
			.filter((pattern) -> !pattern.isEmpty())
			.sorted()
			.forEach((pattern) -> number(pattern, series.getOrDefault(pattern, List.of())));
		return of(decisions.stream().map(Decision::id).toList());
	}

	private void number(String pattern, List<Decision> decisions) {
		// whoever else numbers in the series waits, so that none is left out or given
		// twice
		this.jdbc.sql("select pg_advisory_xact_lock(379901, hashtext(?))")
			.param("notices of " + pattern)
			.query()
			.singleRow();
		Map<UUID, String> given = new HashMap<>(of(decisions.stream().map(Decision::id).toList()));
		int year = pattern.contains(NoticeNumberSettings.YEAR) ? Year.now(this.clock).getValue() : 0;
		int number = this.jdbc.sql("select coalesce(max(number), 0) from notice_number where series = ? and year = ?")
			.params(pattern, year)
			.query(Integer.class)
			.single();
		for (Decision decision : decisions) {
			if (given.containsKey(decision.id())) {
				continue;
			}
			number++;
			String text = pattern.replace(NoticeNumberSettings.YEAR, Integer.toString(year))
				.replace(NoticeNumberSettings.NUMBER, Integer.toString(number));
			given.put(decision.id(), text);
			this.jdbc
				.sql("insert into notice_number (decision, series, year, number, text, given_by)"
						+ " values (?, ?, ?, ?, ?, ?)")
				.params(decision.id(), pattern, year, number, text, this.user.name())
				.update();
		}
	}

}
