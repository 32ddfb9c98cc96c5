package org.huiling.command;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running service, asked over its API in somebody's name, so that a command may do what
 * its account may and nothing else.
 */
final class ServiceClient {

	/** Where the trial set-up answers. */
	static final String TRIAL = "http://127.0.0.1:8080";

	private static final int PAGE = 200;

	private static final int SUCCESS = 2;

	private static final int HUNDRED = 100;

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

	private final URI base;

	private final String authorization;

	private final Locale locale;

	/**
	 * A service.
	 * @param url where it answers, such as {@value #TRIAL}
	 * @param user an account's name
	 * @param password its password
	 * @param locale the language of its messages
	 * @throws IllegalArgumentException if the address is none
	 */
	ServiceClient(String url, String user, String password, Locale locale) {
		this.base = URI.create(url.replaceFirst("/+$", "") + "/api/v1");
		this.authorization = "Basic "
				+ Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
		this.locale = locale;
	}

	/**
	 * The parts of a path, each encoded.
	 * @param parts such as {@code policies} and an id
	 * @return such as {@code /policies/model-district}
	 */
	static String path(String... parts) {
		return Stream.of(parts)
			.flatMap((part) -> Stream.of(part.split("/")))
			.map((part) -> "/" + URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
			.collect(Collectors.joining());
	}

	/**
	 * Every item of a list, page by page.
	 * @param path of the list, without a query
	 * @return in the service's order
	 * @throws IOException if the service cannot be asked or refuses
	 */
	List<JsonNode> list(String path) throws IOException {
		List<JsonNode> items = new ArrayList<>();
		for (int page = 0;; page++) {
			JsonNode answer = get(path + "?page=" + page + "&size=" + PAGE);
			answer.get("items").forEach(items::add);
			if (items.size() >= answer.get("total").asInt() || answer.get("items").isEmpty()) {
				return items;
			}
		}
	}

	JsonNode get(String path) throws IOException {
		return JSON.readTree(bytes(path));
	}

	byte[] bytes(String path) throws IOException {
		return send("GET", path, BodyPublishers.noBody(), null);
	}

	JsonNode post(String path, Map<String, ?> body) throws IOException {
		return JSON
			.readTree(send("POST", path, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)), "application/json"));
	}

	void put(String path, byte[] content) throws IOException {
		send("PUT", path, BodyPublishers.ofByteArray(content), "application/octet-stream");
	}

	private byte[] send(String method, String path, BodyPublisher body, @Nullable String type) throws IOException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
			.method(method, body)
			.timeout(PATIENCE)
			.header("Authorization", this.authorization)
			.header("Accept-Language", this.locale.toLanguageTag());
		if (type != null) {
			request.header("Content-Type", type);
		}
		try {
			HttpResponse<byte[]> answer = this.http.send(request.build(), BodyHandlers.ofByteArray());
			if (answer.statusCode() / HUNDRED != SUCCESS) {
				throw new IOException(refusal(answer));
			}
			return answer.body();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
		catch (ConnectException ex) {
			throw new IOException(this.base.getScheme() + "://" + this.base.getAuthority() + " does not answer", ex);
		}
	}

	private static String refusal(HttpResponse<byte[]> answer) {
		StringBuilder says = new StringBuilder("HTTP " + answer.statusCode());
		try {
			JsonNode problem = JSON.readTree(answer.body());
			says.append(": ").append(problem.path("title").asString("")).append(" ");
			says.append(problem.path("detail").asString(""));
			problem.path("errors")
				.forEach((error) -> says.append("\n    ")
					.append(error.path("file").asString(error.path("field").asString("")))
					.append(error.has("line") ? ":" + error.get("line").asInt() : "")
					.append(" ")
					.append(error.path("message").asString("")));
		}
		catch (RuntimeException noProblem) {
			says.append(" (no answer of Huiling's)");
		}
		return says.toString();
	}

}
