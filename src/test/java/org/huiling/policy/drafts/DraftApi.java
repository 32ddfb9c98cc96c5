package org.huiling.policy.drafts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.huiling.TestAccounts;
import org.huiling.TestDirectory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.FileSystemUtils;

/** Writes and moves drafts as somebody, and tells how the service answered. */
public final class DraftApi {

	static final String EDITOR = "wen";

	static final String COLLEAGUE = "qian";

	static final String APPROVER = "shen";

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static final Path SHIPPED = Path.of("rules/model-district");

	private final RestTestClient client;

	DraftApi(RestTestClient client) {
		this.client = client;
	}

	/**
	 * An answer.
	 *
	 * @param status the HTTP status
	 * @param etag the ETag
	 * @param json the body; a text that is no JSON comes as a string
	 */
	record Answer(int status, @Nullable String etag, JsonNode json) {

		String text(String field) {
			return this.json.path(field).asString("");
		}

		/** The last part of a problem's type. */
		String problem() {
			String type = text("type");
			return type.substring(type.lastIndexOf(':') + 1);
		}

	}

	static void accounts(TestAccounts accounts) {
		accounts.add(EDITOR, List.of("379901"), "POLICY_EDITOR", "POLICY_APPROVER");
		accounts.add(COLLEAGUE, List.of("379901"), "POLICY_EDITOR", "POLICY_APPROVER");
		accounts.add(APPROVER, List.of("379901"), "POLICY_APPROVER");
	}

	/** The first two versions of the old-age allowance, as shipped. */
	public static Path rules() {
		try {
			Path rules = TestDirectory.of("huiling-rules");
			Path program = rules.resolve("model-district/old-age-allowance");
			Files.createDirectories(program);
			Files.copy(SHIPPED.resolve("jurisdiction.yaml"), rules.resolve("model-district/jurisdiction.yaml"));
			Files.copy(SHIPPED.resolve("old-age-allowance/program.yaml"), program.resolve("program.yaml"));
			for (String version : List.of("2012-01-01", "2013-01-01")) {
				FileSystemUtils.copyRecursively(SHIPPED.resolve("old-age-allowance").resolve(version),
						program.resolve(version));
			}
			return rules;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Answer begin(String who, String date, @Nullable String basedOn) {
		return send(who, HttpMethod.POST, "/drafts", null, """
				{"jurisdiction": "model-district", "program": "old-age-allowance", "effectiveFrom": "%s",
				 "title": {"zh": "提高标准", "en": "A raise"}%s}""".formatted(date,
				(basedOn != null) ? ", \"basedOn\": \"" + basedOn + "\"" : ""));
	}

	/** A draft with the files that are shipped as the version of 2014. */
	String shipped2014(String who) {
		String id = begin(who, "2014-01-01", null).text("id");
		Path version = SHIPPED.resolve("old-age-allowance/2014-01-01");
		try (Stream<Path> files = Files.list(version)) {
			for (Path file : (Iterable<Path>) files::iterator) {
				put(who, id, file.getFileName().toString(), Files.readString(file), null);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return id;
	}

	/** A correction of the version of 2013 that pays another amount from 80. */
	String correction(String who, String amount) {
		return raised(who, "2013-01-01", amount);
	}

	private String raised(String who, String date, String amount) {
		String id = begin(who, date, "2013-01-01").text("id");
		for (String file : List.of("policy.yaml", "examples.yaml")) {
			put(who, id, file, file(id, file).replace("100.00", amount), null);
		}
		return id;
	}

	/** Its author hands it in and somebody else approves it. */
	void approved(String id) {
		String author = get(id).text("author");
		require(move(author, id, "submit", null));
		require(move(APPROVER, id, "approve", null));
	}

	private static void require(Answer answer) {
		if (answer.status() != 200) {
			throw new AssertionError(answer.json().toString());
		}
	}

	Answer get(String id) {
		return send(APPROVER, HttpMethod.GET, "/drafts/" + id, null, null);
	}

	String file(String id, String path) {
		return send(APPROVER, HttpMethod.GET, "/drafts/" + id + "/files/" + path, null, null).json().asString();
	}

	Answer put(String who, String id, String path, String content, @Nullable String ifMatch) {
		return send(who, HttpMethod.PUT, "/drafts/" + id + "/files/" + path, ifMatch, content);
	}

	Answer delete(String who, String id, String path, @Nullable String ifMatch) {
		return send(who, HttpMethod.DELETE, "/drafts/" + id + "/files/" + path, ifMatch, null);
	}

	Answer move(String who, String id, String move, @Nullable String body) {
		return send(who, HttpMethod.POST, "/drafts/" + id + "/" + move, null, body);
	}

	Answer send(String who, HttpMethod method, String path, @Nullable String ifMatch, @Nullable String body) {
		var request = this.client.mutate()
			.defaultHeaders((headers) -> headers.set(HttpHeaders.AUTHORIZATION, TestAccounts.basic(who)))
			.build()
			.method(method)
			.uri("/api/v1" + path);
		request.header(HttpHeaders.ACCEPT_LANGUAGE, "en");
		if (ifMatch != null) {
			request.header(HttpHeaders.IF_MATCH, ifMatch);
		}
		if (body != null) {
			request.contentType(body.startsWith("{") ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_OCTET_STREAM)
				.body(body.getBytes(StandardCharsets.UTF_8));
		}
		var result = request.exchange().expectBody(byte[].class).returnResult();
		byte[] answer = result.getResponseBody();
		String text = (answer != null) ? new String(answer, StandardCharsets.UTF_8) : "";
		MediaType type = result.getResponseHeaders().getContentType();
		boolean json = type != null && type.getSubtype().endsWith("json");
		return new Answer(result.getStatus().value(), result.getResponseHeaders().getETag(),
				json ? JSON.readTree(text) : JSON.getNodeFactory().stringNode(text));
	}

}
