package org.huiling.account.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;

/**
 * What is tried first where people have Chinese names, beside the lists of the library:
 * full names as they are typed, phrases typed into one word, years, and numbers that
 * stand for words. Each is a ranked list: a word counts as as many guesses as stand
 * before it.
 */
final class GuessedWords {

	/** Behind these a name is no sooner guessed than a word of the library. */
	private static final int MOST_NAMES = 30_000;

	private static final int OLDEST_BIRTH = 90;

	private static final List<String> NUMBERS = List.of("123", "520", "1314", "666", "888", "168", "521", "111", "1234",
			"000", "518", "999", "668", "688", "2008", "110", "911");

	private GuessedWords() {
	}

	private static final List<Dictionary> OWN = List.of(new Dictionary("chinese_names", names()),
			new Dictionary("phrases", words("phrases.txt")), new Dictionary("numbers", numbers()));

	/** The estimate of how many guesses a password stands, by the library's lists too. */
	static Zxcvbn guesser() {
		try {
			return new ZxcvbnBuilder().dictionaries(StandardDictionaries.loadAllDictionaries())
				.keyboards(StandardKeyboards.loadAllKeyboards())
				.dictionaries(OWN)
				.build();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the lists of words cannot be read", ex);
		}
	}

	/**
	 * The same by these lists alone: for words that were drawn together, of which few
	 * would otherwise be hard to guess.
	 */
	static Zxcvbn ofNamesAndPhrases() {
		return new ZxcvbnBuilder().dictionaries(OWN).build();
	}

	/**
	 * Surnames, given names and full names, by how common they are: the n-th is borne by
	 * about one in n of those who bear the first.
	 */
	private static List<String> names() {
		List<String> surnames = words("surnames.txt");
		List<String> given = words("given-names.txt");
		List<Ranked> ranked = new ArrayList<>();
		IntStream.range(0, surnames.size()).forEach((first) -> ranked.add(new Ranked(first + 1, surnames.get(first))));
		for (int second = 0; second < given.size(); second++) {
			ranked.add(new Ranked(second + 1, given.get(second)));
			for (int first = 0; first < surnames.size(); first++) {
				ranked.add(new Ranked((first + 1) * (second + 1), surnames.get(first) + given.get(second)));
			}
		}
		ranked.sort(Comparator.comparingInt(Ranked::rank));
		return ranked.stream().map(Ranked::name).distinct().limit(MOST_NAMES).toList();
	}

	private record Ranked(int rank, String name) {
	}

	private static List<String> numbers() {
		int now = Year.now(ZoneOffset.UTC).getValue();
		return Stream
			.concat(NUMBERS.stream(),
					IntStream.range(0, OLDEST_BIRTH).mapToObj((back) -> String.valueOf(now + 1 - back)))
			.distinct()
			.toList();
	}

	private static List<String> words(String file) {
		try (var stream = GuessedWords.class.getResourceAsStream(file)) {
			if (stream == null) {
				throw new IllegalStateException(file + " is missing");
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.flatMap((line) -> Arrays.stream(line.strip().split(" +")))
				.filter((word) -> !word.isEmpty())
				.distinct()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
