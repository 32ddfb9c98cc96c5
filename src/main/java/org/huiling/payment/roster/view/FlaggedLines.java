package org.huiling.payment.roster.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.ApplicantRegister.ShownPerson;
import org.huiling.payment.roster.Roster;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which lines of a roster a flag is about, and who is meant besides: of two files that
 * may be one person's, each is named at the other.
 */
@Component
public class FlaggedLines {

	/** More lines than that nobody looks at one by one. */
	private static final int MOST = 50;

	private final JdbcClient jdbc;

	private final ApplicantRegister register;

	FlaggedLines(JdbcClient jdbc, ApplicantRegister register) {
		this.jdbc = jdbc;
		this.register = register;
	}

	/** A flag of a roster: its code, whom it is about and how many people. */
	public record Flag(String code, UUID applicant, long people) {

		boolean isOfTwo() {
			return "SAME_PERSON".equals(this.code);
		}

	}

	/** Flags with their lines, and who else is meant where that is known. */
	public List<FlagView> of(Roster roster, List<Flag> flags) {
		Set<UUID> people = flags.stream().map(Flag::applicant).collect(Collectors.toCollection(LinkedHashSet::new));
		Map<UUID, Set<UUID>> others = others(roster,
				flags.stream().filter(Flag::isOfTwo).map(Flag::applicant).collect(Collectors.toSet()));
		others.values().forEach(people::addAll);
		Map<UUID, Set<Integer>> lines = lines(roster, people);
		Map<UUID, ShownPerson> shown = this.register.shown(people);
		return flags.stream()
			.map((flag) -> new FlagView(flag.code(), flag.applicant(), number(shown.get(flag.applicant())),
					flag.people(), numbers(lines.get(flag.applicant())),
					flag.isOfTwo() ? others.getOrDefault(flag.applicant(), Set.of())
						.stream()
						.map((other) -> new FlagView.Other(other, number(shown.get(other)), numbers(lines.get(other))))
						.toList() : null))
			.toList();
	}

	private static @Nullable String number(@Nullable ShownPerson person) {
		return (person != null) ? person.fileNumber() : null;
	}

	private static List<Integer> numbers(@Nullable Set<Integer> lines) {
		return (lines != null) ? lines.stream().limit(MOST).toList() : List.of();
	}

	private Map<UUID, Set<UUID>> others(Roster roster, Collection<UUID> people) {
		Map<UUID, Set<UUID>> others = new HashMap<>();
		if (!people.isEmpty()) {
			this.jdbc
				.sql("select p.applicant, o.applicant as other from payment_payee p cross join lateral"
						+ " (select o.applicant from payment_payee o where o.roster = p.roster"
						+ " and o.person_hash = p.person_hash and o.applicant <> p.applicant limit " + MOST + ") o"
						+ " where p.roster = ? and p.applicant = any(?) order by 1, 2")
				.params(roster.id(), people.toArray(UUID[]::new))
				.query((row) -> {
					others.computeIfAbsent(row.getObject("applicant", UUID.class), (person) -> new LinkedHashSet<>())
						.add(row.getObject("other", UUID.class));
				});
		}
		return others;
	}

	private Map<UUID, Set<Integer>> lines(Roster roster, Collection<UUID> people) {
		Map<UUID, Set<Integer>> lines = new HashMap<>();
		this.jdbc.sql("select applicant, number from payment_line where roster = ? and applicant = any(?)")
			.params(roster.id(), people.toArray(UUID[]::new))
			.query((row) -> {
				lines.computeIfAbsent(row.getObject("applicant", UUID.class), (person) -> new TreeSet<>())
					.add(row.getInt("number"));
			});
		return lines;
	}

}
