package org.huiling.audit;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that is recorded. Its words stand in the message bundles under
 * {@code action.<name>}; what was recorded once keeps its name.
 */
public enum AuditAction {

	/** A file was opened; with a reason if a number was shown whole. */
	APPLICANT_READ(Area.PEOPLE, About.PERSON, Kind.READING),

	/** People were found, or stood on a list. */
	APPLICANTS_LISTED(Area.PEOPLE, About.PEOPLE, Kind.READING),

	/** A list to be put up in public was made, names masked. */
	PUBLIC_LIST_MADE(Area.PEOPLE, About.PEOPLE),

	/** A person was kept off public lists, or put back on them. */
	PUBLIC_LIST_FLAGGED(Area.PEOPLE, About.PERSON),

	/** Somebody saw who had looked at a person. */
	APPLICANT_ACCESS_READ(Area.PEOPLE, About.PERSON, Kind.READING),

	/** Something was noted on a file; its text is not told. */
	NOTE_WRITTEN(Area.PEOPLE, About.PERSON),

	/** A note was struck out. */
	NOTE_STRUCK(Area.PEOPLE, About.PERSON),

	/** Notes on a file were read. */
	NOTES_READ(Area.PEOPLE, About.PERSON, Kind.READING),

	/** Everything that is kept about a person was put together. */
	APPLICANT_EXPORTED(Area.PEOPLE, About.PERSON, Kind.READING),

	/** A file that ended was asked for: merged (where it goes on was told) or erased. */
	ENDED_FILE_ASKED(Area.PEOPLE, About.PERSON, Kind.READING),

	/** A resident id was tried, and the person who has it named. */
	RESIDENT_ID_FOUND(Area.PEOPLE, About.PERSON_OR_PEOPLE),

	/** A resident id was tried, and told to be on file where the caller does not see. */
	RESIDENT_ID_FOUND_ELSEWHERE(Area.PEOPLE, About.PERSON),

	/** A warning named a file that may be the same person's. */
	NAMESAKE_FOUND(Area.PEOPLE, About.PERSON_OR_PEOPLE),

	/** What was recorded of somebody was compared with their own file. */
	LINKED_FILE_COMPARED(Area.PEOPLE, About.PERSON_OR_PEOPLE),

	/** A file was begun. */
	APPLICANT_RECORDED(Area.PEOPLE, About.PERSON),

	/** Something was recorded about a person. */
	RECORD_ADDED(Area.PEOPLE, About.PERSON),

	/** A person has another resident id. */
	RESIDENT_ID_CORRECTED(Area.PEOPLE, About.PERSON),

	/** A list of people was taken. */
	APPLICANTS_IMPORTED(Area.PEOPLE, About.PEOPLE),

	/** What an import said of its rows was read. */
	IMPORT_REMARKS_READ(Area.PEOPLE, About.PEOPLE, Kind.READING),

	/** Another file became part of this one. */
	APPLICANTS_MERGED(Area.PEOPLE, About.PERSON),

	/** This file became part of another one. */
	APPLICANT_MERGED_INTO(Area.PEOPLE, About.PERSON),

	/** A file was erased. */
	APPLICANT_ERASED(Area.PEOPLE, About.PERSON),

	/** A person on file was assessed. */
	APPLICANT_ASSESSED(Area.DECISIONS, About.PERSON, Kind.READING),

	/** A person's case was decided. */
	DECISIONS_MADE(Area.DECISIONS, About.PERSON),

	/** A person's decisions were read. */
	DECISIONS_READ(Area.DECISIONS, About.PERSON, Kind.READING),

	/** Decisions made under a policy version were read. */
	DECISIONS_LISTED(Area.DECISIONS, About.PEOPLE, Kind.READING),

	/** One decision was read. */
	DECISION_READ(Area.DECISIONS, About.PERSON, Kind.READING),

	/** A decision was computed again. */
	DECISION_REPLAYED(Area.DECISIONS, About.PERSON, Kind.READING),

	/** A decision was taken back. */
	DECISION_REVOKED(Area.DECISIONS, About.PERSON),

