package org.huiling.policy.factfiles;

import java.util.List;
import java.util.stream.Stream;

import org.huiling.engine.ClassStore;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.comparison.VersionComparison;
import org.huiling.engine.example.Example;
import org.huiling.engine.example.WorkedExamples;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.reading.FactReading;
import org.huiling.policy.PolicyPublishing;
import org.huiling.policy.comparison.VersionDiff.ChangedPerson;
import org.huiling.policy.factfiles.FactFileCheck.Checked;
import org.huiling.policy.factfiles.FactFileDiff.ChangedFact;
import org.huiling.policy.factfiles.FactFileDiff.ChangedVersion;
import org.huiling.policy.published.PublishedVersion;
import org.huiling.policy.published.VersionId;

import org.springframework.stereotype.Component;

/** Puts people to published versions by the dictionary in force and by a changed one. */
@Component
public class FactFileComparison {

	private static final int MOST_ANSWERS = 50;

	private final PolicyPublishing published;

	private final PolicyCompiler compiler;

	private final ClassStore classes;

	FactFileComparison(PolicyPublishing published, PolicyCompiler compiler, ClassStore classes) {
		this.published = published;
		this.compiler = compiler;
		this.classes = classes;
	}

	/**
	 * What a changed fact file does.
	 * @param checked what was found of it
	 * @return null for what cannot be told while it has defects
	 */
	public FactFileDiff diff(Checked checked) {
		List<ChangedFact> facts = checked.changes().stream().map(ChangedFact::of).toList();
		Dictionary dictionary = checked.dictionary();
		if (dictionary == null) {
			return new FactFileDiff(facts.isEmpty() ? null : facts, null);
		}
		FactReading reading = new FactReading(dictionary);
		PolicyCompiler changed = new PolicyCompiler(() -> reading);
		return new FactFileDiff(facts,
				checked.affected().stream().flatMap((version) -> changed(version, changed)).toList());
	}

	/** What can no longer be compiled answers nobody by either. */
	private Stream<ChangedVersion> changed(PublishedVersion version, PolicyCompiler changed) {
		VersionId id = version.id();
		PolicyFiles files = this.published.files(id.jurisdiction(), id.program(), id.version()).orElseThrow();
		VersionDirectory directory = this.published.directory(files);
		try {
			CompiledPolicy before = this.compiler.compilePublished(files, directory.program(), this.classes);
			CompiledPolicy after = changed.compilePublished(files, directory.program(), this.classes);
			List<Example> examples = WorkedExamples.readable(after, files);
			VersionComparison.Behaviour behaviour = VersionComparison.answers(before, after, examples,
					directory.others().by(this.compiler));
			return Stream.of(new ChangedVersion(id.jurisdiction(), id.program(), id.version(), behaviour.asked(),
					behaviour.differing(),
					behaviour.changed().stream().limit(MOST_ANSWERS).map(ChangedPerson::of).toList()));
		}
		catch (PolicyDefects unusable) {
			return Stream.of();
		}
	}

}
