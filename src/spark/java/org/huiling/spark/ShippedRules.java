package org.huiling.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.huiling.engine.ClassStore;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.Program;
import org.huiling.engine.files.DirectoryBook;
import org.huiling.facts.Period;
import org.jspecify.annotations.Nullable;

/**
 * The files of a directory of rules with what was compiled of them, as they go to every
 * executor: it reads the files again and takes the compiled classes, so that nobody
 * compiles twice and all go by the same text.
 *
 * @param files by their paths, such as {@code model-district/jurisdiction.yaml}
 * @param classes by the keys of the compiler
 * @param jurisdiction whose policies are asked
 */
record ShippedRules(TreeMap<String, byte[]> files, TreeMap<String, byte[]> classes,
		String jurisdiction) implements Serializable {

	private static final long MOST_BYTES = 64L << 20;

	/**
	 * Reads a directory of rules and compiles what is asked.
	 * @param rules such as {@code rules}
	 * @param jurisdiction such as {@code model-district}
	 * @param periods what is asked about
	 * @param programs ids; null for all
	 * @throws IOException if a file cannot be read
	 * @throws org.huiling.engine.problem.PolicyDefects if a version cannot be used
	 */
	static ShippedRules read(Path rules, String jurisdiction, List<Period> periods, @Nullable List<String> programs)
			throws IOException {
		return compiled(rules, files(rules), jurisdiction, periods, programs);
	}

	/**
	 * The same with files put over them.
	 * @param drafts laid out as the rules are
	 * @param periods what is asked about
	 * @param programs ids; null for all
	 * @throws IOException if a file cannot be read
	 * @throws org.huiling.engine.problem.PolicyDefects if a version cannot be used
	 */
	ShippedRules with(Path drafts, List<Period> periods, @Nullable List<String> programs) throws IOException {
		TreeMap<String, byte[]> put = files(drafts);
		if (put.keySet().stream().noneMatch((file) -> file.startsWith(this.jurisdiction + "/"))) {
			throw new WrongCall("nothing in " + drafts + " is of " + this.jurisdiction);
		}
		TreeMap<String, byte[]> all = new TreeMap<>(this.files);
		all.putAll(put);
		return compiled(written(all), all, this.jurisdiction, periods, programs);
	}

	private static ShippedRules compiled(Path rules, TreeMap<String, byte[]> files, String jurisdiction,
			List<Period> periods, @Nullable List<String> programs) throws IOException {
		Classes classes = new Classes(new ConcurrentHashMap<>());
		DirectoryBook book = PolicyBook.read(rules.resolve(jurisdiction), classes);
		refuseUnknown(book, programs);
		for (Program program : book.programs()) {
			if (programs == null || programs.contains(program.id())) {
				for (Period period : periods) {
					for (LocalDate day : List.of(period.firstDay().withDayOfYear(1), period.firstDay(),
							period.lastDay())) {
						book.inForce(program.id(), day);
					}
				}
			}
		}
		return new ShippedRules(files, new TreeMap<>(classes.kept()), jurisdiction);
	}

	private static void refuseUnknown(DirectoryBook book, @Nullable List<String> programs) {
		List<String> known = book.programs()
			.stream()
			.map(Program::id)
			.filter((id) -> !Program.STACKING.equals(id))
			.sorted()
			.toList();
		if (programs != null && !known.containsAll(programs)) {
			throw new WrongCall("--programs has others than those there are, which are " + String.join(", ", known));
		}
	}

	private static TreeMap<String, byte[]> files(Path rules) throws IOException {
		TreeMap<String, byte[]> files = new TreeMap<>();
		long bytes = 0;
		try (Stream<Path> all = Files.walk(rules)) {
			for (Path file : all.filter(Files::isRegularFile).toList()) {
				bytes += Files.size(file);
				if (bytes > MOST_BYTES) {
					throw new IOException("there is more than rules in " + rules);
				}
				files.put(rules.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
			}
		}
		return files;
	}

	/** By which they are told apart: the SHA-256 of the files and the jurisdiction. */
	String digest() {
		MessageDigest digest = sha256();
		digest.update(this.jurisdiction.getBytes(StandardCharsets.UTF_8));
		this.files.forEach((path, bytes) -> {
			digest.update((path + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
			digest.update(bytes);
		});
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The policies, on whichever machine.
	 * @throws IOException if nothing can be written beside the work of the process
	 */
	DirectoryBook book() throws IOException {
		Path rules = written(this.files);
		return PolicyBook.read(rules.resolve(this.jurisdiction), new Classes(new ConcurrentHashMap<>(this.classes)));
	}

	private static Path written(TreeMap<String, byte[]> files) throws IOException {
		Path rules = Files.createTempDirectory("huiling-rules-");
		rules.toFile().deleteOnExit();
		for (var file : files.entrySet()) {
			Path place = rules.resolve(file.getKey()).normalize();
			if (!place.startsWith(rules)) {
				throw new IOException("a file of rules lies outside of them");
			}
			keepTillExit(rules, place);
			Files.write(place, file.getValue());
		}
		return rules;
	}

	/** What is registered last is deleted first. */
	private static void keepTillExit(Path rules, Path file) throws IOException {
		Path directory = rules;
		for (Path part : rules.relativize(file.getParent())) {
			directory = directory.resolve(part);
			if (!Files.exists(directory)) {
				Files.createDirectory(directory);
				directory.toFile().deleteOnExit();
			}
		}
		file.toFile().deleteOnExit();
	}

	/**
	 * Compiled classes in memory.
	 *
	 * @param kept by their keys
	 */
	private record Classes(ConcurrentHashMap<String, byte[]> kept) implements ClassStore {

		@Override
		public byte @Nullable [] find(String key) {
			return this.kept.get(key);
		}

		@Override
		public void keep(String key, byte[] classes) {
			this.kept.put(key, classes);
		}

	}

}
