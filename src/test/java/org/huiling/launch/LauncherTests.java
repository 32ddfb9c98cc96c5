package org.huiling.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A jar that begins with the launcher and holds, in place of Boot's loader and the
 * service, two small programs with the same names and duties.
 */
class LauncherTests {

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
		assertThat(kept()).containsExactly("huiling.jar");
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

	@Test
	void settingsAreAServiceAndWordsAreACommand() {
		assertThat(Launcher.isService(new String[0])).isTrue();
		assertThat(Launcher.isService(new String[] { "--server.port=1" })).isTrue();
		assertThat(Launcher.isService(new String[] { "check", "rules" })).isFalse();
	}

}
