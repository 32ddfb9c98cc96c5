package org.huiling.applicant.answer;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.huiling.audit.AuditFilter;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

/** 查阅记录: who saw a person, for whoever is asked so by them. */
public interface PersonAccess {

	/**
	 * Who saw a person, or handled what is on file about them, also under files that were
	 * merged into theirs. That it was asked is noted in the audit trail.
	 * @param id the person's
	 * @param which part of it
	 * @param paging which page
	 * @param locale of the words
	 * @return the newest first
	 * @throws org.huiling.problem.InvalidInput 400 if a day cannot be read
	 * @throws org.huiling.problem.Refusal 403 if the user is neither case worker nor
	 * auditor, 404 if the person is not on file or lies outside of the user's regions;
	 * 410 if the file was merged
	 */
	Listing<Look> of(UUID id, AuditFilter which, Paging paging, Locale locale);

	/**
	 * All of it at once, for a file; noted before the first is read.
	 * @param id the person's
	 * @param which part of it
	 * @param locale of the words
	 * @return takes what is to be done with each, the newest first
	 * @throws org.huiling.problem.Refusal as above
	 */
	Consumer<Consumer<Look>> all(UUID id, AuditFilter which, Locale locale);

	/**
	 * That somebody saw or handled it, once.
	 *
	 * @param id the number of the event on the trail
	 * @param at when
	 * @param by the account, {@code system} for the service itself
	 * @param name how the account is called
	 * @param as the roles that it had then
	 * @param action what was done
	 * @param way the same in words
	 * @param subject the id of what it was done to: a file of the person, or what shows
	 * them
	 * @param among how many people were shown by name with it, the person among them;
	 * null if it is about the person alone, or about a whole roster, run or import
	 * @param reason what they gave as reason, null if nothing
	 * @param details what else matters
	 */
	record Look(long id, Instant at, String by, String name, List<String> as, String action, String way, String subject,
			@Nullable Integer among, @Nullable String reason, Map<String, Object> details) {

		public Look {
			as = List.copyOf(as);
		}

	}

}
