package org.huiling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.account.TestCallers;
import org.huiling.facts.CivilTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks the service and writes down what it answers, to the byte, to be compared with what
 * it answered before. Ids are numbered as they appear; instants, digests and how fast a
 * run is are left out.
 */
final class RecordedAnswers {

	/** Set to write the file anew, after an answer was changed on purpose. */
	static final String RECORD = "huiling.test.record";

	private static final Path DIRECTORY = Path.of("src/test/resources/answers");

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private static final Pattern INSTANT = Pattern.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");

	private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

	private static final Pattern SPEED = Pattern.compile("\"(perSecond|secondsLeft)\":(null|[0-9]+)");

	/** The short number of a decision is made of its id. */
	private static final Pattern NUMBER = Pattern.compile("\"number\":\"[0-9A-Z]+\"");

	private final RestTestClient client;

	private final Map<String, String> ids = new LinkedHashMap<>();

	private final StringBuilder text = new StringBuilder();

	RecordedAnswers(RestTestClient client) {
		this.client = client;
	}

	/** Asks, and writes the answer down. */
	JsonNode get(String caller, String uri) {
		return ask(caller, HttpMethod.GET, uri, null, MediaType.APPLICATION_JSON);
	}

	/** Sends JSON, and writes the answer down. */
	JsonNode post(String caller, String uri, String body) {
		return ask(caller, HttpMethod.POST, uri, body, MediaType.APPLICATION_JSON);
	}

	JsonNode ask(String caller, HttpMethod method, String uri, @org.jspecify.annotations.Nullable String body,
			MediaType type) {
		RestTestClient.RequestBodySpec request = this.client.method(method)
			.uri(URI.create(uri))
			.header(TestCallers.HEADER, caller)
			.header(HttpHeaders.ACCEPT, "application/json, text/csv;q=0.5");
		if (body != null) {
			request.contentType(type).body(body.getBytes(StandardCharsets.UTF_8));
		}
		EntityExchangeResult<byte[]> answer = request.exchange().expectBody(byte[].class).returnResult();
		byte[] content = answer.getResponseBody();
		String said = (content != null) ? new String(content, StandardCharsets.UTF_8) : "";
		this.text.append(method).append(' ').append(uri).append('\n');
		this.text.append(answer.getStatus().value()).append(' ').append(answer.getResponseHeaders().getContentType());
		if (answer.getResponseHeaders().getLocation() != null) {
			this.text.append(' ').append(answer.getResponseHeaders().getLocation());
		}
		this.text.append('\n').append(said).append("\n\n");
		return new JsonMapper().readTree(said.startsWith("{") ? said : "null");
	}

	/** Compares with what was answered before. */
	void compare(String name) {
		String today = LocalDate.now(CivilTime.ZONE).toString();
		String now = SPEED
			.matcher(DIGEST.matcher(INSTANT.matcher(numbered()).replaceAll("INSTANT")).replaceAll("DIGEST"))
			.replaceAll("\"$1\":0")
			.replace(today, "TODAY");
		now = NUMBER.matcher(now).replaceAll("\"number\":\"NUMBER\"");
		Path file = DIRECTORY.resolve(name + ".txt");
		try {
			if (Boolean.getBoolean(RECORD)) {
				Files.writeString(file, now);
			}
			assertThat(now.lines()).containsExactlyElementsOf(Files.readAllLines(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String numbered() {
		Matcher matcher = ID.matcher(this.text);
		return matcher
			.replaceAll((found) -> this.ids.computeIfAbsent(found.group(), (id) -> "ID-" + (this.ids.size() + 1)));
	}

}
