package org.huiling.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.huiling.account.Role;
import org.huiling.engine.Outcome;
import org.huiling.engine.reason.Truth;
import org.huiling.input.MessageCatalogue;
import org.huiling.payment.hold.Holds;
import org.huiling.policy.drafts.store.DraftState;
import org.huiling.policy.published.VersionState;
import org.huiling.web.casework.decide.AnswerView;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WebMessagesTests {

	private static final MessageCatalogue MESSAGES = MessageCatalogue.of("web");

	private static final Path TEMPLATES = Path.of("src/main/resources/templates/web");

	private static final Pattern KEY = Pattern.compile("(?:#\\{|msg\\(')([a-zA-Z0-9_.-]+)['(}]");

	@Test
	void everyTextIsThereInBothLanguages() {
		assertThat(MESSAGES.en().stringPropertyNames())
			.containsExactlyInAnyOrderElementsOf(MESSAGES.zh().stringPropertyNames());
		for (String key : MESSAGES.zh().stringPropertyNames()) {
			String zh = MESSAGES.zh().getProperty(key);
			String en = MESSAGES.en().getProperty(key);
			assertThat(List.of(zh, en)).as(key).allSatisfy((text) -> assertThat(text).doesNotContain("'"));
			assertThat(new MessageFormat(en, Locale.ENGLISH).format(new Object[] { "1", "1", "1" })).as(key)
				.doesNotContainPattern("[\\u4e00-\\u9fff]");
			assertThat(places(zh)).as("places of " + key).isEqualTo(places(en));
		}
	}

	private static Set<String> places(String text) {
		Set<String> places = new TreeSet<>();
		Pattern.compile("\\{\\d}").matcher(text).results().map(MatchResult::group).forEach(places::add);
		return places;
	}

	@Test
	void everyTextThatAPageAsksForIsThere() throws IOException {
		List<String> asked = new ArrayList<>();
		try (Stream<Path> pages = Files.walk(TEMPLATES)) {
			for (Path page : pages.filter(Files::isRegularFile).toList()) {
				KEY.matcher(Files.readString(page))
					.results()
					.map((found) -> found.group(1))
					.filter((key) -> !key.endsWith("."))
					.forEach(asked::add);
			}
		}
		assertThat(asked).hasSizeGreaterThan(100);
		assertThat(MESSAGES.zh().stringPropertyNames()).containsAll(asked);
	}

	@Test
	void everyCodeThatAPageShowsHasAText() {
		List<String> keys = new ArrayList<>();
		Stream.of(Outcome.values()).forEach((outcome) -> keys.add("outcome." + outcome));
		keys.addAll(List.of("outcome." + AnswerView.UNAPPLIED, "outcome." + AnswerView.NO_POLICY));
		Stream.of(VersionState.values()).forEach((state) -> keys.add("version." + state));
		Stream.of(DraftState.values()).forEach((state) -> keys.add("draft." + state));
		Stream.of(Truth.values()).forEach((truth) -> keys.add("condition." + truth));
		Holds.codes().forEach((code) -> keys.add("open." + code));
		Stream.of(Role.values())
			.forEach((role) -> keys.addAll(List.of("role." + role, "role." + role + ".may", "tour." + role)));
		Place.openTo(Set.of(Role.values()))
			.forEach((place) -> keys.addAll(List.of("place." + place.key(), "place." + place.key() + ".about")));
		assertThat(MESSAGES.zh().stringPropertyNames()).containsAll(keys);
	}

}
