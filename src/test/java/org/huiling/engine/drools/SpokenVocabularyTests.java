package org.huiling.engine.drools;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.facts.Money;
import org.huiling.facts.Ratio;
import org.huiling.facts.Segments;
import org.huiling.facts.StackingKind;
import org.huiling.facts.StatusKind;
import org.huiling.facts.Table;
import org.huiling.facts.UpliftKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every word a rule may use has words in both languages, for notices and pages. */
class SpokenVocabularyTests {

	private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

	SpokenVocabularyTests() {
		this.messages.setBasenames("messages/decision", "messages/web");
		this.messages.setDefaultEncoding("UTF-8");
		this.messages.setFallbackToSystemLocale(false);
	}

	@Test
	void everyFactAndEveryCodeHasWords() {
		Set<String> without = new TreeSet<>();
		Vocabulary.properties().forEach((path, type) -> {
			String fact = path.substring(path.indexOf('.') + 1);
			String word = fact.substring(fact.lastIndexOf('.') + 1);
			if (find("word." + word, Locale.ENGLISH) == null || find("word." + word, Locale.CHINESE) == null) {
				require("fact." + fact, without);
				if (type == boolean.class) {
					require("fact.not." + fact, without);
				}
			}
			if (type.isEnum()) {
				codes(type, without);
			}
		});
		for (Class<?> type : List.of(StatusKind.class, StackingKind.class, UpliftKind.class)) {
			codes(type, without);
		}
		assertThat(without).isEmpty();
	}

	@Test
	void whateverIsAskedOfAmountsHasWords() {
		Set<String> without = new TreeSet<>();
		for (Class<?> type : List.of(Money.class, Ratio.class, Segments.class, Table.class)) {
			for (String word : Vocabulary.wordsOf(type)) {
				require("word." + word, without);
			}
		}
		assertThat(without).isEmpty();
	}

	private void codes(Class<?> type, Set<String> without) {
		Arrays.stream(type.getEnumConstants())
			.forEach((code) -> require("code." + type.getSimpleName() + "." + ((Enum<?>) code).name(), without));
	}

	private void require(String key, Set<String> without) {
		if (find(key, Locale.CHINESE) == null || find(key, Locale.ENGLISH) == null
				|| String.valueOf(find(key, Locale.CHINESE)).equals(find(key, Locale.ENGLISH))
						&& !key.startsWith("word.") && !key.startsWith("code.Money")) {
			without.add(key);
		}
	}

	private @Nullable String find(String key, Locale locale) {
		return this.messages.getMessage(key, null, null, locale);
	}

}
