package org.huiling.protection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Keys come from the configuration or from a file; wrong ones are told, never shown. */
class KeyRingTests {

	private static final String KEY = Base64.getEncoder().encodeToString(TestKeys.bytes("k1"));

	@TempDir
	Path directory;

	@Test
	void readsARing() {
		KeyRing ring = KeyRing.of(inline("k2", Map.of("k1", KEY, "k2", KEY), KEY));
		assertThat(ring.current()).isEqualTo("k2");
		assertThat(ring.encryption()).containsOnlyKeys("k1", "k2");
		assertThat(ring.toString()).doesNotContain(KEY);
	}

	@Test
	void saysWhatToDoWithoutKeys() {
		assertThatExceptionOfType(KeyTrouble.class).isThrownBy(() -> KeyRing.of(inline(null, Map.of(), null)))
			.satisfies((trouble) -> assertThat(new KeyTroubleAnalyzer().analyze(trouble).getAction())
				.contains("huiling.keys.current", "huiling.keys.lookup", "openssl rand -base64 32"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "not base64!", "dG9vIHNob3J0" })
	void refusesWhatIsNoKeyWithoutRepeatingIt(String text) {
		assertThatExceptionOfType(KeyTrouble.class).isThrownBy(() -> KeyRing.of(inline("k1", Map.of("k1", text), KEY)))
			.withMessage("huiling.keys.encryption.k1 is not 32 bytes in Base64.");
		assertThatExceptionOfType(KeyTrouble.class).isThrownBy(() -> KeyRing.of(inline("k1", Map.of("k1", KEY), text)))
			.withMessage("huiling.keys.lookup is not 32 bytes in Base64.");
	}

	@Test
	void refusesACurrentKeyThatIsNotInTheRing() {
		assertThatExceptionOfType(KeyTrouble.class).isThrownBy(() -> KeyRing.of(inline("k2", Map.of("k1", KEY), KEY)));
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void makesAFileThatOnlyItsOwnerMayReadAndReadsItAgain() throws IOException {
		Path file = this.directory.resolve("data/keys.properties");
		KeyRing made = KeyRing.of(new KeyFile(file).read(true));
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		KeyRing again = KeyRing.of(new KeyFile(file).read(true));
		assertThat(again.lookup().getEncoded()).isEqualTo(made.lookup().getEncoded()).hasSize(32);
		assertThat(again.encryption().get("k1")).isEqualTo(made.encryption().get("k1"));
	}

	@Test
	void aFileThatIsNotThereIsNotMadeUnlessAskedFor() {
		Path file = this.directory.resolve("keys.properties");
		assertThatExceptionOfType(KeyTrouble.class).isThrownBy(() -> new KeyFile(file).read(false))
			.withMessageContaining("keys.properties");
		assertThat(file).doesNotExist();
	}

	private static KeySettings inline(@Nullable String current, Map<String, String> encryption,
			@Nullable String lookup) {
		return new KeySettings(null, false, current, encryption, lookup, null);
	}

}
