package org.huiling.engine.finder;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.huiling.engine.Bilingual;
import org.huiling.engine.drools.condition.Clause;
import org.huiling.engine.drools.condition.RuleShape;
import org.huiling.engine.finder.CodeLists.Ending;
import org.huiling.engine.finder.Gaps.Gap;
import org.huiling.engine.finder.Observations.Observation;
import org.huiling.engine.finder.OpenCases.OpenCase;
import org.huiling.engine.finder.Solver.Nearest;
import org.huiling.engine.finder.sample.Sample;
import org.huiling.engine.finder.sample.Trial;
import org.huiling.engine.problem.Finding;
import org.huiling.engine.problem.Finding.Kind;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/** Puts findings into words. What an assessment does not confirm is not reported. */
final class Report {

	private final List<RuleShape> shapes;

	private final Trial trial;

	private final List<Finding> findings = new ArrayList<>();

	Report(List<RuleShape> shapes, Trial trial) {
		this.shapes = shapes;
		this.trial = trial;
	}

	List<Finding> findings() {
		return this.findings;
	}

	void conflict(List<Integer> rules, Observation observation) {
		if (rules.size() == 1) {
			add(Kind.CONFLICT, rules, observation, name(rules.get(0)) + "的几种情形同时成立而金额不同",
					"alternatives of " + en(rules.get(0)) + " hold together with different amounts");
			return;
		}
		add(Kind.CONFLICT, rules, observation,
				rules.stream().map(this::name).collect(Collectors.joining("和")) + "同时成立，没有写明哪一条为准",
				rules.stream().map(this::en).collect(Collectors.joining(" and "))
						+ " both grant, and nothing says which wins");
	}

	void fault(int rule, Observation observation) {
		String fact = observation.verdict().incalculable();
		if (fact != null) {
			add(Kind.ENUMERATION_ENDS, List.of(rule), observation,
					name(rule) + "算不出来：" + fact + " 对这个人没有结果（除以零，或者超过最大的数）", en(rule) + " cannot be worked out: " + fact
							+ " comes to nothing for this applicant (divided by zero, or beyond every number)");
			return;
		}
		add(Kind.ENUMERATION_ENDS, List.of(rule), observation, name(rule) + "算不出来：查的表或分档里没有这个人的那一行",
				en(rule) + " cannot be worked out: a table or bands lack this applicant's row");
	}

	void ending(Ending ending) {
		Integer other = ending.observation().verdict().winner();
		add(Kind.ENUMERATION_ENDS, ending.rules(), ending.observation(),
				ending.property() + " 的各种情形里只缺 " + ending.code() + "：这样的人"
						+ ((other != null) ? "只由" + name(other) + "发给，较少" : "哪一条都够不上"),
				"of the cases of " + ending.property() + " only " + ending.code() + " is missing: "
						+ ((other != null) ? "such people get less, by " + en(other) : "none of the rules is for it"));
	}

	void open(OpenCase open) {
		add(Kind.OPEN_CASE, open.rules(), open.observation(),
				open.first() + " 和 " + open.second() + " 的各种情形里只有 " + side(open.first(), open.isFirst()) + "、"
						+ side(open.second(), open.isSecond()) + " 的人不发",
				"of the cases of " + open.first() + " and " + open.second() + " only "
						+ side(open.first(), open.isFirst()) + " with " + side(open.second(), open.isSecond())
						+ " is paid nothing");
	}

	private static String side(String fact, boolean value) {
		return fact + " == " + value;
	}

	void gap(Gap gap, Observation observation) {
		List<Integer> rules = (gap.below() == gap.above()) ? List.of(gap.below()) : List.of(gap.below(), gap.above());
		add(Kind.GAP, rules, observation,
				gap.dimension().zh() + "有空档：两边由" + name(gap.below()) + "和" + name(gap.above()) + "发给，这里不发",
				"a gap along " + gap.dimension().en() + ": " + en(gap.below()) + " pays below it and " + en(gap.above())
						+ " above it, nothing is paid between");
	}

	void unreachable(int rule, Nearest nearest, boolean oneOfSeveral) {
		String failing = nearest.failing().stream().map(Clause::text).collect(Collectors.joining(", "));
		Observation observation = new Observation(nearest.sample(), this.trial.verdict(nearest.sample()));
		add(Kind.UNREACHABLE, List.of(rule), observation,
				(oneOfSeveral ? name(rule) + "的一种情形" : name(rule)) + "谁也满足不了；最接近的人仍不满足 " + failing,
				"nobody can meet " + (oneOfSeveral ? "an alternative of " + en(rule) : en(rule))
						+ "; the nearest applicant still fails " + failing);
	}

