package org.huiling.crosscheck;

import java.util.stream.Stream;

import org.huiling.input.MessageCatalogue;
import org.junit.jupiter.api.Test;

class CrossCheckMessagesTests {

	@Test
	void everyCodeHasAMessageInBothLanguages() {
		Stream<String> problems = Stream.of("CROSS_CHECK_NOT_FOUND", "CROSS_CHECK_NOT_OPEN", "CROSS_CHECK_NOT_STOPPED")
			.flatMap((code) -> Stream.of("problem." + code + ".title", "problem." + code + ".detail"));
		// a column twice is said as of a list of results
		Stream<String> faults = Stream.of(ListFault.values())
			.filter((fault) -> fault != ListFault.COLUMN_TWICE)
			.map((fault) -> "error." + fault);
		MessageCatalogue.of("crosscheck").assertHolds(Stream.concat(problems, faults));
	}

}
