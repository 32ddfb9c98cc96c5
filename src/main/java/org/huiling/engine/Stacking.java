package org.huiling.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.huiling.engine.drools.FactSet;
import org.huiling.engine.drools.Grant;
import org.huiling.engine.drools.RuleResult;
import org.huiling.engine.drools.RuleText;
import org.huiling.facts.ApplicantRecord.Choice;
import org.huiling.facts.Awards;
import org.huiling.facts.StackingKind;
import org.jspecify.annotations.Nullable;

/**
 * 不重复享受: which awards of a month exclude each other. Of two that do, the higher is paid
 * (equal: the program with the lower order), or the one the person chose; a rival that is
 * not certain and could still win leaves the award undetermined.
 */
final class Stacking {

	private final Map<Program, Ruling> awards;

	private final List<Group> groups;

	private final List<RuleResult> results = new ArrayList<>();

	private final Map<Program, Displaced> displaced = new LinkedHashMap<>();

	/** An exclusion that applies this month. */
	private record Group(RuleText rule, Set<String> programs, @Nullable String chosen) {

		boolean holds(Program one, Program other) {
			return this.programs.contains(one.id()) && this.programs.contains(other.id());
		}

	}

	/** Who displaces an award, and by which rule. */
	record Displaced(RuleText rule, Program by, Ruling award) {
	}

	/**
	 * Applies a stacking policy.
	 * @param policy the version in force, null if there is none
	 * @param awards each MONTH program's ruling, in order
	 * @param choices what the person chose
	 * @param day the fact day
	 */
	Stacking(@Nullable CompiledPolicy policy, Map<Program, Ruling> awards, List<Choice> choices, LocalDate day) {
		this.awards = awards;
		this.groups = groups(policy, choices, day);
		displace();
	}

	private List<Group> groups(@Nullable CompiledPolicy policy, List<Choice> choices, LocalDate day) {
		List<Group> found = new ArrayList<>();
		if (policy == null) {
			return found;
		}
		Set<String> granting = new TreeSet<>();
		this.awards.forEach((program, ruling) -> {
			if (ruling.outcome() != Outcome.NOT_ELIGIBLE) {
				granting.add(program.id());
			}
		});
		FactSet facts = new FactSet(null, null, new Awards(granting, null), null);
		this.results.addAll(policy.rules().walk().evaluate(facts));
		for (RuleResult result : this.results) {
			for (Grant grant : result.grants()) {
				if (grant instanceof Grant.KeepOne keep) {
					found.add(new Group(result.rule(), keep.programs(),
							(keep.kind() == StackingKind.CHOOSE_ONE) ? chosen(keep.programs(), choices, day) : null));
				}
			}
		}
		return found;
	}

	/** The program last chosen up to the day, if it is granted at all. */
	private @Nullable String chosen(Set<String> programs, List<Choice> choices, LocalDate day) {
		return choices.stream()
			.filter((choice) -> programs.contains(choice.program()) && choice.from() != null
					&& !choice.from().isAfter(day))
			.max(Comparator.comparing((choice) -> (choice.from() != null) ? choice.from() : LocalDate.MIN))
			.map(Choice::program)
			.filter((id) -> this.awards.entrySet()
				.stream()
				.anyMatch((e) -> e.getKey().id().equals(id) && e.getValue().outcome() != Outcome.NOT_ELIGIBLE))
			.orElse(null);
	}

	/** Best first: an award stands unless one that stands excludes it. */
	private void displace() {
		List<Program> certain = new ArrayList<>();
		this.awards.forEach((program, ruling) -> {
			if (ruling.outcome() == Outcome.ELIGIBLE) {
				certain.add(program);
			}
		});
		certain.sort((one, other) -> beats(one, other) ? -1 : 1);
		List<Program> standing = new ArrayList<>();
		for (Program program : certain) {
			for (Program better : standing) {
				Group group = group(program, better);
				if (group != null && !this.displaced.containsKey(program)) {
					this.displaced.put(program, new Displaced(group.rule(), better, ruling(better)));
				}
			}
			if (!this.displaced.containsKey(program)) {
				standing.add(program);
			}
		}
	}

	private boolean beats(Program one, Program other) {
		Group group = group(one, other);
		if (group != null && group.chosen() != null) {
			return one.id().equals(group.chosen());
		}
		BigDecimal first = ruling(one).amount();
		BigDecimal second = ruling(other).amount();
		int higher = (first != null && second != null) ? first.compareTo(second) : 0;
		return (higher != 0) ? higher > 0 : one.order() < other.order();
	}

	private Ruling ruling(Program program) {
		Ruling ruling = this.awards.get(program);
		if (ruling == null) {
			throw new IllegalArgumentException(program.id());
		}
		return ruling;
	}

	private @Nullable Group group(Program one, Program other) {
		return this.groups.stream().filter((group) -> group.holds(one, other)).findFirst().orElse(null);
	}

	/** What the rules of the stacking policy said. */
	List<RuleResult> results() {
		return this.results;
	}

	/** Who displaces this program's award, or null. */
	@Nullable Displaced displacer(Program program) {
		return this.displaced.get(program);
	}

	/**
	 * The fields of rivals that are uncertain and could still win over an award that
	 * stands.
	 */
	Set<String> openRivals(Program program) {
		Set<String> missing = new TreeSet<>();
		if (ruling(program).outcome() != Outcome.ELIGIBLE || this.displaced.containsKey(program)) {
			return missing;
		}
		this.awards.forEach((rival, ruling) -> {
			Group group = group(program, rival);
			if (group != null && !rival.id().equals(program.id()) && ruling.outcome() == Outcome.NEEDS_INFORMATION
					&& couldWin(rival, ruling, program, group)) {
				missing.addAll(ruling.missing());
			}
		});
		return missing;
	}

	private boolean couldWin(Program rival, Ruling open, Program program, Group group) {
		if (group.chosen() != null) {
			return rival.id().equals(group.chosen());
		}
		BigDecimal amount = ruling(program).amount();
		if (open.bound() == null || amount == null) {
			return true;
		}
		int higher = open.bound().compareTo(amount);
		return (higher != 0) ? higher > 0 : rival.order() < program.order();
	}

}
