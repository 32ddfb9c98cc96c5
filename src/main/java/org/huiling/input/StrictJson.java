package org.huiling.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as the service accepts it: UTF-8, every number an exact decimal, no key twice, and
 * limits on depth and length, so that no body can exhaust the server.
 */
public final class StrictJson {

	static final int MOST_LEVELS = 50;

	static final int LONGEST_NUMBER = 100;

	static final int LONGEST_TEXT = 100_000;

	private static final int LONGEST_NAME = 200;

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	/** What a lenient decoder writes for bytes that are not UTF-8. */
	private static final char REPLACEMENT = '\uFFFD';

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(MOST_LEVELS)
				.maxNumberLength(LONGEST_NUMBER)
				.maxStringLength(LONGEST_TEXT)
				.maxNameLength(LONGEST_NAME)
				.build())
			.build())
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		// looked for below, where it gets a code of its own
		.disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private StrictJson() {
	}

	/**
	 * Reads a body.
	 * @param body UTF-8, limited in length by the caller; closed by the caller
	 * @return the tree
	 * @throws InvalidInput 400 with line and column if it is not one JSON value
	 */
	public static JsonNode read(InputStream body) {
		try {
			return read(body.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads a body.
	 * @param body UTF-8
	 * @return the tree
	 * @throws InvalidInput 400 with line and column if it is not one JSON value
	 */
	public static JsonNode read(byte[] body) {
		String text = decoded(body);
		boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
		try (JsonParser parser = MAPPER.createParser(marked ? text.substring(1) : text)) {
			return tree(parser);
		}
	}

	private static JsonNode tree(JsonParser parser) {
		try {
			if (parser.nextToken() == null) {
				throw refused("", ShapeFault.BODY_MISSING);
			}
			JsonNode tree = MAPPER.readTree(parser);
			requireEnd(parser);
			return tree;
		}
		catch (JacksonException | NumberFormatException ex) {
			throw JsonFailure.of(ex, parser).refusal();
		}
	}

	private static void requireEnd(JsonParser parser) {
		boolean end;
		try {
			end = parser.nextToken() == null;
		}
		catch (JacksonException ex) {
			end = false;
		}
		if (!end) {
			throw refused("", ShapeFault.TRAILING_CONTENT, line(parser), column(parser));
		}
	}

	/** Strictly: Jackson itself would take UTF-16 and broken surrogates as well. */
	private static String decoded(byte[] body) {
		String text = new String(body, StandardCharsets.UTF_8);
		if (text.indexOf(REPLACEMENT) >= 0) {
			requireUtf8(body);
		}
		return text;
	}

	private static void requireUtf8(byte[] body) {
		CharBuffer text = CharBuffer.allocate(body.length);
		CoderResult result = StandardCharsets.UTF_8.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.decode(ByteBuffer.wrap(body), text, true);
		if (result.isError()) {
			String before = text.flip().toString();
			int line = (int) before.chars().filter((c) -> c == '\n').count() + 1;
			throw refused("", ShapeFault.WRONG_ENCODING, line, before.length() - before.lastIndexOf('\n'));
		}
	}

	static int line(JsonParser parser) {
		return parser.currentLocation().getLineNr();
	}

	static int column(JsonParser parser) {
		return parser.currentLocation().getColumnNr();
	}

	static InvalidInput refused(String field, ShapeFault fault, Object... arguments) {
		return new InvalidInput(fault.status(), List.of(FieldError.of(field, fault.name(), arguments)));
	}

}
