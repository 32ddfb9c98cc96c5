package org.huiling.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UsageTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private OptionalInt answer(Locale locale, String... arguments) {
		return new Usage(stream(this.out), stream(this.err), locale, "1.2").answer(List.of(arguments));
	}

	private static PrintStream stream(ByteArrayOutputStream bytes) {
		return new PrintStream(bytes, true, StandardCharsets.UTF_8);
	}

	private static String text(ByteArrayOutputStream bytes) {
		return bytes.toString(StandardCharsets.UTF_8);
	}

	@Test
	void aServiceIsStartedBySettingsAlone() {
		assertThat(answer(Locale.ENGLISH)).isEmpty();
		assertThat(answer(Locale.ENGLISH, "--server.port=9090", "--huiling.data=here", "-Dx=1")).isEmpty();
		assertThat(text(this.out) + text(this.err)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "chek", "Check", "", "help" })
	void aWordThatIsNoCommandStartsNothing(String word) {
		assertThat(answer(Locale.ENGLISH, word, "rules")).hasValue(2);
		assertThat(text(this.err)).startsWith("\"" + word + "\" is not a command")
			.contains("check DIRECTORY", "sync", "recalculate", "roster");
		assertThat(text(this.out)).isEmpty();
	}

	@Test
	void aValueThatLostItsSettingStartsNothing() {
		assertThat(answer(Locale.ENGLISH, "--server.port", "9090")).hasValue(2);
		assertThat(text(this.err)).contains("\"9090\" is not a command");
	}

	@Test
	void helpAndVersionAreAnsweredOnTheWayOfResults() {
		assertThat(answer(Locale.ENGLISH, "--help")).hasValue(0);
		assertThat(text(this.out)).startsWith("usage:").contains("--help | --version");
		this.out.reset();
		assertThat(answer(Locale.ENGLISH, "--version")).hasValue(0);
		assertThat(text(this.out)).isEqualToNormalizingNewlines("huiling 1.2\n");
		assertThat(text(this.err)).isEmpty();
	}

	@Test
	void itSpeaksTheLanguageOfTheMachineOrEnglish() {
		answer(Locale.CHINA, "-h");
		assertThat(text(this.out)).startsWith("用法").contains("检查政策版本");
		answer(Locale.CHINA, "chek");
		assertThat(text(this.err)).startsWith("“chek”不是命令");
		this.out.reset();
		answer(Locale.FRANCE, "-h");
		assertThat(text(this.out)).startsWith("usage:");
	}

}
