package org.huiling.applicant.reading;

import java.time.Clock;
import java.time.LocalDate;

import org.huiling.dictionary.DictionaryInForce;

import org.springframework.stereotype.Component;

/** Readings of applicants by the dictionary in force. */
@Component
public class ApplicantReaderInForce {

	private final DictionaryInForce dictionary;

	private final Clock clock;

	ApplicantReaderInForce(DictionaryInForce dictionary, Clock clock) {
		this.dictionary = dictionary;
		this.clock = clock;
	}

	/**
	 * A reading on the day it is in Asia/Shanghai.
	 * @return to be used for one input, or for all lines of one list
	 */
	public ApplicantReader today() {
		return new ApplicantReader(this.dictionary.reading(), LocalDate.now(this.clock));
	}

}
