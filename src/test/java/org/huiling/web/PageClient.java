package org.huiling.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.huiling.TestAccounts;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** A browser without a screen: cookies, forms, tokens against forgery, no redirects. */
public final class PageClient {

	private final CookieManager cookies = new CookieManager();

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final String service;

	private PageClient(String service) {
		this.service = service;
	}

	/**
	 * A client.
	 * @param port of the service
	 * @return signed in as nobody
	 */
	public static PageClient of(int port) {
		return new PageClient("http://localhost:" + port);
	}

	/**
	 * Signs in by the form.
	 * @param account one of {@link TestAccounts}, null for nobody
	 * @return this
	 */
	public PageClient signIn(@Nullable String account) {
		assertThat(send("GET", "/login", Map.of()).statusCode()).isEqualTo(200);
		if (account != null) {
			HttpResponse<String> answer = send("POST", "/login",
					Map.of("username", account, "password", TestAccounts.PASSWORD));
			assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("/login");
			send("GET", "/", Map.of());
		}
		return this;
	}

	/**
	 * Sends a form, with the token of the session.
	 * @param method such as POST
	 * @param path with its query
	 * @param fields of the form
	 * @param headers names and values in turn
	 * @return the answer
	 */
	public HttpResponse<String> send(String method, String path, Map<String, String> fields, String... headers) {
		return send(method, path, fields, BodyHandlers.ofString(), headers);
	}

	/**
	 * Sends a form in which a name may stand several times.
	 * @param path of the form
	 * @param namesAndValues in turn
	 * @return the answer
	 */
	public HttpResponse<String> submit(String path, String... namesAndValues) {
		StringBuilder form = new StringBuilder();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			form.append((i > 0) ? "&" : "")
				.append(encoded(namesAndValues[i]))
				.append('=')
				.append(encoded(namesAndValues[i + 1]));
		}
		return send(path, "application/x-www-form-urlencoded",
				(request) -> request.POST(BodyPublishers.ofString(form.toString())), BodyHandlers.ofString());
	}

	/**
	 * Opens a page, or a file that a page offers.
	 * @param path with its query
	 * @return the answer as it came
	 */
	public HttpResponse<byte[]> open(String path) {
		return send("GET", path, Map.of(), BodyHandlers.ofByteArray());
	}

	private <T> HttpResponse<T> send(String method, String path, Map<String, String> fields, BodyHandler<T> taker,
			String... headers) {
		String form = fields.entrySet()
			.stream()
			.map((field) -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
		return send(path, "application/x-www-form-urlencoded",
				(request) -> request.method(method,
						"GET".equals(method) ? BodyPublishers.noBody() : BodyPublishers.ofString(form)),
				taker, headers);
	}

	/**
	 * Sends a file, as the script of a page does.
	 * @param path with its query
	 * @param type of the file
	 * @param file its bytes
	 * @return the answer
	 */
	public HttpResponse<String> upload(String path, String type, byte[] file) {
		return send(path, type, (request) -> request.POST(BodyPublishers.ofByteArray(file)), BodyHandlers.ofString(),
				"HX-Request", "true");
	}

	private <T> HttpResponse<T> send(String path, String type, UnaryOperator<HttpRequest.Builder> body,
			BodyHandler<T> taker, String... headers) {
		HttpRequest.Builder request = body.apply(HttpRequest.newBuilder(URI.create(this.service + path))
			.header("Accept", "text/html")
			.header("Content-Type", type)
			.header("X-XSRF-TOKEN", token()));
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return this.http.send(request.build(), taker);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Has a cookie that the service did not give it. */
	PageClient with(String name, String value) {
		HttpCookie cookie = new HttpCookie(name, value);
		cookie.setPath("/");
		cookie.setVersion(0);
		this.cookies.getCookieStore().add(URI.create(this.service), cookie);
		return this;
	}

	/** Forgets the token, as another site would not know it. */
	public PageClient withoutToken() {
		this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> "XSRF-TOKEN".equals(cookie.getName()))
			.toList()
			.forEach((cookie) -> this.cookies.getCookieStore().remove(URI.create(this.service), cookie));
		return this;
	}

	private String token() {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> "XSRF-TOKEN".equals(cookie.getName()))
			.map(HttpCookie::getValue)
			.findFirst()
			.orElse("none");
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
