package org.huiling.web.casework.decide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huiling.applicant.RecordJson;
import org.huiling.decision.DecisionView;
import org.huiling.engine.Outcome;
import org.huiling.facts.record.FactRecord;
import tools.jackson.databind.JsonNode;

/**
 * A program that can be decided about somebody.
 *
 * @param program its id
 * @param name the program's
 * @param answers what the rules answer, one by claim
 * @param appliedFor whether there is an application for it
 * @param ticked whether it is proposed to be decided: it was applied for, it is granted,
 * or it was decided before, which the answer may have to replace; not where nothing can
 * be decided since it is granted on application and none is known
 */
record Choice(String program, String name, List<AnswerView> answers, boolean appliedFor, boolean ticked) {

	private static final Set<String> GRANTED = Set.of(Outcome.ELIGIBLE.name(), Outcome.WITHHELD.name());

	Choice {
		answers = List.copyOf(answers);
	}

	/**
	 * All that can be decided.
	 * @param answers what the rules answer
	 * @param facts what is known of the person
	 * @param decided every decision about them
	 * @return one for each program, in the order of the answers
	 */
	static List<Choice> of(List<AnswerView> answers, FactRecord facts, List<DecisionView> decided) {
		Set<String> applied = new HashSet<>();
		for (JsonNode application : RecordJson.of(facts).path("applications")) {
			applied.add(application.path("program").asString(""));
		}
		Set<String> before = new HashSet<>();
		decided.stream().filter(DecisionView::current).forEach((one) -> before.add(one.program()));
		Map<String, List<AnswerView>> byProgram = new LinkedHashMap<>();
		answers.forEach((one) -> byProgram.computeIfAbsent(one.program(), (program) -> new ArrayList<>()).add(one));
		return byProgram.entrySet()
			.stream()
			.map((one) -> new Choice(one.getKey(), one.getValue().get(0).name(), one.getValue(),
					applied.contains(one.getKey()),
					!one.getValue().stream().allMatch(AnswerView::unapplied) && (applied.contains(one.getKey())
							|| before.contains(one.getKey()) || one.getValue().stream().anyMatch(Choice::isGranted))))
			.toList();
	}

	private static boolean isGranted(AnswerView answer) {
		return GRANTED.contains(answer.outcome()) && !answer.unapplied();
	}

}
