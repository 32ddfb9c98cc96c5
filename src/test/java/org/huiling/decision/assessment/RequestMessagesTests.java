package org.huiling.decision.assessment;

import java.util.Properties;
import java.util.stream.Stream;

import org.huiling.decision.replay.ReplayDifference;
import org.huiling.input.MessageCatalogue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequestMessagesTests {

	@Test
	void everyCodeHasAMessageInBothLanguages() {
		MessageCatalogue messages = MessageCatalogue.of("decision");
		Stream
			.concat(Stream.of(RequestFault.values()).map((fault) -> "error." + fault),
					Stream.of(ReplayDifference.values()).map((difference) -> "replay." + difference))
			.forEach((key) -> {
				for (Properties language : new Properties[] { messages.zh(), messages.en() }) {
					assertThat(language).containsKey(key);
				}
			});
		assertThat(messages.en().stringPropertyNames()).isEqualTo(messages.zh().stringPropertyNames());
	}

}
