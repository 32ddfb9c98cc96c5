package org.huiling.decision.assessment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

import org.huiling.engine.Assessment;
import org.huiling.facts.Period;

/**
 * Tells of answers about somebody on file what was given to them already and is given
 * once only.
 */
public interface GivenAlready {

	/**
	 * The answers, those among them refused that are of another month than the one in
	 * which it was given.
	 * @param applicant the person's id
	 * @param jurisdiction whose policies answered, its id
	 * @param knownAt as far as it was decided by then
	 * @param answers what the rules say
	 * @param alone asks for the answer of a program, by its id, for one month alone
	 * @return as many, in the same order
	 */
	List<Assessment> told(UUID applicant, String jurisdiction, Instant knownAt, List<Assessment> answers,
			BiFunction<String, Period, Assessment> alone);

}
