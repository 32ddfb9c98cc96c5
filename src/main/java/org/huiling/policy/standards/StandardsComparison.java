package org.huiling.policy.standards;

import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.ClassStore;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.comparison.OthersComparison;
import org.huiling.engine.comparison.VersionComparison;
import org.huiling.engine.comparison.WithVersion;
import org.huiling.engine.example.Example;
import org.huiling.engine.example.WorkedExamples;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.standard.StandardsGrowth;
import org.huiling.policy.PolicyPublishing;
import org.huiling.policy.comparison.VersionDiff.ChangedPerson;
import org.huiling.policy.factfiles.FactFileDiff.ChangedVersion;
import org.huiling.policy.published.PublishedVersion;
import org.huiling.policy.published.VersionId;
import org.huiling.policy.standards.StandardsCheck.Checked;
import org.huiling.policy.standards.StandardsDiff.ChangedValue;

import org.springframework.stereotype.Component;

/**
 * Puts people to every version that goes by changed standards, before and after, and to
 * the programs that look at its awards.
 */
@Component
public class StandardsComparison {

	private static final int MOST_ANSWERS = 50;

	private final PolicyPublishing published;

	private final PolicyCompiler compiler;

	private final ClassStore classes;

	StandardsComparison(PolicyPublishing published, PolicyCompiler compiler, ClassStore classes) {
		this.published = published;
		this.compiler = compiler;
		this.classes = classes;
	}

	/**
	 * What changed standards do.
	 * @param checked what was found of them
	 * @return null for what cannot be told while they have defects
	 */
	public StandardsDiff diff(Checked checked) {
		StandardsGrowth growth = checked.growth();
		if (growth == null) {
			return new StandardsDiff(null, null);
		}
		List<ChangedValue> values = growth.changes().stream().map(ChangedValue::of).toList();
		if (!growth.problems().isEmpty()) {
			return new StandardsDiff(values, null);
		}
		List<ChangedVersion> versions = new ArrayList<>();
		checked.affected().forEach((version) -> add(version, checked, versions));
		return new StandardsDiff(values, versions);
	}

	/** What can no longer be compiled answers nobody by either. */
	private void add(PublishedVersion version, Checked checked, List<ChangedVersion> versions) {
		VersionId id = version.id();
		VersionDirectory directory = this.published
			.directory(this.published.files(id.jurisdiction(), id.program(), id.version()).orElseThrow());
		PolicyFiles files = directory.files();
		PolicyFiles changed = files.with(checked.in(files.standards()));
		try {
			CompiledPolicy before = this.compiler.compilePublished(files, directory.program(), this.classes);
			CompiledPolicy after = this.compiler.compilePublished(changed, directory.program(), this.classes);
			List<Example> examples = WorkedExamples.readable(after, changed);
			PolicyBook book = this.published.book(id.jurisdiction());
			VersionComparison.Behaviour behaviour = VersionComparison.answers(before, after, examples, book);
			versions.add(new ChangedVersion(id.jurisdiction(), id.program(), id.version(), behaviour.asked(),
					behaviour.differing(), people(behaviour.changed())));
			new OthersComparison(book, new WithVersion(book, after, false), after)
				.changed(examples, (other) -> examples(id.jurisdiction(), other))
				.forEach((other) -> addOther(id.jurisdiction(), other, version, versions));
		}
		catch (PolicyDefects unusable) {
			// the check has told
		}
	}

	private void addOther(String jurisdiction, OthersComparison.Changed other, PublishedVersion because,
			List<ChangedVersion> versions) {
		CompiledPolicy policy = this.published.book(jurisdiction)
			.inForce(other.program().id(), because.effectiveFrom());
		versions.add(new ChangedVersion(jurisdiction, other.program().id(), (policy != null) ? policy.version() : "",
				other.asked(), other.differing(), people(other.changed())));
	}

	private List<Example> examples(String jurisdiction, CompiledPolicy version) {
		return this.published.files(jurisdiction, version.program().id(), version.version())
			.map((files) -> WorkedExamples.readable(version, files))
			.orElse(List.of());
	}

	private static List<ChangedPerson> people(List<VersionComparison.ChangedAnswer> changed) {
		return changed.stream().limit(MOST_ANSWERS).map(ChangedPerson::of).toList();
	}

}
