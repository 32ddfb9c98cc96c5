package org.huiling.projection;

import java.util.stream.Stream;

import org.huiling.input.MessageCatalogue;
import org.huiling.projection.report.ProjectionFault;
import org.junit.jupiter.api.Test;

class ProjectionMessagesTests {

	@Test
	void everyCodeHasAMessageInBothLanguages() {
		Stream<String> problems = Stream
			.of("PROJECTION_NOT_FOUND", "PROJECTION_NOT_OPEN", "PROJECTION_NOT_STOPPED", "PROJECTION_REQUIRED")
			.flatMap((code) -> Stream.of("problem." + code + ".title", "problem." + code + ".detail"));
		Stream<String> faults = Stream.of(ProjectionFault.values()).map((fault) -> "error." + fault);
		MessageCatalogue.of("projection").assertHolds(Stream.concat(problems, faults));
	}

}
