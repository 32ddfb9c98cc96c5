package org.huiling.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A jar that begins with the launcher and holds, in place of Boot's loader and the
 * service, two small programs with the same names and duties.
 */
class LauncherTests {

	/** Seconds that a busy machine may take. */
	private static final int PATIENCE = 120;

	@TempDir
	Path directory;

	private Path jar;

	private Path copies;

	@BeforeEach
	void makeJar() throws IOException {
		this.jar = this.directory.resolve("huiling.jar");
		this.copies = this.directory.resolve("app");
		StandInJar.write(this.jar);
	}

	@AfterEach
	void nobodyIsLeft() throws Exception {
		List<ProcessHandle> left = ProcessHandle.allProcesses()
			.filter((process) -> process.info()
				.commandLine()
				.filter((line) -> line.contains(this.directory.toString()))
				.isPresent())
			.toList();
		for (ProcessHandle each : left) {
			each.onExit().get(PATIENCE, TimeUnit.SECONDS);
		}
	}

	private Process start(Map<String, String> environment, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(ServiceProcess.java(), "-Dof.the=caller", "-jar", this.jar.toString()));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.directory.toFile());
		builder.environment().put(Launcher.DIRECTORY, this.copies.toString());
		builder.environment().putAll(environment);
		return builder.start();
	}

	private static String firstLine(Process process) throws IOException {
		return process.inputReader().readLine();
	}

	private List<String> kept() throws IOException {
		try (Stream<Path> files = Files.walk(this.copies)) {
			return files.filter(Files::isRegularFile).map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

	private Path copy() throws IOException {
		try (Stream<Path> files = Files.list(this.copies)) {
			List<Path> all = files.toList();
			assertThat(all).hasSize(1);
			return all.get(0);
		}
	}

	@Test
	void theServiceRunsFromTheCopyWithTheSameOptionsAndArguments() throws Exception {
		Process process = start(Map.of(), "--server.port=1", "--end=3");
		assertThat(firstLine(process)).isEqualTo("copy of caller: --server.port=1 --end=3");
		assertThat(process.waitFor()).isEqualTo(3);
	}

	@Test
	void theCopyIsMadeOnce() throws Exception {
		assertThat(start(Map.of(), "--end=0").waitFor()).isZero();
		assertThat(kept()).contains("huiling.jar");
		FileTime made = Files.getLastModifiedTime(copy().resolve("huiling.jar"));
		assertThat(start(Map.of(), "--end=0").waitFor()).isZero();
		assertThat(Files.getLastModifiedTime(copy().resolve("huiling.jar"))).isEqualTo(made);
	}

	@Test
	void anotherJarTakesThePlaceOfTheCopy() throws Exception {
		start(Map.of(), "--end=0").waitFor();
		Path before = copy();
		StandInJar.write(this.jar, "another");
		start(Map.of(), "--end=0").waitFor();
		assertThat(copy()).isNotEqualTo(before);
	}

	@Test
	void whoeverEndsTheLauncherEndsTheService() throws Exception {
		Process process = start(Map.of(), "--wait");
		assertThat(firstLine(process)).startsWith("copy of caller");
		ProcessHandle service = process.toHandle().children().findFirst().orElseThrow();
		process.destroy();
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(service.isAlive()).isFalse();
	}

	@Test
	void aLauncherThatIsKilledTakesTheServiceWithIt() throws Exception {
		Process process = start(Map.of(), "--wait");
		assertThat(firstLine(process)).startsWith("copy of caller");
		ProcessHandle service = process.toHandle().children().findFirst().orElseThrow();
		process.destroyForcibly().waitFor();
		service.onExit().get(30, TimeUnit.SECONDS);
	}

	@Test
	void switchedOffOrWithoutARoomItRunsAsItIs() throws Exception {
		assertThat(firstLine(start(Map.of(Launcher.DIRECTORY, "off"), "--end=0"))).isEqualTo("jar of caller: --end=0");
		Path file = Files.createFile(this.directory.resolve("file"));
		Process process = start(Map.of(Launcher.DIRECTORY, file.resolve("app").toString()), "--end=0");
		assertThat(firstLine(process)).isEqualTo("jar of caller: --end=0");
		assertThat(process.errorReader().readLine()).startsWith("Starting more slowly");
	}

	private Path archive() throws Exception {
		Instant patience = Instant.now().plusSeconds(PATIENCE);
		while (Instant.now().isBefore(patience)) {
			try (Stream<Path> files = Files.walk(this.copies)) {
				Optional<Path> archive = files.filter((file) -> file.toString().endsWith(".jsa")).findFirst();
				if (archive.isPresent()) {
					return archive.get();
				}
			}
			catch (UncheckedIOException ex) {
				// A file went away while it was looked at.
			}
			catch (NoSuchFileException ex) {
				// Nothing was unpacked yet.
			}
			Thread.sleep(200);
		}
		throw new AssertionError("no archive was made: " + kept());
	}

	/** Where the classes of the running process come from, by its own account. */
	private String run(Map<String, String> environment, String... arguments) throws Exception {
		Process process = start(environment, arguments);
		String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(err).as(out).isEmpty();
		assertThat(process.waitFor()).isZero();
		return out;
	}

	@Test
	void aCommandThatIsDoneLeavesAnArchiveForTheNext() throws Exception {
		assertThat(run(Map.of(), "check", "--end=0")).startsWith("copy of caller: check").contains("shared: false");
		Path archive = archive();
		assertThat(run(Map.of(), "check", "--end=0")).startsWith("copy of caller: check").contains("shared: true");
		assertThat(run(Map.of(), "sync", "--end=0")).contains("shared: false");
		assertThat(archive.getParent().getFileName().toString()).startsWith("check-" + Runtime.version().feature());
	}

	@Test
	void aCommandThatFailsLeavesNone() throws Exception {
		assertThat(start(Map.of(), "check", "--end=2").waitFor()).isEqualTo(2);
		assertThat(kept()).containsExactly("huiling.jar");
	}

	@Test
	void aServiceThatIsUpLeavesAnArchiveWhileItRuns() throws Exception {
		Process process = start(Map.of(), "--wait");
		assertThat(archive().getParent().getFileName().toString()).startsWith("service-");
		assertThat(process.isAlive()).isTrue();
		process.destroy();
		process.waitFor();
		assertThat(run(Map.of(), "--end=0")).contains("shared: true");
	}

	private void isRefused(Path archive, byte[] broken) throws Exception {
		Files.write(archive, broken);
		assertThat(run(Map.of(), "check", "--end=0")).startsWith("copy of caller: check").contains("shared: false");
		assertThat(archive).doesNotExist();
	}

	@Test
	void aBrokenArchiveIsPassedOver() throws Exception {
		run(Map.of(), "check", "--end=0");
		Path archive = archive();
		byte[] whole = Files.readAllBytes(archive);
		List<byte[]> broken = new ArrayList<>(List.of(new byte[0], new byte[5000]));
		for (int length : new int[] { 1, 100, 4096, whole.length / 2, whole.length - 8192 }) {
			broken.add(Arrays.copyOf(whole, length));
		}
		for (int at : new int[] { 0, 300, whole.length / 3, whole.length * 2 / 3 }) {
			byte[] other = whole.clone();
			for (int i = at; i < at + 2000; i++) {
				other[i] ^= 0x55;
			}
			broken.add(other);
		}
		for (byte[] bytes : broken) {
			isRefused(archive, bytes);
			Files.delete(archive.resolveSibling("refused"));
		}
	}

	@Test
	void aBrokenArchiveIsMadeOnceMoreAndThenNoMore() throws Exception {
		run(Map.of(), "check", "--end=0");
		isRefused(archive(), new byte[5000]);
		run(Map.of(), "check", "--end=0");
		Path again = archive();
		assertThat(run(Map.of(), "check", "--end=0")).contains("shared: true");
		isRefused(again, new byte[5000]);
		assertThat(again.resolveSibling("failed")).exists();
		assertThat(run(Map.of(), "check", "--end=0")).contains("shared: false");
		assertThat(again.resolveSibling("lock")).exists();
		assertThat(kept()).noneMatch((name) -> name.endsWith(".classes"));
	}

	@Test
	void twoAtOnceBothRunAndLeaveOneArchive() throws Exception {
		List<Process> both = List.of(start(Map.of(), "check", "--end=0"), start(Map.of(), "check", "--end=0"));
		for (Process one : both) {
			assertThat(firstLine(one)).startsWith("copy of caller");
			assertThat(one.waitFor()).isZero();
		}
		archive();
		assertThat(run(Map.of(), "check", "--end=0")).contains("shared: true");
	}

	@Test
	void whoLooksAfterArchivesThemselvesIsLeftAlone() throws Exception {
		Map<String, String> off = Map.of("JDK_JAVA_OPTIONS", "-Xshare:off");
		Process process = start(off, "check", "--end=0");
		assertThat(firstLine(process)).startsWith("copy of caller");
		assertThat(process.waitFor()).isZero();
		assertThat(kept()).containsExactly("huiling.jar");
	}

	@Test
	void whatTheCallerSaysOfTheHeapHoldsForTheArchive() throws Exception {
		Map<String, String> heap = Map.of("JDK_JAVA_OPTIONS", "-Xmx40g -XX:+UseSerialGC");
		assertThat(start(heap, "check", "--end=0").waitFor()).isZero();
		archive();
		Process second = start(heap, "check", "--end=0");
		assertThat(new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("shared: true");
	}

	/** JDK 17 ends where a class of an archive has no file and somebody looks on. */
	@Test
	void whoeverRecordsAProcessFromAnArchiveDoesNoHarm() throws Exception {
		run(Map.of(), "check", "--end=0");
		archive();
		Path recording = this.directory.resolve("of.jfr");
		Process process = start(Map.of("JDK_JAVA_OPTIONS", "-XX:StartFlightRecording=filename=" + recording), "check",
				"--end=0");
		assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
			.contains("shared: true");
		assertThat(process.waitFor()).isZero();
		assertThat(recording).isNotEmptyFile();
	}

	@Test
	void questionsMakeNoCopy() throws Exception {
		assertThat(run(Map.of(), "--help", "--end=0")).startsWith("jar of caller: --help");
		assertThat(this.copies).doesNotExist();
	}

	@Test
	void settingsAreAServiceAndWordsAreACommand() {
		assertThat(Launcher.isService(new String[0])).isTrue();
		assertThat(Launcher.isService(new String[] { "--server.port=1" })).isTrue();
		assertThat(Launcher.isService(new String[] { "check", "rules" })).isFalse();
	}

}
