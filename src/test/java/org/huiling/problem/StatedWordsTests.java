package org.huiling.problem;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.huiling.TestFacts;
import org.huiling.facts.dictionary.Contradiction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A bundle's words come before what a fact file says of its own refusals, so no bundle
 * may have words for a code of theirs: an applicant would be refused in words that are
 * meant for something else.
 */
class StatedWordsTests {

	private final ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();

	StatedWordsTests() {
		YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
		settings.setResources(new ClassPathResource("application.yaml"));
		String names = settings.getObject().getProperty("spring.messages.basename");
		this.bundles.setBasenames(names.split(","));
		this.bundles.setDefaultEncoding("UTF-8");
		this.bundles.setFallbackToSystemLocale(false);
	}

	@Test
	void whatFactFilesRefuseAndWarnOfIsSaidInTheirOwnWords() {
		List<Contradiction> declared = TestFacts.DICTIONARY.contradictions();
		assertThat(declared).isNotEmpty();
		assertThat(declared.stream().flatMap((one) -> said((one.refused() ? "error." : "warning.") + one.code())))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "BEFORE_BIRTH", "IN_FUTURE", "TOO_EARLY", "TOO_LATE" })
	void whatIsRefusedForItsDayIsSaidInTheWordsOfDays(String code) {
		assertThat(said("error." + code)).isEmpty();
	}

	@Test
	void theBundlesAreAllLookedAt() {
		assertThat(said("error.DUPLICATE_ITEM")).isNotEmpty();
		assertThat(said("error.DATE_BEFORE_BIRTH")).as("of the cross-check").isNotEmpty();
	}

	private Stream<String> said(String key) {
		return Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
			.map((locale) -> this.bundles.getMessage(key, null, null, locale))
			.filter(Objects::nonNull)
			.map((words) -> key + ": " + words);
	}

}
