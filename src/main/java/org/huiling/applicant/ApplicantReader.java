package org.huiling.applicant;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.huiling.facts.ApplicantRecord;
import org.huiling.facts.ApplicantRecord.Household;
import org.huiling.facts.ApplicantRecord.Status;
import org.huiling.facts.Sex;
import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads an applicant in the JSON of the HTTP contract. Every wrong field and every
 * contradiction is found at once; messages name fields and never repeat what they hold.
 */
public final class ApplicantReader {

	private static final Set<String> PERSON = Set.of("residentId", "name", "birthDate", "sex", "deathDate", "hukou",
			"residence", "household", "statuses", "choices", "disability", "careLevel", "pension", "lifeCheck", "payee",
			"insurance", "applications", "claims");

	private ApplicantReader() {
	}

	/**
	 * Reads an applicant that is an input by itself.
	 * @param applicant the JSON object
	 * @param today the day it is in Asia/Shanghai: births and deaths after it are refused
	 * @return the record and its warnings
	 * @throws InvalidInput 400 if a field cannot be read, 422 if all can but contradict
	 * each other
	 */
	public static ReadApplicant read(JsonNode applicant, LocalDate today) {
		InputErrors errors = new InputErrors();
		ReadApplicant read = read(JsonFields.of(applicant, PERSON, errors), today, false);
		errors.throwIfAny();
		return read;
	}

	/**
	 * Reads an applicant that is a field of an input. What is wrong is noted there under
	 * the field's path.
	 * @param input the fields of the input
	 * @param field the name of the applicant's
	 * @param today the day it is in Asia/Shanghai
	 * @return the record and its warnings, to be used only if the input has no errors;
	 * null if it is absent or no object
	 */
	public static @Nullable ReadApplicant read(JsonFields input, String field, LocalDate today) {
		JsonFields person = input.object(field, PERSON);
		return (person != null) ? read(person, today, false) : null;
	}

	/**
	 * Reads what was read before, by an older version too: what was taken then is no
	 * error now.
	 * @param input the fields of the input
	 * @param field the name of the applicant's
	 * @param today the day it is in Asia/Shanghai
	 * @return as above
	 */
	public static @Nullable ReadApplicant readOnFile(JsonFields input, String field, LocalDate today) {
		JsonFields person = input.object(field, PERSON);
		return (person != null) ? read(person, today, true) : null;
	}

	private static ReadApplicant read(JsonFields person, LocalDate today, boolean onFile) {
		Warnings warnings = new Warnings();
		Life life = Life.read(person, today);
		Sex sex = IdentityReader.sex(person);
		String residentId = IdentityReader.residentId(person, life.birth(), sex, warnings);
		life.warnOfBirth(today, residentId != null, warnings);
		String name = IdentityReader.name(person, warnings);
		Household household = HouseholdReader.household(person);
		List<Status> statuses = StandingReader.statuses(person, life);
		TekunAndDibao.warn(person, statuses, household, warnings);
		// the stand-in is never seen: a missing birth date is an error
		LocalDate birth = (life.birth() != null) ? life.birth() : LocalDate.MIN;
		ApplicantRecord record = new ApplicantRecord(residentId, name, birth, sex, life.death(),
				HouseholdReader.hukou(person, life), HouseholdReader.residence(person, life), household, statuses,
				StandingReader.choices(person, life), CircumstancesReader.disability(person),
				CircumstancesReader.careLevel(person), CircumstancesReader.pension(person),
				CircumstancesReader.lifeCheck(person, life), PayeeReader.payee(person, name, onFile, warnings),
				CircumstancesReader.insurance(person), StandingReader.applications(person, life),
				ClaimsReader.claims(person, life, warnings));
		return new ReadApplicant(record, warnings.list());
	}

}
