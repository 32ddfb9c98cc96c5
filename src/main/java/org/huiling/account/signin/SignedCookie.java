package org.huiling.account.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * A text that a browser keeps for a while and gives back unchanged: what would otherwise
 * be kept here for everybody who has not signed in. It is signed with a key of this
 * process; one that was changed, or is of an earlier process, is no text at all.
 */
final class SignedCookie {

	private static final String ALGORITHM = "HmacSHA256";

	private static final SecretKeySpec KEY = key();

	private final String name;

	private final Duration kept;

	SignedCookie(String name, Duration kept) {
		this.name = name;
		this.kept = kept;
	}

	private static SecretKeySpec key() {
		byte[] random = new byte[32];
		new SecureRandom().nextBytes(random);
		return new SecretKeySpec(random, ALGORITHM);
	}

	/** Gives the browser a text to keep. */
	void write(HttpServletRequest request, HttpServletResponse response, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		add(request, response, encoded(bytes) + "." + encoded(signature(bytes)), this.kept);
	}

	/**
	 * What the browser kept.
	 * @param request with its cookies
	 * @return empty if there is none, or none of ours
	 */
	Optional<String> read(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, this.name);
		String[] parts = (cookie != null && cookie.getValue() != null) ? cookie.getValue().split("\\.", -1)
				: new String[0];
		if (parts.length != 2) {
			return Optional.empty();
		}
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(parts[0]);
			boolean ours = MessageDigest.isEqual(signature(bytes), Base64.getUrlDecoder().decode(parts[1]));
			return ours ? Optional.of(new String(bytes, StandardCharsets.UTF_8)) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Lets the browser forget it, if it has it. */
	void forget(HttpServletRequest request, HttpServletResponse response) {
		if (WebUtils.getCookie(request, this.name) != null) {
			add(request, response, "", Duration.ZERO);
		}
	}

	/** Back from a provider's page only cookies come along that are lax. */
	private void add(HttpServletRequest request, HttpServletResponse response, String value, Duration kept) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(this.name, value)
					.path("/")
					.maxAge(kept)
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.build()
					.toString());
	}

	/** One cookie's text is not another's. */
	private byte[] signature(byte[] text) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(KEY);
			mac.update(this.name.getBytes(StandardCharsets.UTF_8));
			mac.update((byte) 0);
			return mac.doFinal(text);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every JDK has " + ALGORITHM, ex);
		}
	}

	private static String encoded(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
