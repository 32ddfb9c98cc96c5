package org.huiling.engine.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.huiling.engine.Jurisdiction;
import org.huiling.engine.OtherPrograms;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.Program;
import org.huiling.engine.VersionSpan;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.source.HeaderReader;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.standard.StandardsFiles;
import org.jspecify.annotations.Nullable;

/**
 * A version's directory with what stands above it: {@code jurisdiction.yaml} and
 * {@code program.yaml}.
 *
 * @param jurisdiction the jurisdiction two directories up
 * @param program the program one directory up
 * @param files the version's own files
 * @param neighbours the program's other versions
 * @param others the other programs of the jurisdiction
 */
public record VersionDirectory(Jurisdiction jurisdiction, Program program, PolicyFiles files,
		List<VersionSpan> neighbours, OtherPrograms others) {

	private static final int MOST_FILES = 200;

	public static final int MOST_BYTES = 2 << 20;

	/** Of all files together. */
	private static final long MOST_ALTOGETHER = 32 << 20;

	/** One more than a path may have parts, so that what lies deeper is told. */
	private static final int DEEPEST = 9;

	/**
	 * The only version of a program.
	 * @param jurisdiction whose it is
	 * @param program the program
	 * @param files the version's own files
	 */
	public VersionDirectory(Jurisdiction jurisdiction, Program program, PolicyFiles files) {
		this(jurisdiction, program, files, List.of(), OtherPrograms.none(jurisdiction));
	}

	/**
	 * Reads a version's directory.
	 * @param directory such as {@code rules/model-district/old-age-allowance/2013-01-01}
	 * @return what stands there
	 * @throws IOException if a file cannot be read
	 * @throws PolicyDefects if jurisdiction, program or the size of the files is at fault
	 */
	public static VersionDirectory read(Path directory) throws IOException {
		return read(directory, PolicyCompiler.shipped());
	}

	/**
	 * The same where somebody has read the fact files already.
	 * @param directory the version's
	 * @param compiler reads what the versions beside it say of themselves
	 * @return what stands there
	 * @throws IOException if a file cannot be read
	 * @throws PolicyDefects if jurisdiction, program or the size of the files is at fault
	 */
	public static VersionDirectory read(Path directory, PolicyCompiler compiler) throws IOException {
		Path version = directory.toAbsolutePath().normalize();
		Path program = above(version);
		Path jurisdiction = above(program);
		String jurisdictionId = jurisdiction.getFileName().toString();
		String programId = program.getFileName().toString();
		Jurisdiction owner = Jurisdiction.read(jurisdictionId,
				PlainFile.read(jurisdiction.resolve(Jurisdiction.FILE), MOST_BYTES));
		Program read = Program.read(programId, PlainFile.read(program.resolve(Program.FILE), MOST_BYTES),
				owner.currency());
		DirectoryLayers.check(owner, read, jurisdiction);
		return new VersionDirectory(owner, read,
				new PolicyFiles(jurisdictionId, programId, version.getFileName().toString(), files(version),
						StandardsFiles.beside(jurisdiction)),
				neighbours(version, jurisdictionId, programId, compiler), OtherPrograms.in(owner, jurisdiction));
	}

	private static List<VersionSpan> neighbours(Path version, String jurisdiction, String program,
			PolicyCompiler compiler) throws IOException {
		List<VersionSpan> neighbours = new ArrayList<>();
		try (Stream<Path> siblings = Files.list(above(version))) {
			for (Path path : (Iterable<Path>) siblings.sorted()::iterator) {
				VersionSpan span = path.equals(version) ? null : span(path, jurisdiction, program, compiler);
				if (span != null) {
					neighbours.add(span);
				}
			}
		}
		catch (UncheckedIOException unreadable) {
			throw unreadable.getCause();
		}
		return neighbours;
	}

	/**
	 * The days of the version that lies in a directory; null if none can be read there.
	 */
	static @Nullable VersionSpan span(Path version, String jurisdiction, String program, PolicyCompiler compiler) {
		Path header = version.resolve(HeaderReader.FILE);
		try {
			return (!Files.isRegularFile(header) || Files.size(header) > MOST_BYTES) ? null
					: span(new PolicyFiles(jurisdiction, program, version.getFileName().toString(),
							Map.of(HeaderReader.FILE, PlainFile.read(header, MOST_BYTES))), compiler);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A version that cannot be read is told when it is checked itself. */
	private static @Nullable VersionSpan span(PolicyFiles files, PolicyCompiler compiler) {
		try {
			return VersionSpan.of(files.version(), compiler.outline(files));
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

	static Map<String, byte[]> files(Path version) throws IOException {
		Map<String, byte[]> files = new TreeMap<>();
		long altogether = 0;
		Path root = version.toRealPath();
		try (Stream<Path> paths = Files.walk(root, DEEPEST)) {
			for (Path path : (Iterable<Path>) paths.filter((one) -> !isHidden(root, one))::iterator) {
				String name = name(root, path);
				if (Files.isSymbolicLink(path)) {
					throw fault(name, "LINK_OUT", "版本目录里不能放链接", "a version holds no links");
				}
				if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
					continue;
				}
				if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
					throw fault(name, "NOT_A_FILE", "这不是文件", "this is no file");
				}
				altogether += Files.size(path);
				if (Files.size(path) > MOST_BYTES || files.size() >= MOST_FILES || altogether > MOST_ALTOGETHER) {
					throw fault(name, "TOO_LARGE", "文件过大或过多", "too large a file, or too many files");
				}
				files.put(name, PlainFile.read(path, MOST_BYTES));
			}
		}
		catch (UncheckedIOException unreadable) {
			throw unreadable.getCause();
		}
		return files;
	}

	/** Hidden files and what lies in hidden directories are nobody's policy. */
	private static boolean isHidden(Path root, Path path) {
		for (Path part : root.relativize(path)) {
			if (part.toString().startsWith(".")) {
				return true;
			}
		}
		return false;
	}

	private static PolicyDefects fault(String name, String code, String zh, String en) {
		Problems problems = new Problems();
		problems.error(FilePlace.of(name), code, zh, en);
		return new PolicyDefects(problems.all());
	}

}
