package org.huiling.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Whatever lies in the directories that {@code check} is given, it ends soon with its
 * exit code and names what it did not take.
 */
@DisabledOnOs(OS.WINDOWS)
class HostileDirectoryTests {

	private static final Path SHIPPED = Path.of("rules", "zhongshan", "old-age-allowance", "2018-01-01");

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@TempDir
	Path rules;

	private Path version;

	@BeforeEach
	void copy() throws IOException {
		this.version = this.rules.resolve("zhongshan/old-age-allowance/2018-01-01");
		Files.createDirectories(this.version);
		Path program = SHIPPED.getParent();
		Files.copy(program.getParent().resolve("jurisdiction.yaml"), this.rules.resolve("zhongshan/jurisdiction.yaml"));
		Files.copy(program.resolve("program.yaml"), this.version.resolveSibling("program.yaml"));
		try (Stream<Path> files = Files.list(SHIPPED)) {
			for (Path one : files.toList()) {
				Files.copy(one, this.version.resolve(one.getFileName()));
			}
		}
	}

	private int check(String... more) {
		return assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
			PrintStream output = new PrintStream(this.out, true, StandardCharsets.UTF_8);
			return TestCommands.run(output, output, false, Map.of(),
					Stream.concat(Stream.of("check", this.version.toString()), Stream.of(more)).toList());
		});
	}

	private String printed() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

	private static void pipe(Path path) throws IOException, InterruptedException {
		Files.deleteIfExists(path);
		assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
	}

	/** Only a sparse file: it takes no room. */
	private static void large(Path path, long bytes) throws IOException {
		Files.deleteIfExists(path);
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
			file.setLength(bytes);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../jurisdiction.yaml", "../program.yaml" })
	void aPipeADeviceOrAHugeFileAboveAVersionIsNotReadToItsEnd(String name) throws Exception {
		Path file = this.version.resolve(name).normalize();
		byte[] before = Files.readAllBytes(file);
		pipe(file);
		assertThat(check()).isEqualTo(2);
		Files.delete(file);
		Files.createSymbolicLink(file, Path.of("/dev/zero"));
		assertThat(check()).isEqualTo(2);
		Files.delete(file);
		large(file, 5L << 30);
		assertThat(check()).isEqualTo(2);
		Files.delete(file);
		Files.createDirectory(file);
		assertThat(check()).isEqualTo(2);
		assertThat(printed().lines()
			.filter((line) -> line.contains("cannot be read") && line.contains(file.getFileName().toString())))
			.hasSize(4);
		Files.delete(file);
		Path elsewhere = Files.write(this.rules.resolve("elsewhere.yaml"), before);
		Files.createSymbolicLink(file, elsewhere);
		assertThat(check()).as("a file through a link: %s", printed()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "policy.yaml", "more.drl", "below/more.drl" })
	void aPipeInsideAVersionIsRefusedByName(String name) throws Exception {
		Files.createDirectories(this.version.resolve(name).getParent());
		pipe(this.version.resolve(name));
		assertThat(check()).isEqualTo(1);
		assertThat(printed()).contains(name + ":1:1 NOT_A_FILE");
	}

	@Test
	void aPipeInAnotherVersionIsNotOpened() throws Exception {
		Path other = Files.createDirectory(this.version.resolveSibling("2019-01-01"));
		pipe(other.resolve("policy.yaml"));
		assertThat(check()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2013-13-45", "2018-01-01.99999999999999999999", "x\ny", "new folder", "\u001b[31mred" })
	void aDirectoryBesideItThatIsNoVersionIsNoMatter(String name) throws IOException {
		Path other = Files.createDirectory(this.version.resolveSibling(name));
		Files.copy(this.version.resolve("policy.yaml"), other.resolve("policy.yaml"));
		assertThat(check()).as(printed()).isLessThan(2);
		assertThat(printed()).doesNotContain("\u001b");
	}

	@Test
	void filesThatAreLargeTogetherAreRefusedBeforeTheyAreAllRead() throws IOException {
		for (int i = 0; i < 150; i++) {
			large(this.version.resolve("a" + i + ".txt"), 2 << 20);
		}
		assertThat(check()).isEqualTo(1);
		assertThat(printed()).contains("TOO_LARGE");
	}

	@Test
	void whatIsHiddenIsNobodysPolicy() throws Exception {
		Path hidden = Files.createDirectories(this.version.resolve(".git/objects"));
		pipe(hidden.resolve("pipe"));
		Files.createSymbolicLink(hidden.resolve("link"), Path.of("/etc/passwd"));
		Files.writeString(hidden.resolve("more.drl"), "no rule");
		Files.createSymbolicLink(this.version.resolve(".link"), Path.of("/"));
		assertThat(check()).as(printed()).isZero();
		assertThat(printed()).contains("3 rules");
	}

	@Test
	void whatLiesTooDeepIsTold() throws IOException {
		Path deep = Files.createDirectories(this.version.resolve("a/b/c/d/e"));
		Files.writeString(deep.resolve("more.drl"), "no rule");
		assertThat(check()).isEqualTo(1);
		Files.delete(deep.resolve("more.drl"));
		Files.writeString(Files.createDirectories(deep.resolve("f/g/h")).resolve("more.drl"), "no rule");
		assertThat(check()).isEqualTo(1);
		assertThat(printed()).contains("FILE_NAME");
	}

	@Test
	void aLoopOfLinksIsRefused() throws IOException {
		Files.createSymbolicLink(this.version.resolve("again"), this.version);
		assertThat(check()).isEqualTo(1);
		assertThat(printed()).contains("again:1:1 LINK_OUT");
	}

	/** Neither a name nor a text that is shown can write over what stands there. */
	@Test
	void theTerminalIsToldNothing() throws IOException {
		Files.writeString(this.version.resolve("\u001b[2J\u001b[31mok\r\n.drl"), "rule \"\u001b[2J\"");
		Files.createSymbolicLink(this.version.resolve("z\u001b]0;title\u0007"), Path.of("/etc"));
		assertThat(check("no\u001b[2Jsuch")).isEqualTo(2);
		assertThat(printed()).doesNotContain("\u001b").doesNotContain("\u0007").doesNotContain("\r");
	}

	@Test
	void severalDirectoriesEachHaveTheirAnswer() {
		assertThat(check(List.of("/dev/null", "/proc/self/fd", "", "a\u0000b", "/").toArray(String[]::new)))
			.isEqualTo(2);
		assertThat(printed()).contains("3 rules");
		assertThat(printed().lines().filter((line) -> line.contains("cannot be read"))).hasSizeGreaterThanOrEqualTo(5);
	}

}
