package org.huiling.decision.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.ApplicantRegister.ShownPerson;
import org.huiling.audit.AuditAction;
import org.huiling.audit.AuditTrail;
import org.huiling.input.Ids;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.Refusal;
import org.huiling.storage.RecordedTime;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was decided, and notes who did. */
@Component
public class DecisionQueries {

	private static final Comparator<Decision> ORDER = Comparator
		.comparing((Decision decision) -> decision.key().program())
		.thenComparing((decision) -> String.valueOf(decision.key().claim()))
		.thenComparing(Decision::period)
		.thenComparing(Decision::decidedAt);

	private final DecisionStore store;

	private final ObjectionStore objections;

	private final ApplicantRegister register;

	private final RecordedTime time;

	private final AuditTrail audit;

	private final PolicyCatalogue catalogue;

	DecisionQueries(DecisionStore store, ObjectionStore objections, ApplicantRegister register, RecordedTime time,
			AuditTrail audit, PolicyCatalogue catalogue) {
		this.catalogue = catalogue;
		this.store = store;
		this.objections = objections;
		this.register = register;
		this.time = time;
		this.audit = audit;
	}

	/**
	 * Decisions with what stands of them.
	 *
	 * @param decisions by program, claim, period and time
	 * @param effective what stands of everything about the person
	 * @param objections against any of them
	 */
	public record File(List<Decision> decisions, EffectiveDecisions effective, List<Objection> objections) {

		/** One of them among the others. */
		public One one(Decision decision) {
			return new One(decision, this.effective,
					this.objections.stream()
						.filter((objection) -> objection.decision().equals(decision.id()))
						.toList());
		}

	}

	/**
	 * Everything decided about a person, also under a file that was merged into theirs.
	 * @param knownAt as far as it was decided by then; null for now
	 * @throws Refusal 404 if the user may not see them
	 */
	@Transactional
	public File of(UUID applicant, @Nullable Instant knownAt) {
		if (knownAt != null) {
			this.time.settled();
		}
		List<Decision> decisions = this.store.of(this.register.files(applicant))
			.stream()
			.filter((decision) -> knownAt == null || !decision.decidedAt().isAfter(knownAt))
			.sorted(ORDER)
			.toList();
		this.audit.record(AuditAction.DECISIONS_READ, applicant.toString(), Map.of());
		return new File(decisions, EffectiveDecisions.of(decisions), objections(decisions, knownAt));
	}

	/**
	 * Decisions that were made under a version, whatever became of them, about people
	 * whom the user may see; the first made first.
	 */
	@Transactional
	public Listing<ListedDecision> under(String jurisdiction, String program, String version, Paging paging) {
		Listing<DecisionStore.Listed> page = this.store.under(jurisdiction, program, version, paging);
		Set<UUID> people = page.items()
			.stream()
			.map((one) -> one.decision().key().applicant())
			.collect(Collectors.toSet());
		this.audit.recordOf(AuditAction.DECISIONS_LISTED, jurisdiction + "/" + program + "/" + version,
				Map.of("page", paging.page()), people);
		Map<UUID, ShownPerson> shown = this.register.shown(people);
		return Listing.of(page.items()
			.stream()
			.map((one) -> ListedDecision.of(one, shown.get(one.decision().key().applicant()),
					this.catalogue.currency(one.decision().key().jurisdiction())))
			.toList(), paging, page.total());
	}

	/**
	 * One decision.
	 * @param action what it is read for, for the trail
	 * @return the decision, with the others about the same person
	 * @throws Refusal 404 if there is none, or the user may not see it
	 */
	@Transactional
	public One one(UUID id, AuditAction action) {
		Decision decision = require(id);
		this.audit.record(action, decision.key().applicant().toString(), Map.of("decision", id.toString()));
		return new One(decision, EffectiveDecisions.of(this.store.of(List.of(decision.key().applicant()))),
				this.objections.of(List.of(id)));
	}

	private List<Objection> objections(List<Decision> decisions, @Nullable Instant knownAt) {
		List<Objection> all = this.objections.of(decisions.stream().map(Decision::id).toList());
		return (knownAt == null) ? all
				: all.stream()
					.filter((objection) -> !objection.recordedAt().isAfter(knownAt))
					.map((objection) -> objection.knownAt(knownAt))
					.toList();
	}

	/**
	 * A decision among others.
	 *
	 * @param decision the decision
	 * @param effective what stands about the person
	 * @param objections against it
	 */
	public record One(Decision decision, EffectiveDecisions effective, List<Objection> objections) {
	}

	/**
	 * One decision, not noted in the trail: whoever asks for it changes something, which
	 * is.
	 * @throws Refusal 404 if there is none, or the user may not see it
	 */
	public Decision require(UUID id) {
		return this.store.find(id).orElseThrow(() -> Refusal.notFound("DECISION_NOT_FOUND"));
	}

	/**
	 * The id of a decision in a path.
	 * @param text as it stands there
	 * @return the id
	 * @throws Refusal 404 if the text is no id
	 */
	public static UUID id(String text) {
		return Ids.inPath(text, "DECISION_NOT_FOUND");
	}

}
