package org.huiling.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The policies of a jurisdiction as they lie in a directory. A version is read and
 * compiled when it is first asked for; one that cannot be read is in force for nobody,
 * and is told when it is checked itself.
 */
final class DirectoryBook implements PolicyBook {

	private final Jurisdiction jurisdiction;

	/** Where the directories of programs lie, null if nowhere. */
	private final @Nullable Path directory;

	private @Nullable Map<Program, Path> directories;

	private final PolicyCompiler compiler;

	private final Map<String, List<Lying>> versions = new HashMap<>();

	private final Map<Path, CompiledPolicy> compiled = new HashMap<>();

	/** A version's directory with the days that it governs. */
	private record Lying(VersionSpan span, Path directory) {
	}

	/**
	 * The programs of a jurisdiction's directory.
	 * @param jurisdiction whose they are
	 * @param directory such as {@code rules/model-district}, null for none
	 * @param compiler compiles their versions
	 */
	DirectoryBook(Jurisdiction jurisdiction, @Nullable Path directory, PolicyCompiler compiler) {
		this.jurisdiction = jurisdiction;
		this.directory = directory;
		this.compiler = compiler;
	}

	private Map<Program, Path> directories() {
		Map<Program, Path> known = this.directories;
		if (known == null) {
			known = (this.directory != null) ? programs(this.directory, this.jurisdiction.currency()) : Map.of();
			if (this.directory != null) {
				addEnclosing(known, this.directory);
			}
			this.directories = known;
		}
		return known;
	}

	/** Those of enclosing jurisdictions that lie beside it and apply below. */
	private void addEnclosing(Map<Program, Path> known, Path own) {
		Path rules = own.toAbsolutePath().getParent();
		if (rules == null) {
			return;
		}
		List<Path> enclosing = new ArrayList<>();
		Map<Path, Jurisdiction> owners = new HashMap<>();
		for (Path beside : below(rules)) {
			Jurisdiction owner = owner(beside);
			if (owner != null && this.jurisdiction.isBelow(owner)
					&& this.jurisdiction.currency().equals(owner.currency())) {
				owners.put(beside, owner);
				enclosing.add(beside);
			}
		}
		enclosing.sort(Comparator
			.comparingInt((Path one) -> -Objects.requireNonNull(owners.get(one)).regionPrefix().length()));
		for (Path one : enclosing) {
			programs(one, this.jurisdiction.currency()).forEach((program, path) -> {
				if (program.appliesBelow()
						&& known.keySet().stream().noneMatch((nearer) -> nearer.id().equals(program.id()))) {
					known.put(program.of(owners.get(one)), path);
				}
			});
		}
	}

	static @Nullable Jurisdiction owner(Path directory) {
		Path file = directory.resolve(Jurisdiction.FILE);
		try {
			return Files.isRegularFile(file) ? Jurisdiction.read(directory.getFileName().toString(),
					PlainFile.read(file, VersionDirectory.MOST_BYTES)) : null;
		}
		catch (PolicyDefects | IOException unreadable) {
			return null;
		}
	}

	private String owner(Program program) {
		return (program.owner() != null) ? program.owner().id() : this.jurisdiction.id();
	}

	private @Nullable Program program(String id) {
		return directories().keySet().stream().filter((one) -> one.id().equals(id)).findFirst().orElse(null);
	}

	static Map<Program, Path> programs(Path directory, String currency) {
		Map<Program, Path> programs = new HashMap<>();
		for (Path one : below(directory)) {
			Program program = read(one, currency);
			if (program != null) {
				programs.put(program, one);
			}
		}
		return programs;
	}

	/** One that cannot be read is told when a version of it is checked. */
	private static @Nullable Program read(Path directory, String currency) {
		Path file = directory.resolve(Program.FILE);
		try {
			return Files.isRegularFile(file) ? Program.read(directory.getFileName().toString(),
					PlainFile.read(file, VersionDirectory.MOST_BYTES), currency) : null;
		}
		catch (PolicyDefects | IOException unreadable) {
			return null;
		}
	}

	static List<Path> below(Path directory) {
		try (Stream<Path> paths = Files.list(directory)) {
			return paths.filter(Files::isDirectory).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public Jurisdiction jurisdiction() {
		return this.jurisdiction;
	}

	@Override
	public List<Program> programs() {
		return directories().keySet()
			.stream()
			.sorted(Comparator.comparingInt(Program::order).thenComparing(Program::id))
			.toList();
	}

	@Override
	public @Nullable CompiledPolicy inForce(String program, LocalDate day) {
		Program found = program(program);
		if (found == null) {
			return null;
		}
		Lying governing = null;
		for (Lying one : versions(found)) {
			if (!one.span().from().isAfter(day)) {
				governing = one;
			}
		}
		if (governing == null || (governing.span().to() != null && governing.span().to().isBefore(day))) {
			return null;
		}
		return compiled(found, governing.directory());
	}

	@Override
	public List<LocalDate> turns(String program) {
		Program found = program(program);
		return (found != null) ? versions(found).stream().map((one) -> one.span().from()).toList() : List.of();
	}

	/** By date; of one date a correction after what it corrects. */
	private List<Lying> versions(Program program) {
		return this.versions.computeIfAbsent(program.id(), (id) -> lying(program));
	}

	private List<Lying> lying(Program program) {
		List<Lying> all = new ArrayList<>();
		for (Path directory : below(Objects.requireNonNull(directories().get(program)))) {
			VersionSpan span = VersionDirectory.span(directory, owner(program), program.id(), this.compiler);
			if (span != null) {
				all.add(new Lying(span, directory));
			}
		}
		all.sort(Comparator.comparing(Lying::span, VersionSpan.ORDER));
		return all;
	}

	private @Nullable CompiledPolicy compiled(Program program, Path directory) {
		if (!this.compiled.containsKey(directory)) {
			this.compiled.put(directory, compile(program, directory));
		}
		return this.compiled.get(directory);
	}

	private static Standards standards(Path version) throws IOException {
		Path program = Objects.requireNonNull(version.toAbsolutePath().getParent());
		return StandardsFiles.beside(Objects.requireNonNull(program.getParent()));
	}

	private @Nullable CompiledPolicy compile(Program program, Path directory) {
		try {
			Map<String, byte[]> files = new TreeMap<>(VersionDirectory.files(directory));
			return this.compiler.compile(new PolicyFiles(owner(program), program.id(),
					directory.getFileName().toString(), files, standards(directory)), program.of(null),
					ClassStore.NONE);
		}
		catch (PolicyDefects | IOException unreadable) {
			return null;
		}
	}

}
