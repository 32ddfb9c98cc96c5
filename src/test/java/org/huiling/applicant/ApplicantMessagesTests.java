package org.huiling.applicant;

import java.util.stream.Stream;

import org.huiling.input.Fault;
import org.huiling.input.MessageCatalogue;
import org.junit.jupiter.api.Test;

class ApplicantMessagesTests {

	@Test
	void everyCodeHasAMessageInBothLanguages() {
		Stream<Fault> faults = Stream.of(RecordFault.values(), CsvFault.values()).flatMap(Stream::of);
		MessageCatalogue.of("applicant")
			.assertHolds(Stream.concat(faults.map((fault) -> "error." + fault.name()),
					Stream.of(RecordWarning.Kind.values()).map((kind) -> "warning." + kind)));
	}

}
