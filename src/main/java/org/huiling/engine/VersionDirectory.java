package org.huiling.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.huiling.engine.source.HeaderReader;
import org.huiling.engine.source.Place;
import org.huiling.engine.source.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A version's directory with what stands above it: {@code jurisdiction.yaml} and
 * {@code program.yaml}.
 *
 * @param jurisdiction the jurisdiction two directories up
 * @param program the program one directory up
 * @param files the version's own files
 * @param neighbours the program's other versions
 */
public record VersionDirectory(Jurisdiction jurisdiction, Program program, PolicyFiles files,
		List<VersionSpan> neighbours) {

	private static final int MOST_FILES = 200;

	private static final long MOST_BYTES = 2 << 20;

	/**
	 * The only version of a program.
	 * @param jurisdiction whose it is
	 * @param program the program
	 * @param files the version's own files
	 */
	public VersionDirectory(Jurisdiction jurisdiction, Program program, PolicyFiles files) {
		this(jurisdiction, program, files, List.of());
	}

	/**
	 * Reads a version's directory.
	 * @param directory such as {@code rules/model-district/old-age-allowance/2013-01-01}
	 * @return what stands there
	 * @throws IOException if a file cannot be read
	 * @throws PolicyDefects if jurisdiction, program or the size of the files is at fault
	 */
	public static VersionDirectory read(Path directory) throws IOException {
		Path version = directory.toAbsolutePath().normalize();
		Path program = above(version);
		Path jurisdiction = above(program);
		String jurisdictionId = jurisdiction.getFileName().toString();
		String programId = program.getFileName().toString();
		return new VersionDirectory(
				Jurisdiction.read(jurisdictionId, Files.readAllBytes(jurisdiction.resolve("jurisdiction.yaml"))),
				Program.read(programId, Files.readAllBytes(program.resolve("program.yaml"))),
				new PolicyFiles(jurisdictionId, programId, version.getFileName().toString(), files(version)),
				neighbours(version, jurisdictionId, programId));
	}

	private static List<VersionSpan> neighbours(Path version, String jurisdiction, String program) throws IOException {
		List<VersionSpan> neighbours = new ArrayList<>();
		try (Stream<Path> siblings = Files.list(above(version))) {
			for (Path path : (Iterable<Path>) siblings.sorted()::iterator) {
				Path header = path.resolve(HeaderReader.FILE);
				if (path.equals(version) || !Files.isRegularFile(header) || Files.size(header) > MOST_BYTES) {
					continue;
				}
				VersionSpan span = span(new PolicyFiles(jurisdiction, program, path.getFileName().toString(),
						Map.of(HeaderReader.FILE, Files.readAllBytes(header))));
				if (span != null) {
					neighbours.add(span);
				}
			}
		}
		return neighbours;
	}

	/** A version that cannot be read is told when it is checked itself. */
	private static @Nullable VersionSpan span(PolicyFiles files) {
		try {
			return VersionSpan.of(files.version(), new PolicyCompiler().header(files));
		}
		catch (PolicyDefects unreadable) {
			return null;
		}
	}

	private static Path above(Path directory) throws IOException {
		Path parent = directory.getParent();
		if (parent == null || parent.getFileName() == null) {
			throw new NoSuchFileException(directory.toString(), null, "a version lies in jurisdiction/program/version");
		}
		return parent;
	}

	private static String name(Path root, Path path) {
		return root.relativize(path).toString().replace('\\', '/');
	}

	private static Map<String, byte[]> files(Path version) throws IOException {
		Map<String, byte[]> files = new TreeMap<>();
		Problems problems = new Problems();
		Path root = version.toRealPath();
		try (Stream<Path> paths = Files.walk(root, 4)) {
			for (Path path : (Iterable<Path>) paths::iterator) {
				if (Files.isSymbolicLink(path) && !path.getFileName().toString().startsWith(".")) {
					problems.error(Place.of(name(root, path)), "LINK_OUT", "版本目录里不能放链接", "a version holds no links");
					problems.refuseErrors();
				}
				if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
						|| path.getFileName().toString().startsWith(".")) {
					continue;
				}
				String name = name(root, path);
				if (Files.size(path) > MOST_BYTES || files.size() >= MOST_FILES) {
					problems.error(Place.of(name), "TOO_LARGE", "文件过大或过多", "too large a file, or too many files");
					problems.refuseErrors();
				}
				files.put(name, Files.readAllBytes(path));
			}
		}
		return files;
	}

}
