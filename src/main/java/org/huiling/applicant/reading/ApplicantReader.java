package org.huiling.applicant.reading;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.huiling.applicant.RegionsInUse;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.record.FactRecord;
import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads people and organisations in the JSON of the HTTP contract on one day. Every wrong
 * field and every contradiction is found at once; messages name fields and never repeat
 * what they hold.
 */
public final class ApplicantReader {

	private final FactReading facts;

	private final LocalDate today;

	private final RegionsInUse regions;

	private volatile @Nullable WrittenFacts written;

	/**
	 * A reading.
	 * @param facts by which dictionary
	 * @param today the day it is in Asia/Shanghai: births and deaths after it are refused
	 */
	public ApplicantReader(FactReading facts, LocalDate today) {
		this(facts, today, (region) -> false);
	}

	/**
	 * A reading.
	 * @param facts by which dictionary
	 * @param today as above
	 * @param regions that resident ids may begin with, assigned or not
	 */
	public ApplicantReader(FactReading facts, LocalDate today, RegionsInUse regions) {
		this.facts = facts;
		this.today = today;
		this.regions = regions;
	}

	ApplicantReader(WrittenFacts written, LocalDate today, RegionsInUse regions) {
		this(written.reading(), today, regions);
		this.written = written;
	}

	/**
	 * What declares the facts.
	 * @return the dictionary
	 */
	public Dictionary dictionary() {
		return this.facts.dictionary();
	}

	/**
	 * The day on which is read.
	 * @return in Asia/Shanghai
	 */
	public LocalDate today() {
		return this.today;
	}

	/**
	 * Reads an applicant that is an input by itself.
	 * @param applicant the JSON object
	 * @return the record and its warnings
	 * @throws InvalidInput 400 if a field cannot be read, 422 if all can but contradict
	 * each other
	 */
	public ReadApplicant read(JsonNode applicant) {
		InputErrors errors = new InputErrors();
		ReadApplicant read = read(JsonFields.of(applicant, places(applicant), errors), false, (path) -> false);
		errors.throwIfAny();
		return read;
	}

	/**
	 * Reads an applicant that is a field of an input. What is wrong is noted there under
	 * the field's path.
	 * @param input the fields of the input
	 * @param field the name of the applicant's
	 * @return the record and its warnings, to be used only if the input has no errors;
	 * null if it is absent or no object
	 */
	public @Nullable ReadApplicant read(JsonFields input, String field) {
		JsonFields person = input.object(field, this::places, false);
		return (person != null) ? read(person, false, (path) -> false) : null;
	}

	/**
	 * Reads what was read before, by an older version or with other fact files too: what
	 * was taken then is no error now, and what is declared no more is passed over.
	 * @param input the fields of the input
	 * @param field the name of the applicant's
	 * @return as above
	 */
	public @Nullable ReadApplicant readOnFile(JsonFields input, String field) {
		return readOnFile(input, field, (path) -> false);
	}

	/**
	 * The same of what is said again as it stands on file, with something else.
	 * @param input the fields of the input
	 * @param field the name of the applicant's
	 * @param stands whether what is declared of a path is not asked of it
	 * @return as above
	 */
	public @Nullable ReadApplicant readOnFile(JsonFields input, String field, Predicate<String> stands) {
		JsonFields person = input.object(field, this::places, true);
		return (person != null) ? read(person, true, stands) : null;
	}

	/**
	 * Reads quickly what one record of a person says, without what identifies them.
	 * @param facts an object as the register keeps it
	 * @return what {@link #readOnFile} would read, without its warnings; null if it is to
	 * be read by that, since something is unusual
	 */
	public @Nullable FactRecord readWritten(String facts) {
		WrittenFacts quick = this.written;
		if (quick == null) {
			quick = new WrittenFacts(this.facts);
			this.written = quick;
		}
		return quick.read(facts, this.today);
	}

	/** The fields of whom it is about. */
	private Map<String, Integer> places(JsonNode applicant) {
		return reading(applicant.path(Subject.FIELD).asString(null)).places();
	}

	/** What reads a subject; people where no such one is known, which is told. */
	private FactReading reading(@Nullable String word) {
		Subject subject = Subject.of(word);
		FactReading reading = (subject != null) ? this.facts.of(subject) : null;
		return (reading != null) ? reading : this.facts;
	}

	private List<String> subjects() {
		return Arrays.stream(Subject.values()).filter((one) -> this.facts.of(one) != null).map(Subject::word).toList();
	}

	private ReadApplicant read(JsonFields person, boolean onFile, Predicate<String> stands) {
		FactReading reading = reading(person.oneOf(Subject.FIELD, subjects()));
		Warnings warnings = new Warnings();
		CoreFacts core = new CoreFacts(onFile, warnings, this.regions);
		JsonRemarks remarks = new JsonRemarks(person, warnings, stands);
		FactRecord record = reading.read(new JsonFacts(person, core), this.today, remarks);
		core.look(record, person, this.today);
		if (!remarks.areErrors()) {
			core.warnOfStays(record, person);
		}
		return new ReadApplicant(record, warnings.list());
	}

}
