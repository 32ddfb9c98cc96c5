package org.huiling.applicant.reading;

import java.util.List;

/**
 * Something odd in a record that does not keep it from being used.
 *
 * @param code a stable code; its message stands in the message bundles under
 * {@code warning.<code>}
 * @param field the full path of the field
 * @param arguments what the message mentions; never personal data
 */
public record RecordWarning(String code, String field, List<Object> arguments) {

	public RecordWarning {
		arguments = List.copyOf(arguments);
	}

	/** The kinds of warnings; the arguments of the message in brackets. */
	public enum Kind {

		/**
		 * The resident id begins with a region that GB/T 2260 does not assign and that no
		 * jurisdiction here is of.
		 */
		REGION_UNKNOWN,

		/** A claim that may be another one under a second number (the other's path). */
		SAME_STAY,

		/** A stay that begins before another one ends (the other's path). */
		STAYS_OVERLAP,

		/** An item of another list that may be one entered twice (the other's path). */
		SAME_ITEM,

		/** An item of another list that begins before another one ends (its path). */
		ITEMS_OVERLAP,

		/** A birth date that is put where none is known. */
		BIRTH_PLACEHOLDER,

		/** Somebody older than anybody (the age). */
		BIRTH_LONG_AGO,

		/** A name with question marks or private-use characters. */
		NAME_DAMAGED,

		/**
		 * A card whose check digit does not fit (1 if it looks damaged by a spreadsheet).
		 */
		ACCOUNT_CHECK_DIGIT,

		/** An account on file that no bank can be told (the fewest digits, the most). */
		ACCOUNT_UNUSABLE,

		/** An account of somebody else (path of the person's name). */
		HOLDER_DIFFERS

	}

}
