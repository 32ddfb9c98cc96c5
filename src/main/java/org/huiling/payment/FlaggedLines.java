package org.huiling.payment;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.ApplicantRegister.ShownPerson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which lines of a roster a flag is about, and who is meant besides: of two files that
 * may be one person's, each is named at the other.
 */
@Component
class FlaggedLines {

	/** More lines than that nobody looks at one by one. */
	private static final int MOST = 50;

	private final JdbcClient jdbc;

	private final ApplicantRegister register;

	FlaggedLines(JdbcClient jdbc, ApplicantRegister register) {
		this.jdbc = jdbc;
		this.register = register;
	}

	/** Adds {@code lines}, and {@code with} where it is known who else is meant. */
	void addTo(Roster roster, List<ObjectNode> flags) {
		Set<UUID> people = new LinkedHashSet<>();
		Set<UUID> doubled = new LinkedHashSet<>();
		flags.forEach((flag) -> {
			people.add(person(flag));
			if (isOfTwo(flag)) {
				doubled.add(person(flag));
			}
		});
		Map<UUID, Set<UUID>> others = others(roster, doubled);
		others.values().forEach(people::addAll);
		Map<UUID, Set<Integer>> lines = lines(roster, people);
		Map<UUID, ShownPerson> shown = others.isEmpty() ? Map.of() : this.register.shown(people);
		flags.forEach((flag) -> {
			put(flag, lines.getOrDefault(person(flag), Set.of()));
			if (isOfTwo(flag)) {
				ArrayNode with = flag.putArray("with");
				others.getOrDefault(person(flag), Set.of()).forEach((other) -> {
					ShownPerson known = shown.get(other);
					ObjectNode one = with.addObject()
						.put("applicantId", other.toString())
						.put("fileNumber", (known != null) ? known.fileNumber() : null);
					put(one, lines.getOrDefault(other, Set.of()));
				});
			}
		});
	}

	private static void put(ObjectNode node, Set<Integer> lines) {
		ArrayNode numbers = node.putArray("lines");
		lines.stream().limit(MOST).forEach(numbers::add);
	}

	private static boolean isOfTwo(ObjectNode flag) {
		return "SAME_PERSON".equals(flag.get("code").asString());
	}

	private static UUID person(ObjectNode flag) {
		return UUID.fromString(flag.get("applicantId").asString());
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
