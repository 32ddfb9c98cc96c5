package org.huiling.engine.check;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Cycle;
import org.huiling.engine.PolicyBook;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.Program;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.source.HeaderReader;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.facts.Subject;

/**
 * Whether the programs that exclude each other are paid by the month: a month is what
 * they are compared over, and what is paid by the quarter, the year or the item would be
 * passed over in silence.
 */
final class StackingGroupCheck {

	private static final String PROGRAMS = "programs";

	private final CompiledPolicy policy;

	private final PolicyFiles files;

	private final Map<String, Program> programs = new LinkedHashMap<>();

	private final Problems problems;

	StackingGroupCheck(CompiledPolicy policy, PolicyFiles files, PolicyBook others, Problems problems) {
		this.policy = policy;
		this.files = files;
		others.programs().forEach((program) -> this.programs.put(program.id(), program));
		this.problems = problems;
	}

	void check() {
		if (!Program.STACKING.equals(this.policy.program().id())) {
			return;
		}
		for (PolicyHeader.Parameter parameter : this.policy.header().parameters()) {
			if (PROGRAMS.equals(parameter.unit()) && parameter.value() instanceof List<?> group) {
				group.forEach((id) -> paidByTheMonth(parameter.name(), String.valueOf(id)));
			}
		}
	}

	private void paidByTheMonth(String parameter, String id) {
		Program program = this.programs.get(id);
		if (program != null && program.subject() != Subject.PERSON) {
			this.problems.error(place(parameter, id), "STACKING_SUBJECT", id + " 是发给机构的：不重复享受只管给人的项目",
					id + " is about organisations: exclusions are about programs of people");
			return;
		}
		if (program != null && program.cycle() != Cycle.MONTH) {
			this.problems.newlyRefused(place(parameter, id), "STACKING_CYCLE", id + " 不按月发放：不重复享受只比较按月的项目，写了也不起作用", id
					+ " is not paid by the month: exclusions compare monthly programs only, so that it would have no effect");
		}
	}

	private FilePlace place(String parameter, String id) {
		List<String> lines = new String(this.files.files().getOrDefault(HeaderReader.FILE, new byte[0]),
				StandardCharsets.UTF_8)
			.lines()
			.toList();
		Pattern name = Pattern.compile("\\s+" + Pattern.quote(parameter) + "\\s*:.*");
		int at = 0;
		while (at < lines.size() && !name.matcher(lines.get(at)).matches()) {
			at++;
		}
		return new FilePlace(HeaderReader.FILE, (at < lines.size()) ? at + 1 : 1, 1, id);
	}

}
