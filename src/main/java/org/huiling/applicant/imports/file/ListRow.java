package org.huiling.applicant.imports.file;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.huiling.applicant.identity.CreditCode;
import org.huiling.applicant.identity.FileNumber;
import org.huiling.applicant.identity.ResidentId;
import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.applicant.register.store.RecordLayout;
import org.huiling.facts.Subject;
import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line of a list: facts of a person, and what says whose they are and from when on they
 * hold.
 *
 * @param facts as they stand in the line, not read yet
 * @param fileNumber of a person on file; null if the line has none
 * @param validFrom of the line; null if it does not say
 */
public record ListRow(ObjectNode facts, @Nullable FileNumber fileNumber, @Nullable LocalDate validFrom) {

	private static final String FILE_NUMBER = "fileNumber";

	private static final String VALID_FROM = "validFrom";

	/** What a line may say that is no fact of the person. */
	static final Set<String> ABOUT_THE_LINE = Set.of(FILE_NUMBER, VALID_FROM);

	/**
	 * A line.
	 * @param given as it was sent
	 * @throws InvalidInput 400, 422 if it is no object, or number or day cannot be read
	 */
	public static ListRow of(JsonNode given) {
		ObjectNode about = JsonNodeFactory.instance.objectNode();
		InputErrors errors = new InputErrors();
		if (!given.isObject()) {
			JsonFields.of(given, Set.of(), errors);
		}
		ObjectNode facts = (ObjectNode) given;
		if (ABOUT_THE_LINE.stream().noneMatch(given::has)) {
			return new ListRow(facts, null, null);
		}
		facts = facts.deepCopy();
		for (String name : ABOUT_THE_LINE) {
			JsonNode value = facts.remove(name);
			if (value != null) {
				about.set(name, value);
			}
		}
		JsonFields fields = JsonFields.of(about, ABOUT_THE_LINE, errors);
		LocalDate validFrom = fields.date(VALID_FROM);
		FileNumber number = number(fields);
		errors.throwIfAny();
		return new ListRow(facts, number, validFrom);
	}

	private static @Nullable FileNumber number(JsonFields fields) {
		String text = fields.string(FILE_NUMBER);
		try {
			return (text != null) ? FileNumber.read(text) : null;
		}
		catch (FileNumber.Misread ex) {
			throw new InvalidInput(422, List.of(FieldError.of(FILE_NUMBER, ex.code(), new FileNumber(1).toString())));
		}
	}

	/**
	 * Whom the line is about.
	 * @return a person unless it says otherwise
	 */
	public Subject subject() {
		return RecordLayout.subject(this.facts);
	}

	/**
	 * The resident id or credit code by which the file is found.
	 * @return normalised; null if the line has none
	 * @throws InvalidInput 400, 422 if it is none
	 */
	public @Nullable String residentId(ApplicantReader reading) {
		JsonNode id = this.facts.path(subject().id());
		if (id.isMissingNode() || id.isNull()) {
			return null;
		}
		if (subject() != Subject.PERSON) {
			String code = id.isString() ? CreditCode.normalise(id.stringValue()) : "";
			if (CreditCode.hasForm(code) && new CreditCode(code).hasRightCheckCharacter()) {
				return code;
			}
			throw new InvalidInput(422, wrong(id, reading));
		}
		String normal = id.isString() ? ResidentId.normalise(id.stringValue()) : "";
		try {
			ResidentId read = new ResidentId(normal);
			if (read.hasRightCheckDigit() && read.birthDate() != null) {
				return normal;
			}
		}
		catch (IllegalArgumentException ex) {
			// the reader says what is wrong with it
		}
		throw new InvalidInput(422, wrong(id, reading));
	}

	/** What the reader of applicants says about an id. */
	private List<FieldError> wrong(JsonNode id, ApplicantReader reading) {
		String field = subject().id();
		ObjectNode alone = JsonNodeFactory.instance.objectNode();
		if (subject() != Subject.PERSON) {
			alone.put(Subject.FIELD, subject().word());
		}
		alone.set(field, id);
		try {
			reading.read(alone);
		}
		catch (InvalidInput ex) {
			return ex.errors().stream().filter((error) -> error.field().equals(field)).toList();
		}
		throw new IllegalStateException("an id that nobody has, and nothing is wrong with it");
	}

	/** The facts without the resident id or credit code. */
	public ObjectNode others() {
		ObjectNode others = this.facts.deepCopy();
		others.remove(subject().id());
		return others;
	}

}
