package org.huiling.applicant;

import java.util.stream.Stream;

import org.huiling.input.MessageCatalogue;
import org.junit.jupiter.api.Test;

class ApplicantMessagesTests {

	@Test
	void everyCodeHasAMessageInBothLanguages() {
		MessageCatalogue.of("applicant")
			.assertHolds(Stream.concat(Stream.of(RecordFault.values()).map((fault) -> "error." + fault),
					Stream.of(RecordWarning.Kind.values()).map((kind) -> "warning." + kind)));
	}

}
