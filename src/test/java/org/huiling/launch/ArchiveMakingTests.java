package org.huiling.launch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Archives made of real lists by real processes, which are killed at any moment. */
class ArchiveMakingTests {

	/** Seconds that a busy machine may take. */
	private static final int PATIENCE = 120;

	@TempDir
	Path copy;

	private Path room;

	private ClassArchive archive;

	@BeforeEach
	void makeCopy() throws IOException {
		StandInJar.write(this.copy.resolve(UnpackedJar.NAME));
		this.room = Files.createDirectory(this.copy.resolve("check-" + Runtime.version()));
		this.archive = new ClassArchive(this.room);
	}

	/** What a run leaves, whose own work is of no matter here. */
	private Path list(String name) throws Exception {
		Path list = this.room.resolve(name + ".classes");
		Process process = new ProcessBuilder(ServiceProcess.java(), "-XX:DumpLoadedClassList=" + list, "-Djarmode=none",
				"-cp", this.copy.resolve(UnpackedJar.NAME).toString(), Launcher.IN_PROCESS, "--end=0")
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertThat(process.waitFor()).isZero();
		assertThat(list).isNotEmptyFile();
		return list;
	}

	private Process begin(Path list) throws IOException {
		return new ProcessBuilder(ServiceProcess.java(), "-cp", this.copy.resolve(UnpackedJar.NAME).toString(),
				ArchiveMaking.class.getName(), list.toString())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
	}

	private List<String> left() throws IOException {
		try (Stream<Path> files = Files.list(this.room)) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

	/** What the process that lays out the classes writes into. */
	private boolean isMaking() throws IOException {
		try (DirectoryStream<Path> making = Files.newDirectoryStream(this.room, "making*")) {
			for (Path each : making) {
				if (Files.exists(each.resolve("archive"))) {
					return true;
				}
			}
		}
		return false;
	}

	@Test
	void anArchiveIsAllThatIsLeft() throws Exception {
		assertThat(begin(list("1")).waitFor()).isZero();
		assertThat(left()).containsExactly("archive.jsa", "lock");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whoIsKilledMeanwhileLeavesItToTheNext(boolean withHelper) throws Exception {
		Process maker = begin(list("1"));
		Instant patience = Instant.now().plusSeconds(PATIENCE);
		while (!isMaking()) {
			assertThat(maker.isAlive()).as("ended before it could be killed").isTrue();
			assertThat(Instant.now()).isBefore(patience);
			Thread.sleep(1);
		}
		List<ProcessHandle> helpers = maker.toHandle().children().toList();
		assertThat(helpers).hasSize(1);
		maker.destroyForcibly().waitFor();
		if (withHelper) {
			helpers.get(0).destroyForcibly();
		}
		assertThat(this.archive.exists()).isFalse();
		assertThat(this.archive.isWanted()).isTrue();
		assertThat(begin(list("2")).waitFor()).isZero();
		assertThat(this.archive.exists()).isTrue();
		helpers.get(0).onExit().get(PATIENCE, TimeUnit.SECONDS);
		assertThat(left()).contains("archive.jsa")
			.doesNotContain("failed")
			.noneMatch((name) -> name.endsWith(".classes"));
	}

	@Test
	void twoAtOnceMakeOne() throws Exception {
		List<Process> both = new ArrayList<>();
		for (Path list : List.of(list("1"), list("2"))) {
			both.add(begin(list));
		}
		for (Process each : both) {
			assertThat(each.waitFor()).isZero();
		}
		assertThat(left()).containsExactly("archive.jsa", "lock");
	}

	@Test
	void whatCannotBeMadeIsTriedOnce() throws Exception {
		Path list = Files.writeString(this.room.resolve("1.classes"), "java/lang/Object id: none\n");
		assertThat(this.archive.isWanted()).isTrue();
		new ArchiveMaking(list, List.of()).run();
		assertThat(this.archive.isWanted()).isFalse();
		assertThat(left()).containsExactly("failed", "lock");
	}

	@Test
	void archivesOfOtherBuildsOfJavaGo() throws Exception {
		Path older = Files.createDirectory(this.copy.resolve("check-17.0.1+1"));
		Files.createFile(older.resolve("archive.jsa"));
		Path other = Files.createDirectory(this.copy.resolve("service-17.0.1+1"));
		new ArchiveMaking(list("1"), List.of()).run();
		assertThat(older).doesNotExist();
		assertThat(other).exists();
		assertThat(this.room).exists();
	}

}