	/** Whom else a rule is for cannot be said without this condition. */
	void notJudged(int rule, String condition) {
		this.findings.add(new Finding(Kind.NOT_JUDGED, names(List.of(rule)),
				new Bilingual(name(rule) + "的条件 " + condition + " 检查试不出来：它与别的规则有没有重叠、空档，要由人判断",
						"the check cannot try the condition " + condition + " of " + en(rule)
								+ ": whether the rule overlaps with others or leaves a gap is for people to judge"),
				null, null, null, null));
	}

	void paysNobody(int rule, Observation observation) {
		add(Kind.FIRES_FOR_NOBODY, List.of(rule), observation, name(rule) + "成立时金额总是 0.00，等于谁也不发",
				en(rule) + " comes to 0.00 whenever it holds: it pays nobody");
	}

	/** A version that ends before its first period begins. */
	List<Finding> governsNothing() {
		List<Integer> all = this.shapes.stream().map((shape) -> shape.rule().order()).toList();
		return List.of(new Finding(Kind.FIRES_FOR_NOBODY, names(all),
				new Bilingual("没有一个期间的第一天在施行日期之内，这个版本对谁都不起作用",
						"no period begins inside the effective dates: the version governs nobody"),
				null, null, null, null));
	}

	void shadowed(int rule, Observation observation) {
		int winner = (observation.verdict().winner() != null) ? observation.verdict().winner() : rule;
		add(Kind.SHADOWED, List.of(rule, winner), observation, name(rule) + "成立时总是另一条更高（如" + name(winner) + "），从不由它发给",
				"whenever " + en(rule) + " holds another rule is paid, such as " + en(winner));
	}

	void alwaysHolds(int rule, Observation observation) {
		add(Kind.ALWAYS_TRUE, List.of(rule), observation, name(rule) + "对谁都成立", en(rule) + " holds for everybody");
	}

	void conditionHolds(int rule, String condition, Sample sample) {
		add(Kind.ALWAYS_TRUE, List.of(rule), new Observation(sample, this.trial.verdict(sample)),
				name(rule) + "的条件 " + condition + " 对谁都成立",
				"the condition " + condition + " of " + en(rule) + " holds for everybody");
	}

	void implied(int rule, String condition, Sample sample) {
		add(Kind.REDUNDANT, List.of(rule), new Observation(sample, this.trial.verdict(sample)),
				name(rule) + "的条件 " + condition + " 是多余的：符合其余条件的人都符合",
				"the condition " + condition + " of " + en(rule) + " is redundant: whoever meets the others meets it");
	}

	void cutShort(int tried) {
		this.findings.add(new Finding(Kind.CUT_SHORT, List.of(),
				new Bilingual("时间用完，试了 " + tried + " 个申请人后停止；列出的都属实，但可能不全",
						"out of time after " + tried + " applicants: what is listed holds, but there may be more"),
				null, null, null, null));
	}

	private void add(Kind kind, List<Integer> rules, Observation observation, String zh, String en) {
		Sample sample = observation.sample();
		if (!this.trial.confirms(sample, observation.verdict()) || !sample.isPossible()) {
			return;
		}
		this.findings.add(new Finding(kind, names(rules), new Bilingual(zh, en), sample.asked(), sample.claim(),
				witness(sample), null));
	}

	/** Stacking looks at awards, not at an applicant. */
	private @Nullable FactRecord witness(Sample sample) {
		boolean awards = this.shapes.stream()
			.flatMap((shape) -> shape.branches().stream())
			.flatMap(List::stream)
			.flatMap((clause) -> clause.comparisons().stream())
			.flatMap((comparison) -> comparison.terms().stream())
			.anyMatch((term) -> term.fact().equals("Awards"));
		return awards ? null : sample.applicant();
	}

	private List<Bilingual> names(List<Integer> rules) {
		return rules.stream().map((rule) -> this.shapes.get(rule).rule().name()).toList();
	}

	private String name(int rule) {
		return "“" + this.shapes.get(rule).rule().name().zh() + "”";
	}

	private String en(int rule) {
		return "\"" + this.shapes.get(rule).rule().name().en() + "\"";
	}

}
