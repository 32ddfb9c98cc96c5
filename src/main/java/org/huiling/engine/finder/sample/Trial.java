package org.huiling.engine.finder.sample;

import java.util.Set;

import org.huiling.engine.drools.condition.FactSet;

/** Tries an applicant on the version that is searched. */
public interface Trial {

	/**
	 * What the version's conditions see of a sample.
	 * @param sample an applicant with period and claim
	 * @return the facts
	 */
	FactSet facts(Sample sample);

	/**
	 * What the consequences of the rules that hold read, besides their conditions.
	 * @param sample an applicant with period and claim
	 * @return names of properties as facts note them
	 */
	Set<String> reads(Sample sample);

	/**
	 * How the version answers.
	 * @param sample an applicant with period and claim
	 * @return the answer as an assessment would give it
	 */
	Verdict verdict(Sample sample);

	/**
	 * Asks the way a request does.
	 * @param sample an applicant with period and claim
	 * @param verdict what the search saw
	 * @return whether an assessment says the same
	 */
	boolean confirms(Sample sample, Verdict verdict);

}
