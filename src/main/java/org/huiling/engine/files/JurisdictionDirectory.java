package org.huiling.engine.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.huiling.engine.Jurisdiction;
import org.huiling.engine.Program;
import org.huiling.engine.problem.PolicyDefects;
import org.jspecify.annotations.Nullable;

/**
 * A jurisdiction's directory of rules: which programs it has, and those that it has from
 * enclosing jurisdictions beside it.
 */
public final class JurisdictionDirectory {

	private final Path directory;

	private final Jurisdiction jurisdiction;

	private final boolean lenient;

	/**
	 * A directory.
	 * @param directory such as {@code rules/model-district}
	 * @param jurisdiction whose it is
	 * @param lenient whether what cannot be read is passed over
	 */
	JurisdictionDirectory(Path directory, Jurisdiction jurisdiction, boolean lenient) {
		this.directory = directory;
		this.jurisdiction = jurisdiction;
		this.lenient = lenient;
	}

	boolean isLenient() {
		return this.lenient;
	}

	/**
	 * Its own programs, and those of enclosing jurisdictions that lie beside it and apply
	 * below.
	 */
	Map<Program, Path> programs() {
		Map<Program, Path> known = programs(this.directory);
		addEnclosing(known);
		return known;
	}

	private void addEnclosing(Map<Program, Path> known) {
		Path rules = this.directory.toAbsolutePath().getParent();
		if (rules == null) {
			return;
		}
		List<Path> enclosing = new ArrayList<>();
		Map<Path, Jurisdiction> owners = new HashMap<>();
		for (Path beside : below(rules)) {
			Jurisdiction owner = readAny(beside, () -> readOwner(beside));
			if (owner != null && this.jurisdiction.isBelow(owner)
					&& this.jurisdiction.currency().equals(owner.currency())) {
				owners.put(beside, owner);
				enclosing.add(beside);
			}
		}
		enclosing.sort(Comparator
			.comparingInt((Path one) -> -Objects.requireNonNull(owners.get(one)).regionPrefix().length()));
		for (Path one : enclosing) {
			programs(one).forEach((program, path) -> {
				if (program.appliesBelow()
						&& known.keySet().stream().noneMatch((nearer) -> nearer.id().equals(program.id()))) {
					known.put(program.of(owners.get(one)), path);
				}
			});
		}
	}

	private Map<Program, Path> programs(Path directory) {
		Map<Program, Path> programs = new HashMap<>();
		for (Path one : below(directory)) {
			Program program = readAny(one, () -> readProgram(one, this.jurisdiction.currency()));
			if (program != null) {
				programs.put(program, one);
			}
		}
		return programs;
	}

	@FunctionalInterface
	interface Reading<T> {

		@Nullable T read() throws IOException;

	}

	/** Reads what is passed over where it cannot be read and all may be. */
	<T> @Nullable T readAny(Path at, Reading<T> reading) {
		try {
			return read(at, reading);
		}
		catch (PolicyDefects | UncheckedIOException unreadable) {
			if (this.lenient) {
				return null;
			}
			throw unreadable;
		}
	}

	/** What is wrong is told by its path, seen from the jurisdiction. */
	<T> @Nullable T read(Path at, Reading<T> reading) {
		try {
			return reading.read();
		}
		catch (PolicyDefects defects) {
			String seen = this.directory.toAbsolutePath().relativize(at.toAbsolutePath()).toString().replace('\\', '/');
			throw new PolicyDefects(defects.problems().stream().map((problem) -> problem.in(seen)).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static @Nullable Jurisdiction readOwner(Path directory) throws IOException {
		Path file = directory.resolve(Jurisdiction.FILE);
		return Files.isRegularFile(file) ? Jurisdiction.read(directory.getFileName().toString(),
				PlainFile.read(file, VersionDirectory.MOST_BYTES)) : null;
	}

	public static @Nullable Jurisdiction owner(Path directory) {
		try {
			return readOwner(directory);
		}
		catch (PolicyDefects | IOException unreadable) {
			return null;
		}
	}

	/** Those that can be read. */
	static Set<Program> programs(Path directory, Jurisdiction owner) {
		return new JurisdictionDirectory(directory, owner, true).programs(directory).keySet();
	}

	private static @Nullable Program readProgram(Path directory, String currency) throws IOException {
		Path file = directory.resolve(Program.FILE);
		return Files.isRegularFile(file) ? Program.read(directory.getFileName().toString(),
				PlainFile.read(file, VersionDirectory.MOST_BYTES), currency) : null;
	}

	static List<Path> below(Path directory) {
		try (Stream<Path> paths = Files.list(directory)) {
			return paths.filter(Files::isDirectory).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
