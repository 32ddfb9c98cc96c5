package org.huiling.policy.drafts.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.huiling.engine.ClassStore;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.Program;
import org.huiling.engine.comparison.VariedParameter;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.standard.StandardsFile;
import org.huiling.input.Ids;
import org.huiling.policy.CatalogueSnapshot;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.policy.PolicyPublishing;
import org.huiling.policy.drafts.Approval;
import org.huiling.policy.drafts.Drafting;
import org.huiling.policy.drafts.store.Draft;
import org.huiling.policy.drafts.store.DraftFault;
import org.huiling.policy.drafts.store.DraftRepository;
import org.huiling.policy.drafts.store.DraftState;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Drafts put over what is in force, for those who want to see what they would do before
 * they are published: policies, and the standards that they go by.
 */
@Component
public class DraftTrials {

	private static final int UNPROCESSABLE = 422;

	private final DraftRepository repository;

	private final Drafting drafting;

	private final PolicyPublishing published;

	private final PolicyCatalogue catalogue;

	private final PolicyCompiler compiler;

	DraftTrials(DraftRepository repository, Drafting drafting, PolicyPublishing published, PolicyCatalogue catalogue,
			PolicyCompiler compiler) {
		this.repository = repository;
		this.drafting = drafting;
		this.published = published;
		this.catalogue = catalogue;
		this.compiler = compiler;
	}

	/**
	 * Checks drafts as they would be in force together.
	 * @param ids of the drafts
	 * @param jurisdiction whose people they are to be tried on
	 * @return the drafts as they are
	 * @throws InvalidInput 422 naming each that is not there, is not open any more, is of
	 * facts, or is of another jurisdiction
	 * @throws Refusal 422 {@code CHECK_FAILED} with what the check of the first that
	 * fails finds
	 */
	public List<TriedDraft> checked(List<String> ids, Jurisdiction jurisdiction) {
		this.published.catchUp();
		List<Draft> drafts = new ArrayList<>();
		List<FieldError> errors = new ArrayList<>();
		for (int i = 0; i < ids.size(); i++) {
			Optional<Draft> found = Optional.ofNullable(Ids.parse(ids.get(i))).flatMap(this.repository::findById);
			DraftFault fault = found.isEmpty() ? DraftFault.NO_SUCH_DRAFT : fault(found.get(), jurisdiction);
			if (fault != null) {
				errors.add(FieldError.of((ids.size() > 1) ? "draft[" + i + "]" : "draft", fault.name(), ids.get(i)));
			}
			found.ifPresent(drafts::add);
		}
		if (!errors.isEmpty()) {
			throw new InvalidInput(UNPROCESSABLE, errors);
		}
		List<StandardsFile> standards = new ArrayList<>();
		for (Draft draft : drafts) {
			if (draft.standards() != null) {
				require(draft, this.drafting.kind(draft).look(draft, draft.contents()));
				standards.add(file(TriedDraft.of(draft)));
			}
		}
		for (Draft draft : drafts) {
			if (draft.target() != null) {
				require(draft, standards.isEmpty() ? this.drafting.kind(draft).look(draft, draft.contents())
						: this.compiler.check(with(this.published.directory(draft.policyFiles()), standards)));
			}
		}
		return drafts.stream().map(TriedDraft::of).toList();
	}

	/**
	 * A draft whose check passes, as it is.
	 * @param id its id
	 * @return none if it cannot be tried on the people of its jurisdiction, or if the
	 * check finds something
	 */
	public Optional<TriedDraft> tried(UUID id) {
		this.published.catchUp();
		return this.repository.findById(id)
			.filter((draft) -> draft.factFile() == null)
			.filter((draft) -> this.published.jurisdiction(TriedDraft.of(draft).jurisdiction())
				.filter((jurisdiction) -> fault(draft, jurisdiction) == null)
				.isPresent())
			.filter((draft) -> this.drafting.kind(draft).look(draft, draft.contents()).ok())
			.map(TriedDraft::of);
	}

	private @Nullable DraftFault fault(Draft draft, Jurisdiction jurisdiction) {
		if (draft.state() == DraftState.PUBLISHED || draft.state() == DraftState.DISCARDED) {
			return DraftFault.DRAFT_OVER;
		}
		if (draft.factFile() != null || isWaitingForFacts(draft)) {
			return DraftFault.TRIED_FACTS;
		}
		TriedDraft tried = TriedDraft.of(draft);
		boolean enclosing = this.published.jurisdiction(tried.jurisdiction())
			.filter((owner) -> owner.id().equals(jurisdiction.id()) || jurisdiction.isBelow(owner))
			.isPresent();
		boolean applies = tried.program() == null || this.published.book(jurisdiction.id())
			.programs()
			.stream()
			.anyMatch((program) -> program.id().equals(tried.program())
					&& tried.jurisdiction().equals(owner(program, jurisdiction)));
		return (enclosing && applies) ? null : DraftFault.DRAFT_OF_OTHERS;
	}

	private static String owner(Program program, Jurisdiction jurisdiction) {
		Jurisdiction owner = program.owner();
		return (owner != null) ? owner.id() : jurisdiction.id();
	}

