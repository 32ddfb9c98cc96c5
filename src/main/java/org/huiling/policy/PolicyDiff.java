package org.huiling.policy;

import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.ClassStore;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.Program;
import org.huiling.engine.comparison.OthersComparison;
import org.huiling.engine.comparison.VersionComparison;
import org.huiling.engine.comparison.VersionComparison.Behaviour;
import org.huiling.engine.comparison.WithVersion;
import org.huiling.engine.example.Example;
import org.huiling.engine.example.WorkedExamples;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.policy.comparison.FileDiff;
import org.huiling.policy.comparison.ParameterDiff;
import org.huiling.policy.comparison.RuleDiff;
import org.huiling.policy.comparison.VersionDiff;
import org.huiling.policy.comparison.VersionDiff.ChangedPerson;
import org.huiling.policy.comparison.VersionDiff.ChangedProgram;
import org.huiling.policy.comparison.VersionDiff.Side;
import org.huiling.policy.published.PolicyStore;
import org.huiling.policy.published.VersionId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What differs between two versions, in numbers, rules, files and answers. */
@Component
public class PolicyDiff {

	private static final int MOST_ANSWERS = 200;

	private final PolicyCompiler compiler;

	private final ClassStore classes;

	private final PolicyStore store;

	PolicyDiff(PolicyCompiler compiler, ClassStore classes, PolicyStore store) {
		this.store = store;
		this.compiler = compiler;
		this.classes = classes;
	}

	/**
	 * Compares two versions of a program.
	 * @param before the earlier one, published, or without files if there is none
	 * @param after the later one
	 * @param drafting compiles the later one, null if it is published as well
	 * @param program the program
	 * @param others the published policies of the jurisdiction
	 * @return null for what cannot be told while a draft has defects
	 */
	public VersionDiff between(PolicyFiles before, PolicyFiles after, @Nullable PolicyCompiler drafting,
			Program program, PolicyBook others) {
		CompiledPolicy old = compiled(before, program, null);
		CompiledPolicy now = compiled(after, program, drafting);
		boolean fresh = before.files().isEmpty();
		Behaviour behaviour = (old != null && now != null) ? behaviour(old, before, now, after, others) : null;
		return new VersionDiff(fresh ? null : Side.of(before), Side.of(after),
				((old != null || fresh) && now != null) ? parameters(old, now) : null,
				((old != null || fresh) && now != null) ? rules(old, now) : null, FileDiff.between(before, after),
				(behaviour != null) ? behaviour.changed().stream().limit(MOST_ANSWERS).map(ChangedPerson::of).toList()
						: null,
				(behaviour != null) ? behaviour.asked() : null, (behaviour != null) ? behaviour.differing() : null,
				(now != null && drafting != null) ? others(now, after, others) : null);
	}

	/** The programs that change with a draft, held against what is in force. */
	private @Nullable List<ChangedProgram> others(CompiledPolicy now, PolicyFiles after, PolicyBook published) {
		try {
			return new OthersComparison(published, new WithVersion(published, now, false), now)
				.changed(WorkedExamples.readable(now, after),
						(version) -> examples(published.jurisdiction().id(), version))
				.stream()
				.map((one) -> ChangedProgram.of(one, MOST_ANSWERS))
				.toList();
		}
		catch (PolicyDefects unreadable) {
			return null;
		}
	}

	private List<Example> examples(String jurisdiction, CompiledPolicy version) {
		return WorkedExamples.readable(version,
				this.store.files(new VersionId(jurisdiction, version.program().id(), version.version())));
	}

	private static List<ParameterDiff> parameters(@Nullable CompiledPolicy old, CompiledPolicy now) {
		return ParameterDiff.between((old != null) ? old.header().parameters() : List.of(), now.header().parameters());
	}

	private static RuleDiff rules(@Nullable CompiledPolicy old, CompiledPolicy now) {
		return RuleDiff.between((old != null) ? VersionComparison.rules(old) : List.of(), VersionComparison.rules(now));
	}

	private @Nullable CompiledPolicy compiled(PolicyFiles files, Program program, @Nullable PolicyCompiler drafting) {
		if (files.files().isEmpty()) {
			return null;
		}
		try {
			return (drafting != null) ? drafting.compile(files, program, ClassStore.NONE)
					: this.compiler.compilePublished(files, program, this.classes);
		}
		catch (PolicyDefects defects) {
			return null;
		}
	}

	private @Nullable Behaviour behaviour(CompiledPolicy old, PolicyFiles before, CompiledPolicy now, PolicyFiles after,
			PolicyBook others) {
		try {
			List<Example> examples = new ArrayList<>(WorkedExamples.readable(now, after));
			examples.addAll(WorkedExamples.readable(old, before));
			return VersionComparison.answers(old, now, examples, others);
		}
		catch (PolicyDefects unreadable) {
			return null;
		}
	}

}
