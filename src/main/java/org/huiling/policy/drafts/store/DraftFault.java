package org.huiling.policy.drafts.store;

import java.util.List;

import org.huiling.input.Fault;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;

/** What may be wrong with a draft that is to be begun, or with a file of one. */
public enum DraftFault implements Fault {

	/** There is no such jurisdiction (those there are). */
	NO_SUCH_JURISDICTION,

	/** The jurisdiction has no such program (those it has). */
	NO_SUCH_PROGRAM,

	/** The program has no such version. */
	NO_SUCH_VERSION,

	/** The name of a file is not admitted. */
	FILE_NAME_NOT_ADMITTED,

	/** The kind of a file is not known (those that are). */
	FILE_KIND_UNKNOWN,

	/** A file is too large. */
	FILE_TOO_LARGE,

	/** There are too many files (the most). */
	TOO_MANY_FILES,

	/** A test person has no name, or one that is too long (the longest). */
	TEST_PERSON_NAME,

	/** A draft has too many test people, or one is too large (the most). */
	TEST_PEOPLE_LIMIT,

	/** Said of a draft of a fact file. */
	NOT_OF_A_FACT_FILE,

	/** Said of a draft of a policy. */
	NOT_OF_A_POLICY,

	/** The name of a fact file is not admitted. */
	FACT_FILE_NAME,

	/** Another one owns the fact file (who). */
	FACT_FILE_OWNED,

	/** The fact file belongs to no jurisdiction, so none can be said. */
	FACT_FILE_SHARED,

	/** The draft of a fact file holds that file alone (its name). */
	FACT_FILE_ALONE,

	/** Said of a draft of standards. */
	NOT_OF_STANDARDS,

	/** The draft of standards holds that file alone (its name). */
	STANDARDS_ALONE,

	/** There is no such draft of a fact file. */
	NO_SUCH_FACT_DRAFT,

	/** There is no such draft. */
	NO_SUCH_DRAFT,

	/** The draft is published or given up. */
	DRAFT_OVER,

	/** The draft is of facts, or waits for drafts of facts. */
	TRIED_FACTS,

	/** The draft is of a jurisdiction or program that does not apply here. */
	DRAFT_OF_OTHERS,

	/**
	 * A version in force has no such parameter, or one that is no number (the version).
	 */
	NO_SUCH_NUMBER,

	/** A version in force does not compile with the value (value, version, why). */
	VALUE_NOT_ADMITTED;

	@Override
	public int status() {
		return 422;
	}

	public InvalidInput refusal(String field, Object... arguments) {
		return new InvalidInput(status(), List.of(FieldError.of(field, name(), arguments)));
	}

}
