package org.huiling.table;

import java.util.stream.Stream;

import org.huiling.input.MessageCatalogue;
import org.junit.jupiter.api.Test;

class TableMessagesTests {

	@Test
	void everyCodeHasAMessageInBothLanguages() {
		MessageCatalogue.of("table")
			.assertHolds(Stream.concat(Stream.of(TableFault.values()).map((fault) -> "error." + fault),
					Stream.of("warning.SHEET_NOT_READ", "warning.EMPTY_FILE", "warning.FOOTER")));
	}

}
