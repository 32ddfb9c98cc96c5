package org.huiling.policy.drafts.kind;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.huiling.account.CurrentUser;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.Program;
import org.huiling.engine.VersionSpan;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.input.Ids;
import org.huiling.policy.PolicyPublishing;
import org.huiling.policy.drafts.store.Draft;
import org.huiling.policy.drafts.store.DraftBody;
import org.huiling.policy.drafts.store.DraftCheck;
import org.huiling.policy.drafts.store.DraftFault;
import org.huiling.policy.drafts.store.DraftRepository;
import org.huiling.policy.drafts.store.DraftState;
import org.huiling.policy.drafts.store.Published;
import org.huiling.problem.Refusal;

import org.springframework.stereotype.Component;

/** Drafts of policies: they become versions. */
@Component
public class PolicyKind implements DraftKind {

	private static final int CONFLICT = 409;

	private final PolicyPublishing published;

	private final PolicyCompiler compiler;

	private final NeededFacts facts;

	private final DeclaredElsewhere elsewhere;

	private final UnchangedBasis basis;

	private final DictionaryInForce dictionary;

	private final DraftRepository repository;

	private final CurrentUser user;

	private final Clock clock;

	/** Checks take seconds, and people go back and forth between the pages of a draft. */
	private final Cache<Looked, CheckReport> looked = Caffeine.newBuilder()
		.maximumSize(30)
		.expireAfterAccess(Duration.ofMinutes(15))
		.build();

	PolicyKind(PolicyPublishing published, PolicyCompiler compiler, NeededFacts facts, DeclaredElsewhere elsewhere,
			UnchangedBasis basis, DictionaryInForce dictionary, DraftRepository repository, CurrentUser user,
			Clock clock) {
		this.elsewhere = elsewhere;
		this.basis = basis;
		this.published = published;
		this.compiler = compiler;
		this.facts = facts;
		this.dictionary = dictionary;
		this.repository = repository;
		this.user = user;
		this.clock = clock;
	}

	/** What a check finds hangs on nothing but what is looked at here. */
	private record Looked(String jurisdiction, String program, String version, String digest,
			List<VersionSpan> neighbours, String dictionary, long catalogue) {
	}

	@Override
	public boolean begins(DraftBody wanted) {
		return wanted.factFile() == null && !wanted.isOfStandards();
	}

	@Override
	public boolean isKindOf(Draft draft) {
		return draft.target() != null;
	}

	@Override
	public Draft begin(DraftBody wanted, String by) {
		String owner = Objects.requireNonNull(wanted.jurisdiction());
		String program = Objects.requireNonNull(wanted.program());
		LocalDate from = Objects.requireNonNull(wanted.effectiveFrom());
		Jurisdiction jurisdiction = this.published.jurisdiction(owner)
			.orElseThrow(() -> DraftFault.NO_SUCH_JURISDICTION.refusal("jurisdiction",
					this.published.jurisdictions().stream().map(Jurisdiction::id).toList().toString()));
		List<String> programs = this.published.programs(owner).stream().map(Program::id).toList();
		if (!programs.contains(program)) {
			throw DraftFault.NO_SUCH_PROGRAM.refusal("program", programs.toString());
		}
		this.user.requireRegion(jurisdiction.regionPrefix());
		Draft.Target target = new Draft.Target(owner, program, this.published.nextName(owner, program, from), from,
				wanted.basedOn());
		Map<String, byte[]> files = (wanted.basedOn() != null) ? copies(target, wanted) : Map.of();
		List<String> needs = (wanted.needs() != null) ? needs(wanted.needs()) : List.of();
		return Draft.begun(wanted.title().words(), target, null, null, needs, files, by, this.clock.instant());
	}