	/** The notice of a decision was opened. */
	NOTICE_READ(Area.DECISIONS, About.PERSON, Kind.READING),

	/** An objection was recorded. */
	OBJECTION_RECORDED(Area.DECISIONS, About.PERSON),

	/** What became of an objection was recorded. */
	OBJECTION_CONCLUDED(Area.DECISIONS, About.PERSON),

	/** A run was ordered. */
	RECALCULATION_ORDERED(Area.RUNS, About.NOBODY),

	/** A run was asked to stop. */
	RECALCULATION_STOP_ASKED(Area.RUNS, About.NOBODY),

	/** A run stopped. */
	RECALCULATION_STOPPED(Area.RUNS, About.NOBODY),

	/** A run goes on. */
	RECALCULATION_RESTARTED(Area.RUNS, About.NOBODY),

	/** A run came to its end. */
	RECALCULATION_COMPLETED(Area.RUNS, About.NOBODY),

	/** What a run changed was read. */
	RECALCULATION_CHANGES_READ(Area.RUNS, About.PEOPLE, Kind.READING),

	/** Whom a run could not review was read. */
	RECALCULATION_FAILURES_READ(Area.RUNS, About.PEOPLE, Kind.READING),

	/** Whom a run could not decide was read. */
	RECALCULATION_UNDECIDED_READ(Area.RUNS, About.PEOPLE, Kind.READING),

	/** A projection was ordered. */
	PROJECTION_ORDERED(Area.RUNS, About.NOBODY),

	/** A projection came to its end. */
	PROJECTION_COMPLETED(Area.RUNS, About.NOBODY),

	/** A projection was stopped. */
	PROJECTION_STOPPED(Area.RUNS, About.NOBODY),

	/** A projection goes on. */
	PROJECTION_RESTARTED(Area.RUNS, About.NOBODY),

	/** What a draft comes to this month was shown. */
	PROJECTION_FIRST_ANSWER(Area.RUNS, About.NOBODY),

	/** Whom a projection changes something for was read. */
	PROJECTION_PEOPLE_READ(Area.RUNS, About.PEOPLE, Kind.READING),

	/** The notices of a run were printed. */
	NOTICES_PRINTED(Area.RUNS, About.PEOPLE, Kind.READING),

	/** A roster was made. */
	ROSTER_MADE(Area.PAYMENTS, About.NOBODY),

	/** A roster was approved. */
	ROSTER_APPROVED(Area.PAYMENTS, About.NOBODY),

	/** A roster was discarded. */
	ROSTER_DISCARDED(Area.PAYMENTS, About.NOBODY),

	/** Every line of a roster has a result. */
	ROSTER_CLOSED(Area.PAYMENTS, About.NOBODY),

	/** What a bank reported was taken. */
	ROSTER_RESULTS_TAKEN(Area.PAYMENTS, About.NOBODY),

	/** Lines of a roster were read, on a page or as a file. */
	ROSTER_LINES_READ(Area.PAYMENTS, About.PEOPLE, Kind.READING),

	/** Transfers of a roster were read. */
	ROSTER_TRANSFERS_READ(Area.PAYMENTS, About.PEOPLE, Kind.READING),

	/** What a roster left open was read. */
	ROSTER_OPEN_ITEMS_READ(Area.PAYMENTS, About.PEOPLE, Kind.READING),

	/** What is to be looked at on a roster was read. */
	ROSTER_FLAGS_READ(Area.PAYMENTS, About.PEOPLE, Kind.READING),

	/** The result of a line was taken back. */
	RESULT_TAKEN_BACK(Area.PAYMENTS, About.PERSON),

	/** Payments were held back. */
	PAYMENT_HELD(Area.PAYMENTS, About.PERSON),

	/** Payments are made again. */
	PAYMENT_RELEASED(Area.PAYMENTS, About.PERSON),

	/** What is held back was read. */
	PAYMENT_HOLDS_READ(Area.PAYMENTS, About.PERSON, Kind.READING),

	/** What a person owed was settled. */
	OVERPAYMENT_SETTLED(Area.PAYMENTS, About.PERSON),

