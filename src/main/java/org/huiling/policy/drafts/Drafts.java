package org.huiling.policy.drafts;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

import org.huiling.engine.Assessment;
import org.huiling.engine.AssessmentRequest;
import org.huiling.engine.Assessor;
import org.huiling.engine.ClassStore;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Explain;
import org.huiling.engine.comparison.WithVersion;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.facts.Period;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.record.FactRecord;
import org.huiling.input.RecordReader;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.policy.PolicyDiff;
import org.huiling.policy.PolicyPublishing;
import org.huiling.policy.comparison.VersionDiff;
import org.huiling.policy.drafts.kind.NeededFacts;
import org.huiling.policy.drafts.store.Draft;
import org.huiling.policy.drafts.store.DraftBody;
import org.huiling.policy.drafts.store.DraftRepository;
import org.huiling.policy.drafts.store.DraftState;
import org.huiling.policy.drafts.store.DraftView;
import org.huiling.policy.drafts.store.Published;
import org.huiling.policy.factfiles.FactFileCheck;
import org.huiling.policy.factfiles.FactFileComparison;
import org.huiling.policy.factfiles.FactFileDiff;
import org.huiling.policy.standards.StandardsCheck;
import org.huiling.policy.standards.StandardsComparison;
import org.huiling.policy.standards.StandardsDiff;
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

	private final FactFileComparison comparison;

	private final StandardsComparison standards;

	private final NeededFacts facts;

	Drafts(Drafting drafting, Approval approval, DraftRepository repository, PolicyPublishing published,
			PolicyDiff diff, FactFileComparison comparison, StandardsComparison standards, NeededFacts facts) {
		this.standards = standards;
		this.drafting = drafting;
		this.approval = approval;
		this.repository = repository;
		this.published = published;
		this.diff = diff;
		this.comparison = comparison;
		this.facts = facts;
	}

	/**
	 * One page of drafts.
	 * @param jurisdiction a jurisdiction's id, null for all
	 * @param program a program's id, null for all
	 * @param factFile a fact file's name, null for all
	 * @param state how far they have come, null for all
	 * @param paging which page
	 * @return the last changed first
	 */
	public Listing<DraftView.Item> list(@Nullable String jurisdiction, @Nullable String program,
			@Nullable String factFile, @Nullable DraftState state, Paging paging) {
		return Listing.of(this.repository.page(jurisdiction, program, factFile, state, paging.size(), paging.offset()),
				paging, this.repository.count(jurisdiction, program, factFile, state));
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
		Draft.Target target = draft.target();
		return (target != null) ? DraftView.of(draft, this.published.corrects(target.version()),
				this.published.isRetroactive(target.effectiveFrom())) : DraftView.of(draft, null, false);
	}

	/**
	 * The files of a draft.
	 * @param id its id
	 * @return as they are now, by path
	 * @throws Refusal 404 {@code DRAFT_NOT_FOUND}
	 */
	public Map<String, byte[]> files(UUID id) {
		return this.drafting.get(id).contents();
	}

	/**
	 * Whether a draft is of a fact file.
	 * @param id its id
	 * @return false for one of a policy
	 * @throws Refusal 404 {@code DRAFT_NOT_FOUND}
	 */
	public boolean isOfFactFile(UUID id) {
		return this.drafting.get(id).factFile() != null;
	}

	/**
	 * What a draft of a fact file changes.
	 * @param id its id
	 * @return what differs from the dictionary in force
	 * @throws Refusal 404 {@code DRAFT_NOT_FOUND}
	 */
	public FactFileDiff factDiff(UUID id) {
		Draft draft = this.drafting.get(id);
		FactFileCheck.Checked checked = this.drafting.kind(draft).check(draft, draft.contents()).facts();
		return this.comparison.diff(Objects.requireNonNull(checked, "a draft of a fact file"));
	}

	/**
	 * What a draft of standards adds.
	 * @param id its id
	 * @return what differs from the standards in force
	 * @throws Refusal 404 {@code DRAFT_NOT_FOUND}
	 */
	public StandardsDiff standardsDiff(UUID id) {
		Draft draft = this.drafting.get(id);
		StandardsCheck.Checked checked = this.drafting.kind(draft).check(draft, draft.contents()).standards();
		return this.standards.diff(Objects.requireNonNull(checked, "a draft of standards"));
	}

	/**
	 * What differs from the version it is based on.
	 * @param id its id
	 * @return what differs
	 * @throws Refusal 404 {@code DRAFT_NOT_FOUND}
	 */
	public VersionDiff diff(UUID id) {
		Draft draft = this.drafting.get(id);
		Draft.Target target = draft.policy();
		VersionDirectory directory = this.published.directory(draft.policyFiles());
		PolicyFiles files = directory.files();
		String base = (target.basedOn() != null) ? target.basedOn() : "";
		PolicyFiles before = this.published.files(target.jurisdiction(), target.program(), base)
			.orElse(new PolicyFiles(target.jurisdiction(), target.program(), base, Map.of()));
		return this.diff.between(before, files, this.facts.of(draft).compiler(), directory.program(),
				this.published.book(target.jurisdiction()));
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
		Draft draft = this.drafting.get(id);
		Map<String, byte[]> files = draft.contents();
		if (path != null) {
			files.put(path, content);
		}
		return this.drafting.kind(draft).look(draft, files);
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
	 * @return the version, or the revision of the dictionary or of the standards
	 * @throws Refusal 403 {@code OWN_DRAFT}, 409, 412 {@code STALE}
	 */
	public Published publish(UUID id, int revision) {
		return this.approval.publish(id, revision);
	}

	/**
	 * Reads people by the facts that a draft is written with.
	 * @param id its id
	 * @return by those in force and of the drafts that it needs
	 */
	public FactReading reading(UUID id) {
		return this.facts.of(this.drafting.get(id)).reading();
	}

	/**
	 * Asks the draft about somebody, and the other programs as far as it looks at them.
	 * @param id the draft's id
	 * @param person what is known of them
	 * @param period a month, a quarter or a year
	 * @return its answers
	 * @throws PolicyDefects if it cannot be compiled
	 */
	public List<Assessment> ask(UUID id, FactRecord person, Period period) {
		return asking(id).apply(person, period);
	}

	/**
	 * The same for several people.
	 * @param id the draft's id
	 * @return answers about whoever is asked about
	 * @throws PolicyDefects if it cannot be compiled
	 */
	public BiFunction<FactRecord, Period, List<Assessment>> asking(UUID id) {
		Draft draft = this.drafting.get(id);
		VersionDirectory directory = this.published.directory(draft.policyFiles());
		CompiledPolicy policy = this.facts.of(draft)
			.compiler()
			.compile(directory.files(), directory.program(), ClassStore.NONE);
		Assessor assessor = new Assessor(
				new WithVersion(this.published.book(directory.jurisdiction().id()), policy, true));
		return (person, period) -> assessor
			.assess((day) -> person, new AssessmentRequest(period, null, Set.of(directory.program().id()), Explain.WHY))
			.assessments();
	}

	/**
	 * What is in force about somebody, for the program of a draft.
	 * @param id the draft's id
	 * @param person what is known of them
	 * @param period a month, a quarter or a year
	 * @return the answers without the draft
	 */
	public List<Assessment> without(UUID id, FactRecord person, Period period) {
		Draft.Target target = this.drafting.get(id).policy();
		AssessmentRequest request = new AssessmentRequest(period, null, Set.of(target.program()), Explain.WHY);
		return new Assessor(this.published.book(target.jurisdiction())).assess((day) -> person, request).assessments();
	}

}
