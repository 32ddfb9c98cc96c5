package org.huiling.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommandsTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private int run(Locale locale, String... arguments) {
		this.out.reset();
		this.err.reset();
		assertThat(Commands.areMeantBy(List.of(arguments))).isTrue();
		return new Commands(stream(this.out), stream(this.err), false, Map.of(), locale, "1.2").run(List.of(arguments));
	}

	private static PrintStream stream(ByteArrayOutputStream bytes) {
		return new PrintStream(bytes, true, StandardCharsets.UTF_8);
	}

	private static String text(ByteArrayOutputStream bytes) {
		return bytes.toString(StandardCharsets.UTF_8);
	}

	@Test
	void aServiceIsStartedBySettingsAlone() {
		assertThat(Commands.areMeantBy(List.of())).isFalse();
		assertThat(Commands.areMeantBy(List.of("--server.port=9090", "--huiling.data=here", "-Dx=1"))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "chek", "Check", "", "help" })
	void aWordThatIsNoCommandStartsNothing(String word) {
		assertThat(run(Locale.ENGLISH, word, "rules")).isEqualTo(2);
		assertThat(text(this.err)).startsWith("\"" + word + "\" is not a command")
			.contains("check", "assess", "export", "sync", "recalculate", "project", "roster");
		assertThat(text(this.out)).isEmpty();
	}

	@Test
	void aMistypedCommandIsToldWhichWasMeant() {
		run(Locale.ENGLISH, "chek", "rules");
		assertThat(text(this.err)).contains("Did you mean check?");
		run(Locale.CHINA, "recalcualte");
		assertThat(text(this.err)).contains("是不是想写 recalculate？");
	}

	@Test
	void aMistypedOptionIsToldWhichWasMeant() {
		assertThat(run(Locale.ENGLISH, "check", "--jsno", "rules")).isEqualTo(2);
		assertThat(text(this.err)).contains("'--jsno'", "--json").contains("usage: java -jar huiling.jar check");
		assertThat(text(this.out)).isEmpty();
	}

	@Test
	void aValueThatLostItsSettingStartsNothing() {
		assertThat(run(Locale.ENGLISH, "--server.port", "9090")).isEqualTo(2);
		assertThat(text(this.err)).contains("\"9090\" is not a command");
	}

	@Test
	void helpAndVersionAreAnsweredOnTheWayOfResults() {
		assertThat(run(Locale.ENGLISH, "--help")).isZero();
		assertThat(text(this.out)).startsWith("usage: java -jar huiling.jar").contains("--help", "--version", "check");
		assertThat(run(Locale.ENGLISH, "--version")).isZero();
		assertThat(text(this.out)).isEqualToNormalizingNewlines("huiling 1.2\n");
		assertThat(text(this.err)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "check", "assess", "export", "sync", "recalculate", "project", "roster", "backup",
			"restore", "doctor", "turn-keys" })
	void everyCommandSaysHowItIsCalledInBothLanguages(String command) {
		assertThat(run(Locale.ENGLISH, command, "--help")).isZero();
		assertThat(text(this.out)).contains("usage: java -jar huiling.jar " + command, "Exit code: 0")
			.doesNotContainPattern("\\p{IsHan}");
		assertThat(run(Locale.CHINA, command, "--help")).isZero();
		assertThat(text(this.out)).contains("用法：java -jar huiling.jar " + command, "退出码：0");
		assertThat(text(this.out)).as("nothing left in English").doesNotContainPattern("[a-z]{4,} [a-z]{4,}");
	}

	@Test
	void itSpeaksTheLanguageOfTheMachineOrEnglish() {
		run(Locale.CHINA, "-h");
		assertThat(text(this.out)).startsWith("用法").contains("检查政策版本");
		run(Locale.CHINA, "chek");
		assertThat(text(this.err)).startsWith("“chek”不是命令");
		run(Locale.FRANCE, "-h");
		assertThat(text(this.out)).startsWith("usage:");
	}

}