	/** A settlement was taken back. */
	SETTLEMENT_TAKEN_BACK(Area.PAYMENTS, About.PERSON),

	/** What a person is due and was paid was read. */
	PAYMENTS_READ(Area.PAYMENTS, About.PERSON, Kind.READING),

	/** What was settled was read. */
	SETTLEMENTS_READ(Area.PAYMENTS, About.PERSON, Kind.READING),

	/** How a jurisdiction pays was set. */
	PAYMENT_RULE_SET(Area.PAYMENTS, About.NOBODY),

	/** Tasks were listed, with the people whom they are about. */
	TASKS_LISTED(Area.PEOPLE, About.PEOPLE, Kind.READING),

	/** What a task proposes was done. */
	TASK_ACCEPTED(Area.PEOPLE, About.PEOPLE),

	/** A task was closed without doing anything. */
	TASK_DISMISSED(Area.PEOPLE, About.PEOPLE),

	/** Who does a task, or by when, was said. */
	TASK_PLANNED(Area.PEOPLE, About.PEOPLE),

	/** A list of others was sent to be matched with the register. */
	CROSS_CHECK_ORDERED(Area.PEOPLE, About.NOBODY),

	/** A list of others was matched. */
	CROSS_CHECK_COMPLETED(Area.PEOPLE, About.NOBODY),

	/** A cross-check was stopped. */
	CROSS_CHECK_STOPPED(Area.PEOPLE, About.NOBODY),

	/** A cross-check that was stopped or failed goes on. */
	CROSS_CHECK_RESTARTED(Area.PEOPLE, About.NOBODY),

	/** Lines of a list of others were read, with the people whom they mean. */
	CROSS_CHECK_LINES_READ(Area.PEOPLE, About.PEOPLE, Kind.READING),

	/** Something was proposed that a second account confirms. */
	PROPOSED(Area.PROPOSALS, About.PEOPLE),

	/** A proposal was confirmed. */
	PROPOSAL_CONFIRMED(Area.PROPOSALS, About.PEOPLE),

	/** A proposal was rejected. */
	PROPOSAL_REJECTED(Area.PROPOSALS, About.PEOPLE),

	/** A proposal was taken back by who made it. */
	PROPOSAL_WITHDRAWN(Area.PROPOSALS, About.PEOPLE),

	/** Proposals about people were read. */
	PROPOSALS_READ(Area.PROPOSALS, About.PEOPLE, Kind.READING),

	/** A version came from files of the operator. */
	VERSION_IMPORTED(Area.POLICY, About.NOBODY),

	/** A version was published. */
	POLICY_PUBLISHED(Area.POLICY, About.NOBODY),

	/** A fact file was published. */
	FACT_FILE_PUBLISHED(Area.POLICY, About.NOBODY),

	/** Standards that policies share are in force. */
	STANDARDS_PUBLISHED(Area.POLICY, About.NOBODY),

	/** A version was withdrawn. */
	POLICY_WITHDRAWN(Area.POLICY, About.NOBODY),

	/** A draft was begun. */
	DRAFT_CREATED(Area.POLICY, About.NOBODY),

	/** A file of a draft was changed. */
	DRAFT_EDITED(Area.POLICY, About.NOBODY),

	/** A draft was checked. */
	DRAFT_CHECKED(Area.POLICY, About.NOBODY),

	/** A draft was submitted. */
	DRAFT_SUBMITTED(Area.POLICY, About.NOBODY),

	/** A draft was approved. */
	DRAFT_APPROVED(Area.POLICY, About.NOBODY),

	/** A draft was rejected. */
	DRAFT_REJECTED(Area.POLICY, About.NOBODY),

	/** A draft was given up. */
	DRAFT_DISCARDED(Area.POLICY, About.NOBODY),

	/** A jurisdiction was added. */
	JURISDICTION_CREATED(Area.POLICY, About.NOBODY),

	/** A jurisdiction was corrected. */
	JURISDICTION_CORRECTED(Area.POLICY, About.NOBODY),

	/** A program was added. */
	PROGRAM_CREATED(Area.POLICY, About.NOBODY),

