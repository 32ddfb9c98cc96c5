package org.huiling.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Tells UTF-8 from GB18030 (GBK and GB2312 within it) by the bytes. Chinese text is
 * hardly ever both: UTF-8 writes it in sequences of three bytes with fixed marks.
 */
final class Encoding {

	static final Charset GB18030 = Charset.forName("GB18030");

	/** Of so many sequences of UTF-8 one may be damaged. */
	private static final int MOSTLY = 9;

	private Encoding() {
	}

	/**
	 * The encoding of a piece of text.
	 * @param bytes with something beyond ASCII in them; may end within a character
	 * @return null if it is neither
	 */
	static @Nullable Charset guess(byte[] bytes) {
		int wide = 0;
		int narrow = 0;
		int wrong = 0;
		for (int i = 0; i < bytes.length;) {
			int length = length(bytes, i);
			if (length < 0) {
				break;
			}
			wide += (length > 2) ? 1 : 0;
			narrow += (length == 2) ? 1 : 0;
			wrong += (length == 0) ? 1 : 0;
			i += Math.max(length, 1);
		}
		boolean utf8 = (wrong == 0) ? (wide > 0 || narrow > 0) : wide > MOSTLY * wrong;
		if (utf8 && wide > 0) {
			return StandardCharsets.UTF_8;
		}
		if (isGb18030(bytes)) {
			return GB18030;
		}
		return utf8 ? StandardCharsets.UTF_8 : null;
	}

	/**
	 * How many bytes the character of UTF-8 at a place has: 0 if there is none, -1 if the
	 * text ends within it.
	 */
	private static int length(byte[] bytes, int at) {
		int first = bytes[at] & 0xFF;
		int length = (first < 0x80) ? 1 : (first >= 0xC2 && first <= 0xDF) ? 2
				: (first >= 0xE0 && first <= 0xEF) ? 3 : (first >= 0xF0 && first <= 0xF4) ? 4 : 0;
		for (int i = 1; i < length; i++) {
			if (at + i >= bytes.length) {
				return -1;
			}
			if ((bytes[at + i] & 0xC0) != 0x80) {
				return 0;
			}
		}
		return length;
	}

	/** Some characters may be damaged; binary data has others that no text has. */
	private static boolean isGb18030(byte[] bytes) {
		CharBuffer text = CharBuffer.allocate(bytes.length + 1);
		GB18030.newDecoder()
			.onMalformedInput(CodingErrorAction.REPLACE)
			.onUnmappableCharacter(CodingErrorAction.REPLACE)
			.decode(ByteBuffer.wrap(bytes), text, false);
		int wide = 0;
		int wrong = 0;
		for (char character : text.flip().toString().toCharArray()) {
			if (character < ' ' && character != '\t' && character != '\n' && character != '\r') {
				return false;
			}
			boolean damaged = character == '\uFFFD' || isPrivate(character);
			wrong += damaged ? 1 : 0;
			wide += (!damaged && character > '\u007f') ? 1 : 0;
		}
		return wide > 0 && wide >= MOSTLY * wrong;
	}

	static boolean isPrivate(char character) {
		return character >= 0xE000 && character <= 0xF8FF;
	}

}
