package org.huiling.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.engine.ClassStore;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.Program;
import org.huiling.engine.comparison.VersionComparison;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.policy.comparison.VersionDiff;
import org.huiling.policy.published.PolicyStore;
import org.huiling.policy.published.PolicyView.VersionItem;
import org.huiling.policy.published.PolicyView.VersionPage;
import org.huiling.policy.published.PublishedVersion;
import org.huiling.policy.published.Timeline;
import org.huiling.policy.published.VersionId;
import org.huiling.policy.published.VersionState;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Published versions as people see them, and the one thing that may be done to one. */
@Component
public class Versions {

	private static final Set<VersionState> GOVERNING = EnumSet.of(VersionState.IN_FORCE, VersionState.SCHEDULED);

	private final PolicyCatalogue catalogue;

	private final PolicyStore store;

	private final PolicyCompiler compiler;

	private final ClassStore classes;

	private final Withdrawal withdrawal;

	private final PolicyDiff diff;

	private final CurrentUser user;

	private final Clock clock;

	Versions(PolicyCatalogue catalogue, PolicyStore store, PolicyCompiler compiler, ClassStore classes,
			Withdrawal withdrawal, PolicyDiff diff, CurrentUser user, Clock clock) {
		this.catalogue = catalogue;
		this.store = store;
		this.compiler = compiler;
		this.classes = classes;
		this.withdrawal = withdrawal;
		this.diff = diff;
		this.user = user;
		this.clock = clock;
	}

	/**
	 * The versions of every program and, for whoever may read drafts, drafts of more.
	 * @param jurisdiction a jurisdiction's id, null for all
	 * @param program a program's id, null for all
	 * @return by jurisdiction, program and time, drafts last
	 */
	public List<VersionItem> all(@Nullable String jurisdiction, @Nullable String program) {
		Catalogue now = this.catalogue.current();
		return Stream.concat(now.versions().stream().map((version) -> item(now, version)), drafts())
			.filter((item) -> jurisdiction == null || jurisdiction.equals(item.jurisdiction()))
			.filter((item) -> program == null || program.equals(item.program()))
			.sorted(Comparator.comparing(VersionItem::jurisdiction).thenComparing(VersionItem::program))
			.toList();
	}

	/**
	 * The versions that govern today, and those that will.
	 * @return by jurisdiction, program and time
	 */
	public List<PublishedVersion> governing() {
		Catalogue now = this.catalogue.current();
		return now.versions().stream().filter((version) -> GOVERNING.contains(item(now, version).state())).toList();
	}

	private Stream<VersionItem> drafts() {
		if (!this.user.has(Role.POLICY_EDITOR) && !this.user.has(Role.POLICY_APPROVER)
				&& !this.user.has(Role.AUDITOR)) {
			return Stream.of();
		}
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clock.getZone());
		return this.store.drafts().stream().map((draft) -> draft.item(today));
	}

	/**
	 * The programs of a jurisdiction.
	 * @param jurisdiction its id
	 * @return in the order of evaluation
	 */
	public List<Program> programs(String jurisdiction) {
		return this.catalogue.current().programs(jurisdiction);
	}

	/**
	 * One version.
	 * @param jurisdiction its jurisdiction's id
	 * @param program its program's id
	 * @param version its name
	 * @return what it says but its rules
	 * @throws Refusal 404 {@code VERSION_NOT_FOUND}
	 */
	public VersionPage one(String jurisdiction, String program, String version) {
		VersionId id = new VersionId(jurisdiction, program, version);
		Catalogue now = this.catalogue.current();
		PublishedVersion found = find(now, id);
		PolicyFiles files = this.store.files(id);
		return VersionPage.of(item(now, found), found.basis(), this.store.hands(id), this.compiler.header(files),
				files);
	}

	/**
	 * The rules of a version.
	 * @param jurisdiction its jurisdiction's id
	 * @param program its program's id
	 * @param version its name
	 * @return in order
	 * @throws Refusal 404 {@code VERSION_NOT_FOUND}
	 */
	public List<VersionComparison.Rule> rules(String jurisdiction, String program, String version) {
		PolicyFiles files = files(jurisdiction, program, version);
		return VersionComparison
			.rules(this.compiler.compilePublished(files, program(jurisdiction, program), this.classes));
	}

	/**
	 * The files of a version.
	 * @param jurisdiction its jurisdiction's id
	 * @param program its program's id
	 * @param version its name
	 * @return as published
	 * @throws Refusal 404 {@code VERSION_NOT_FOUND}
	 */
	public PolicyFiles files(String jurisdiction, String program, String version) {
		return this.store.files(find(this.catalogue.current(), new VersionId(jurisdiction, program, version)).id());
	}

	/**
	 * The version's directory as a zip.
	 * @param jurisdiction its jurisdiction's id
	 * @param program its program's id
	 * @param version its name
	 * @return to be unpacked in {@code rules/}
	 * @throws Refusal 404 {@code VERSION_NOT_FOUND}
	 */
	public byte[] archive(String jurisdiction, String program, String version) {
		return RulesArchive.of(files(jurisdiction, program, version));
	}

	/**
	 * What differs between two versions of a program.
	 * @param jurisdiction their jurisdiction's id
	 * @param program their program's id
	 * @param before the name of one
	 * @param after the name of the other
	 * @return what differs
	 * @throws Refusal 404 {@code VERSION_NOT_FOUND}
	 */
	public VersionDiff between(String jurisdiction, String program, String before, String after) {
		return this.diff.between(files(jurisdiction, program, before), files(jurisdiction, program, after), null,
				program(jurisdiction, program), this.catalogue.book(jurisdiction, this.clock.instant()));
	}

	/**
	 * Takes a version back; the one before is in force again.
	 * @param jurisdiction its jurisdiction's id
	 * @param program its program's id
	 * @param version its name
	 * @param reason why
	 * @return the version as it is now
	 * @throws Refusal 403 {@code OUTSIDE_REGION} or {@code OWN_DRAFT}, 404, 409
	 * {@code ALREADY_WITHDRAWN}
	 */
	public VersionPage withdraw(String jurisdiction, String program, String version, String reason) {
		this.withdrawal.withdraw(find(this.catalogue.current(), new VersionId(jurisdiction, program, version)), reason);
		this.catalogue.refresh();
		return one(jurisdiction, program, version);
	}

	private Program program(String jurisdiction, String program) {
		return programs(jurisdiction).stream().filter((each) -> each.id().equals(program)).findFirst().orElseThrow();
	}

	private static PublishedVersion find(Catalogue now, VersionId id) {
		return now.version(id).orElseThrow(() -> Refusal.notFound("VERSION_NOT_FOUND", id.toString()));
	}

	private VersionItem item(Catalogue now, PublishedVersion version) {
		Instant instant = this.clock.instant();
		Timeline timeline = now.timeline(version.id().jurisdiction(), version.id().program());
		VersionState state = VersionState.of(version, timeline, LocalDate.ofInstant(instant, this.clock.getZone()),
				instant);
		return VersionItem.of(version, state, this.clock.getZone());
	}

}