	/** A program was corrected. */
	PROGRAM_CORRECTED(Area.POLICY, About.NOBODY),

	/** A program has another name. */
	PROGRAM_RENAMED(Area.POLICY, About.NOBODY),

	/** An account was made. */
	ACCOUNT_CREATED(Area.ACCOUNTS, About.NOBODY),

	/** An account was changed. */
	ACCOUNT_CHANGED(Area.ACCOUNTS, About.NOBODY),

	/** An account was locked after too many failures. */
	ACCOUNT_LOCKED(Area.ACCOUNTS, About.NOBODY),

	/** Somebody chose another password. */
	PASSWORD_CHANGED(Area.ACCOUNTS, About.NOBODY),

	/** Somebody signed in. */
	SIGN_IN(Area.ACCOUNTS, About.NOBODY),

	/** Somebody failed to. */
	SIGN_IN_FAILED(Area.ACCOUNTS, About.NOBODY),

	/** Somebody signed out. */
	SIGN_OUT(Area.ACCOUNTS, About.NOBODY),

	/** Sessions of an account were ended, by themselves or an administrator. */
	SESSIONS_ENDED(Area.ACCOUNTS, About.NOBODY),

	/** Somebody tried what they may not. */
	ACCESS_REFUSED(Area.ACCOUNTS, About.NOBODY),

	/** Events about an id were read. */
	AUDIT_EVENTS_READ(Area.ACCOUNTS, About.PERSON_OR_PEOPLE, Kind.READING),

	/** The trail went on under another key. */
	AUDIT_KEY_TURNED(Area.ACCOUNTS, About.NOBODY),

	/** Everybody is found by another key. */
	LOOKUP_KEY_TURNED(Area.ACCOUNTS, About.NOBODY);

	private final Area area;

	private final About about;

	private final Kind kind;

	AuditAction(Area area, About about) {
		this(area, about, Kind.DEED);
	}

	AuditAction(Area area, About about, Kind kind) {
		this.area = area;
		this.about = about;
		this.kind = kind;
	}

	/** What belongs together. */
	public enum Area {

		/** Files of people. */
		PEOPLE,

		/** Assessments, decisions, notices, objections. */
		DECISIONS,

		/** Recalculations. */
		RUNS,

		/** Rosters, holds, settlements. */
		PAYMENTS,

		/** What two accounts do together. */
		PROPOSALS,

		/** Policies, drafts, jurisdictions, programs. */
		POLICY,

		/** Accounts and the trail. */
		ACCOUNTS

	}

	/** Whom an event is about. */
	private enum About {

		/** Its subject is a person. */
		PERSON,

		/** Its subject is a person, or what shows some. */
		PERSON_OR_PEOPLE,

		/** It names people, or its subject is a group of them. */
		PEOPLE,

		/** Whoever does it is shown nobody. */
		NOBODY

	}

	/** What may become of it. */
	private enum Kind {

		/** Something was shown, which nothing that comes later undoes. */
		READING,

		/** Something was changed, or told with what was changed. */
		DEED

	}

	/**
	 * What it belongs to.
	 * @return the area
	 */
	public Area area() {
		return this.area;
	}

	/**
	 * Whether the subject of such an event is always somebody on file.
	 * @return false also where it may be
	 */
	public boolean isOfPerson() {
		return this.about == About.PERSON;
	}

	/**
	 * Whether whoever does it may be shown somebody on file.
	 * @return false where nobody is shown
	 */
	public boolean mayShowPeople() {
		return this.about != About.NOBODY;
	}

	/**
	 * Whether somebody saw something by it, so that it stays on the trail though nothing
	 * comes of what was asked for with it.
	 * @return false of what is undone with the transaction
	 */
	boolean isReading() {
		return this.kind == Kind.READING;
	}

	/**
	 * The names of what shows nobody to who does it, though its subject may be a group
	 * that somebody is in.
	 * @return names of actions
	 */
	static List<String> blind() {
		return Stream.of(values()).filter((action) -> action.about == About.NOBODY).map(AuditAction::name).toList();
	}

}
