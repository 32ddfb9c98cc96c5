package org.huiling.engine.drools;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.huiling.TestFacts;
import org.huiling.dictionary.FactNames;
import org.huiling.engine.drools.language.Shorthand;
import org.huiling.engine.files.FactFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every word a rule may use has words in both languages, for notices and pages. */
class SpokenVocabularyTests {

	private static final FactNames NAMES = FactNames.of(FactFiles.shipped().dictionary());

	private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

	SpokenVocabularyTests() {
		this.messages.setBasenames("messages/decision", "messages/web");
		this.messages.setDefaultEncoding("UTF-8");
		this.messages.setFallbackToSystemLocale(false);
	}

	@Test
	void everyFactAndEveryCodeHasWords() {
		Set<String> without = new TreeSet<>();
		TestFacts.VOCABULARY.properties().forEach((path, type) -> {
			String fact = path.matches("(?:Applicant|Claim|Awards)\\..*") ? path.substring(path.indexOf('.') + 1)
					: path;
			String word = fact.substring(fact.lastIndexOf('.') + 1);
			if (find("word." + word, Locale.ENGLISH) == null || find("word." + word, Locale.CHINESE) == null) {
				require("fact." + fact, (locale) -> NAMES.phrase(fact, locale), without);
				if (type.equals("boolean")) {
					require("fact.not." + fact, (locale) -> NAMES.denied(fact, locale), without);
				}
			}
			codes(type, without);
		});
		for (String type : List.of("StatusKind", "StackingKind", "UpliftKind")) {
			codes(type, without);
		}
		assertThat(without).isEmpty();
	}

	@Test
	void whateverIsAskedOfAmountsHasWords() {
		Set<String> without = new TreeSet<>();
		for (String type : List.of("Money", "Ratio", "Segments", "Table", "Bands")) {
			for (String word : TestFacts.VOCABULARY.wordsOf(type)) {
				require("word." + word, (locale) -> null, without);
			}
		}
		Shorthand.FUNCTIONS.forEach((word) -> require("word." + word, (locale) -> null, without));
		assertThat(without).isEmpty();
	}

	private void codes(String type, Set<String> without) {
		Objects.requireNonNullElse(TestFacts.VOCABULARY.codes(type), List.<String>of())
			.forEach((code) -> require("code." + type + "." + code, (locale) -> NAMES.code(type, code, locale),
					without));
	}

	/** By the dictionary, or else by the bundle. */
	private void require(String key, Function<Locale, @Nullable String> declared, Set<String> without) {
		String zh = Objects.requireNonNullElseGet(declared.apply(Locale.CHINESE),
				() -> String.valueOf(find(key, Locale.CHINESE)));
		String en = Objects.requireNonNullElseGet(declared.apply(Locale.ENGLISH),
				() -> String.valueOf(find(key, Locale.ENGLISH)));
		boolean same = zh.equals(en) && !key.startsWith("word.") && !key.startsWith("code.Money");
		if ("null".equals(zh) || "null".equals(en) || same) {
			without.add(key);
		}
	}

	private @Nullable String find(String key, Locale locale) {
		return this.messages.getMessage(key, null, null, locale);
	}

}
