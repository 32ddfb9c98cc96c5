package org.huiling.applicant.reading;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

import org.huiling.applicant.RegionsInUse;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordedFacts;
import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/** Readings of applicants by the dictionary in force. */
@Component
public class ApplicantReaderInForce {

	private final DictionaryInForce dictionary;

	private final Clock clock;

	private final RegionsInUse regions;

	private volatile @Nullable WrittenFacts written;

	ApplicantReaderInForce(DictionaryInForce dictionary, Clock clock, RegionsInUse regions) {
		this.regions = regions;
		this.dictionary = dictionary;
		this.clock = clock;
	}

	/**
	 * A reading on the day it is in Asia/Shanghai.
	 * @return to be used for one input, or for all lines of one list
	 */
	public ApplicantReader today() {
		return new ApplicantReader(written(this.dictionary.reading()), LocalDate.now(this.clock), this.regions);
	}

	@SuppressWarnings("ReferenceEquality") // a dictionary in force has one reading
	private WrittenFacts written(FactReading reading) {
		WrittenFacts made = this.written;
		if (made == null || made.reading() != reading) {
			made = new WrittenFacts(reading);
			this.written = made;
		}
		return made;
	}

	/**
	 * A reading of what was told by an earlier dictionary.
	 * @param facts reads people by it
	 * @return today's reading of it
	 */
	public ApplicantReader by(FactReading facts) {
		return new ApplicantReader(facts, LocalDate.now(this.clock), this.regions);
	}

	/**
	 * What is told of somebody so far: what is wrong or not told yet is not known.
	 * @param applicant as in the HTTP contract, be it incomplete
	 * @return what can be read of it
	 */
	public RecordedFacts soFar(JsonNode applicant) {
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		body.set("applicant", applicant);
		ReadApplicant read = today().readOnFile(JsonFields.of(body, JsonFields.ANY, new InputErrors()), "applicant");
		FactRecord record = Objects.requireNonNull(read).record();
		return record.with(record.subject().beginning(), birth(record.birthDate()));
	}

	/** Everybody is read with a birth date, be it one before all days. */
	private static @Nullable LocalDate birth(LocalDate read) {
		return read.equals(LocalDate.MIN) ? null : read;
	}

}
