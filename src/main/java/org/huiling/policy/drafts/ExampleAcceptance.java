package org.huiling.policy.drafts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.huiling.engine.example.AcceptedExamples;
import org.huiling.engine.example.Example;
import org.huiling.engine.problem.CheckReport;
import org.huiling.policy.drafts.store.DraftView;
import org.huiling.problem.Refusal;

import org.springframework.stereotype.Component;

/** Takes what came out of a draft's examples as what they expect. */
@Component
public class ExampleAcceptance {

	private final Drafts drafts;

	private final Clock clock;

	ExampleAcceptance(Drafts drafts, Clock clock) {
		this.drafts = drafts;
		this.clock = clock;
	}

	/**
	 * How many examples are of months before the draft is in force and can be moved: what
	 * they would expect of it was never paid.
	 * @param draft of a policy
	 * @return none of what is no policy
	 */
	public long early(DraftView draft) {
		LocalDate first = draft.effectiveFrom();
		byte[] file = this.drafts.files(draft.id()).get(AcceptedExamples.FILE);
		return (first == null || file == null) ? 0 : MovedExamples.among(file, first, LocalDate.now(this.clock));
	}

	/**
	 * Moves such examples by whole years into months in which the draft is in force,
	 * everybody as old as before; what comes out is for the check to tell.
	 * @param id the draft's id
	 * @param revision the one that was seen
	 * @throws Refusal 404, 409 if the draft may not be changed now, 412 {@code STALE}
	 */
	public void move(UUID id, int revision) {
		LocalDate first = this.drafts.view(id).effectiveFrom();
		byte[] file = this.drafts.files(id).get(AcceptedExamples.FILE);
		if (first != null && file != null) {
			this.drafts.put(id, revision, AcceptedExamples.FILE,
					MovedExamples.in(file, first, LocalDate.now(this.clock)));
		}
	}

	/**
	 * Writes results into the file of examples; whether the draft is right then is for
	 * its approver to judge, who sees what was changed.
	 * @param id the draft's id
	 * @param revision the one that was seen
	 * @param chosen picks of what comes out now
	 * @throws Refusal 404, 409 if the draft may not be changed now, 412 {@code STALE}
	 */
	public void accept(UUID id, int revision, Function<CheckReport, List<Example.Result>> chosen) {
		CheckReport report = this.drafts.look(id, null, new byte[0]);
		byte[] file = this.drafts.files(id).getOrDefault(AcceptedExamples.FILE, new byte[0]);
		this.drafts.put(id, revision, AcceptedExamples.FILE, AcceptedExamples.in(file, chosen.apply(report)));
	}

}
