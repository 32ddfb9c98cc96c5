package org.huiling.command.service;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.command.terminal.CommandFailure;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running service, called over HTTP as the account of {@code HUILING_USER}, so that
 * roles, regions, four eyes and the audit trail hold for commands as for everybody.
 */
public final class ServiceClient {

	public static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private static final Duration LONGEST = Duration.ofHours(2);

	private static final int TRIES = 2;

	private static final int PAGE = 200;

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

	private final String base;

	private final String authorization;

	private ServiceClient(String base, String authorization) {
		this.base = base;
		this.authorization = authorization;
	}

	/**
	 * The service at an address.
	 * @param url such as {@code http://127.0.0.1:8080}
	 * @param environment with {@code HUILING_USER} and {@code HUILING_PASSWORD}
	 * @throws CommandFailure if one of them is missing or wrong
	 */
	static ServiceClient of(String url, Map<String, String> environment) {
		String user = environment.getOrDefault("HUILING_USER", "");
		String password = environment.getOrDefault("HUILING_PASSWORD", "");
		if (user.isEmpty() || password.isEmpty()) {
			throw CommandFailure.wrongCall("HUILING_USER and HUILING_PASSWORD must be set in the environment");
		}
		try {
			String scheme = URI.create(url).getScheme();
			if (!"http".equals(scheme) && !"https".equals(scheme)) {
				throw CommandFailure.wrongCall("--url is no address such as http://127.0.0.1:8080");
			}
		}
		catch (IllegalArgumentException ex) {
			throw CommandFailure.wrongCall("--url is no address such as http://127.0.0.1:8080");
		}
		String credentials = user + ":" + password;
		return new ServiceClient(url.endsWith("/") ? url.substring(0, url.length() - 1) : url,
				"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * The parts of a path, each encoded.
	 * @param parts such as {@code policies} and an id
	 * @return such as {@code /policies/model-district}
	 */
	public static String path(String... parts) {
		return Stream.of(parts)
			.flatMap((part) -> Stream.of(part.split("/")))
			.map((part) -> "/" + URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
			.collect(Collectors.joining());
	}

	String address(String path) {
		return this.base + path;
	}

	public JsonNode get(String path) {
		return json(send(request(path).GET()));
	}

	/** Every item of a list, page by page. */
	public List<JsonNode> list(String path) {
		List<JsonNode> items = new ArrayList<>();
		for (int page = 0;; page++) {
			JsonNode answer = get(path + (path.contains("?") ? "&" : "?") + "page=" + page + "&size=" + PAGE);
			answer.path("items").forEach(items::add);
			if (items.size() >= answer.path("total").asInt(0) || answer.path("items").isEmpty()) {
				return items;
			}
		}
	}

	/** What stands at a path, byte by byte. */
	public byte[] bytes(String path) {
		try {
			HttpResponse<byte[]> answer = this.http.send(request(path).setHeader("Accept", "*/*").GET().build(),
					BodyHandlers.ofByteArray());
			if (answer.statusCode() >= 400) {
				throw new CommandFailure(CommandFailure.REFUSED,
						"the service answers " + answer.statusCode() + " for " + path);
			}
			return answer.body();
		}
		catch (IOException ex) {
			throw unreachable(ex);
		}
		catch (InterruptedException ex) {
			throw interrupted();
		}
	}

	/** Puts a file. */
	public void put(String path, byte[] content) {
		json(send(request(path).header("Content-Type", "application/octet-stream")
			.PUT(BodyPublishers.ofByteArray(content))));
	}

	/** Asks for something once, also if the connection breaks and it is sent again. */
	public JsonNode post(String path, @Nullable JsonNode body) {
		BodyPublisher content = (body != null) ? BodyPublishers.ofString(body.toString()) : BodyPublishers.noBody();
		return json(send(request(path).header("Content-Type", "application/json")
			.header("Idempotency-Key", UUID.randomUUID().toString())
			.POST(content)));
	}

	/** Writes what a path answers to a file. */
	public void download(String path, String type, Path file) {
		try {
			HttpResponse<Path> answer = this.http.send(request(path).setHeader("Accept", type).GET().build(),
					BodyHandlers.ofFile(file));
			if (answer.statusCode() >= 400) {
				throw new CommandFailure(CommandFailure.REFUSED,
						"the service answers " + answer.statusCode() + " for " + path);
			}
		}
		catch (IOException ex) {
			throw unreachable(ex);
		}
		catch (InterruptedException ex) {
			throw interrupted();
		}
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(address(path)))
			.timeout(LONGEST)
			.header("Authorization", this.authorization)
			.header("Accept", "application/json")
			.header("Accept-Language", Locale.getDefault().toLanguageTag());
	}

	private HttpResponse<String> send(HttpRequest.Builder builder) {
		HttpRequest request = builder.build();
		for (int tried = 1;; tried++) {
			try {
				return this.http.send(request, BodyHandlers.ofString());
			}
			catch (IOException ex) {
				if (tried == TRIES) {
					throw unreachable(ex);
				}
			}
			catch (InterruptedException ex) {
				throw interrupted();
			}
		}
	}

	private static JsonNode json(HttpResponse<String> answer) {
		int status = answer.statusCode();
		JsonNode body = parsed(answer.body());
		if (status >= 500) {
			throw new CommandFailure(CommandFailure.UNREACHABLE, "the service fails (" + status + ")" + said(body));
		}
		if (status == 401) {
			throw new CommandFailure(CommandFailure.REFUSED, "HUILING_USER or HUILING_PASSWORD is wrong (401)");
		}
		if (status >= 400) {
			throw new CommandFailure(CommandFailure.REFUSED, "the service refuses it (" + status + ")" + said(body));
		}
		return body;
	}

	private static JsonNode parsed(String body) {
		try {
			return JSON.readTree(body.isEmpty() ? "null" : body);
		}
		catch (JacksonException ex) {
			throw new CommandFailure(CommandFailure.UNREACHABLE, "what answers there is not Huiling");
		}
	}

	private static String said(JsonNode problem) {
		StringBuilder said = new StringBuilder();
		String detail = problem.path("detail").asString("");
		if (!detail.isEmpty()) {
			said.append(": ").append(detail);
		}
		problem.path("errors")
			.forEach((error) -> said.append("\n  ")
				.append(error.path("file").asString(error.path("field").asString("")))
				.append(error.has("line") ? ":" + error.get("line").asInt() : "")
				.append(": ")
				.append(error.path("message").asString("")));
		return said.toString();
	}

	private CommandFailure unreachable(IOException ex) {
		String why = (ex.getMessage() != null) ? ex.getMessage() : ex.getClass().getSimpleName();
		return new CommandFailure(CommandFailure.UNREACHABLE, this.base + " cannot be reached: " + why);
	}

	private static CommandFailure interrupted() {
		Thread.currentThread().interrupt();
		return new CommandFailure(CommandFailure.UNREACHABLE, "interrupted");
	}

}