	/**
	 * The drafts that a policy needs.
	 * @param ids their ids
	 * @return the ids
	 * @throws org.huiling.problem.InvalidInput 422 naming the first that is no draft of a
	 * fact file
	 */
	public List<String> needs(Collection<String> ids) {
		List<String> needs = new ArrayList<>();
		for (String id : ids) {
			Optional<Draft> needed = Optional.ofNullable(Ids.parse(id)).flatMap(this.repository::findById);
			if (needed.isEmpty() || needed.get().factFile() == null) {
				throw DraftFault.NO_SUCH_FACT_DRAFT.refusal("needs[" + needs.size() + "]");
			}
			needs.add(needed.get().id().toString());
		}
		return needs;
	}

	private Map<String, byte[]> copies(Draft.Target target, DraftBody wanted) {
		PolicyFiles files = this.published
			.files(target.jurisdiction(), target.program(), Objects.requireNonNull(wanted.basedOn()))
			.orElseThrow(() -> DraftFault.NO_SUCH_VERSION.refusal("basedOn"));
		Map<String, byte[]> copies = new TreeMap<>(files.files());
		copies.computeIfPresent(NextHeader.FILE,
				(path, content) -> NextHeader.of(content, target, wanted.title().words()));
		return copies;
	}

	@Override
	public void requireRegion(Draft draft) {
		this.published.jurisdiction(draft.policy().jurisdiction())
			.ifPresent((jurisdiction) -> this.user.requireRegion(jurisdiction.regionPrefix()));
	}

	@Override
	public void requireFile(Draft draft, String path, byte[] content) {
		DraftFiles.require(this.compiler, draft.policyFiles(), path, content);
	}

	@Override
	public String version(Draft draft) {
		Draft.Target target = draft.policy();
		return this.published.nextName(target.jurisdiction(), target.program(), target.effectiveFrom());
	}

	@Override
	public DraftCheck check(Draft draft, Map<String, byte[]> files) {
		NeededFacts.By by = this.facts.of(draft);
		VersionDirectory directory = directory(draft, files);
		return new DraftCheck(told(checked(by, directory), draft, files), by.revision(), directory.files().standards(),
				null, null);
	}

	@Override
	public CheckReport look(Draft draft, Map<String, byte[]> files) {
		NeededFacts.By by = this.facts.of(draft);
		VersionDirectory directory = directory(draft, files);
		PolicyFiles version = directory.files();
		if (!by.problems().isEmpty()) {
			return checked(by, directory);
		}
		return told(this.looked.get(
				new Looked(version.jurisdiction(), version.program(), version.version(), version.digest(),
						directory.neighbours(), by.digest(), this.published.catalogueRevision()),
				(key) -> checked(by, directory)), draft, files);
	}

	private CheckReport told(CheckReport report, Draft draft, Map<String, byte[]> files) {
		return this.basis.told(this.elsewhere.told(report, draft), draft, files);
	}

	private VersionDirectory directory(Draft draft, Map<String, byte[]> files) {
		Draft.Target target = draft.policy();
		return this.published
			.directory(new PolicyFiles(target.jurisdiction(), target.program(), target.version(), files));
	}

	private static CheckReport checked(NeededFacts.By by, VersionDirectory directory) {
		return by.problems().isEmpty() ? by.compiler().check(directory)
				: new CheckReport(by.problems(), List.of(), List.of(), List.of());
	}

	@Override
	public void requireNeeds(Draft draft) {
		List<String> open = draft.needs()
			.stream()
			.filter((id) -> this.repository.findById(UUID.fromString(id))
				.map((needed) -> needed.state() != DraftState.PUBLISHED)
				.orElse(true))
			.toList();
		if (!open.isEmpty()) {
			throw new Refusal(CONFLICT, "NEEDS_UNPUBLISHED", String.join(", ", open));
		}
	}

	@Override
	public Optional<Published> publish(Draft draft, DraftCheck checked, String by) {
		if (this.dictionary.hold() != checked.revision()) {
			return Optional.empty();
		}
		PolicyFiles files = draft.policyFiles().with(checked.beside());
		if (!this.published.hold(files)) {
			return Optional.empty();
		}
		return Optional.of(new Published(this.published.publish(files, this.compiler.header(files), checked.revision(),
				draft.id().toString(), by, String.valueOf(draft.hands().approvedBy())), null, null));
	}

}
