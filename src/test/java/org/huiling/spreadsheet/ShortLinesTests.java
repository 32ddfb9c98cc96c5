package org.huiling.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ShortLinesTests {

	@Test
	void aTableOfAnyLengthIsReadLineByLine() throws IOException {
		String line = "x".repeat(ShortLines.LONGEST);
		for (String end : new String[] { "\n", "\r", "\r\n" }) {
			String table = (line + end).repeat(5);
			assertThat(table(table).readAllBytes()).hasSize(table.length());
		}
	}

	@Test
	void aLineWithoutEndIsNotHeld() {
		InputStream endless = table("x\n" + ",".repeat(ShortLines.LONGEST + 1));
		assertThatExceptionOfType(IOException.class).isThrownBy(endless::readAllBytes)
			.withMessageContaining("longer than");
	}

	private static InputStream table(String text) {
		return new ShortLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
	}

}
