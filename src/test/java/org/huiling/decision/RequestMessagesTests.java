package org.huiling.decision;

import java.util.Properties;
import java.util.stream.Stream;

import org.huiling.input.MessageCatalogue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestMessagesTests {

	@Test
	void everyCodeHasAMessageInBothLanguages() {
		MessageCatalogue messages = MessageCatalogue.of("decision");
		Stream.of(RequestFault.values()).map((fault) -> "error." + fault).forEach((key) -> {
			for (Properties language : new Properties[] { messages.zh(), messages.en() }) {
				assertThat(language).containsKey(key);
			}
		});
	}

}
