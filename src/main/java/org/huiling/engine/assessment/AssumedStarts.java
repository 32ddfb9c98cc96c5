package org.huiling.engine.assessment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.huiling.engine.Bilingual;
import org.huiling.engine.assessment.AssessmentBuilder.Answer;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.engine.reason.Note;
import org.huiling.facts.dictionary.FirstDay;
import org.huiling.facts.record.FactRecord;

/**
 * 起始日未知: what is held from a day that nobody knows, such as hukou, residence and dibao,
 * counts as begun long ago. Finds the answers that hang on it, by asking once more as if
 * they were still to come, and as if they began on the very day the answer looks at: what
 * began of late may be applied for in time yet, and has paid for no earlier claim.
 */
final class AssumedStarts {

	private static final LocalDate TO_COME = LocalDate.of(9999, 12, 31);

	private final ApplicantEvaluation evaluation;

	private final Map<Supposed, AssessmentBuilder> answers = new HashMap<>();

	/** The person as if some starts were another day. */
	private record Supposed(Set<FirstDay> starts, LocalDate day) {

		FactRecord of(FactRecord record) {
			FactRecord changed = record;
			for (FirstDay start : this.starts) {
				changed = start.with(changed, this.day);
			}
			return changed;
		}

	}

	AssumedStarts(ApplicantEvaluation evaluation) {
		this.evaluation = evaluation;
	}

	/**
	 * The assumptions that an answer rests on.
	 * @param answer the answer
	 * @param day the fact day it looks at
	 * @param again answers the same question from another evaluation
	 * @return one for each start that could make the answer another; if only all of them
	 * together could, all
	 */
	List<Note> notes(Answer answer, LocalDate day, Function<AssessmentBuilder, Answer> again) {
		List<FirstDay> starts = this.evaluation.openStarts();
		if (starts.isEmpty()) {
			return List.of();
		}
		Set<FirstDay> open = new LinkedHashSet<>();
		for (FirstDay start : starts) {
			if (!answer.missing().contains(start.path())) {
				open.add(start);
			}
		}
		if (open.isEmpty() || !hangsOn(open, answer, day, again)) {
			return List.of();
		}
		List<FirstDay> single = open.stream().filter((one) -> hangsOn(Set.of(one), answer, day, again)).toList();
		return (single.isEmpty() ? open : single).stream().map(AssumedStarts::note).toList();
	}

	private static Note note(FirstDay start) {
		return new Note("STARTED_BEFORE", start.path(), new Bilingual(start.assumed().zh(), start.assumed().en()));
	}

	private boolean hangsOn(Set<FirstDay> starts, Answer answer, LocalDate day,
			Function<AssessmentBuilder, Answer> again) {
		return isOther(answer, again, new Supposed(starts, TO_COME))
				|| isOther(answer, again, new Supposed(starts, day));
	}

	private boolean isOther(Answer answer, Function<AssessmentBuilder, Answer> again, Supposed supposed) {
		try {
			Answer other = again.apply(this.answers.computeIfAbsent(supposed, this::answers));
			return !other.sameAs(answer) || !other.missing().equals(answer.missing());
		}
		catch (PolicyFault fault) {
			return true;
		}
	}

	private AssessmentBuilder answers(Supposed supposed) {
		return new AssessmentBuilder(this.evaluation.as(supposed::of));
	}

}
