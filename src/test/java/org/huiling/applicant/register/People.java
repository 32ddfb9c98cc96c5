package org.huiling.applicant.register;

import java.util.function.Consumer;

import org.huiling.account.TestCallers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls the register as somebody. */
public record People(RestTestClient client, String caller) {

	public static final String WORKER = "worker;CASE_WORKER;379901";

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	public static People as(RestTestClient client, String caller) {
		return new People(client, caller);
	}

	/** An answer: its status, headers and body. */
	public record Answer(int status, HttpHeaders headers, JsonNode body) {

		public String text(String pointer) {
			return this.body.at(pointer).asString();
		}

		public Answer is(int expected) {
			assertThat(this.status).as("%s", this.body).isEqualTo(expected);
			return this;
		}

	}

	/** Begins a file; the answer must be a 201. */
	public String begun(String applicant) {
		return post("/api/v1/applicants", applicant).is(201).text("/id");
	}

	/** Adds a record; the answer must be a 201. */
	public Answer recorded(String id, String body) {
		return record(id, body).is(201);
	}

	public Answer record(String id, String body) {
		return send(HttpMethod.PUT, "/api/v1/applicants/" + id + "/records", body, (headers) -> {
		});
	}

	public Answer post(String uri, String body) {
		return send(HttpMethod.POST, uri, body, (headers) -> {
		});
	}

	/** Confirms what another proposed. */
	public Answer confirmed(Answer proposal) {
		return post("/api/v1/proposals/" + proposal.is(202).text("/id") + "/confirm", "");
	}

	public Answer get(String uri) {
		return send(HttpMethod.GET, uri, null, (headers) -> {
		});
	}

	public Answer delete(String uri) {
		return send(HttpMethod.DELETE, uri, null, (headers) -> {
		});
	}

	public Answer send(HttpMethod method, String uri, @Nullable String body, Consumer<HttpHeaders> headers) {
		RestTestClient.RequestBodySpec request = this.client.method(method)
			.uri(java.net.URI.create(uri))
			.header(TestCallers.HEADER, this.caller)
			.headers(headers);
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).body(body);
		}
		EntityExchangeResult<byte[]> result = request.exchange().expectBody(byte[].class).returnResult();
		byte[] content = result.getResponseBody();
		return new Answer(result.getStatus().value(), result.getResponseHeaders(),
				MAPPER.readTree((content != null && content.length > 0) ? content : "null".getBytes()));
	}

}
