package org.huiling.engine.finder;

import java.util.Set;

import org.huiling.engine.drools.FactSet;

/** Tries an applicant on the version that is searched. */
public interface Trial {

	/**
	 * What the version's conditions see of a probe.
	 * @param probe an applicant with period and claim
	 * @return the facts
	 */
	FactSet facts(Probe probe);

	/**
	 * What the consequences of the rules that hold read, besides their conditions.
	 * @param probe an applicant with period and claim
	 * @return names of properties as facts note them
	 */
	Set<String> reads(Probe probe);

	/**
	 * How the version answers.
	 * @param probe an applicant with period and claim
	 * @return the answer as an assessment would give it
	 */
	Verdict verdict(Probe probe);

	/**
	 * Asks the way a request does.
	 * @param probe an applicant with period and claim
	 * @param verdict what the search saw
	 * @return whether an assessment says the same
	 */
	boolean confirms(Probe probe, Verdict verdict);

}
