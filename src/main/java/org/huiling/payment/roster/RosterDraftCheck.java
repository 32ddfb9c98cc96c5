package org.huiling.payment.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.FileError;
import org.huiling.problem.Refusal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * That nothing recorded since a draft was made ends or lowers one of its lines, whatever
 * it was that was recorded: everybody touched since is calculated anew, by what stands
 * and by what would be decided now, and compared; and that no other jurisdiction has paid
 * a line meanwhile. People nothing was recorded about are not looked at otherwise.
 */
@Component
class RosterDraftCheck {

	private static final int CONFLICT = 409;

	private static final int BLOCK = 500;

	/** Lines that are told. */
	private static final int MOST = 200;

	/** Lines that the sentence for people names. */
	private static final int NAMED = 20;

	private final JdbcClient jdbc;

	private final TouchedPeople touched;

	private final DraftComparison comparison;

	private final PaidElsewhere elsewhere;

	private final PolicyCatalogue catalogue;

	private final TransactionTemplate transaction;

	RosterDraftCheck(JdbcClient jdbc, TouchedPeople touched, DraftComparison comparison, PaidElsewhere elsewhere,
			PolicyCatalogue catalogue, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.touched = touched;
		this.comparison = comparison;
		this.elsewhere = elsewhere;
		this.catalogue = catalogue;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * A version of a policy of the roster's jurisdiction.
	 *
	 * @param program the program's id
	 * @param version its name
	 */
	record PolicyVersion(String program, String version) {
	}

	/**
	 * Looks through a draft.
	 * @param roster the draft
	 * @param since what was recorded up to then is known to change nothing in it
	 * @param now what is recorded up to then counts
	 * @throws Refusal 409 {@code HELD_SINCE} if it pays somebody whose payments are held
	 * back, {@code ROSTER_OUTDATED} if any line is ended or lowered otherwise
	 */
	void require(Roster roster, Instant since, Instant now) {
		Map<Integer, StaleReason> stale = new TreeMap<>();
		this.transaction.executeWithoutResult((status) -> {
			this.elsewhere.lines(roster).forEach((line) -> stale.put(line, StaleReason.PAID_BY_ANOTHER));
			withdrawn(roster, roster.knownAt(), now).forEach((version) -> lines(roster, version, stale));
			List<UUID> people = new ArrayList<>(people(roster, since));
			for (int from = 0; from < people.size(); from += BLOCK) {
				stale.putAll(
						this.comparison.of(roster, people.subList(from, Math.min(from + BLOCK, people.size())), now));
			}
		});
		if (!stale.isEmpty()) {
			throw refused(stale);
		}
	}

	/**
	 * Whoever was touched; of a draft that was made again after a withdrawal, those too
	 * who are still paid by the version.
	 */
	private Set<UUID> people(Roster roster, Instant since) {
		Set<UUID> people = new HashSet<>(this.touched.on(roster, since));
		withdrawn(roster, since, roster.knownAt())
			.forEach((version) -> people.addAll(this.touched.paidBy(roster, version)));
		return people;
	}

	private void lines(Roster roster, PolicyVersion version, Map<Integer, StaleReason> stale) {
		this.jdbc.sql("select number from payment_line where roster = ? and program = ? and version = ? and amount > 0")
			.params(roster.id(), version.program(), version.version())
			.query(Integer.class)
			.list()
			.forEach((line) -> stale.put(line, StaleReason.VERSION_WITHDRAWN));
	}

	private Set<PolicyVersion> withdrawn(Roster roster, Instant since, Instant until) {
		if (!until.isAfter(since)) {
			return Set.of();
		}
		Set<PolicyVersion> withdrawn = new HashSet<>(known(roster.jurisdiction(), since));
		withdrawn.removeAll(known(roster.jurisdiction(), until));
		return withdrawn;
	}

	private Collection<PolicyVersion> known(String jurisdiction, Instant knownAt) {
		return this.catalogue.snapshot(jurisdiction, knownAt)
			.pages()
			.stream()
			.flatMap((page) -> page.editions()
				.stream()
				.map((edition) -> new PolicyVersion(page.program(), edition.version())))
			.collect(Collectors.toSet());
	}

	private static Refusal refused(Map<Integer, StaleReason> stale) {
		boolean held = stale.values().stream().allMatch((reason) -> reason == StaleReason.HELD);
		List<FileError> lines = stale.entrySet()
			.stream()
			.limit(MOST)
			.map((line) -> line.getValue().of(line.getKey()))
			.toList();
		String named = stale.keySet().stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
		return new Refusal(CONFLICT, held ? "HELD_SINCE" : "ROSTER_OUTDATED", lines, stale.size(),
				(stale.size() > NAMED) ? named + " …" : named);
	}

}
