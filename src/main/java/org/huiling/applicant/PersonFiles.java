package org.huiling.applicant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.huiling.applicant.answer.ApplicantDocument;
import org.huiling.applicant.answer.PersonAnswer;
import org.huiling.applicant.answer.RecordAnswer;
import org.huiling.facts.dictionary.FactList;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * 申请人档案: the files of people as pages show and keep them, in the JSON of the HTTP
 * contract, numbers masked. Every reading is noted in the audit trail.
 */
public interface PersonFiles {

	/**
	 * People by resident id, file number, whole name or surname, as far as the user may
	 * see them.
	 * @param q what is looked for; empty or null for everybody
	 * @param region below which they lie; null for all of the user's
	 * @param paging which page
	 * @return with residentId, name, birthDate, sex, deathDate, hukou and residence of
	 * each
	 * @throws org.huiling.problem.InvalidInput 400 if what is looked for cannot be read
	 */
	default Listing<PersonAnswer> find(@Nullable String q, @Nullable String region, Paging paging) {
		return find(q, PeopleFilter.of(region), paging);
	}

	/**
	 * The same of those whom a filter lets through.
	 * @throws org.huiling.problem.InvalidInput 400 if what is looked for, or the region,
	 * cannot be read
	 */
	Listing<PersonAnswer> find(@Nullable String q, PeopleFilter filter, Paging paging);

	/**
	 * The regions that records name, as far as the user reaches them.
	 * @param most at most so many
	 * @return their codes, in order
	 */
	List<String> regions(int most);

	/**
	 * A person's file.
	 * @param id the person's
	 * @param date on which the facts hold; null for today
	 * @param knownAt up to when what was recorded counts; null for now
	 * @return the file
	 * @throws org.huiling.problem.Refusal 404 if they are not on file, were not known
	 * then, or lie outside of the user's regions; 410 if the file was merged or erased
	 */
	File open(UUID id, @Nullable LocalDate date, @Nullable Instant knownAt);

	/**
	 * Shows a resident id whole, which is noted with the reason and counted.
	 * @param id the person's
	 * @param reason why it must be seen
	 * @return all of its digits; null if none is recorded
	 * @throws org.huiling.problem.InvalidInput 400 without a reason
	 * @throws org.huiling.problem.Refusal 403 if the user is no case worker, 404, 410 as
	 * above, 429 if too many numbers were shown to them today
	 */
	@Nullable String residentId(UUID id, String reason);

	/**
	 * What somebody's own file tells of an item that stands for them, such as a household
	 * member, to fill in a form with; read by nothing else. Noted as a reading of their
	 * file.
	 * @param id the person whose list it is
	 * @param list the list, whose items may name a file
	 * @param file the other's, by its id or number
	 * @return the fields of the item that it knows
	 * @throws org.huiling.problem.Refusal 404, 410 as above
	 * @throws org.huiling.problem.InvalidInput 422 LINKED_FILE_NOT_FOUND if there is no
	 * such file in the district that the user may see
	 */
	ObjectNode linked(UUID id, FactList list, String file);

	/**
	 * Begins a file.
	 * @param applicant as in {@code POST /applicants}
	 * @param validFrom from when it holds; null for the birth date
	 * @param locale of the warnings
	 * @return the file, with warnings
	 * @throws org.huiling.problem.InvalidInput 400, 422 if a field is wrong
	 * @throws org.huiling.problem.Refusal 409 if somebody has the resident id
	 */
	Begun begin(ApplicantDocument applicant, @Nullable LocalDate validFrom, Locale locale);

	/**
	 * Begins a file of which only who and where they are holds from birth on; the rest
	 * holds from a day on, and before is not known.
	 * @param applicant as in {@code POST /applicants}
	 * @param since from when the rest holds; null, or a day before the birth, for from
	 * birth on
	 * @param locale of the warnings
	 * @return the file, with warnings
	 * @throws org.huiling.problem.InvalidInput 400, 422 if a field is wrong
	 * @throws org.huiling.problem.Refusal 409 if somebody has the resident id
	 */
	Begun beginSince(ApplicantDocument applicant, @Nullable LocalDate since, Locale locale);

	/**
	 * Corrects a record: what it should have said otherwise is said anew, and everything
	 * else as it was, numbers that are shown masked too.
	 * @param id the person's
	 * @param record the record that was wrong
	 * @param changed the parts that are different; null for what is not known
	 * @param said from which day it holds, null if from that of the record; and the
	 * reason
	 * @param etag of the file that the change was made for; null for whichever it is
	 * @param locale of the warnings
	 * @return the record that corrects it, with warnings
	 * @throws org.huiling.problem.InvalidInput 400, 422 as of recording
	 * @throws org.huiling.problem.Refusal 404, 410, 412 as of recording
	 */
	Added correct(UUID id, UUID record, ObjectNode changed, Said said, @Nullable String etag, Locale locale);

	/**
	 * From when something holds, and why it is recorded.
	 *
	 * @param validFrom the day, null if from that of the record that is corrected
	 * @param reason in the words of who records it
	 */
	record Said(@Nullable LocalDate validFrom, String reason) {
	}

	/**
	 * Makes one file of two that are of one person.
	 * @param id whose file goes on
	 * @param duplicate the file that becomes part of it
	 * @param reason in the words of who merges them
	 * @param etag of the file that goes on; null for whichever it is
	 * @param locale of the warnings
	 * @return the person, with warnings
	 * @throws org.huiling.problem.InvalidInput 422 if they cannot be one
	 * @throws org.huiling.problem.Refusal 404, 410 as above for either file, 412 if the
	 * file was changed meanwhile
	 */
	PersonAnswer merge(UUID id, UUID duplicate, String reason, @Nullable String etag, Locale locale);

	/**
	 * Records what was learnt.
	 * @param id the person's
	 * @param body what was learnt, and from which day it holds
	 * @param etag of the file that the change was made for; null for whichever it is
	 * @param locale of the warnings
	 * @return the record, with warnings
	 * @throws org.huiling.problem.InvalidInput 400, 422 if a field is wrong
	 * @throws org.huiling.problem.Refusal 404, 410 as above, 412 if the file was changed
	 * meanwhile
	 */
	Added record(UUID id, RecordBody body, @Nullable String etag, Locale locale);

	/**
	 * A file that was begun.
	 *
	 * @param person whose it is, with warnings
	 * @param etag of the file
	 */
	record Begun(PersonAnswer person, String etag) {
	}

	/**
	 * A record that was added.
	 *
	 * @param record with warnings
	 * @param etag of the file as it is now
	 */
	record Added(RecordAnswer record, String etag) {
	}

	/**
	 * What is known of a person.
	 *
	 * @param id the person's
	 * @param etag of the file as it is now
	 * @param facts that hold on the day
	 * @param records in the order in which they were recorded, corrected ones among them
	 */
	record File(UUID id, String etag, ObjectNode facts, List<RecordAnswer> records) {

		public File {
			records = List.copyOf(records);
		}

	}

}
