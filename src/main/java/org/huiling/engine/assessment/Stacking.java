package org.huiling.engine.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.Outcome;
import org.huiling.engine.Program;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.evaluation.Evaluator;
import org.huiling.engine.drools.evaluation.Grant;
import org.huiling.engine.drools.evaluation.RuleFault;
import org.huiling.engine.drools.evaluation.RuleResult;
import org.huiling.engine.drools.language.RuleText;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.facts.Awards;
import org.huiling.facts.StackingKind;
import org.huiling.facts.record.FactRecord.Choice;
import org.jspecify.annotations.Nullable;

/**
 * 不重复享受: which awards of a month exclude each other. Of two that do, the higher is paid
 * (equal: the program with the lower order), or the one the person chose; a rival that is
 * not certain and could still win leaves the award undetermined.
 */
public final class Stacking {

	private final @Nullable CompiledPolicy policy;

	private final Evaluator evaluator;

	private final Map<Program, ProgramResult> awards;

	private final List<Choice> choices;

	private final LocalDate day;

	private final List<Group> groups;

	private final Map<Program, Displaced> displaced = new LinkedHashMap<>();

	/** An exclusion that applies this month; an open choice may or may not count. */
	private record Group(RuleText rule, Set<String> programs, boolean choice, @Nullable String chosen,
			boolean openChoice) {

		boolean holds(Program one, Program other) {
			return this.programs.contains(one.id()) && this.programs.contains(other.id());
		}

	}

	/** Who displaces an award, and by which rule. */
	record Displaced(RuleText rule, Program by, ProgramResult award) {
	}

	/**
	 * Applies a stacking policy.
	 * @param policy the version in force, null if there is none
	 * @param awards each MONTH program's result, in order
	 * @param choices what the person chose
	 * @param day the fact day
	 */
	public Stacking(@Nullable CompiledPolicy policy, Map<Program, ProgramResult> awards, List<Choice> choices,
			LocalDate day) {
		this(policy, (policy != null) ? policy.rules().on(day).plan() : (facts) -> List.of(), awards, choices, day);
	}

	/** The same with another evaluator than the plan. */
	public Stacking(@Nullable CompiledPolicy policy, Evaluator evaluator, Map<Program, ProgramResult> awards,
			List<Choice> choices, LocalDate day) {
		this.policy = policy;
		this.evaluator = evaluator;
		this.awards = awards;
		this.choices = choices;
		this.day = day;
		this.groups = groups(choices, day);
		displace();
	}

	/**
	 * Whether it is that of another month as well: the same awards before the same rules,
	 * and nothing chosen, which counts from a day on.
	 */
	@SuppressWarnings("ReferenceEquality") // what stays as it is stays one object
	boolean isAlsoOf(@Nullable CompiledPolicy version, Map<Program, ProgramResult> others, List<Choice> chosen,
			LocalDate otherDay) {
		if (version != this.policy || !this.choices.isEmpty() || !chosen.isEmpty()
				|| others.size() != this.awards.size()) {
			return false;
		}
		for (Map.Entry<Program, ProgramResult> one : others.entrySet()) {
			if (this.awards.get(one.getKey()) != one.getValue()) {
				return false;
			}
		}
		return version == null || version.rules().on(otherDay) == version.rules().on(this.day);
	}

	/** None excludes itself. */
	private List<Group> groups(List<Choice> choices, LocalDate day) {
		Set<String> granting = granting();
		if (this.policy == null || granting.size() < 2) {
			return List.of();
		}
		List<Group> found = new ArrayList<>();
		for (RuleResult result : results(this.policy, granting)) {
			for (Grant grant : result.grants()) {
				if (grant instanceof Grant.KeepOne keep) {
					boolean choice = keep.kind() == StackingKind.CHOOSE_ONE;
					List<Choice> among = choice ? among(keep.programs(), granting, choices) : List.of();
					found.add(new Group(result.rule(), keep.programs(), choice, chosen(among, day),
							among.stream().anyMatch((one) -> one.from() == null)));
				}
			}
		}
		return found;
	}

