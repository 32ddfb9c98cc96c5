package org.huiling.engine.comparison;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.stream.Collectors;

import org.huiling.engine.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * 核对数: a checksum over what many people are answered, the same in whatever order and on
 * however many machines they are assessed. Of each person it takes the first 128 bits of
 * the SHA-256 of their answers, and adds these up modulo 2^128. An answer is its program,
 * period, claim, outcome, amount, things in kind, version, digest and missing fields: its
 * reasons and notes depend on how much is explained and are not in it.
 *
 * @param people how many are in it
 * @param high the upper 64 bits of the sum
 * @param low the lower 64 bits of the sum
 */
public record AnswerChecksum(long people, long high, long low) implements Serializable {

	/** Of nobody. */
	public static final AnswerChecksum NONE = new AnswerChecksum(0, 0, 0);

	private static final char BETWEEN = '\u001f';

	/**
	 * Of one person.
	 * @param answers everything that they are answered, in any order
	 * @return their checksum
	 */
	public static AnswerChecksum of(Collection<Assessment> answers) {
		String all = answers.stream().map(AnswerChecksum::canonical).sorted().collect(Collectors.joining());
		ByteBuffer digest = ByteBuffer.wrap(sha256().digest(all.getBytes(StandardCharsets.UTF_8)));
		return new AnswerChecksum(1, digest.getLong(), digest.getLong());
	}

	/**
	 * Of both.
	 * @param other of other people
	 * @return of all of them
	 */
	public AnswerChecksum plus(AnswerChecksum other) {
		long sum = this.low + other.low;
		long carry = (Long.compareUnsigned(sum, this.low) < 0) ? 1 : 0;
		return new AnswerChecksum(this.people + other.people, this.high + other.high + carry, sum);
	}

	/**
	 * As it is told.
	 * @return 32 hexadecimal digits
	 */
	public String text() {
		return "%016x%016x".formatted(this.high, this.low);
	}

	private static String canonical(Assessment answer) {
		StringBuilder text = new StringBuilder(160);
		text.append(answer.program().id()).append(BETWEEN).append(answer.period());
		add(text, answer.claim());
		add(text, answer.outcome().name());
		add(text, (answer.amount() != null) ? answer.amount().toPlainString() : null);
		add(text, answer.version());
		add(text, answer.digest());
		answer.inKind()
			.stream()
			.map((thing) -> thing.what().zh() + "*" + thing.quantity() + " " + thing.unit())
			.sorted()
			.forEach((thing) -> add(text, thing));
		answer.missing().stream().sorted().forEach((field) -> add(text, "?" + field));
		return text.append('\n').toString();
	}

	private static void add(StringBuilder text, @Nullable String part) {
		text.append(BETWEEN).append((part != null) ? part : "-");
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
