package org.huiling.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.huiling.engine.Jurisdiction;
import org.huiling.engine.Program;
import org.huiling.engine.standard.Standards;
import org.huiling.policy.published.PolicyStore;
import org.huiling.policy.published.PublishedVersion;
import org.huiling.policy.published.StandardsHistory;
import org.huiling.policy.published.Timeline;
import org.huiling.policy.published.VersionId;

/**
 * Everything published, as one immutable snapshot.
 *
 * @param jurisdictions by id
 * @param programs in the order of evaluation, by jurisdiction
 * @param timelines the versions of each program, by jurisdiction and program
 * @param standards every revision of the standards
 */
public record Catalogue(Map<String, Jurisdiction> jurisdictions, Map<String, List<Program>> programs,
		Map<String, Map<String, Timeline>> timelines, StandardsHistory standards) {

	static final Catalogue EMPTY = new Catalogue(Map.of(), Map.of(), Map.of(), StandardsHistory.EMPTY);

	/**
	 * Reads the snapshot from the database.
	 * @param store where it is kept
	 * @return the snapshot
	 */
	static Catalogue load(PolicyStore store) {
		Map<String, Jurisdiction> jurisdictions = new TreeMap<>();
		store.jurisdictions().forEach((jurisdiction) -> jurisdictions.put(jurisdiction.id(), jurisdiction));
		Map<String, List<Program>> programs = new TreeMap<>();
		for (PolicyStore.OwnedProgram owned : store.programs()) {
			programs.merge(owned.jurisdiction(), List.of(owned.program()), Catalogue::joined);
		}
		Map<String, Map<String, Timeline>> timelines = new TreeMap<>();
		for (PublishedVersion version : store.versions()) {
			timelines.computeIfAbsent(version.id().jurisdiction(), (id) -> new TreeMap<>())
				.merge(version.id().program(), new Timeline(List.of(version)),
						(some, more) -> new Timeline(joined(some.versions(), more.versions())));
		}
		return new Catalogue(jurisdictions, programs, timelines, StandardsHistory.of(store.standardsRevisions()));
	}

	public List<Program> programs(String jurisdiction) {
		return this.programs.getOrDefault(jurisdiction, List.of());
	}

	/**
	 * The programs that are assessed in a jurisdiction: its own, and those of enclosing
	 * ones that apply below, unless it or a nearer one has a program of the same id.
	 * @param jurisdiction its id
	 * @return in the order of evaluation, the enclosing ones' with their owner
	 */
	public List<Program> applying(String jurisdiction) {
		List<Program> own = programs(jurisdiction);
		Jurisdiction here = this.jurisdictions.get(jurisdiction);
		if (here == null) {
			return own;
		}
		List<Program> all = new ArrayList<>(own);
		this.jurisdictions.values()
			.stream()
			.filter((one) -> here.isBelow(one) && here.currency().equals(one.currency()))
			.sorted(Comparator.comparingInt((Jurisdiction one) -> one.regionPrefix().length()).reversed())
			.forEach((enclosing) -> programs(enclosing.id()).stream()
				.filter((program) -> program.appliesBelow()
						&& all.stream().noneMatch((one) -> one.id().equals(program.id())))
				.forEach((program) -> all.add(program.of(enclosing))));
		if (all.size() == own.size()) {
			return own;
		}
		all.sort(Comparator.comparingInt(Program::order).thenComparing(Program::id));
		return List.copyOf(all);
	}

	/**
	 * The versions of a program as a jurisdiction has it.
	 * @param jurisdiction its id
	 * @param program one of {@link #applying}
	 * @return its owner's
	 */
	Timeline timeline(String jurisdiction, Program program) {
		return timeline((program.owner() != null) ? program.owner().id() : jurisdiction, program.id());
	}

	public Timeline timeline(String jurisdiction, String program) {
		return this.timelines.getOrDefault(jurisdiction, Map.of()).getOrDefault(program, Timeline.EMPTY);
	}

	/**
	 * The digests of the standards that a jurisdiction went by at an instant.
	 * @param jurisdiction its id
	 * @param knownAt the instant
	 * @return by whose they are
	 */
	Map<String, String> standardsKnown(String jurisdiction, Instant knownAt) {
		Jurisdiction owner = this.jurisdictions.get(jurisdiction);
		return (owner != null) ? this.standards.known(owner, this.jurisdictions.values(), knownAt) : Map.of();
	}

	/**
	 * The standards that a jurisdiction goes by.
	 * @param jurisdiction its id
	 * @param known the digests of those that count, by whose they are
	 * @return none if one of them is not kept
	 */
	Optional<Standards> standards(String jurisdiction, Map<String, String> known) {
		Jurisdiction owner = this.jurisdictions.get(jurisdiction);
		return (owner != null) ? this.standards.of(owner, this.jurisdictions.values(), known)
				: Optional.of(Standards.NONE);
	}

	/**
	 * When what is known about a jurisdiction's versions changes next.
	 * @param jurisdiction its id
	 * @param instant an instant
	 * @return the first publication, of standards too, or withdrawal after it; the end of
	 * time if there is none
	 */
	Instant changesAfter(String jurisdiction, Instant instant) {
		Jurisdiction owner = this.jurisdictions.get(jurisdiction);
		Instant set = (owner != null) ? this.standards.changesAfter(owner, this.jurisdictions.values(), instant)
				: Instant.MAX;
		Instant published = applying(jurisdiction).stream()
			.flatMap((program) -> timeline(jurisdiction, program).versions().stream())
			.flatMap((version) -> Stream.concat(Stream.of(version.publishedAt()),
					Stream.ofNullable(version.withdrawnAt())))
			.filter((change) -> change.isAfter(instant))
			.min(Comparator.naturalOrder())
			.orElse(Instant.MAX);
		return set.isBefore(published) ? set : published;
	}

	/**
	 * The jurisdiction that claims a region by the longest prefix.
	 * @param region a region code
	 * @return the jurisdiction, or none
	 */
	Optional<Jurisdiction> jurisdictionOf(String region) {
		return this.jurisdictions.values()
			.stream()
			.filter((jurisdiction) -> !jurisdiction.regionPrefix().isEmpty()
					&& region.startsWith(jurisdiction.regionPrefix()))
			.max(Comparator.comparingInt((jurisdiction) -> jurisdiction.regionPrefix().length()));
	}

	public Optional<PublishedVersion> version(VersionId id) {
		return timeline(id.jurisdiction(), id.program()).versions()
			.stream()
			.filter((version) -> version.id().equals(id))
			.findFirst();
	}

	/**
	 * All versions.
	 * @return by jurisdiction, program and time
	 */
	public List<PublishedVersion> versions() {
		return this.timelines.values()
			.stream()
			.flatMap((programs) -> programs.values().stream())
			.flatMap((timeline) -> timeline.versions().stream())
			.toList();
	}

	private static <T> List<T> joined(List<T> some, List<T> more) {
		return Stream.concat(some.stream(), more.stream()).toList();
	}

}
