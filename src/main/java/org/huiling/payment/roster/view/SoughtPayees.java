package org.huiling.payment.roster.view;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.applicant.Payees;
import org.huiling.applicant.Payees.Payee;
import org.huiling.applicant.PeopleMatching;
import org.huiling.applicant.PeopleMatching.Wanted;
import org.huiling.payment.roster.Roster;
import org.huiling.payment.roster.RosterMaker;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks for people on a roster: by the whole name or resident id in any, and in one of
 * moderate length by a part of the name, the number of the file or the last digits of the
 * account as well, for which everybody on it is looked through. Whoever shows who is
 * found notes it.
 */
@Component
class SoughtPayees {

	/** More people are not looked through one by one. */
	static final int MOST = 20_000;

	private static final int BLOCK = 500;

	private static final int FEWEST_DIGITS = 4;

	private final JdbcClient jdbc;

	private final Payees payees;

	private final PeopleMatching matching;

	SoughtPayees(JdbcClient jdbc, Payees payees, PeopleMatching matching) {
		this.jdbc = jdbc;
		this.payees = payees;
		this.matching = matching;
	}

	/** Who on a roster may be meant, by id. */
	Set<UUID> of(Roster roster, String looked) {
		Set<UUID> found = new HashSet<>();
		boolean id = looked.matches("[0-9]{17}[0-9Xx]");
		this.matching
			.match(List.of(new Wanted(id ? looked.toUpperCase(Locale.ROOT) : null, id ? null : looked, null)), "")
			.forEach((meant) -> meant.forEach((one) -> found.add(one.id())));
		List<UUID> people = this.jdbc
			.sql("select distinct applicant from payment_line where roster = ? order by applicant limit ?")
			.params(roster.id(), MOST + 1)
			.query(UUID.class)
			.list();
		if (people.size() <= MOST) {
			for (int from = 0; from < people.size(); from += BLOCK) {
				found.addAll(meant(roster, people.subList(from, Math.min(from + BLOCK, people.size())), looked));
			}
		}
		return found;
	}

	private Set<UUID> meant(Roster roster, Collection<UUID> people, String looked) {
		return this.payees.known(people, roster.knownAt(), RosterMaker.day(roster.knownAt()))
			.entrySet()
			.stream()
			.filter((one) -> isMeant(one.getValue(), looked))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	private static boolean isMeant(Payee payee, String looked) {
		String name = payee.name();
		String account = payee.account();
		return (name != null && name.contains(looked)) || payee.fileNumber().equalsIgnoreCase(looked)
				|| (account != null && looked.length() >= FEWEST_DIGITS && looked.matches("[0-9]+")
						&& account.endsWith(looked));
	}

}
