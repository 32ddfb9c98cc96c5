package org.huiling.policy;

import java.util.stream.Stream;

import org.huiling.input.MessageCatalogue;
import org.junit.jupiter.api.Test;

class PolicyMessagesTests {

	@Test
	void everyCodeHasAMessageInBothLanguages() {
		Stream<String> problems = Stream
			.of("JURISDICTION_NOT_FOUND", "VERSION_NOT_FOUND", "FILE_NOT_FOUND", "POLICY_UNUSABLE", "DRAFT_NOT_FOUND",
					"DRAFT_FILE_NOT_FOUND", "DRAFT_STATE", "OWN_DRAFT", "CHECK_FAILED", "NOT_WHAT_WAS_APPROVED",
					"VERSION_TAKEN", "ALREADY_WITHDRAWN", "JURISDICTION_EXISTS", "PREFIX_TAKEN", "PROGRAM_EXISTS",
					"PROGRAM_FIXED", "JURISDICTION_FIXED", "NOT_YOUR_DRAFT", "FACT_NOT_FOUND", "NOT_OF_A_POLICY",
					"NEEDS_UNPUBLISHED", "PUBLISHED_MEANWHILE", "DICTIONARY_LOST", "NOT_OF_A_FACT_FILE",
					"FACT_FILE_IN_BRACKETS", "FACT_FILE_NOT_FOUND", "STANDARDS_LOST", "STANDARDS_NOT_FOUND",
					"CURRENCY_BELOW")
			.flatMap((code) -> Stream.of("problem." + code + ".title", "problem." + code + ".detail"));
		Stream<String> errors = Stream
			.of("NO_SUCH_JURISDICTION", "NO_SUCH_PROGRAM", "NO_SUCH_VERSION", "FILE_NAME_NOT_ADMITTED",
					"FILE_KIND_UNKNOWN", "FILE_TOO_LARGE", "TOO_MANY_FILES", "ID_NOT_ADMITTED", "PREFIX_NOT_ADMITTED",
					"OTHER_ID", "NOT_OF_A_FACT_FILE", "NOT_OF_A_POLICY", "FACT_FILE_NAME", "FACT_FILE_OWNED",
					"FACT_FILE_SHARED", "FACT_FILE_ALONE", "NO_SUCH_FACT_DRAFT", "FACT_NAME_NOT_ADMITTED",
					"CODES_MISSING", "CODE_NOT_ADMITTED", "NO_NUMBER", "OVER_FOR_CLAIMS", "OVER_NO_LIST",
					"OVER_NO_PATTERN", "OVER_NO_KEY", "OVER_NO_DAY", "OVER_SEALED", "NOT_OF_STANDARDS",
					"STANDARDS_ALONE", "CURRENCY_UNKNOWN", "CURRENCY_NOT_IN_HUNDREDTHS", "UNIT_OTHER_CURRENCY",
					"NO_SUCH_SUBJECT", "PAID_TO_OTHERS", "STACKING_OF_PEOPLE", "NO_SUBJECT_FACTS")
			.map((code) -> "error." + code);
		MessageCatalogue.of("policy").assertHolds(Stream.concat(problems, errors));
	}

}
