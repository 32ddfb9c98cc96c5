package org.huiling.engine.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.huiling.engine.AssessmentRequest;
import org.huiling.engine.Assessor;
import org.huiling.engine.ClassStore;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Explain;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.Program;
import org.huiling.engine.VersionSpan;
import org.huiling.engine.example.Example;
import org.huiling.engine.example.WorkedExamples;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.engine.source.HeaderReader;
import org.huiling.engine.source.PersonText;
import org.huiling.engine.standard.Standards;
import org.huiling.engine.standard.StandardsFiles;
import org.huiling.facts.Period;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a jurisdiction as they lie in a directory. A version is compiled when
 * it is first asked for. Either nobody is assessed while anything cannot be read, as
 * {@link PolicyBook#read(Path)} has it; or a version that cannot be read is in force for
 * nobody, and is told when it is checked itself. May be asked by several threads.
 */
public final class DirectoryBook implements PolicyBook {

	private static final Pattern VERSION = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

	private final Jurisdiction jurisdiction;

	/** Where the directories of programs lie, null if nowhere. */
	private final @Nullable JurisdictionDirectory directory;

	private volatile @Nullable Shelf shelf;

	private final PolicyCompiler compiler;

	private final FactReading facts;

	private final ClassStore classes;

	private final Map<String, List<Lying>> versions = new ConcurrentHashMap<>();

	private final Map<Path, Optional<CompiledPolicy>> compiled = new ConcurrentHashMap<>();

	/** A version's directory with the days that it governs. */
	private record Lying(VersionSpan span, Path directory) {
	}

	/** The programs with their directories, and in the order of evaluation. */
	private record Shelf(Map<String, Program> byId, Map<String, Path> directories, List<Program> inOrder) {

		static Shelf of(Map<Program, Path> programs) {
			Map<String, Program> byId = new HashMap<>();
			Map<String, Path> directories = new HashMap<>();
			programs.forEach((program, path) -> {
				byId.put(program.id(), program);
				directories.put(program.id(), path);
			});
			return new Shelf(byId, directories,
					programs.keySet()
						.stream()
						.sorted(Comparator.comparingInt(Program::order).thenComparing(Program::id))
						.toList());
		}

	}

	/**
	 * The programs of a jurisdiction's directory, whatever cannot be read passed over.
	 * @param jurisdiction whose they are
	 * @param directory such as {@code rules/model-district}, null for none
	 * @param compiler compiles their versions
	 */
	public DirectoryBook(Jurisdiction jurisdiction, @Nullable Path directory, PolicyCompiler compiler) {
		this(jurisdiction, compiler,
				(directory != null) ? new JurisdictionDirectory(directory, jurisdiction, true) : null, ClassStore.NONE);
	}

	private DirectoryBook(Jurisdiction jurisdiction, PolicyCompiler compiler, @Nullable JurisdictionDirectory directory,
			ClassStore classes) {
		this.classes = classes;
		this.jurisdiction = jurisdiction;
		this.directory = directory;
		this.compiler = compiler;
		this.facts = compiler.facts();
	}

	/** See {@link PolicyBook#read(Path)}. */
	public static DirectoryBook whole(Path directory, ClassStore classes) throws IOException {
		Path own = directory.toAbsolutePath().normalize();
		Path rules = own.getParent();
		if (rules == null || own.getFileName() == null) {
			throw new NoSuchFileException(directory.toString(), null, "a jurisdiction lies in the directory of rules");
		}
		Jurisdiction jurisdiction = Jurisdiction.read(own.getFileName().toString(),
				PlainFile.read(own.resolve(Jurisdiction.FILE), VersionDirectory.MOST_BYTES));
		try {
			Dictionary facts = facts(rules);
			DirectoryBook book = new DirectoryBook(jurisdiction, PolicyCompiler.by(facts),
					new JurisdictionDirectory(own, jurisdiction, false), classes);
			for (Program program : book.programs()) {
				if (program.owner() == null) {
					DirectoryLayers.check(jurisdiction, program, own);
				}
				book.versions(program);
			}
			return book;
		}
		catch (UncheckedIOException unreadable) {
			throw unreadable.getCause();
		}
	}

	private static Dictionary facts(Path rules) throws IOException {
		try {
			return FactFiles.of(rules).dictionary();
		}
		catch (PolicyDefects defects) {
			throw new PolicyDefects(
					defects.problems().stream().map((problem) -> problem.in("../" + FactFiles.DIRECTORY)).toList());
		}
	}

	/**
	 * How facts are read that these policies are asked about.
	 * @return by the fact files beside them
	 */
	public FactReading facts() {
		return this.facts;
	}

	/**
	 * A person or an organisation as a text tells of them.
	 * @param text YAML or JSON, with the fields of the HTTP contract; what is absent is
	 * unknown
	 * @return the record, free of contradictions; neither ids nor accounts are looked at
	 * @throws PolicyDefects naming each field that is unknown, wrong or contradicts
	 * another one, with its line
	 */
	public FactRecord applicant(String text) {
		return PersonText.read(text, this.facts);
	}

	/**
	 * Assesses an applicant of whom the same is known on every day.
	 * @param applicant as {@link #applicant} takes it
	 * @param period a month such as {@code 2013-07}, a quarter or a year
	 * @return an answer with its reasons for each program and period, and for each claim
	 * @throws PolicyDefects if the applicant cannot be read, or a version cannot be used
	 * @throws PolicyFault if a policy cannot answer
	 * @throws java.time.DateTimeException if the period is none
	 */
	public Assessor.Assessments assess(String applicant, String period) {
		FactRecord record = applicant(applicant);
		return assess((day) -> record, new AssessmentRequest(Period.parse(period), null, null, Explain.WHY));
	}

	/**
	 * The worked examples of a version.
	 * @param version one of these policies
	 * @return in order; none if it has no {@code examples.yaml}
	 * @throws PolicyDefects if they cannot be read
	 */
	public List<Example> examples(CompiledPolicy version) {
		Program program = Objects.requireNonNull(shelf().byId().get(version.program().id()));
		Lying lying = versions(program).stream()
			.filter((one) -> one.span().version().equals(version.version()))
			.findFirst()
			.orElseThrow();
		return Objects.requireNonNull(Objects.requireNonNull(this.directory)
			.read(lying.directory(), () -> WorkedExamples.of(version, files(program, lying.directory()))));
	}

	private Shelf shelf() {
		Shelf known = this.shelf;
		if (known == null) {
			known = Shelf.of((this.directory != null) ? this.directory.programs() : Map.of());
			this.shelf = known;
		}
		return known;
	}

	private String owner(Program program) {
		return (program.owner() != null) ? program.owner().id() : this.jurisdiction.id();
	}

	@Override
	public Jurisdiction jurisdiction() {
		return this.jurisdiction;
	}

	@Override
	public List<Program> programs() {
		return shelf().inOrder();
	}

	@Override
	public @Nullable CompiledPolicy inForce(String program, LocalDate day) {
		Program found = shelf().byId().get(program);
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
		Program found = shelf().byId().get(program);
		return (found != null) ? versions(found).stream().map((one) -> one.span().from()).toList() : List.of();
	}

	/** By date; of one date a correction after what it corrects. */
	private List<Lying> versions(Program program) {
		List<Lying> known = this.versions.get(program.id());
		return (known != null) ? known : this.versions.computeIfAbsent(program.id(), (id) -> lying(program));
	}

	private List<Lying> lying(Program program) {
		List<Lying> all = new ArrayList<>();
		JurisdictionDirectory read = Objects.requireNonNull(this.directory);
		for (Path one : JurisdictionDirectory.below(Objects.requireNonNull(shelf().directories().get(program.id())))) {
			VersionSpan span = read.isLenient()
					? VersionDirectory.span(one, owner(program), program.id(), this.compiler)
					: read.read(one, () -> span(one, program));
			if (span != null) {
				all.add(new Lying(span, one));
			}
		}
		all.sort(Comparator.comparing(Lying::span, VersionSpan.ORDER));
		return List.copyOf(all);
	}

	/** Directories called otherwise than versions, without a header, are none. */
	private @Nullable VersionSpan span(Path version, Program program) throws IOException {
		Path header = version.resolve(HeaderReader.FILE);
		String name = version.getFileName().toString();
		if (!Files.isRegularFile(header) && !VERSION.matcher(name).matches()) {
			return null;
		}
		PolicyFiles files = new PolicyFiles(owner(program), program.id(), name,
				Map.of(HeaderReader.FILE, PlainFile.read(header, VersionDirectory.MOST_BYTES)));
		return VersionSpan.of(name, this.compiler.outline(files));
	}

	private @Nullable CompiledPolicy compiled(Program program, Path directory) {
		Optional<CompiledPolicy> known = this.compiled.get(directory);
		if (known == null) {
			JurisdictionDirectory own = Objects.requireNonNull(this.directory);
			known = this.compiled.computeIfAbsent(directory,
					(path) -> Optional.ofNullable(own.readAny(path, () -> compile(program, path))));
		}
		return known.orElse(null);
	}

	private CompiledPolicy compile(Program program, Path directory) throws IOException {
		return this.compiler.compile(files(program, directory), program.of(null), this.classes);
	}

	private PolicyFiles files(Program program, Path directory) throws IOException {
		return new PolicyFiles(owner(program), program.id(), directory.getFileName().toString(),
				new TreeMap<>(VersionDirectory.files(directory)), standards(directory));
	}

	private static Standards standards(Path version) throws IOException {
		Path program = Objects.requireNonNull(version.toAbsolutePath().getParent());
		return StandardsFiles.beside(Objects.requireNonNull(program.getParent()));
	}

}
