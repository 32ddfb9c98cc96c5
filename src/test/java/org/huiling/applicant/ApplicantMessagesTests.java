package org.huiling.applicant;

import java.util.stream.Stream;

import org.huiling.applicant.identity.RecordFault;
import org.huiling.applicant.imports.file.CsvFault;
import org.huiling.applicant.imports.file.ImportFault;
import org.huiling.applicant.reading.RecordWarning;
import org.huiling.input.Fault;
import org.huiling.input.MessageCatalogue;
import org.junit.jupiter.api.Test;

class ApplicantMessagesTests {

	@Test
	void everyCodeHasAMessageInBothLanguages() {
		Stream<Fault> faults = Stream
			.of(RecordFault.values(), CsvFault.values(), RegisterFault.values(), ImportFault.values())
			.flatMap(Stream::of);
		Stream<String> warnings = Stream.concat(Stream.of(RecordWarning.Kind.values()).map(Enum::name),
				Stream.of("DEATH_VALID_LATER", "SAME_PERSON", "SAME_PERSON_IN_FILE", "OTHER_NAME", "RESIDENT_ID_ZEROED",
						"VALID_BEFORE_BIRTH", "VALID_FAR_AHEAD", "NOW_UNKNOWN", "HELD_UNTIL", "CLAIMS_KEPT",
						"KEPT_UNDECLARED", "UNFIT_ON_FILE", "LINKED_FILE_DIFFERS", "LINKED_FILE_NOT_FOUND"));
		Stream<String> problems = Stream
			.of("APPLICANT_NOT_FOUND", "APPLICANT_MERGED", "APPLICANT_ERASED", "RESIDENT_ID_ON_FILE",
					"CREDIT_CODE_ON_FILE", "CREDIT_CODE_ON_FILE_ELSEWHERE", "RESIDENT_ID_ON_FILE_ELSEWHERE", "STALE",
					"RETENTION", "IMPORT_RUNNING", "IMPORT_NOT_FOUND", "IMPORT_BROKE_OFF",
					"IMPORT_BROKE_OFF_WITHOUT_KEY", "REVEAL_LIMIT", "ELSEWHERE_LIMIT", "NOTE_NOT_FOUND", "NOTE_STRUCK")
			.flatMap((code) -> Stream.of("problem." + code + ".title", "problem." + code + ".detail"));
		MessageCatalogue.of("applicant")
			.assertHolds(Stream
				.of(faults.map((fault) -> "error." + fault.name()),
						Stream.of("error.INVALID_PREFIX", "error.LINKED_FILE_NOT_FOUND"),
						warnings.map((code) -> "warning." + code), problems)
				.flatMap((keys) -> keys));
	}

}
