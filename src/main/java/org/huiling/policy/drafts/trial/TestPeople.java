package org.huiling.policy.drafts.trial;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.policy.drafts.Drafting;
import org.huiling.policy.drafts.store.DraftFault;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People who are made up, kept with a draft to try it on after each change. */
@Component
public class TestPeople {

	private static final int LONGEST_NAME = 100;

	private static final int LARGEST = 20_000;

	private static final int MOST = 50;

	private final JdbcClient jdbc;

	private final Drafting drafting;

	private final CurrentUser user;

	private final Clock clock;

	TestPeople(JdbcClient jdbc, Drafting drafting, CurrentUser user, Clock clock) {
		this.jdbc = jdbc;
		this.drafting = drafting;
		this.user = user;
		this.clock = clock;
	}

	/**
	 * Somebody who is made up.
	 *
	 * @param id theirs
	 * @param name what they show
	 * @param period the month, quarter or year they are tried in
	 * @param person what is known of them, as the HTTP contract has it
	 */
	public record TestPerson(UUID id, String name, String period, String person) {
	}

	/**
	 * Those of a draft.
	 * @param draft its id
	 * @return by name
	 */
	@Transactional(readOnly = true)
	public List<TestPerson> of(UUID draft) {
		return this.jdbc.sql("select * from policy_draft_person where draft = ? order by name, id")
			.param(draft)
			.query((row, number) -> person(row))
			.list();
	}

	/**
	 * One of them.
	 * @param draft the draft's id
	 * @param id theirs
	 * @return nobody if the draft has no such person
	 */
	@Transactional(readOnly = true)
	public Optional<TestPerson> find(UUID draft, UUID id) {
		return of(draft).stream().filter((one) -> one.id().equals(id)).findFirst();
	}

	/**
	 * Keeps somebody, in the place of whoever has the same name.
	 * @param draft its id
	 * @param name what they show
	 * @param period the month, quarter or year they are tried in
	 * @param person what is known of them, as JSON
	 * @throws org.huiling.problem.InvalidInput 422 if the name is empty or too long, they
	 * are too large, or there are too many
	 * @throws org.huiling.problem.Refusal 403 outside of the user's regions, 404
	 */
	@Transactional
	public void keep(UUID draft, String name, String period, String person) {
		this.drafting.lockToChange(draft, null);
		if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
			throw DraftFault.TEST_PERSON_NAME.refusal("name", LONGEST_NAME);
		}
		boolean others = of(draft).stream().filter((one) -> !one.name().equals(name.strip())).count() >= MOST;
		if (others || person.length() > LARGEST) {
			throw DraftFault.TEST_PEOPLE_LIMIT.refusal("name", MOST);
		}
		this.jdbc.sql("""
				insert into policy_draft_person (id, draft, name, period, person, made_by, at)
				values (?, ?, ?, ?, ?, ?, ?)
				on conflict (draft, name) do update
				set period = excluded.period, person = excluded.person, made_by = excluded.made_by, at = excluded.at""")
			.params(UUID.randomUUID(), draft, name.strip(), period, person, this.user.name(),
					OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update();
	}

	/**
	 * Forgets somebody.
	 * @param draft the draft's id
	 * @param id theirs
	 * @throws org.huiling.problem.Refusal 403 outside of the user's regions, 404
	 */
	@Transactional
	public void forget(UUID draft, UUID id) {
		this.drafting.lockToChange(draft, null);
		this.jdbc.sql("delete from policy_draft_person where draft = ? and id = ?").params(draft, id).update();
	}

	private static TestPerson person(ResultSet row) throws SQLException {
		return new TestPerson(row.getObject("id", UUID.class), row.getString("name"), row.getString("period"),
				row.getString("person"));
	}

}
