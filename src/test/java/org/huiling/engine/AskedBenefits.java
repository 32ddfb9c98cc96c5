package org.huiling.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.huiling.engine.oracle.Answer;
import org.huiling.engine.oracle.DrawnProgram;
import org.huiling.engine.oracle.Person;
import org.huiling.engine.oracle.Trial;
import org.huiling.engine.problem.PolicyConflict;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.engine.reason.CalculationStepsHeld;
import org.huiling.facts.record.FactRecord;

/** One random program, asked about random people and held against what is expected. */
final class AskedBenefits {

	private final DrawnProgram program;

	private final CompiledPolicy policy;

	private final Shelf shelf;

	private final MoreFacts facts;

	private final BenefitCounts counts;

	AskedBenefits(DrawnProgram program, CompiledPolicy policy, MoreFacts facts, BenefitCounts counts) {
		this.program = program;
		this.policy = policy;
		this.shelf = new Shelf(TinyPolicy.JURISDICTION, List.of(policy));
		this.facts = facts;
		this.counts = counts;
	}

	void ask(Trial.Case one, String where) {
		FactRecord record = record(one.person());
		FactRecord others = record(one.others().person());
		String month = one.month().toString().substring(0, 7);
		List<Assessment> answers;
		try {
			answers = this.shelf
				.assess(this.policy.program().id(), this.program.isByClaim() ? "2013" : month,
						(day) -> one.others().holdOn(day) ? others : record)
				.assessments();
		}
		catch (PolicyFault fault) {
			Answer.Kind kind = (fault instanceof PolicyConflict) ? Answer.Kind.CONFLICT : Answer.Kind.FAULT;
			this.counts.count("people " + kind);
			boolean expected = one.said().stream().anyMatch((answer) -> answer.kind() == kind);
			boolean open = one.said().stream().anyMatch((answer) -> answer.kind() == Answer.Kind.OPEN);
			// a rule that fails by its name pays nobody a wrong amount
			boolean named = kind == Answer.Kind.FAULT && one.faulty();
			if (!expected && !open && !named) {
				wrong("fault", one, kind + " " + fault.getMessage(), where);
			}
			return;
		}
		for (int i = 0; i < one.said().size(); i++) {
			String claim = this.program.isByClaim() ? "c" + (i + 1) : null;
			Assessment answer = answers.stream()
				.filter((any) -> Objects.equals(any.claim(), claim))
				.findFirst()
				.orElseThrow();
			agree(answer, one, i, where);
		}
	}

	private void agree(Assessment answer, Trial.Case one, int i, String where) {
		this.counts.count("answers " + answer.outcome());
		Answer said = one.said().get(i);
		Answer given = (answer.outcome() == Outcome.NEEDS_INFORMATION) ? Answer.OPEN
				: Answer.of(Objects.requireNonNull(answer.amount()));
		if (!consistent(answer)) {
			wrong("outcome and amount", one, answer.toString(), where);
		}
		if (said.kind() != Answer.Kind.OPEN) {
			if (!said.equals(given)) {
				if (given == Answer.OPEN) {
					this.counts.count(BenefitCounts.ASKED_FOR_NOTHING);
				}
				else {
					wrong("answer", one, i + " " + told(answer), where);
				}
			}
		}
		else if (given == Answer.OPEN) {
			open(answer, one, i, where);
		}
		else {
			Set<Answer> later = one.completed().answers().get(i);
			if (later.stream().anyMatch((any) -> !any.isDefinite())) {
				this.counts.count("definite where a completion cannot be worked out");
			}
			if (later.stream().anyMatch((any) -> any.isDefinite() && !any.equals(given))) {
				wrong("contradicted", one, i + " " + told(answer) + " later " + later, where);
			}
		}
		CalculationStepsHeld.wrong(answer, this.program.wins() == DrawnProgram.Wins.SUM)
			.forEach((step) -> wrong("steps", one, i + " " + step + " of " + told(answer), where));
	}

	private void open(Assessment answer, Trial.Case one, int i, String where) {
		Set<Answer> later = one.completed().answers().get(i);
		if (!one.gaps().containsAll(answer.missing()) || answer.missing().isEmpty()) {
			wrong("missing", one, answer.missing() + " of " + one.gaps(), where);
		}
		if (later.size() == 1) {
			this.counts
				.count(one.completed().proven() ? "open though all ways agree" : "open though the ways tried agree");
		}
	}

	private static String told(Assessment answer) {
		return answer.outcome() + " " + answer.amount() + " missing " + answer.missing() + " why "
				+ answer.why()
					.stream()
					.map((why) -> why.rule().zh() + " " + why.amount() + " " + why.values() + why.steps())
					.toList();
	}

	private static boolean consistent(Assessment answer) {
		BigDecimal amount = answer.amount();
		return switch (answer.outcome()) {
			case ELIGIBLE -> amount != null && amount.signum() > 0 && amount.scale() == 2;
			case NOT_ELIGIBLE -> amount != null && amount.signum() == 0;
			default -> amount == null;
		};
	}

	private void wrong(String what, Trial.Case one, String given, String where) {
		this.counts.wrong(what, where + "\n  of " + one.person() + " in " + one.month() + "\n  otherwise "
				+ one.others() + "\n  expected " + one.said() + "\n  given " + given);
	}

	private FactRecord record(Person person) {
		Map<String, Object> facts = new LinkedHashMap<>();
		person.facts()
			.forEach((path, value) -> facts.put(path,
					(value instanceof List<?> items) ? items(path, items) : BenefitValues.of(path, value)));
		return this.facts.person(facts);
	}

	@SuppressWarnings("unchecked")
	private List<FactRecord> items(String list, List<?> items) {
		List<FactRecord> records = new ArrayList<>();
		for (Object item : items) {
			Map<String, Object> fields = new LinkedHashMap<>();
			((Map<String, Object>) item).forEach((path, value) -> fields.put(path, BenefitValues.of(path, value)));
			records.add(this.facts.item(list, fields));
		}
		return records;
	}

}
