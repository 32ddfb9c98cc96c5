package org.huiling.decision.replay;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.applicant.reading.ApplicantReaderInForce;
import org.huiling.decision.assessment.CatalogueSnapshotJson;
import org.huiling.decision.assessment.PolicyLookup;
import org.huiling.decision.store.Decision;
import org.huiling.decision.store.Decision.Seen;
import org.huiling.decision.store.DecisionKey;
import org.huiling.decision.store.DecisionStore;
import org.huiling.engine.Assessment;
import org.huiling.engine.AssessmentRequest;
import org.huiling.engine.Explain;
import org.huiling.engine.PolicyBook;
import org.huiling.facts.Period;
import org.huiling.policy.CatalogueSnapshot;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.huiling.storage.Sha256;

import org.springframework.stereotype.Component;

/**
 * Asks again what was decided: the facts that were seen, the versions that were known,
 * nothing else, each only if its digest is what it was.
 */
@Component
public class Replaying {

	private static final int CONFLICT = 409;

	private final DecisionStore store;

	private final PolicyLookup lookup;

	private final ApplicantReaderInForce readings;

	Replaying(DecisionStore store, PolicyLookup lookup, ApplicantReaderInForce readings) {
		this.store = store;
		this.lookup = lookup;
		this.readings = readings;
	}

	/**
	 * Replays a decision.
	 * @throws Refusal 409 {@code NOTHING_TO_REPLAY} if it revokes another one
	 */
	public Replay replay(Decision decision, Locale locale) {
		Seen seen = decision.seen();
		if (seen == null) {
			throw new Refusal(CONFLICT, "NOTHING_TO_REPLAY", String.valueOf(decision.supersedes()));
		}
		Optional<String> facts = this.store.facts(seen.facts()).filter((text) -> Sha256.of(text).equals(seen.facts()));
		if (facts.isEmpty()) {
			return Replay.failed(decision, ReplayDifference.FACTS_ALTERED, seen.facts());
		}
		Optional<String> policies = this.store.book(seen.book());
		if (policies.isEmpty()) {
			return Replay.failed(decision, ReplayDifference.POLICIES_ALTERED);
		}
		CatalogueSnapshot snapshot = CatalogueSnapshotJson.read(policies.get());
		try {
			return replay(decision, facts.get(), snapshot, this.readings.by(this.lookup.reading(snapshot)), locale);
		}
		catch (Refusal lost) {
			return Replay.failed(decision, ReplayDifference.DICTIONARY_LOST, lost.arguments().toArray());
		}
	}

	private Replay replay(Decision decision, String facts, CatalogueSnapshot snapshot, ApplicantReader reading,
			Locale locale) {
		KeptHistory history;
		try {
			history = KeptHistory.read(facts, reading);
		}
		catch (InvalidInput unreadable) {
			return Replay.failed(decision, ReplayDifference.FACTS_UNREADABLE, String.valueOf(unreadable.getMessage()));
		}
		try {
			PolicyBook book = this.lookup.book(snapshot);
			return answer(decision, book, history, locale).map((answer) -> Replay.of(decision, answer))
				.orElseGet(() -> Replay.failed(decision, ReplayDifference.NO_ANSWER));
		}
		catch (Refusal unusable) {
			return Replay.failed(decision, ReplayDifference.VERSION_UNUSABLE, unusable.arguments().toArray());
		}
		catch (InvalidInput fault) {
			return Replay.failed(decision, ReplayDifference.NO_ANSWER);
		}
	}

	private static Optional<Assessment> answer(Decision decision, PolicyBook book, KeptHistory history, Locale locale) {
		DecisionKey key = decision.key();
		AssessmentRequest request = new AssessmentRequest(Period.parse(decision.period()), null, Set.of(key.program()),
				Explain.WHY);
		return PolicyLookup.ask(book, history, request, locale)
			.assessments()
			.stream()
			.filter((answer) -> DecisionKey.of(key.applicant(), key.jurisdiction(), answer).equals(key))
			.findFirst();
	}

}
