package org.huiling.policy.published;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.engine.Jurisdiction;
import org.huiling.engine.standard.Standard;
import org.huiling.engine.standard.Standards;
import org.huiling.engine.standard.StandardsFile;

/**
 * Every revision of the standards of all jurisdictions, and which of them was known when.
 * A standard that was not there yet counts as it was when it first was: what
 * installations begin with is dated back.
 *
 * @param revisions by jurisdiction, in the order of their numbers
 */
public record StandardsHistory(Map<String, List<StandardsRevision>> revisions) {

	public static final StandardsHistory EMPTY = new StandardsHistory(Map.of());

	public static StandardsHistory of(List<StandardsRevision> all) {
		return new StandardsHistory(all.stream()
			.collect(Collectors.groupingBy(StandardsRevision::jurisdiction, TreeMap::new, Collectors.toList())));
	}

	/**
	 * The revisions that were known at an instant, of those that a jurisdiction may go
	 * by.
	 * @param owner the jurisdiction
	 * @param all every jurisdiction
	 * @param knownAt the instant
	 * @return their digests, by jurisdiction
	 */
	public Map<String, String> known(Jurisdiction owner, Collection<Jurisdiction> all, Instant knownAt) {
		Map<String, String> known = new TreeMap<>();
		seen(owner, all).forEach((id) -> this.revisions.getOrDefault(id, List.of())
			.stream()
			.filter((revision) -> !revision.knownSince().isAfter(knownAt))
			.reduce((earlier, later) -> later)
			.ifPresent((revision) -> known.put(id, revision.digest())));
		return known;
	}

	/**
	 * What policies of a jurisdiction may go by.
	 * @param owner the jurisdiction
	 * @param all every jurisdiction
	 * @param known the digests of the revisions that count, by jurisdiction
	 * @return none if one of them is not kept
	 */
	public Optional<Standards> of(Jurisdiction owner, Collection<Jurisdiction> all, Map<String, String> known) {
		List<StandardsFile> files = new ArrayList<>();
		for (String id : seen(owner, all).toList()) {
			List<StandardsRevision> kept = this.revisions.getOrDefault(id, List.of());
			String digest = known.get(id);
			int number = (digest == null) ? 0
					: kept.stream()
						.filter((one) -> one.digest().equals(digest))
						.mapToInt(StandardsRevision::number)
						.min()
						.orElse(-1);
			if (number < 0) {
				return Optional.empty();
			}
			if (!kept.isEmpty()) {
				files.add(filled(id, kept, number));
			}
		}
		return Optional.of(new Standards(owner.id(), files));
	}

	private static StandardsFile filled(String id, List<StandardsRevision> kept, int number) {
		Map<String, Standard> standards = new LinkedHashMap<>();
		kept.stream()
			.filter((one) -> one.number() == number)
			.forEach((one) -> standards.putAll(one.file().standards()));
		kept.stream()
			.filter((one) -> one.number() > number)
			.forEach((one) -> one.file().standards().forEach(standards::putIfAbsent));
		return new StandardsFile(id, standards);
	}

	private static Stream<String> seen(Jurisdiction owner, Collection<Jurisdiction> all) {
		return all.stream().filter((one) -> one.id().equals(owner.id()) || owner.isBelow(one)).map(Jurisdiction::id);
	}

	/**
	 * When what a jurisdiction may go by changes next.
	 * @param owner the jurisdiction
	 * @param all every jurisdiction
	 * @param instant an instant
	 * @return the first publication after it; the end of time if there is none
	 */
	public Instant changesAfter(Jurisdiction owner, Collection<Jurisdiction> all, Instant instant) {
		return seen(owner, all).flatMap((id) -> this.revisions.getOrDefault(id, List.of()).stream())
			.map(StandardsRevision::knownSince)
			.filter((since) -> since.isAfter(instant))
			.min(Comparator.naturalOrder())
			.orElse(Instant.MAX);
	}

}
