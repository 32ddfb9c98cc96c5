package org.huiling.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.huiling.applicant.ApplicantJson;
import org.huiling.engine.ClassStore;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Example;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.PolicyDefects;
import org.huiling.engine.PolicyFiles;
import org.huiling.engine.Program;
import org.huiling.engine.VersionComparison;
import org.huiling.engine.VersionComparison.Behaviour;
import org.huiling.engine.VersionComparison.ChangedAnswer;
import org.huiling.engine.VersionComparison.Rule;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What differs between two versions, in numbers, rules, files and answers. */
@Component
public class PolicyDiff {

	private static final int MOST_ANSWERS = 200;

	private final PolicyCompiler compiler;

	private final ClassStore classes;

	PolicyDiff(PolicyCompiler compiler, ClassStore classes) {
		this.compiler = compiler;
		this.classes = classes;
	}

	/**
	 * Compares two versions of a program.
	 * @param before the earlier one, published, or without files if there is none
	 * @param after the later one
	 * @param published whether the later one is published as well
	 * @param program the program
	 * @param jurisdiction whose it is
	 * @return {@code from}, {@code to}, {@code parameters}, {@code rules}, {@code files},
	 * {@code behaviour} (people whose answer changes), {@code peopleAsked},
	 * {@code peopleChanged}; null for what cannot be told while a draft has defects
	 */
	public Map<String, @Nullable Object> between(PolicyFiles before, PolicyFiles after, boolean published,
			Program program, Jurisdiction jurisdiction) {
		CompiledPolicy old = compiled(before, program, this.classes);
		CompiledPolicy now = compiled(after, program, published ? this.classes : ClassStore.NONE);
		boolean fresh = before.files().isEmpty();
		Map<String, @Nullable Object> diff = new LinkedHashMap<>();
		diff.put("from", fresh ? null : side(before));
		diff.put("to", side(after));
		diff.put("parameters", ((old != null || fresh) && now != null) ? ParameterDiff
			.between((old != null) ? old.header().parameters() : List.of(), now.header().parameters()) : null);
		diff.put("rules", ((old != null || fresh) && now != null) ? RuleDiff.between(
				(old != null) ? VersionComparison.rules(old) : List.<Rule>of(), VersionComparison.rules(now)) : null);
		diff.put("files", FileDiff.between(before, after));
		Behaviour behaviour = (old != null && now != null) ? behaviour(old, before, now, after, jurisdiction) : null;
		diff.put("behaviour", (behaviour != null)
				? behaviour.changed().stream().limit(MOST_ANSWERS).map(PolicyDiff::changed).toList() : null);
		diff.put("peopleAsked", (behaviour != null) ? behaviour.asked() : null);
		diff.put("peopleChanged", (behaviour != null) ? behaviour.differing() : null);
		return diff;
	}

	private static Map<String, String> side(PolicyFiles files) {
		Map<String, String> side = new LinkedHashMap<>();
		side.put("version", files.version());
		side.put("digest", files.digest());
		return side;
	}

	private @Nullable CompiledPolicy compiled(PolicyFiles files, Program program, ClassStore kept) {
		if (files.files().isEmpty()) {
			return null;
		}
		try {
			return this.compiler.compile(files, program, kept);
		}
		catch (PolicyDefects defects) {
			return null;
		}
	}

	private @Nullable Behaviour behaviour(CompiledPolicy old, PolicyFiles before, CompiledPolicy now, PolicyFiles after,
			Jurisdiction jurisdiction) {
		try {
			List<Example> examples = new ArrayList<>(this.compiler.workedExamples(now, after));
			examples.addAll(this.compiler.workedExamples(old, before));
			return VersionComparison.answers(old, now, examples, jurisdiction);
		}
		catch (PolicyDefects unreadable) {
			return null;
		}
	}

	private static Map<String, @Nullable Object> changed(ChangedAnswer answer) {
		Example example = answer.example();
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("name", example.name());
		fields.put("period", example.period());
		fields.put("claim", example.claim());
		if (example.applicant() == null) {
			fields.put("awards", List.copyOf(example.awards().keySet()));
		}
		fields.put("applicant", (example.applicant() != null) ? ApplicantJson.of(example.applicant()) : null);
		fields.put("before", answer.before());
		fields.put("after", answer.after());
		return fields;
	}

}
