package org.huiling.policy.standards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.huiling.dictionary.DictionaryInForce;
import org.huiling.engine.ClassStore;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.Program;
import org.huiling.engine.example.WorkedExamples;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.standard.Standards;
import org.huiling.engine.standard.StandardsFile;
import org.huiling.engine.standard.StandardsGrowth;
import org.huiling.engine.standard.StandardsReading;
import org.huiling.policy.CompiledPolicies;
import org.huiling.policy.published.PolicyStore;
import org.huiling.policy.published.PublishedVersion;
import org.huiling.policy.published.StandardsRevision;
import org.huiling.policy.published.StandardsStore;
import org.huiling.policy.published.StoredPolicies;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Checks the standards of a jurisdiction: as a file, against those in force, which they
 * may only add to, and by the worked examples of every published version that goes by a
 * standard that gains a value.
 */
@Component
public class StandardsCheck {

	private final StandardsStore standards;

	private final PolicyStore store;

	private final CompiledPolicies compiled;

	private final PolicyCompiler compiler;

	private final ClassStore classes;

	private final DictionaryInForce dictionary;

	StandardsCheck(StandardsStore standards, PolicyStore store, CompiledPolicies compiled, PolicyCompiler compiler,
			ClassStore classes, DictionaryInForce dictionary) {
		this.standards = standards;
		this.store = store;
		this.compiled = compiled;
		this.compiler = compiler;
		this.classes = classes;
		this.dictionary = dictionary;
	}

	/**
	 * What came of a check.
	 *
	 * @param jurisdiction whose standards
	 * @param content the file
	 * @param file what it says, null if it cannot be read
	 * @param growth what it adds, null if it cannot be read
	 * @param affected the published versions that go by a standard that gains a value and
	 * govern some day from its first on
	 * @param report what was found
	 * @param after the number of the revision that it was checked against, 0 for none
	 * @param dictionary that of the revision of the dictionary
	 * @param catalogue what was published then
	 */
	@SuppressWarnings("ArrayRecordComponent") // the file as it is
	public record Checked(String jurisdiction, byte[] content, @Nullable StandardsFile file,
			@Nullable StandardsGrowth growth, List<PublishedVersion> affected, CheckReport report, int after,
			int dictionary, long catalogue) {

		public Checked {
			affected = List.copyOf(affected);
		}

		/**
		 * The standards of a jurisdiction with the file in force.
		 * @param inForce those of that jurisdiction
		 * @return with the file in its place
		 */
		Standards in(Standards inForce) {
			return (this.file != null) ? inForce.with(this.file) : inForce;
		}

	}

	/**
	 * Checks a file.
	 * @param jurisdiction whose standards
	 * @param content the file
	 * @param more what is wrong with it besides
	 * @return everything found; never thrown
	 */
	public Checked check(String jurisdiction, byte[] content, List<Problem> more) {
		long catalogue = this.store.revision();
		int words = this.dictionary.revision().number();
		Optional<StandardsRevision> last = this.standards.last(jurisdiction);
		StandardsReading reading = this.compiler.standards(jurisdiction, content);
		List<Problem> problems = new ArrayList<>(more);
		problems.addAll(reading.problems());
		StandardsFile file = reading.file();
		StandardsGrowth growth = (file == null || reading.hasErrors()) ? null
				: StandardsGrowth.between(last.map(StandardsRevision::file).orElse(null), reading);
		List<PublishedVersion> affected = List.of();
		if (growth != null) {
			problems.addAll(growth.problems());
			List<PublishedVersion> using = using(jurisdiction, growth);
			affected = affected(using, growth);
			if (growth.problems().isEmpty()) {
				examples(uncorrected(using), Objects.requireNonNull(file), problems);
			}
		}
		return new Checked(jurisdiction, content, file, growth, affected,
				new CheckReport(problems, List.of(), List.of(), List.of()),
				last.map(StandardsRevision::number).orElse(0), words, catalogue);
	}

	private List<PublishedVersion> standing() {
		return this.store.versions().stream().filter((version) -> version.withdrawnAt() == null).toList();
	}

	/** Those that are over as well: they have to be read by them ever after. */
	private List<PublishedVersion> using(String jurisdiction, StandardsGrowth growth) {
		Set<String> changed = new TreeSet<>();
		growth.standards().forEach((name) -> changed.add(jurisdiction + "/standards." + name));
		return standing().stream()
			.filter((version) -> this.compiled.standardsOf(version).stream().anyMatch(changed::contains))
			.toList();
	}

	/** Those in whose place no correction of the same first day stands. */
	private List<PublishedVersion> uncorrected(List<PublishedVersion> using) {
		List<PublishedVersion> standing = standing();
		return using.stream().filter((version) -> !isOver(version, standing, version.effectiveFrom())).toList();
	}

	private List<PublishedVersion> affected(List<PublishedVersion> using, StandardsGrowth growth) {
		LocalDate first = growth.first().orElse(LocalDate.MAX);
		List<PublishedVersion> standing = standing();
		return using.stream().filter((version) -> !isOver(version, standing, first)).toList();
	}

	/** Whether a version governs no day from some day on. */
	private static boolean isOver(PublishedVersion version, List<PublishedVersion> all, LocalDate day) {
		boolean followed = all.stream()
			.anyMatch((other) -> other.id().jurisdiction().equals(version.id().jurisdiction())
					&& other.id().program().equals(version.id().program()) && PublishedVersion.isLater(other, version)
					&& !other.effectiveFrom().isAfter(day));
		return followed || (version.effectiveTo() != null && version.effectiveTo().isBefore(day));
	}

	/**
	 * What is published never changes, so its examples are told and hold nothing up: the
	 * notice may begin on any day, late ones before the version's first.
	 */
	private void examples(List<PublishedVersion> using, StandardsFile file, List<Problem> problems) {
		Map<String, Jurisdiction> jurisdictions = this.store.jurisdictions()
			.stream()
			.collect(Collectors.toMap(Jurisdiction::id, Function.identity()));
		for (PublishedVersion version : using) {
			PolicyFiles stored = this.store.files(version.id());
			PolicyFiles files = stored.with(stored.standards().with(file));
			Jurisdiction owner = Objects.requireNonNull(jurisdictions.get(files.jurisdiction()));
			try {
				CompiledPolicy policy = this.compiler.compilePublished(files, program(version), this.classes);
				WorkedExamples
					.verify(this.compiler, policy, files,
							(by) -> new StoredPolicies(owner, this.store, by, this.classes, file), (example) -> true,
							(unread) -> true)
					.forEach((problem) -> problems.add(problem.in(version.id().toString())));
			}
			catch (PolicyDefects defects) {
				defects.problems().forEach((problem) -> problems.add(problem.in(version.id().toString())));
			}
		}
	}

	private Program program(PublishedVersion version) {
		return this.store.programs()
			.stream()
			.filter((owned) -> owned.jurisdiction().equals(version.id().jurisdiction())
					&& owned.program().id().equals(version.id().program()))
			.map(PolicyStore.OwnedProgram::program)
			.findFirst()
			.orElseThrow();
	}

}
