package org.huiling.account.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.huiling.account.keeping.Account;

import org.springframework.stereotype.Component;

/**
 * Passwords that were found right a short while ago, so that a slow hash is not computed
 * at every request. Kept are keyed hashes, under a key of this process, each bound to the
 * stored hash it was checked against: once the password changes it is right no more.
 */
@Component
class VerifiedCredentials {

	private static final Duration KEPT = Duration.ofMinutes(10);

	private static final int MOST = 10_000;

	private static final String ALGORITHM = "HmacSHA256";

	private final Cache<String, String> verified = Caffeine.newBuilder()
		.maximumSize(MOST)
		.expireAfterWrite(KEPT)
		.build();

	private final SecretKeySpec key;

	VerifiedCredentials() {
		byte[] random = new byte[32];
		new SecureRandom().nextBytes(random);
		this.key = new SecretKeySpec(random, ALGORITHM);
	}

	boolean holds(Account account, String password) {
		return account.password().equals(this.verified.getIfPresent(digest(account, password)));
	}

	void add(Account account, String password) {
		this.verified.put(digest(account, password), account.password());
	}

	private String digest(Account account, String password) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			mac.update(account.name().getBytes(StandardCharsets.UTF_8));
			mac.update((byte) 0);
			return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every JDK has " + ALGORITHM, ex);
		}
	}

}
