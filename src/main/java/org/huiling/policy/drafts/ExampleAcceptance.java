package org.huiling.policy.drafts;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.huiling.engine.AcceptedExamples;
import org.huiling.engine.CheckReport;
import org.huiling.engine.Example;
import org.huiling.problem.Refusal;

import org.springframework.stereotype.Component;

/** Takes what came out of a draft's examples as what they expect. */
@Component
public class ExampleAcceptance {

	private final Drafts drafts;

	ExampleAcceptance(Drafts drafts) {
		this.drafts = drafts;
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