	private boolean isWaitingForFacts(Draft draft) {
		return draft.needs()
			.stream()
			.anyMatch((id) -> this.repository.findById(UUID.fromString(id))
				.filter((needed) -> needed.state() == DraftState.PUBLISHED)
				.isEmpty());
	}

	private static void require(Draft draft, CheckReport report) {
		if (!report.ok()) {
			throw new Refusal(UNPROCESSABLE, "CHECK_FAILED", Approval.errors(report), draft.id());
		}
	}

	private static VersionDirectory with(VersionDirectory directory, List<StandardsFile> standards) {
		PolicyFiles files = directory.files();
		for (StandardsFile file : standards) {
			files = files.with(files.standards().with(file));
		}
		return new VersionDirectory(directory.jurisdiction(), directory.program(), files, directory.neighbours(),
				directory.others());
	}

	private StandardsFile file(TriedDraft draft) {
		return Objects.requireNonNull(this.compiler
			.standards(draft.jurisdiction(), draft.files().getOrDefault(StandardsFile.NAME, new byte[0]))
			.file(), "standards that were checked");
	}

	/**
	 * What was known with drafts over it, by the dictionary that was known.
	 * @param snapshot which versions
	 * @param drafts that were {@link #checked}
	 * @return the policies as they would be if the drafts were published
	 * @throws org.huiling.engine.problem.PolicyDefects if a draft does not compile any
	 * more
	 */
	public PolicyBook over(CatalogueSnapshot snapshot, Collection<TriedDraft> drafts) {
		List<StandardsFile> standards = drafts.stream()
			.filter((draft) -> draft.program() == null)
			.map(this::file)
			.toList();
		PolicyBook book = this.catalogue.book(snapshot, standards);
		for (TriedDraft draft : drafts) {
			if (draft.program() != null) {
				book = new PolicyWithDraft(book, compiled(snapshot, draft, standards));
			}
		}
		return book;
	}

	private CompiledPolicy compiled(CatalogueSnapshot snapshot, TriedDraft draft, List<StandardsFile> standards) {
		PolicyFiles version = version(draft).with(this.catalogue.standards(snapshot, draft.jurisdiction(), standards));
		return this.compiler.compile(version, program(version), ClassStore.NONE)
			.by(this.catalogue.revision(snapshot).reading());
	}

	private static PolicyFiles version(TriedDraft draft) {
		return new PolicyFiles(draft.jurisdiction(), Objects.requireNonNull(draft.program()),
				Objects.requireNonNull(draft.version()), draft.files());
	}

	private Program program(PolicyFiles version) {
		return this.published.programs(version.jurisdiction())
			.stream()
			.filter((one) -> one.id().equals(version.program()))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * What was known with drafts over it and a number set to another.
	 * @param snapshot which versions
	 * @param drafts that were {@link #checked}
	 * @param varied which number, and on which days versions have to be in force
	 * @return the policies as they would be
	 * @throws InvalidInput 422 naming the version that has no such number, or cannot have
	 * that value
	 */
	public PolicyBook varied(CatalogueSnapshot snapshot, Collection<TriedDraft> drafts, Varied varied) {
		List<StandardsFile> standards = drafts.stream()
			.filter((draft) -> draft.program() == null)
			.map(this::file)
			.toList();
		PolicyBook with = over(snapshot, drafts);
		VariedPolicies policies = new VariedPolicies(with, varied.program());
		for (LocalDate day : varied.days()) {
			CompiledPolicy policy = with.inForce(varied.program(), day);
			if (policy != null && !policies.isReplaced(policy)) {
				PolicyFiles files = files(with, policy, drafts);
				policies.replace(policy,
						compiled(files.with(this.catalogue.standards(snapshot, files.jurisdiction(), standards)),
								varied)
							.by(this.catalogue.revision(snapshot).reading()));
			}
		}
		return policies;
	}

	/** Those of a draft, or as published. */
	private PolicyFiles files(PolicyBook book, CompiledPolicy policy, Collection<TriedDraft> drafts) {
		String program = policy.program().id();
		return drafts.stream()
			.filter((draft) -> program.equals(draft.program()))
			.map(DraftTrials::version)
			.filter((files) -> files.digest().equals(policy.digest()))
			.findFirst()
			.or(() -> book.programs()
				.stream()
				.filter((one) -> one.id().equals(program))
				.findFirst()
				.flatMap((one) -> this.published.files(owner(one, book.jurisdiction()), program, policy.version())))
			.orElseThrow();
	}

	private CompiledPolicy compiled(PolicyFiles files, Varied varied) {
		PolicyFiles other = VariedParameter.set(files, varied.parameter(), varied.value())
			.orElseThrow(() -> DraftFault.NO_SUCH_NUMBER.refusal("vary.parameter", files.version()));
		try {
			return this.compiler.compilePublished(other, program(files), ClassStore.NONE);
		}
		catch (PolicyDefects defects) {
			throw DraftFault.VALUE_NOT_ADMITTED.refusal("vary.values", varied.value().toPlainString(), files.version(),
					defects.problems().get(0).message().zh());
		}
	}

}
