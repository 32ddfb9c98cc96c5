package org.huiling.openrules;

import java.util.stream.Stream;

import org.huiling.input.MessageCatalogue;
import org.junit.jupiter.api.Test;

class OpenRulesMessagesTests {

	@Test
	void everyCodeHasAMessageInBothLanguages() {
		MessageCatalogue.of("openrules")
			.assertHolds(Stream.of("problem.PROGRAM_NOT_FOUND.title", "problem.PROGRAM_NOT_FOUND.detail"));
	}

}
