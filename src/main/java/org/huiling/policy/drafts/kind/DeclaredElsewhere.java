package org.huiling.policy.drafts.kind;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.engine.Bilingual;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Problem;
import org.huiling.policy.drafts.store.Draft;
import org.huiling.policy.drafts.store.DraftRepository;

import org.springframework.stereotype.Component;

/**
 * Names that a policy does not know and an open draft of a fact file declares: whoever
 * wrote both has forgotten to say that the one needs the other.
 */
@Component
class DeclaredElsewhere {

	private static final Set<String> UNKNOWN = Set.of("UNKNOWN_FIELD", "UNKNOWN_NAME");

	private static final Pattern SAID = Pattern.compile("unknown (?:field|name) ([\\w.]+).*");

	private final DraftRepository repository;

	DeclaredElsewhere(DraftRepository repository) {
		this.repository = repository;
	}

	/**
	 * A report whose unknown names say where they are declared.
	 * @param report of a draft of a policy
	 * @param draft the draft
	 * @return the same with other advice; the same if every name is known
	 */
	CheckReport told(CheckReport report, Draft draft) {
		if (report.problems().stream().noneMatch((problem) -> UNKNOWN.contains(problem.code()))) {
			return report;
		}
		List<Draft> open = this.repository.open(true)
			.stream()
			.filter((item) -> !draft.needs().contains(item.id().toString()))
			.map((item) -> this.repository.findById(item.id()))
			.flatMap(Optional::stream)
			.toList();
		return new CheckReport(report.problems().stream().map((problem) -> told(problem, open)).toList(),
				report.examples(), report.coverage(), report.findings());
	}

	private static Problem told(Problem problem, List<Draft> open) {
		Matcher said = SAID.matcher(problem.message().en());
		if (!UNKNOWN.contains(problem.code()) || !said.matches()) {
			return problem;
		}
		String name = said.group(1);
		Pattern entry = Pattern.compile("(?m)^ +" + Pattern.quote(name.substring(name.lastIndexOf('.') + 1)) + " *:");
		return open.stream()
			.filter((one) -> declares(one, entry))
			.findFirst()
			.map((one) -> problem
				.hinting(new Bilingual("事实文件草稿 " + one.id() + "（" + name(one) + "）声明了它：在本草稿的“所需草稿”（needs）里写上这份草稿",
						"the draft " + one.id() + " of the fact file " + name(one)
								+ " declares it: name that draft in what this draft needs (needs)")))
			.orElse(problem);
	}

	private static String name(Draft draft) {
		return Objects.requireNonNull(draft.factFile()).name();
	}

	private static boolean declares(Draft draft, Pattern entry) {
		for (Map.Entry<String, byte[]> file : draft.contents().entrySet()) {
			if (entry.matcher(new String(file.getValue(), StandardCharsets.UTF_8)).find()) {
				return true;
			}
		}
		return false;
	}

}
