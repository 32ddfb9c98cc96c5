package org.huiling.policy.drafts;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.huiling.engine.Assessment;
import org.huiling.engine.AssessmentRequest;
import org.huiling.engine.Assessor;
import org.huiling.engine.CheckReport;
import org.huiling.engine.ClassStore;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Explain;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.PolicyDefects;
import org.huiling.engine.PolicyFiles;
import org.huiling.engine.Program;
import org.huiling.engine.VersionDirectory;
import org.huiling.engine.VersionSpan;
import org.huiling.facts.FactRecord;
import org.huiling.facts.Period;
import org.huiling.input.RecordReader;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.policy.PolicyDiff;
import org.huiling.policy.PolicyPublishing;
import org.huiling.policy.PolicyPublishing.Publication;
import org.huiling.policy.comparison.VersionDiff;
import org.huiling.problem.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/** Drafts as somebody works on them: everything that the API does, and trying one out. */
@Component
public class Drafts {

	private final Drafting drafting;

	private final Approval approval;

	private final DraftRepository repository;

	private final PolicyPublishing published;

	private final PolicyDiff diff;

	private final PolicyCompiler compiler;

	/** Checks take seconds, and people go back and forth between the pages of a draft. */
	private final Cache<Looked, CheckReport> looked = Caffeine.newBuilder()
		.maximumSize(30)
		.expireAfterAccess(Duration.ofMinutes(15))
		.build();

	Drafts(Drafting drafting, Approval approval, DraftRepository repository, PolicyPublishing published,
			PolicyDiff diff, PolicyCompiler compiler) {
		this.drafting = drafting;
		this.approval = approval;
		this.repository = repository;
		this.published = published;
		this.diff = diff;
		this.compiler = compiler;
	}

	/**
	 * One page of drafts.
	 * @param jurisdiction a jurisdiction's id, null for all
	 * @param program a program's id, null for all
	 * @param state how far they have come, null for all
	 * @param paging which page
	 * @return the last changed first
	 */
	public Listing<DraftView.Item> list(@Nullable String jurisdiction, @Nullable String program,
			@Nullable DraftState state, Paging paging) {
		return Listing.of(this.repository.page(jurisdiction, program, state, paging.size(), paging.offset()), paging,
				this.repository.count(jurisdiction, program, state));
	}

	/**
	 * A draft.
	 * @param id its id
	 * @return with its files and last check
	 * @throws Refusal 404 {@code DRAFT_NOT_FOUND}
	 */
	public DraftView view(UUID id) {
		return view(this.drafting.get(id));
	}

	DraftView view(Draft draft) {
		return DraftView.of(draft, this.published.corrects(draft.target().version()),
				this.published.isRetroactive(draft.target().effectiveFrom()));
	}

	/**
	 * The files of a draft.
	 * @param id its id
	 * @return as they are now
	 * @throws Refusal 404 {@code DRAFT_NOT_FOUND}
	 */
	public PolicyFiles files(UUID id) {
		return this.drafting.get(id).policyFiles();
	}

	/**
	 * What differs from the version it is based on.
	 * @param id its id
	 * @return what differs
	 * @throws Refusal 404 {@code DRAFT_NOT_FOUND}
	 */
	public VersionDiff diff(UUID id) {
		Draft draft = this.drafting.get(id);
		Draft.Target target = draft.target();
		PolicyFiles files = draft.policyFiles();
		VersionDirectory directory = this.published.directory(files);
		String base = (target.basedOn() != null) ? target.basedOn() : "";
		PolicyFiles before = this.published.files(target.jurisdiction(), target.program(), base)
			.orElse(new PolicyFiles(target.jurisdiction(), target.program(), base, Map.of()));
		return this.diff.between(before, files, false, directory.program(), directory.jurisdiction());
	}

	/**
	 * Begins a draft.
	 * @param wanted as the body of {@code POST /drafts}
	 * @return its id
	 * @throws org.huiling.problem.InvalidInput 400 if a field cannot be read, 422 if it
	 * names what is not there
	 */
	public UUID begin(JsonNode wanted) {
		return this.drafting.begin(RecordReader.read(wanted, DraftBody.class)).id();
	}

	/**
	 * Adds or replaces a file.
	 * @param id the draft's id
	 * @param revision the one that was seen
	 * @param path the file's path
	 * @param content its bytes
	 * @throws Refusal 409 if it may not be changed now, 412 {@code STALE}
	 */
	public void put(UUID id, int revision, String path, byte[] content) {
		this.drafting.put(id, revision, path, content);
	}

