package org.huiling.idempotency;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

import org.huiling.account.CurrentUser;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.Refusal;
import org.huiling.protection.LookupHash;
import org.huiling.protection.Seal;
import org.huiling.protection.SealedRows;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what a request asks for once, however often it is sent. */
@Component
public class Idempotency implements SealedRows {

	/** The header that carries the key. */
	public static final String HEADER = "Idempotency-Key";

	/** The most characters of a key. */
	public static final int LONGEST_KEY = 200;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final CurrentUser user;

	private final LookupHash hash;

	private final Seal seal;

	Idempotency(JdbcClient jdbc, PlatformTransactionManager transactions, CurrentUser user, LookupHash hash,
			Seal seal) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.user = user;
		this.hash = hash;
		this.seal = seal;
	}

	@Override
	public SealedColumn sealedColumn() {
		return new SealedColumn("idempotent_request", "body", "'idempotent_request ' || encode(key_hash, 'hex')");
	}

	/**
	 * Does something in a transaction, or answers as when it was done. What fails is not
	 * remembered and may be sent again.
	 * @param key the key of the request; null to do it in any case
	 * @param operation what is asked for, such as {@code POST /applicants}, with every
	 * parameter
	 * @param request the body
	 * @param work does it, within the transaction; its answer keeps status,
	 * {@code Location}, {@code ETag} and its JSON
	 * @return the answer
	 * @throws Refusal 422 {@code IDEMPOTENCY_KEY_REUSED} if the key came with another
	 * request before
	 */
	public ResponseEntity<byte[]> once(@Nullable String key, String operation, byte[] request,
			Supplier<ResponseEntity<byte[]>> work) {
		return (key == null) ? done(() -> new Done(work.get(), null)).answer()
				: done(key, operation, request, work).answer();
	}

	/**
	 * What came of it.
	 *
	 * @param answer the answer
	 * @param before when it was done, if that was before; null if it was done now
	 */
	record Done(ResponseEntity<byte[]> answer, @Nullable Instant before) {
	}

	/** The same, telling whether it was done before. */
	Done done(String key, String operation, byte[] request, Supplier<ResponseEntity<byte[]>> work) {
		if (key.isBlank() || key.length() > LONGEST_KEY) {
			throw new InvalidInput(400, List.of(FieldError.of(HEADER, "IDEMPOTENCY_KEY", LONGEST_KEY)));
		}
		Hashed hashed = hashed(key, operation, request);
		byte[] keyHash = hashed.key;
		byte[] requestHash = hashed.request;
		return done(() -> claim(keyHash, requestHash) ? new Done(kept(keyHash, work.get()), null)
				: repeated(keyHash, requestHash));
	}

	/** By the look-up key before this one, if it was claimed while that was in use. */
	private Hashed hashed(String key, String operation, byte[] request) {
		LookupHash before = this.hash.before();
		if (before != null) {
			Hashed earlier = Hashed.of(before, key, operation, request);
			if (this.jdbc.sql("select exists (select from idempotent_request where account = ? and key_hash = ?)")
				.params(this.user.name(), earlier.key)
				.query(Boolean.class)
				.single()) {
				return earlier;
			}
		}
		return Hashed.of(this.hash, key, operation, request);
	}

	private Done done(Supplier<Done> work) {
		Done done = this.transaction.execute((status) -> work.get());
		if (done == null) {
			throw new IllegalStateException("no answer");
		}
		return done;
	}

	/** Waits for a request with the same key that is under way. */
	private boolean claim(byte[] keyHash, byte[] requestHash) {
		this.jdbc.sql(
				"delete from idempotent_request where account = ? and key_hash = ? and made_at < now() - interval '30 days'")
			.params(this.user.name(), keyHash)
			.update();
		return this.jdbc.sql(
				"insert into idempotent_request (account, key_hash, request_hash) values (?, ?, ?) on conflict do nothing")
			.params(this.user.name(), keyHash, requestHash)
			.update() == 1;
	}

	private ResponseEntity<byte[]> kept(byte[] keyHash, ResponseEntity<byte[]> answer) {
		byte[] body = answer.getBody();
		this.jdbc
			.sql("update idempotent_request set status = ?, location = ?, etag = ?, body = ?"
					+ " where account = ? and key_hash = ?")
			.param(answer.getStatusCode().value())
			.param(answer.getHeaders().getFirst(HttpHeaders.LOCATION))
			.param(answer.getHeaders().getETag())
			.param((body != null) ? this.seal.seal(body, place(keyHash)) : null)
			.param(this.user.name())
			.param(keyHash)
			.update();
		return answer;
	}

	private Done repeated(byte[] keyHash, byte[] requestHash) {
		return this.jdbc.sql("select * from idempotent_request where account = ? and key_hash = ?")
			.params(this.user.name(), keyHash)
			.query((row, number) -> {
				if (!Arrays.equals(row.getBytes("request_hash"), requestHash)) {
					throw new Refusal(422, "IDEMPOTENCY_KEY_REUSED");
				}
				ResponseEntity.BodyBuilder answer = ResponseEntity.status(row.getInt("status"))
					.contentType(MediaType.APPLICATION_JSON);
				if (row.getString("location") != null) {
					answer.location(URI.create(row.getString("location")));
				}
				if (row.getString("etag") != null) {
					answer.eTag(row.getString("etag"));
				}
				byte[] body = row.getBytes("body");
				return new Done(
						(body != null) ? answer.body(this.seal.open(body, place(keyHash))) : answer.<byte[]>build(),
						row.getObject("made_at", OffsetDateTime.class).toInstant());
			})
			.single();
	}

	private static String place(byte[] keyHash) {
		return "idempotent_request " + HexFormat.of().formatHex(keyHash);
	}

	/** What a request is known by. */
	@SuppressWarnings("ArrayRecordComponent")
	private record Hashed(byte[] key, byte[] request) {

		static Hashed of(LookupHash hash, String key, String operation, byte[] request) {
			return new Hashed(hash.of("idempotency key", key),
					hash.of("request " + operation, new String(request, StandardCharsets.ISO_8859_1)));
		}

	}

}
