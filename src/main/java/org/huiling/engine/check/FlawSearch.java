package org.huiling.engine.check;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.huiling.engine.Bilingual;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.VersionSpan;
import org.huiling.engine.example.Example;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.finder.Finder;
import org.huiling.engine.finder.Succession;
import org.huiling.engine.finder.sample.KnownPerson;
import org.huiling.engine.finder.sample.Setup;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.source.HeaderReader;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Nearest;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.facts.Period;

/**
 * Searches one version for flaws and holds what is found against what {@code policy.yaml}
 * accepts.
 */
public final class FlawSearch {

	/** What policy staff wait for at most; shipped versions take a tenth of a second. */
	static final Duration BUDGET = Duration.ofSeconds(10);

	private final CompiledPolicy policy;

	private final VersionDirectory directory;

	private final ComparedEvaluator evaluator;

	private final Problems problems;

	public FlawSearch(CompiledPolicy policy, VersionDirectory directory, ComparedEvaluator evaluator,
			Problems problems) {
		this.evaluator = evaluator;
		this.policy = policy;
		this.directory = directory;
		this.problems = problems;
	}

	public List<Finding> findings() {
		return findings(BUDGET, List.of());
	}

	public List<Finding> findings(Duration budget) {
		return findings(budget, List.of());
	}

	/** The same from the people of worked examples too. */
	List<Finding> findings(List<Example> examples) {
		return findings(BUDGET, examples.stream().flatMap(FlawSearch::known).toList());
	}

	private static Stream<KnownPerson> known(Example example) {
		return (example.applicant() == null) ? Stream.empty()
				: Stream.of(new KnownPerson(example.applicant(), Period.parse(example.period())));
	}

	private List<Finding> findings(Duration budget, List<KnownPerson> known) {
		Jurisdiction jurisdiction = this.directory.jurisdiction();
		PolicyHeader header = this.policy.header();
		Setup setup = Setup.of(this.policy.program().cycle(), jurisdiction.regionPrefix(), header,
				this.policy.rules().vocabulary());
		VersionTrial trial = new VersionTrial(new SingleVersionBook(jurisdiction, this.policy), this.evaluator);
		List<Setup> times = setup.times(this.policy.rules().days());
		List<Finding> found = new ArrayList<>();
		for (Setup time : times) {
			List<Finding> before = List.copyOf(found);
			new Finder(this.policy.rules().on(time.valued()).shapes(), time, header.wins(), trial,
					budget.dividedBy(times.size()), known)
				.find()
				.stream()
				.filter((one) -> before.stream().noneMatch((other) -> isAlike(one, other)))
				.forEach(found::add);
		}
		VersionSpan own = VersionSpan.of(this.policy.version(), header);
		found.addAll(new Succession(setup, own, inOrder(own)).findings());
		return accepted(found);
	}

	/**
	 * Whether what is found with the values of one day was found with those of another.
	 */
	private static boolean isAlike(Finding one, Finding other) {
		return one.kind() == other.kind() && one.rules().equals(other.rules());
	}

	/** The program's versions by date; of one date the last correction. */
	private List<VersionSpan> inOrder(VersionSpan own) {
		List<VersionSpan> all = new ArrayList<>(this.directory.neighbours());
		all.add(own);
		all.sort(VersionSpan.ORDER);
		Map<LocalDate, VersionSpan> standing = new TreeMap<>();
		all.forEach((span) -> standing.put(span.from(), span));
		return List.copyOf(standing.values());
	}

	private List<Finding> accepted(List<Finding> found) {
		List<Finding> findings = found;
		boolean complete = found.stream().noneMatch((one) -> one.kind() == Finding.Kind.CUT_SHORT);
		for (PolicyHeader.Accepted accepted : this.policy.header().accepted()) {
			if (!knows(accepted)) {
				continue;
			}
			if (complete && findings.stream().noneMatch((one) -> fits(accepted, one))) {
				this.problems.warning(place(accepted, accepted.kind().name()), "ACCEPTED_FOR_NOTHING", "没有这样的发现，这条可以删去",
						"there is no such finding: this can be deleted");
			}
			findings = findings.stream()
				.map((one) -> fits(accepted, one) ? one.acceptedFor(accepted.reason()) : one)
				.toList();
		}
		return findings;
	}

	private boolean knows(PolicyHeader.Accepted accepted) {
		Set<String> names = Set.copyOf(this.policy.rules().rules().stream().map((rule) -> rule.name().zh()).toList());
		List<String> unknown = accepted.rules().stream().filter((rule) -> !names.contains(rule)).toList();
		unknown.forEach((rule) -> {
			String near = Nearest.to(rule, names);
			this.problems.error(place(accepted, rule), "UNKNOWN_RULE", "没有名为“" + rule + "”的规则",
					"there is no rule " + rule, (near != null) ? Nearest.hint(near) : null);
		});
		return unknown.isEmpty();
	}

	private static FilePlace place(PolicyHeader.Accepted accepted, String excerpt) {
		return new FilePlace(HeaderReader.FILE, accepted.line(), 1, excerpt);
	}

	private static boolean fits(PolicyHeader.Accepted accepted, Finding finding) {
		return accepted.kind() == finding.kind() && Set.copyOf(accepted.rules())
			.equals(Set.copyOf(finding.rules().stream().map(Bilingual::zh).toList()));
	}

}
