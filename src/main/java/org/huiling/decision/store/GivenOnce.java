package org.huiling.decision.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.huiling.decision.assessment.GivenAlready;
import org.huiling.engine.Assessment;
import org.huiling.engine.Bilingual;
import org.huiling.engine.Cycle;
import org.huiling.engine.Outcome;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.reason.Note;
import org.huiling.facts.CivilTime;
import org.huiling.facts.Period;

import org.springframework.stereotype.Component;

/**
 * 一次性待遇: what is given once in a life is due in no other month than the one that took it,
 * as long as it is due in that one.
 */
@Component
public class GivenOnce implements GivenAlready {

	private final DecisionStore store;

	GivenOnce(DecisionStore store) {
		this.store = store;
	}

	@Override
	public List<Assessment> told(UUID applicant, String jurisdiction, Instant knownAt, List<Assessment> answers,
			BiFunction<String, Period, Assessment> alone) {
		if (answers.stream().noneMatch((answer) -> answer.program().cycle() == Cycle.ONCE)) {
			return answers;
		}
		EffectiveDecisions effective = EffectiveDecisions
			.of(Stream.concat(this.store.of(List.of(applicant)).stream(), merged(applicant).stream())
				.filter((decision) -> !decision.decidedAt().isAfter(knownAt))
				.toList());
		return answers.stream()
			.map((answer) -> (answer.program().cycle() == Cycle.ONCE)
					? told(DecisionKey.of(applicant, jurisdiction, answer), answer, effective, alone) : answer)
			.toList();
	}

	/**
	 * The answer of a program that is given once beside what was decided.
	 * @param key what the answer would be decided under
	 * @param answer the rules' answer
	 * @param effective what stands
	 * @param alone asks for the answer of a program for one month
	 * @return a refusal where it was given in another month and is due there
	 */
	public static Assessment told(DecisionKey key, Assessment answer, EffectiveDecisions effective,
			BiFunction<String, Period, Assessment> alone) {
		Decision stands = effective.standing(key, answer.period());
		if (stands != null && stands.outcome().grants()) {
			// of several months an earlier one may be due as well; this one took it
			return alone.apply(key.program(), Period.parse(answer.period()));
		}
		return effective.given(key, answer.period(), answer.program())
			.filter((given) -> isDue(given, key.jurisdiction(), alone))
			.map((given) -> answer.givenAlready(note(given)))
			.orElse(answer);
	}

	/**
	 * Everything decided about a person, and what their merged files were given once.
	 * @param decided what was decided under their own file
	 * @param applicant their id
	 * @param book the policies that are asked; where none of them gives anything once
	 * nothing is looked up
	 */
	public List<Decision> with(List<Decision> decided, UUID applicant, PolicyBook book) {
		return book.programs().stream().anyMatch((program) -> program.cycle() == Cycle.ONCE)
				? Stream.concat(decided.stream(), merged(applicant).stream()).toList() : decided;
	}

	private List<Decision> merged(UUID applicant) {
		return this.store.onceUnderMergedFiles(List.of(applicant)).getOrDefault(applicant, List.of());
	}

	/**
	 * Whether what was given is still due in its month, as far as anybody can tell.
	 * @param given what grants
	 * @param jurisdiction whose policies are asked; what others granted is theirs to end
	 * @param alone asks for the answer of a program for one month
	 * @return false if the rules refuse it for that month now
	 */
	public static boolean isDue(Decision given, String jurisdiction, BiFunction<String, Period, Assessment> alone) {
		return !given.key().jurisdiction().equals(jurisdiction)
				|| alone.apply(given.key().program(), Period.parse(given.period())).outcome() != Outcome.NOT_ELIGIBLE;
	}

	/** Says by which decision it was given. */
	public static Note note(Decision given) {
		LocalDate day = LocalDate.ofInstant(given.decidedAt(), CivilTime.ZONE);
		String number = DecisionNumber.of(given.id());
		return new Note("GIVEN_ALREADY", null,
				new Bilingual("一次性待遇，只发一次：已由 " + day + " 的认定（编号 " + number + "）在 " + given.period() + " 发放",
						"it is given once, and was given already for " + given.period() + " by the decision of " + day
								+ ", number " + number));
	}

}
