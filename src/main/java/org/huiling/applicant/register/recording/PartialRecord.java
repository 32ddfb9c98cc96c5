package org.huiling.applicant.register.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.huiling.applicant.RecordJson;
import org.huiling.applicant.RegisterFault;
import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.applicant.reading.ReadApplicant;
import org.huiling.applicant.reading.RecordWarning;
import org.huiling.applicant.register.store.RecordLayout;
import org.huiling.facts.Subject;
import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part of an applicant as it was read: the fields given, in the form in which they are
 * stored.
 *
 * @param facts every field given, null for what is unknown
 * @param warnings what is odd about them
 */
public record PartialRecord(ObjectNode facts, List<RecordWarning> warnings) {

	private static final String FACTS = "facts";

	/**
	 * Reads a part; the birth date or opening may be left out if it is known, and so may
	 * the subject, which never changes.
	 * @param given the part
	 * @param known what is on file of whom it is about
	 * @param reading reads people today
	 * @throws org.huiling.problem.InvalidInput naming what is wrong below {@code facts}
	 */
	public static PartialRecord read(JsonNode given, JsonNode known, ApplicantReader reading) {
		JsonNode whole = given.isObject() ? with(given.asObject(), known) : given;
		ReadApplicant read = read(whole, reading::read);
		return new PartialRecord(stored((ObjectNode) given, RecordJson.of(read.record())), read.warnings());
	}

	/**
	 * The same of what is laid over what is on file, and says the rest of its groups and
	 * items as it stands.
	 * @param given the part
	 * @param held what is on file of whom it is about
	 * @param reading reads people today
	 * @throws InvalidInput as above
	 */
	public static PartialRecord readOver(JsonNode given, JsonNode held, ApplicantReader reading) {
		return read(given, held,
				new SaidAgain(held, false, given, RecordLayout.declaring(reading.dictionary(), held), reading.today()),
				reading);
	}

	/**
	 * The same of what says again what stands on file: what of it would be refused, had
	 * it not been taken already, does not stand in the way of what is different.
	 * @param given the part
	 * @param known what is on file of whom it is about
	 * @param again what of it stands on file
	 * @param reading reads people today
	 * @throws InvalidInput as above
	 */
	static PartialRecord read(JsonNode given, JsonNode known, SaidAgain again, ApplicantReader reading) {
		try {
			return read(given, known, reading);
		}
		catch (InvalidInput wrong) {
			List<FieldError> changed = wrong.errors()
				.stream()
				.filter((error) -> !error.field().startsWith(FACTS + ".")
						|| !again.contains(error.field().substring(FACTS.length() + 1)))
				.toList();
			if (!changed.isEmpty()) {
				throw new InvalidInput(wrong.status(), changed);
			}
			ReadApplicant read = read(with(given.asObject(), known),
					(input, field) -> reading.readOnFile(input, field, again::isDayOnFile));
			return new PartialRecord(stored(given.asObject(), RecordJson.of(read.record())), read.warnings());
		}
	}

	private static ObjectNode with(ObjectNode given, JsonNode known) {
		Subject subject = RecordLayout.subject(known);
		ObjectNode whole = given.deepCopy();
		if (given.has(Subject.FIELD) && !subject.word().equals(given.path(Subject.FIELD).asString(null))) {
			throw RegisterFault.SUBJECT_KEPT.refusal(422, FACTS + "." + Subject.FIELD);
		}
		if (!given.has(subject.beginning()) && known.has(subject.beginning())) {
			whole.set(subject.beginning(), known.get(subject.beginning()));
		}
		if (subject != Subject.PERSON) {
			whole.put(Subject.FIELD, subject.word());
		}
		return whole;
	}

	/** A whole applicant as a part. */
	public static PartialRecord of(ObjectNode given, ReadApplicant read) {
		return new PartialRecord(stored(given, RecordJson.of(read.record())), read.warnings());
	}

	private static ObjectNode stored(ObjectNode given, ObjectNode canonical) {
		ObjectNode facts = JsonNodeFactory.instance.objectNode();
		given.propertyNames().forEach((field) -> {
			JsonNode value = canonical.get(field);
			facts.set(field, (value != null) ? value : NullNode.instance);
		});
		facts.remove(Subject.FIELD);
		if (canonical.has(Subject.FIELD)) {
			facts.set(Subject.FIELD, canonical.get(Subject.FIELD));
		}
		return facts;
	}

	/**
	 * Reads what holds on one day as a whole, and finds contradictions between records.
	 * What can be no value of the fact that has its name now is unknown and told.
	 * @throws org.huiling.problem.InvalidInput naming what is wrong below {@code facts}
	 */
	public static ReadApplicant readFacts(JsonNode facts, ApplicantReader reading) {
		JsonNode fitting = facts;
		List<RecordWarning> warnings = new ArrayList<>();
		while (true) {
			try {
				ReadApplicant read = read(fitting, reading::readOnFile);
				warnings.addAll(read.warnings());
				return new ReadApplicant(read.record(), warnings);
			}
			catch (InvalidInput wrong) {
				List<String> unfit = UnfitFacts.among(wrong, FACTS, fitting,
						RecordLayout.declaring(reading.dictionary(), fitting), reading.today());
				if (unfit.isEmpty()) {
					throw wrong;
				}
				unfit.forEach(
						(path) -> warnings.add(new RecordWarning("UNFIT_ON_FILE", FACTS + "." + path, List.of(path))));
				fitting = UnfitFacts.without(fitting, unfit);
			}
		}
	}

	private static ReadApplicant read(JsonNode facts, Reader reader) {
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		body.set(FACTS, facts);
		InputErrors errors = new InputErrors();
		JsonFields fields = JsonFields.of(body, Set.of(FACTS), errors);
		ReadApplicant read = reader.read(fields, FACTS);
		errors.throwIfAny();
		if (read == null) {
			throw new IllegalStateException("no facts and no error");
		}
		return read;
	}

	/** What is typed now is read more strictly than what is on file. */
	@FunctionalInterface
	private interface Reader {

		@Nullable ReadApplicant read(JsonFields input, String field);

	}

}
