package org.huiling.input;

import java.text.MessageFormat;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InputMessagesTests {

	private final MessageCatalogue messages = MessageCatalogue.of("input");

	@Test
	void everyCodeHasAMessageInBothLanguages() {
		this.messages.assertHolds(Stream.of(ShapeFault.values()).map((fault) -> "error." + fault));
	}

	@Test
	void suggestsANameOnlyWhereOneIsClose() {
		String unknown = this.messages.zh().getProperty("error.UNKNOWN_PROPERTY");
		assertThat(MessageFormat.format(unknown, "foo", 0, "")).isEqualTo("没有名为“foo”的字段。");
		assertThat(MessageFormat.format(unknown, "birthdate", 1, "birthDate"))
			.isEqualTo("没有名为“birthdate”的字段，是不是“birthDate”？");
	}

}
