package org.huiling.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a password must be: long enough and not among the first that are tried, the rules
 * of NIST SP 800-63B section 3.1.1.2; no demand for digits or signs.
 */
final class Passwords {

	static final int SHORTEST = 8;

	/** What bcrypt reads of a password, in bytes. */
	static final int LONGEST = 72;

	/** Neither 0 nor O, neither 1 nor l. */
	private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

	private static final int RANDOM_LENGTH = 20;

	private static final int GROUP = 5;

	private static final Set<String> COMMON = Set.of("password", "password1", "passw0rd", "12345678", "123456789",
			"1234567890", "87654321", "11111111", "88888888", "66666666", "00000000", "qwertyui", "qwertyuiop",
			"qwerty123", "1q2w3e4r", "1qaz2wsx", "abc12345", "abcd1234", "a1234567", "admin123", "administrator",
			"iloveyou", "woaini1314", "5201314520", "changeme", "letmein1", "welcome1", "huiling1", "huiling123",
			"password123");

	private Passwords() {
	}

	/**
	 * What is wrong with a password.
	 * @param password as typed
	 * @param name of the account it is for
	 * @return nothing if it is well
	 */
	static Optional<AccountFault> fault(String password, String name) {
		if (password.codePointCount(0, password.length()) < SHORTEST) {
			return Optional.of(AccountFault.PASSWORD_TOO_SHORT);
		}
		if (!isShortEnough(password)) {
			return Optional.of(AccountFault.PASSWORD_TOO_LONG);
		}
		String plain = password.toLowerCase(Locale.ROOT);
		boolean guessed = COMMON.contains(plain) || plain.chars().distinct().count() == 1
				|| plain.replace(name.toLowerCase(Locale.ROOT), "").length() < SHORTEST / 2;
		return guessed ? Optional.of(AccountFault.PASSWORD_COMMON) : Optional.empty();
	}

	static boolean isShortEnough(String password) {
		return password.length() <= LONGEST && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
	}

	/**
	 * A password that nobody guesses: 20 characters of 32, 100 bits.
	 * @return in groups, so that it can be typed from a screen
	 */
	static String random() {
		SecureRandom random = new SecureRandom();
		StringBuilder password = new StringBuilder();
		for (int i = 0; i < RANDOM_LENGTH; i++) {
			password.append((i > 0 && i % GROUP == 0) ? "-" : "")
				.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
		}
		return password.toString();
	}

}
