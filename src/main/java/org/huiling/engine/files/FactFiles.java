package org.huiling.engine.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.huiling.engine.check.CheckDeadline;
import org.huiling.engine.dictionary.DictionaryReader;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.facts.dictionary.Dictionary;
import org.jspecify.annotations.Nullable;

/**
 * The fact files of an installation, as {@code rules/facts} has them.
 *
 * @param files their bytes by name
 */
public record FactFiles(Map<String, byte[]> files) {

	/** The directory of fact files beside the jurisdictions. */
	public static final String DIRECTORY = "facts";

	private static final String SHIPPED = "/rules-facts/";

	/** The files that come with the program: a jar does not say what it holds. */
	private static final List<String> SHIPPED_FILES = List.of("care-bills.yaml", "care-homes.yaml", "claims.yaml",
			"core-organisation.yaml", "core.yaml", "disability-and-care.yaml", "household.yaml", "insurance.yaml",
			"members.yaml", "pension.yaml", "residence.yaml", "statuses.yaml", "village-doctors.yaml");

	private static final Path SOURCES = Path.of("rules", DIRECTORY);

	private static final long MOST_BYTES = 1 << 20;

	public FactFiles {
		files = Map.copyOf(files);
	}

	/**
	 * Reads a directory of fact files. Links and whatever is no fact file is passed over.
	 * @param directory such as {@code rules/facts}
	 * @return the files
	 * @throws IOException if one cannot be read, or is far too large
	 */
	public static FactFiles read(Path directory) throws IOException {
		Map<String, byte[]> files = new TreeMap<>();
		try (Stream<Path> paths = Files.list(directory)) {
			for (Path path : (Iterable<Path>) paths.sorted()::iterator) {
				String name = path.getFileName().toString();
				if (!name.endsWith(DictionaryReader.ENDING) || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
					continue;
				}
				if (Files.size(path) > MOST_BYTES || files.size() > DictionaryReader.FILES) {
					throw new IOException("too large a file, or too many: " + path);
				}
				files.put(name, Files.readAllBytes(path));
			}
		}
		return new FactFiles(files);
	}

	/**
	 * The fact files that come with the program.
	 * @return those of {@code rules/facts} when it was built
	 */
	public static FactFiles shipped() {
		Map<String, byte[]> files = new TreeMap<>();
		try {
			for (String name : SHIPPED_FILES) {
				files.put(name, resource(name));
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("the program is not whole", ex);
		}
		return new FactFiles(files);
	}

	private static byte[] resource(String name) throws IOException {
		try (InputStream resource = FactFiles.class.getResourceAsStream(SHIPPED + name)) {
			// run from classes that no build has put the files beside
			return (resource != null) ? resource.readAllBytes() : Files.readAllBytes(SOURCES.resolve(name));
		}
	}

	/**
	 * Whether a file of this name comes with the program.
	 * @param name such as {@code core.yaml}
	 * @return true for those of {@link #shipped()}
	 */
	public static boolean isShipped(String name) {
		return SHIPPED_FILES.contains(name);
	}

	/**
	 * Whether a directory is one of fact files.
	 * @param directory such as {@code rules/facts}
	 * @return true if that is its name and it is there
	 */
	public static boolean isDirectory(Path directory) {
		return Files.isDirectory(directory) && directory.toAbsolutePath().normalize().endsWith(DIRECTORY);
	}

	/**
	 * The fact files beside a version's jurisdiction, by which its rules are to be read.
	 * @param version the version's directory, three below that of all rules
	 * @return null if there are none beside it
	 * @throws IOException if one cannot be read
	 */
	public static @Nullable FactFiles beside(Path version) throws IOException {
		Path directory = version.toAbsolutePath().normalize().resolve("../../..").normalize().resolve(DIRECTORY);
		return isDirectory(directory) ? read(directory) : null;
	}

	/**
	 * The fact files of an installation: those of its rules directory, else those that
	 * come with the program.
	 * @param rules the rules directory, such as {@code rules}
	 * @return the files
	 * @throws IOException if one cannot be read
	 */
	public static FactFiles of(Path rules) throws IOException {
		Path directory = rules.resolve(DIRECTORY);
		return Files.isDirectory(directory) ? read(directory) : shipped();
	}

	/**
	 * What came of reading the files.
	 *
	 * @param dictionary what they declare, of revision 0; null if something is wrong
	 * @param problems every problem at its line
	 * @param lines the line on which each entry and derived fact is declared, by path
	 */
	public record Reading(@Nullable Dictionary dictionary, List<Problem> problems, Map<String, Integer> lines) {

		public Reading {
			problems = List.copyOf(problems);
			lines = Map.copyOf(lines);
		}

	}

	/**
	 * Reads the files.
	 * @return the dictionary that they declare, and what is wrong
	 */
	public Reading reading() {
		Problems problems = new Problems();
		DictionaryReader reader = new DictionaryReader(problems);
		Dictionary dictionary = reader.read(this.files);
		return new Reading(dictionary, problems.all(), reader.lines());
	}

	/**
	 * The same of files that somebody has just written, in the time that compiling a
	 * policy may take.
	 * @param file where it is told that it took too long
	 * @return without a dictionary if it did
	 */
	public Reading readingInTime(String file) {
		Problems late = new Problems();
		Reading reading = CheckDeadline.within(CheckDeadline.COMPILING, file, late, (own) -> reading());
		return (reading != null) ? reading : new Reading(null, late.all(), Map.of());
	}

	/**
	 * The same files with one more, or another one in its place.
	 * @param name with its ending
	 * @param content its bytes
	 * @return the files
	 */
	public FactFiles with(String name, byte[] content) {
		Map<String, byte[]> changed = new TreeMap<>(this.files);
		changed.put(name, content);
		return new FactFiles(changed);
	}

	/**
	 * What is wrong with the files.
	 * @return every problem at its line, none if they are a dictionary
	 */
	public List<Problem> problems() {
		return reading().problems();
	}

	/**
	 * The dictionary that the files declare.
	 * @return of revision 0
	 * @throws PolicyDefects if something is wrong with them
	 */
	public Dictionary dictionary() {
		Problems problems = new Problems();
		Dictionary dictionary = new DictionaryReader(problems).read(this.files);
		problems.refuseErrors();
		if (dictionary == null) {
			throw new IllegalStateException("no dictionary and no problem");
		}
		return dictionary;
	}

}
