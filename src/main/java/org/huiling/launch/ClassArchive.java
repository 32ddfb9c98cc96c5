package org.huiling.launch;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The classes of the service or of one command, laid out by the virtual machine for its
 * next start. The first run only writes down which classes it loads; the archive is made
 * of that list afterwards. Whatever goes wrong with it only costs time.
 */
final class ClassArchive {

	/** Options of somebody who looks after archives themselves. */
	private static final List<String> OF_ARCHIVES = List.of("-Xshare", "-XX:Shared", "-XX:Archive", "-XX:+AutoCreate",
			"-XX:DumpLoaded", "-XX:AOT");

	/** Since when the virtual machine has its say on archives under this name. */
	private static final int NAMED_AOT = 24;

	private final Path room;

	/**
	 * An archive, made or not.
	 * @param room a directory within the copy of the jar, for it alone
	 */
	ClassArchive(Path room) {
		this.room = room;
	}

	/**
	 * That of a program, for this build of Java: another one cannot read it.
	 * @param unpacked the copy of the jar
	 * @param program the service or the command
	 */
	ClassArchive(UnpackedJar unpacked, String program) {
		this(unpacked.directory().resolve((program + "-" + Runtime.version()).replaceAll("[^A-Za-z0-9.+-]", "_")));
	}

	/** Its directory. */
	Path room() {
		return this.room;
	}

	/** Where it lies. */
	Path file() {
		return this.room.resolve("archive.jsa");
	}

	/** Whether it is there. */
	boolean exists() {
		return Files.isRegularFile(file());
	}

	/**
	 * Whether a run should write down its classes: it is not there, and making it was not
	 * given up.
	 */
	boolean isWanted() {
		return !exists() && !Files.exists(givenUp());
	}

	/**
	 * Whether these options leave archives to us.
	 * @param options of the virtual machine
	 */
	static boolean isLeftToUs(List<String> options) {
		return options.stream().noneMatch((option) -> OF_ARCHIVES.stream().anyMatch(option::startsWith));
	}

	/**
	 * What starts from it: checked as a whole, and passed over without a word where it
	 * does not fit.
	 */
	List<String> options() {
		String silent = (Runtime.version().feature() < NAMED_AOT) ? "" : ",aot*=off";
		return List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + file(), "-XX:+VerifySharedSpaces", "-Xlog:disable",
				"-Xlog:all=warning,cds*=off,class+path*=off" + silent + ":stderr");
	}

	/** Where this run writes down its classes; nowhere if there is no room. */
	@Nullable Path list() {
		try {
			Files.createDirectories(this.room);
			return Files.isWritable(this.room) ? this.room.resolve(ProcessHandle.current().pid() + ".classes") : null;
		}
		catch (IOException ex) {
			return null;
		}
	}

	/** Nothing is made of a list, and nothing of it is kept. */
	void forget(Path list) throws IOException {
		Files.deleteIfExists(list);
		try {
			Files.deleteIfExists(this.room);
		}
		catch (DirectoryNotEmptyException ex) {
			// Others are at work on it.
		}
	}

	/**
	 * The virtual machine has passed it over: it is made once more, and then given up.
	 */
	void refused() throws IOException {
		Path mark = this.room.resolve("refused");
		if (Files.exists(mark)) {
			giveUp();
		}
		Files.writeString(mark, "An archive of classes was of no use.\n");
		Files.deleteIfExists(file());
	}

	/** It is not tried again. */
	void giveUp() throws IOException {
		Files.writeString(givenUp(), "No archive of classes could be made. Without this file it is tried again.\n");
	}

	/** Takes what was made. */
	void take(Path made) throws IOException {
		Files.move(made, file(), StandardCopyOption.ATOMIC_MOVE);
	}

	private Path givenUp() {
		return this.room.resolve("failed");
	}

}
