package org.huiling.applicant;

import java.time.Instant;
import java.util.UUID;

import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

/**
 * 备注: what case workers note on somebody's file. A note never changes; it can be struck
 * out, which is said beside it.
 */
public interface PersonNotes {

	/** The most characters of a note. */
	int LONGEST = 2000;

	/**
	 * The notes on a person, under files that were merged into theirs too. That they were
	 * read is on the audit trail.
	 * @param id the person's
	 * @param paging which page
	 * @return the newest first, struck ones among them
	 * @throws org.huiling.problem.Refusal 403 if the user is neither case worker nor
	 * auditor, 404 if the person is not on file or lies outside of the user's regions;
	 * 410 if the file was merged or erased
	 */
	Listing<Note> of(UUID id, Paging paging);

	/**
	 * Writes a note.
	 * @param id the person's
	 * @param text what is noted, not blank and of {@link #LONGEST} characters at most
	 * @return the note
	 * @throws org.huiling.problem.Refusal as above; 403 if the user is no case worker
	 */
	Note write(UUID id, String text);

	/**
	 * Strikes a note out.
	 * @param id the person's
	 * @param note the note's
	 * @param reason in the words of who does it
	 * @return the note
	 * @throws org.huiling.problem.Refusal as above; 404 {@code NOTE_NOT_FOUND} if the
	 * person has no such note, 409 {@code NOTE_STRUCK} if it was struck out before
	 */
	Note strike(UUID id, UUID note, String reason);

	/**
	 * A note as it is shown.
	 *
	 * @param id of the note
	 * @param applicantId the person under whose file it was written
	 * @param text what is noted
	 * @param by the account
	 * @param at when
	 * @param struck that it was struck out, null while it stands
	 */
	record Note(UUID id, UUID applicantId, String text, String by, Instant at, @Nullable Struck struck) {
	}

	/**
	 * That a note was struck out.
	 *
	 * @param reason in the words of who did it
	 * @param by the account
	 * @param at when
	 */
	record Struck(String reason, String by, Instant at) {
	}

}
