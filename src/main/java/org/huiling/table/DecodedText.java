package org.huiling.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * The text of a stream in the encoding declared, that of its byte order mark, or the one
 * that the first bytes beyond ASCII are in. What cannot be decoded later on becomes
 * U+FFFD, by which its line is known.
 */
public final class DecodedText extends Reader {

	private static final int PIECE = 1 << 16;

	private static final int FEW = 20;

	private final InputStream bytes;

	private final @Nullable Charset declared;

	private @Nullable Reader decoded;

	private @Nullable Charset encoding;

	private boolean begun;

	private boolean ofChina;

	private String ascii = "";

	private int next;

	/**
	 * Begins to read.
	 * @param bytes the stream
	 * @param declared the encoding as declared; null to find out
	 */
	public DecodedText(InputStream bytes, @Nullable Charset declared) {
		this.bytes = bytes;
		this.declared = declared;
	}

	@Override
	public int read(char[] target, int offset, int length) throws IOException {
		while (this.next >= this.ascii.length()) {
			if (this.decoded != null) {
				int read = this.decoded.read(target, offset, length);
				if (this.ofChina) {
					hidePrivate(target, offset, read);
				}
				return read;
			}
			if (!more()) {
				return -1;
			}
		}
		int count = Math.min(length, this.ascii.length() - this.next);
		this.ascii.getChars(this.next, this.next + count, target, offset);
		this.next += count;
		return count;
	}

	/**
	 * The encoding that a stream is read in.
	 * @return null as long as nothing but ASCII was read
	 */
	public @Nullable Charset encoding() {
		return this.encoding;
	}

	/**
	 * In GBK a character of the user-defined area is one that only the sender's computer
	 * can show.
	 */
	private static void hidePrivate(char[] target, int offset, int read) {
		for (int i = offset; i < offset + read; i++) {
			if (Encoding.isPrivate(target[i])) {
				target[i] = '\uFFFD';
			}
		}
	}

	private boolean more() throws IOException {
		byte[] piece = this.bytes.readNBytes(PIECE);
		if (piece.length == 0) {
			return false;
		}
		if (!this.begun && hasNuls(piece)) {
			throw refused();
		}
		Charset known = this.begun ? null : known(piece);
		this.begun = true;
		if (known != null) {
			decode(piece, known);
		}
		else if (isAscii(piece)) {
			this.ascii = new String(piece, StandardCharsets.US_ASCII);
			this.next = 0;
		}
		else {
			Charset guess = Encoding.guess(piece);
			if (guess == null) {
				throw refused();
			}
			decode(piece, guess);
		}
		return true;
	}

	/** By the mark, or as declared. */
	private @Nullable Charset known(byte[] piece) {
		if (piece.length >= 2 && ((piece[0] == (byte) 0xFF && piece[1] == (byte) 0xFE)
				|| (piece[0] == (byte) 0xFE && piece[1] == (byte) 0xFF))) {
			throw refused();
		}
		boolean marked = piece.length >= 3 && piece[0] == (byte) 0xEF && piece[1] == (byte) 0xBB
				&& piece[2] == (byte) 0xBF;
		if (marked) {
			return StandardCharsets.UTF_8;
		}
		Charset charset = this.declared;
		// all of them are subsets of GB18030
		return (charset != null && charset.name().startsWith("GB")) ? Encoding.GB18030 : charset;
	}

	private void decode(byte[] piece, Charset charset) throws IOException {
		this.ofChina = charset.equals(Encoding.GB18030);
		Reader reader = new InputStreamReader(new SequenceInputStream(new ByteArrayInputStream(piece), this.bytes),
				charset.newDecoder()
					.onMalformedInput(CodingErrorAction.REPLACE)
					.onUnmappableCharacter(CodingErrorAction.REPLACE));
		this.decoded = reader;
		this.encoding = charset;
		if (piece[0] == (byte) 0xEF && piece.length >= 3 && piece[1] == (byte) 0xBB) {
			int mark = reader.read();
			if (mark != '\uFEFF') {
				throw new IllegalStateException("a byte order mark that is none");
			}
		}
	}

	/** UTF-16 without a mark has one in nearly every digit, comma and line end. */
	private static boolean hasNuls(byte[] piece) {
		int nuls = 0;
		for (byte each : piece) {
			nuls += (each == 0) ? 1 : 0;
		}
		return nuls * FEW > piece.length;
	}

	private static boolean isAscii(byte[] piece) {
		for (byte each : piece) {
			if (each < 0) {
				return false;
			}
		}
		return true;
	}

	private static InvalidInput refused() {
		return TableFault.FILE_ENCODING.refusal();
	}

	@Override
	public void close() throws IOException {
		this.bytes.close();
	}

}