	/**
	 * Removes a file.
	 * @param id the draft's id
	 * @param revision the one that was seen
	 * @param path the file's path
	 * @throws Refusal 409 if it may not be changed now, 412 {@code STALE}
	 */
	public void delete(UUID id, int revision, String path) {
		this.drafting.delete(id, revision, path);
	}

	/**
	 * Checks a draft as it would be with another file, and keeps nothing.
	 * @param id the draft's id
	 * @param path the file's path, null for the draft as it is
	 * @param content what would stand in the file
	 * @return what was found
	 */
	public CheckReport look(UUID id, @Nullable String path, byte[] content) {
		PolicyFiles files = files(id);
		if (path == null) {
			return checked(files);
		}
		Map<String, byte[]> changed = new TreeMap<>(files.files());
		changed.put(path, content);
		return checked(new PolicyFiles(files.jurisdiction(), files.program(), files.version(), changed));
	}

	/** What a check finds hangs on nothing but what is looked at here. */
	private record Looked(String jurisdiction, String program, String version, String digest,
			List<VersionSpan> neighbours) {
	}

	private CheckReport checked(PolicyFiles files) {
		VersionDirectory directory = this.published.directory(files);
		return this.looked.get(new Looked(files.jurisdiction(), files.program(), files.version(), files.digest(),
				directory.neighbours()), (key) -> this.compiler.check(directory));
	}

	/**
	 * Checks a draft and keeps that it was checked.
	 * @param id the draft's id
	 */
	public void check(UUID id) {
		this.approval.check(id);
	}

	/**
	 * Hands a draft to an approver.
	 * @param id the draft's id
	 * @param revision the one that was seen
	 * @throws Refusal 409 {@code CHECK_FAILED} with what was found, 412 {@code STALE}
	 */
	public void submit(UUID id, int revision) {
		this.approval.submit(id, revision);
	}

	/**
	 * Approves a draft.
	 * @param id the draft's id
	 * @param revision the one that was seen
	 * @throws Refusal 403 {@code OWN_DRAFT}, 409, 412 {@code STALE}
	 */
	public void approve(UUID id, int revision) {
		this.approval.approve(id, revision);
	}

	/**
	 * Turns a draft down.
	 * @param id the draft's id
	 * @param revision the one that was seen
	 * @param reason why
	 * @throws Refusal 403 {@code OWN_DRAFT}, 409, 412 {@code STALE}
	 */
	public void reject(UUID id, int revision, String reason) {
		this.approval.reject(id, revision, reason);
	}

	/**
	 * Gives a draft up.
	 * @param id the draft's id
	 * @param revision the one that was seen
	 * @throws Refusal 403 {@code NOT_YOUR_DRAFT}, 409, 412 {@code STALE}
	 */
	public void discard(UUID id, int revision) {
		this.approval.discard(id, revision);
	}

	/**
	 * Puts an approved draft in force.
	 * @param id the draft's id
	 * @param revision the one that was seen
	 * @return the version
	 * @throws Refusal 403 {@code OWN_DRAFT}, 409, 412 {@code STALE}
	 */
	public Publication publish(UUID id, int revision) {
		return this.approval.publish(id, revision);
	}

	/**
	 * Asks the draft alone about somebody.
	 * @param id the draft's id
	 * @param person what is known of them
	 * @param period a month or a year
	 * @return its answers
	 * @throws PolicyDefects if it cannot be compiled
	 */
	public List<Assessment> ask(UUID id, FactRecord person, Period period) {
		VersionDirectory directory = this.published.directory(files(id));
		CompiledPolicy policy = this.compiler.compile(directory.files(), directory.program(), ClassStore.NONE);
		AssessmentRequest request = new AssessmentRequest(period, null, Set.of(directory.program().id()), Explain.WHY);
		return new Assessor(new DraftAlone(directory.jurisdiction(), policy)).assess((day) -> person, request)
			.assessments();
	}

	/**
	 * A book that holds nothing but a draft.
	 *
	 * @param jurisdiction whose it is
	 * @param policy the draft
	 */
	private record DraftAlone(Jurisdiction jurisdiction, CompiledPolicy policy) implements PolicyBook {

		@Override
		public List<Program> programs() {
			return List.of(this.policy.program());
		}

		@Override
		public @Nullable CompiledPolicy inForce(String program, LocalDate day) {
			return this.policy;
		}

	}

}
