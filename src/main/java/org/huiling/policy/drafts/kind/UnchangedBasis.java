package org.huiling.policy.drafts.kind;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.engine.Bilingual;
import org.huiling.engine.PolicyCompiler;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.PolicyHeader.Parameter;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.huiling.policy.PolicyPublishing;
import org.huiling.policy.drafts.store.Draft;

import org.springframework.stereotype.Component;

/**
 * A draft that changes parameters and still names the document that the old ones stood
 * in: letters would tell a new amount by an old notice. It is a warning, since a
 * correction of what was typed wrong has the same basis.
 */
@Component
class UnchangedBasis {

	private static final Pattern BASIS = Pattern.compile("(?m)^basis:");

	private static final int NAMED = 5;

	private final PolicyPublishing published;

	private final PolicyCompiler compiler;

	UnchangedBasis(PolicyPublishing published, PolicyCompiler compiler) {
		this.published = published;
		this.compiler = compiler;
	}

	/**
	 * A report that says so.
	 * @param report of a draft of a policy
	 * @param draft the draft
	 * @param files its files, or what they might become
	 * @return with a warning more; the same if there is none
	 */
	CheckReport told(CheckReport report, Draft draft, Map<String, byte[]> files) {
		Draft.Target target = draft.policy();
		if (target.basedOn() == null) {
			return report;
		}
		PolicyFiles now = new PolicyFiles(target.jurisdiction(), target.program(), target.version(), files);
		Optional<PolicyHeader> before = this.published.files(target.jurisdiction(), target.program(), target.basedOn())
			.flatMap(this::header);
		Optional<PolicyHeader> after = before.isPresent() ? header(now) : Optional.empty();
		if (before.isEmpty() || after.isEmpty()) {
			return report;
		}
		List<Changed> changed = changed(before.get(), after.get());
		if (changed.isEmpty()) {
			return report;
		}
		List<Problem> problems = new ArrayList<>(report.problems());
		problems.add(warning(changed, after.get().basis(), now.files().getOrDefault(NextHeader.FILE, new byte[0])));
		return new CheckReport(problems, report.examples(), report.coverage(), report.findings());
	}

	/** A parameter with another value and the same basis. */
	private record Changed(String name, Object before, Object after) {

		String told() {
			return this.name + " " + this.before + " → " + this.after;
		}

	}

	/** 100 is 100.00. */
	private static boolean same(Object one, Object other) {
		return (one instanceof BigDecimal number && other instanceof BigDecimal value) ? number.compareTo(value) == 0
				: one.equals(other);
	}

	private static List<Changed> changed(PolicyHeader before, PolicyHeader after) {
		if (!before.basis().equals(after.basis())) {
			return List.of();
		}
		Map<String, Parameter> old = new HashMap<>();
		before.parameters().forEach((one) -> old.put(one.name(), one));
		List<Changed> changed = new ArrayList<>();
		for (Parameter one : after.parameters()) {
			Parameter was = old.get(one.name());
			if (was != null && one.from() == null && !same(was.value(), one.value())
					&& was.basis().equals(one.basis())) {
				changed.add(new Changed(one.name(), was.value(), one.value()));
			}
		}
		return changed;
	}

	/** None of a file that cannot be read, which the check says already. */
	private Optional<PolicyHeader> header(PolicyFiles files) {
		try {
			return Optional.of(this.compiler.header(files));
		}
		catch (PolicyDefects defects) {
			return Optional.empty();
		}
	}

	private static Problem warning(List<Changed> changed, String basis, byte[] header) {
		List<String> some = new ArrayList<>(changed.stream().limit(NAMED).map(Changed::told).toList());
		some.addAll(Collections.nCopies((changed.size() > NAMED) ? 1 : 0, "…"));
		return new Problem(NextHeader.FILE, line(header), 1, Severity.WARNING, "BASIS_UNCHANGED",
				new Bilingual("参数改了，依据还是“" + basis + "”：" + String.join("，", some),
						"parameters change and the basis is still “" + basis + "”: " + String.join(", ", some)),
				null, new Bilingual("有新文件的，把 basis 改为新文件；只是改正录入错误的，不用改",
						"name the new document in basis; leave it if this only corrects what was typed wrong"));
	}

	private static int line(byte[] header) {
		String text = new String(header, StandardCharsets.UTF_8);
		Matcher found = BASIS.matcher(text);
		return found.find() ? (int) text.substring(0, found.start()).lines().count() + 1 : 1;
	}

}
