package org.huiling.account.password;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.nulabinc.zxcvbn.Zxcvbn;

/**
 * What a password must be: long enough and not among the first million that are tried,
 * the rules of NIST SP 800-63B section 3.1.1.2; no demand for digits or signs. How soon
 * it would be guessed is zxcvbn's estimate: lists of common passwords, names and words,
 * keys side by side, repeats, sequences and dates, with lists of ours
 * ({@link GuessedWords}).
 */
public final class Passwords {

	public static final int SHORTEST = 8;

	/** What bcrypt reads of a password, in bytes. */
	static final int LONGEST = 72;

	/** Neither 0 nor O, neither 1 nor l. */
	private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

	private static final int RANDOM_LENGTH = 20;

	private static final int GROUP = 5;

	/** How many guesses a password must stand, as a power of ten. */
	private static final double FEWEST_GUESSES = 6;

	/** What is tried first here beside the lists of the library. */
	private static final List<String> LOCAL = List.of("huiling", "惠龄", "laoling", "yanglao", "jintie", "woaini", "aini",
			"nihao", "zhongguo", "wangji", "mima", "minzheng");

	private static final Zxcvbn GUESSER = GuessedWords.guesser();

	private static final Zxcvbn NAMES_AND_PHRASES = GuessedWords.ofNamesAndPhrases();

	private Passwords() {
	}

	/**
	 * What is wrong with a password.
	 * @param password as typed
	 * @param name of the account it is for
	 * @return nothing if it is well
	 */
	public static Optional<PasswordFault> fault(String password, String name) {
		if (password.codePointCount(0, password.length()) < SHORTEST) {
			return Optional.of(PasswordFault.PASSWORD_TOO_SHORT);
		}
		if (!isShortEnough(password)) {
			return Optional.of(PasswordFault.PASSWORD_TOO_LONG);
		}
		return isGuessed(password, name) ? Optional.of(PasswordFault.PASSWORD_COMMON) : Optional.empty();
	}

	/**
	 * A sign here and there adds nothing, nor do blanks and capitals in a name or a
	 * phrase: who guesses one guesses the other.
	 */
	private static boolean isGuessed(String password, String name) {
		List<String> known = new ArrayList<>(LOCAL);
		known.add(name);
		known.add(name.replaceAll("[._-]", ""));
		known.addAll(List.of(name.split("[._-]")));
		String plain = password.replaceAll("\\p{Punct}", "");
		String together = plain.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
		return isGuessed(GUESSER, password, known) || isGuessed(GUESSER, plain, known)
				|| isGuessed(NAMES_AND_PHRASES, together, known);
	}

	private static boolean isGuessed(Zxcvbn guesser, String password, List<String> known) {
		return guesser.measure(password, known).getGuessesLog10() < FEWEST_GUESSES;
	}

	public static boolean isShortEnough(String password) {
		return password.length() <= LONGEST && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
	}

	/**
	 * A password that nobody guesses: 20 characters of 32, 100 bits.
	 * @return in groups, so that it can be typed from a screen
	 */
	public static String random() {
		SecureRandom random = new SecureRandom();
		StringBuilder password = new StringBuilder();
		for (int i = 0; i < RANDOM_LENGTH; i++) {
			password.append((i > 0 && i % GROUP == 0) ? "-" : "")
				.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
		}
		return password.toString();
	}

}
