package org.huiling.policy.rulesimport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.huiling.engine.Bilingual;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;

/** The tree {@code rules/<jurisdiction>/<program>/<version>/…} on disk. */
public final class RulesDirectory {

	private static final int MOST_FILES = 200;

	private static final int MOST_BYTES = 2 << 20;

	private static final int DEEPEST = 8;

	private final Path root;

	public RulesDirectory(Path root) {
		this.root = root.toAbsolutePath().normalize();
	}

	Path root() {
		return this.root;
	}

	/**
	 * The directories one level below another; hidden ones are nobody's policy.
	 * @param parent the directory
	 * @return in the order of their names; empty if there is no such directory
	 * @throws IOException if it cannot be read
	 */
	List<Path> children(Path parent) throws IOException {
		if (!Files.isDirectory(parent)) {
			return List.of();
		}
		try (Stream<Path> entries = Files.list(parent)) {
			return entries.filter(Files::isDirectory).filter((entry) -> !isHidden(entry)).sorted().toList();
		}
	}

	/**
	 * A path as people say it.
	 * @param path below the root
	 * @return from the root, with slashes
	 */
	public String place(Path path) {
		return this.root.relativize(path).toString().replace('\\', '/');
	}

	/**
	 * The files of a version's directory, hidden ones left out.
	 * @param version the directory
	 * @return bytes by path
	 * @throws IOException if a file cannot be read
	 * @throws PolicyDefects if there are too many, one is too large, or one is a link
	 * that leads out of the directory
	 */
	Map<String, byte[]> files(Path version) throws IOException {
		Path real = version.toRealPath();
		Map<String, byte[]> files = new TreeMap<>();
		for (Path file : visible(version)) {
			String name = version.relativize(file).toString().replace('\\', '/');
			if (!file.toRealPath().startsWith(real)) {
				throw defect(name, "LINK_OUT", "文件是指向目录之外的链接", "the file is a link that leads out of the directory");
			}
			if (Files.size(file) > MOST_BYTES) {
				throw defect(name, "TOO_LARGE", "文件大于 2 MiB", "the file is larger than 2 MiB");
			}
			files.put(name, Files.readAllBytes(file));
			if (files.size() > MOST_FILES) {
				throw defect(name, "TOO_MANY", "文件多于 200 个", "there are more than 200 files");
			}
		}
		return files;
	}

	private static List<Path> visible(Path version) throws IOException {
		try (Stream<Path> paths = Files.walk(version, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
			return paths.filter(Files::isRegularFile)
				.filter((file) -> Stream.iterate(file, (each) -> !each.equals(version), Path::getParent)
					.noneMatch(RulesDirectory::isHidden))
				.limit(MOST_FILES + 1L)
				.toList();
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private static boolean isHidden(Path path) {
		return path.getFileName().toString().startsWith(".");
	}

	private static PolicyDefects defect(String file, String code, String zh, String en) {
		return new PolicyDefects(
				List.of(new Problem(file, 1, 1, Severity.ERROR, code, new Bilingual(zh, en), null, null)));
	}

}
