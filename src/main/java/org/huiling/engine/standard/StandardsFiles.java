package org.huiling.engine.standard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.huiling.engine.Jurisdiction;
import org.huiling.engine.files.JurisdictionDirectory;
import org.huiling.engine.files.PlainFile;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.PolicyDefects;
import org.jspecify.annotations.Nullable;

/** The {@code standards.yaml} of jurisdictions that lie in a directory. */
public final class StandardsFiles {

	private StandardsFiles() {
	}

	/**
	 * The standards that the policies of a jurisdiction may go by.
	 * @param directory the jurisdiction's, such as {@code rules/model-district}; those
	 * that enclose it lie beside it
	 * @return none if there are no such files
	 * @throws IOException if one cannot be read
	 * @throws PolicyDefects naming every problem of a file by its path seen from a
	 * version's directory
	 */
	public static Standards beside(Path directory) throws IOException {
		Path own = directory.toAbsolutePath().normalize();
		Jurisdiction owner = JurisdictionDirectory.owner(own);
		Path rules = own.getParent();
		if (owner == null || rules == null) {
			return Standards.NONE;
		}
		List<StandardsFile> files = new ArrayList<>();
		for (Path beside : directories(rules)) {
			Jurisdiction other = Files.isRegularFile(file(beside), LinkOption.NOFOLLOW_LINKS)
					? JurisdictionDirectory.owner(beside) : null;
			if (other != null && (beside.equals(own) || owner.isBelow(other))) {
				files.add(read(other, beside, beside.equals(own) ? "../.." : "../../../" + other.id()));
			}
		}
		return new Standards(owner.id(), files);
	}

	private static StandardsFile read(Jurisdiction owner, Path directory, String seen) throws IOException {
		try {
			return StandardsFile.read(owner.id(), bytes(directory));
		}
		catch (PolicyDefects defects) {
			throw new PolicyDefects(defects.problems().stream().map((problem) -> problem.in(seen)).toList());
		}
	}

	/**
	 * The bytes of a jurisdiction's standards.
	 * @param directory the jurisdiction's
	 * @return the file
	 * @throws IOException if it cannot be read
	 * @throws PolicyDefects if it is far too large
	 */
	public static byte[] bytes(Path directory) throws IOException {
		return PlainFile.read(file(directory), VersionDirectory.MOST_BYTES);
	}

	/**
	 * Where the standards of a jurisdiction lie.
	 * @param directory the jurisdiction's
	 * @return the path, whether there is a file or not
	 */
	public static Path file(Path directory) {
		return directory.resolve(StandardsFile.NAME);
	}

	private static List<Path> directories(Path rules) throws IOException {
		try (Stream<Path> paths = Files.list(rules)) {
			return paths.filter(Files::isDirectory).sorted().toList();
		}
	}

	/**
	 * Whether a path is that of a file of standards.
	 * @param path such as {@code rules/model-district/standards.yaml}
	 * @return true if that is its name and it is there
	 */
	public static boolean isFile(@Nullable Path path) {
		return path != null && Files.isRegularFile(path) && path.endsWith(StandardsFile.NAME);
	}

}