	private Set<String> granting() {
		Set<String> granting = new TreeSet<>();
		this.awards.forEach((program, programResult) -> {
			if (programResult.outcome() != Outcome.NOT_ELIGIBLE) {
				granting.add(program.id());
			}
		});
		return granting;
	}

	private List<RuleResult> results(CompiledPolicy policy, Set<String> granting) {
		try {
			return this.evaluator.evaluate(new FactSet(null, null, new Awards(granting, null), null));
		}
		catch (RuleFault fault) {
			throw PolicyFault.of(policy, fault);
		}
	}

	/** Choices of programs that are granted, or could be. */
	private static List<Choice> among(Set<String> group, Set<String> granting, List<Choice> choices) {
		return choices.stream()
			.filter((choice) -> group.contains(choice.program()) && granting.contains(choice.program()))
			.toList();
	}

	/** The program last chosen up to the day. */
	private static @Nullable String chosen(List<Choice> choices, LocalDate day) {
		String chosen = null;
		LocalDate latest = LocalDate.MIN;
		for (Choice choice : choices) {
			LocalDate from = choice.from();
			if (from != null && !from.isAfter(day) && !from.isBefore(latest)) {
				chosen = choice.program();
				latest = from;
			}
		}
		return chosen;
	}

	/** Best first: an award stands unless one that stands excludes it. */
	private void displace() {
		if (this.groups.isEmpty()) {
			return;
		}
		displaceCertain();
		displaceByOpen();
	}

	private void displaceCertain() {
		List<Program> remaining = new ArrayList<>();
		this.awards.forEach((program, programResult) -> {
			if (programResult.outcome() == Outcome.ELIGIBLE) {
				remaining.add(program);
			}
		});
		while (!remaining.isEmpty()) {
			Program standing = best(remaining);
			remaining.remove(standing);
			for (Program rival : List.copyOf(remaining)) {
				Group group = group(standing, rival);
				if (group != null) {
					this.displaced.put(rival, new Displaced(group.rule(), standing, programResult(standing)));
					remaining.remove(rival);
				}
			}
		}
	}

	/**
	 * What is open of an award that is granted in any case may leave no doubt that it is
	 * the higher one.
	 */
	private void displaceByOpen() {
		this.awards.forEach((program, programResult) -> {
			if (programResult.outcome() == Outcome.ELIGIBLE && !this.displaced.containsKey(program)) {
				this.awards.forEach((rival, open) -> {
					Group group = group(program, rival);
					if (group != null && winsAnyhow(rival, open, program, group)) {
						this.displaced.putIfAbsent(program, new Displaced(group.rule(), rival, open));
					}
				});
			}
		});
	}

	/** Whatever it comes to; and nothing else could displace it. */
	private boolean winsAnyhow(Program rival, ProgramResult open, Program program, Group group) {
		BigDecimal least = open.least();
		BigDecimal amount = programResult(program).amount();
		if (least == null || amount == null || group.chosen() != null || group.openChoice()) {
			return false;
		}
		int higher = open.isComparableWith(programResult(program)) ? least.compareTo(amount) : 0;
		return (higher > 0 || (higher == 0 && rival.order() < program.order())) && this.awards.keySet()
			.stream()
			.allMatch((third) -> third.id().equals(program.id()) || third.id().equals(rival.id())
					|| group(rival, third) == null || programResult(third).outcome() == Outcome.NOT_ELIGIBLE);
	}

	/**
	 * One that no other with which it is exclusive beats; in a circle of choices the
	 * highest.
	 */
	private Program best(List<Program> remaining) {
		return remaining.stream()
			.filter((one) -> remaining.stream()
				.noneMatch((other) -> !other.id().equals(one.id()) && group(one, other) != null && beats(other, one)))
			.findFirst()
			.orElseGet(() -> remaining.stream().max(this::compare).orElseThrow());
	}

