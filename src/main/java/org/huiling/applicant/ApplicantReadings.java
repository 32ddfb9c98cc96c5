package org.huiling.applicant;

import java.time.Clock;
import java.time.LocalDate;

import org.huiling.dictionary.DictionaryInForce;

import org.springframework.stereotype.Component;

/** Readings of applicants by the dictionary in force. */
@Component
public class ApplicantReadings {

	private final DictionaryInForce dictionary;

	private final Clock clock;

	ApplicantReadings(DictionaryInForce dictionary, Clock clock) {
		this.dictionary = dictionary;
		this.clock = clock;
	}

	/**
	 * A reading on the day it is in Asia/Shanghai.
	 * @return to be used for one input, or for all lines of one list
	 */
	public ApplicantReading today() {
		return new ApplicantReading(this.dictionary.reading(), LocalDate.now(this.clock));
	}

}