	private boolean beats(Program better, Program worse) {
		Group group = group(better, worse);
		if (group != null && group.chosen() != null) {
			return better.id().equals(group.chosen());
		}
		return compare(better, worse) > 0;
	}

	/**
	 * By amount, or by how much of one and the same thing; of equal ones, and of those
	 * that cannot be compared, the lower order is the better.
	 */
	private int compare(Program one, Program other) {
		BigDecimal first = programResult(one).amount();
		BigDecimal second = programResult(other).amount();
		int higher = (first != null && second != null && programResult(one).isComparableWith(programResult(other)))
				? first.compareTo(second) : 0;
		return (higher != 0) ? higher : Integer.compare(other.order(), one.order());
	}

	/** A program's result before others are looked at. */
	ProgramResult programResult(Program program) {
		ProgramResult programResult = this.awards.get(program);
		if (programResult == null) {
			throw new IllegalArgumentException(program.id());
		}
		return programResult;
	}

	private @Nullable Group group(Program one, Program other) {
		for (Group group : this.groups) {
			if (group.holds(one, other)) {
				return group;
			}
		}
		return null;
	}

	/** What the rules of the stacking policy said that hold. */
	public List<RuleResult> results() {
		return (this.policy != null) ? results(this.policy, granting()) : List.of();
	}

	/** Who displaces this program's award, or null. */
	public @Nullable Displaced displacer(Program program) {
		return this.displaced.get(program);
	}

	/**
	 * Whether an award is paid, or displaced, as the higher of two between which the
	 * person may choose and did not.
	 */
	boolean isTakenForChosen(Program program) {
		return !this.displaced.isEmpty() && this.displaced.entrySet()
			.stream()
			.filter((one) -> one.getKey().equals(program) || one.getValue().by().equals(program))
			.map((one) -> group(one.getKey(), one.getValue().by()))
			.anyMatch((group) -> group != null && group.choice() && group.chosen() == null);
	}

	/**
	 * The fields that could still turn whether an award is paid: of rivals that are
	 * uncertain and could win over it, of a choice without its day, and of whatever could
	 * displace the award that displaces it.
	 */
	public Set<String> openRivals(Program program) {
		if (this.groups.isEmpty() || programResult(program).outcome() != Outcome.ELIGIBLE) {
			return Set.of();
		}
		Set<String> missing = new TreeSet<>();
		if (hasOpenChoice(program)) {
			missing.add("choices[].from");
		}
		Displaced by = this.displaced.get(program);
		if (by == null) {
			addOpenRivals(program, null, missing);
		}
		else {
			addOpenRivals(by.by(), program, missing);
		}
		return missing;
	}

	private boolean hasOpenChoice(Program program) {
		for (Group group : this.groups) {
			if (group.openChoice() && this.awards.keySet()
				.stream()
				.anyMatch((other) -> !other.id().equals(program.id()) && group.holds(program, other)
						&& programResult(other).outcome() != Outcome.NOT_ELIGIBLE)) {
				return true;
			}
		}
		return false;
	}

	/** A rival that excludes the displaced award as well would not set it free. */
	private void addOpenRivals(Program program, @Nullable Program displacedByIt, Set<String> missing) {
		this.awards.forEach((rival, programResult) -> {
			Group group = group(program, rival);
			if (group != null && !rival.id().equals(program.id())
					&& programResult.outcome() == Outcome.NEEDS_INFORMATION
					&& couldWin(rival, programResult, program, group)
					&& (displacedByIt == null || group(displacedByIt, rival) == null)) {
				missing.addAll(programResult.missing());
			}
		});
	}

	private boolean couldWin(Program rival, ProgramResult open, Program program, Group group) {
		if (group.chosen() != null) {
			return rival.id().equals(group.chosen());
		}
		BigDecimal amount = programResult(program).amount();
		if (!open.isComparableWith(programResult(program))) {
			return rival.order() < program.order();
		}
		if (open.bound() == null || amount == null) {
			return true;
		}
		int higher = open.bound().compareTo(amount);
		return (higher != 0) ? higher > 0 : rival.order() < program.order();
	}

}
