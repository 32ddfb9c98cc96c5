package org.huiling.engine.drools.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.drools.model.Global;
import org.drools.model.Variable;
import org.huiling.engine.drools.condition.AnswersSoFar;
import org.huiling.engine.drools.condition.BoundFacts;
import org.huiling.engine.drools.condition.Branch;
import org.huiling.engine.drools.condition.Condition;
import org.huiling.engine.drools.condition.Condition.Answer;
import org.huiling.engine.drools.condition.FactBinder;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.condition.Scope;
import org.huiling.engine.reason.ConditionResult;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.Money;
import org.huiling.facts.UnknownFact;
import org.huiling.facts.words.ClaimFacts;
import org.huiling.facts.words.NotThere;
import org.jspecify.annotations.Nullable;

/**
 * Walks the compiled rules condition by condition, in three values. It needs no session,
 * can be fed unknown facts, and explains.
 */
public final class WalkEvaluator implements Evaluator {

	private final List<CompiledRule> rules;

	private final int distinctTests;

	private final FactBinder binder;

	/**
	 * A walk.
	 * @param rules the rules in order
	 * @param distinctTests how many constraints are asked once for all rules
	 * @param binder makes what the rules see
	 */
	public WalkEvaluator(List<CompiledRule> rules, int distinctTests, FactBinder binder) {
		this.rules = rules;
		this.distinctTests = distinctTests;
		this.binder = binder;
	}

	@Override
	public List<RuleResult> evaluate(FactSet facts) {
		BoundFacts bound = this.binder.bind(facts);
		AnswersSoFar asked = new AnswersSoFar(this.distinctTests);
		List<RuleResult> results = new ArrayList<>(this.rules.size());
		for (CompiledRule rule : this.rules) {
			results.add(evaluate(rule, bound, asked));
		}
		return results;
	}

	/** One rule alone. */
	public RuleResult evaluate(int rule, FactSet facts) {
		return evaluate(this.rules.get(rule), this.binder.bind(facts), new AnswersSoFar(this.distinctTests));
	}

	private static RuleResult evaluate(CompiledRule rule, BoundFacts facts, AnswersSoFar asked) {
		if (facts.reads() == null && rule.branches().size() == 1) {
			Found only = branch(rule, rule.branches().get(0), facts, asked);
			return (only.truth() == Truth.FAILS) ? rule.failed() : result(rule, facts, asked, List.of(only));
		}
		List<Found> found = new ArrayList<>();
		RuleFault fault = null;
		for (Branch branch : rule.branches()) {
			try {
				found.add(branch(rule, branch, facts, asked));
			}
			catch (RuleFault ofOneBranch) {
				fault = (fault != null) ? fault : ofOneBranch;
			}
		}
		if (rule.grantsAlikeInEveryBranch() && found.stream().anyMatch(Found::met)) {
			found.removeIf((one) -> !one.met());
		}
		else if (fault != null) {
			throw fault;
		}
		return result(rule, facts, asked, found);
	}

	private static RuleResult result(CompiledRule rule, BoundFacts facts, AnswersSoFar asked, List<Found> found) {
		List<ConditionResult> conditions = (facts.reads() != null) ? conditions(rule, facts, asked) : List.of();
		List<Grant> grants = new ArrayList<>(1);
		for (Found one : found) {
			if (one.truth() == Truth.HOLDS) {
				addDistinct(grants, one.grant());
			}
		}
		List<Found> open = new ArrayList<>(found.size());
		List<Grant> declines = new ArrayList<>(0);
		for (Found one : found) {
			if (one.truth() == Truth.UNKNOWN && !isAmong(grants, one.grant())) {
				open.add(one);
				if (one.grant() instanceof Grant.Decline decline) {
					declines.add(decline);
				}
			}
		}
		if (!open.isEmpty()) {
			return new RuleResult(rule.text(), Truth.UNKNOWN, conditions, declines, ways(rule, open, grants));
		}
		if (grants.isEmpty() && facts.reads() != null) {
			Set<String> absent = new TreeSet<>();
			found.forEach((one) -> absent.addAll(one.absent()));
			absent.forEach((path) -> conditions.add(AmountOfNothing.reason(rule.text(), path, facts.facts())));
		}
		return new RuleResult(rule.text(), grants.isEmpty() ? Truth.FAILS : Truth.HOLDS, conditions, grants, List.of());
	}

	/**
	 * The open ways of a rule. Of alternatives that grant alike, one that asks for more
	 * than another says nothing. Beside a grant that is certain, what another alternative
	 * comes to is open, and the way hangs on no condition: something is granted in any
	 * case.
	 */
	private static List<OpenWay> ways(CompiledRule rule, List<Found> open, List<Grant> grants) {
		List<OpenWay> ways = new ArrayList<>(open.size());
		for (Found one : open) {
			Money bound = bound(one, grants);
			ways.add(new OpenWay(grants.isEmpty() ? one.unknown() : Set.of(), one.missing(),
					grants.isEmpty() ? one.grant() : null, bound, one.limit()));
		}
		return (grants.isEmpty() && rule.grantsAlikeInEveryBranch()) ? OpenWay.withoutImplied(ways) : ways;
	}

	/**
	 * How a branch came out; {@code met} when all its conditions hold, {@code absent} the
	 * facts that its amount needs and that are not there.
	 */
	private record Found(boolean met, Truth truth, @Nullable Grant grant, Set<Condition> unknown, Set<String> missing,
			@Nullable Money bound, @Nullable Money limit, Set<String> absent) {

		static final Found NOTHING = new Found(false, Truth.FAILS, null, Set.of(), Set.of(), null, null);

		Found(boolean met, Truth truth, @Nullable Grant grant, Set<Condition> unknown, Set<String> missing,
				@Nullable Money bound, @Nullable Money limit) {
			this(met, truth, grant, unknown, missing, bound, limit, Set.of());
		}

		/** Its conditions do not fail, but there is nothing to work the amount out of. */
		static Found without(Set<String> absent) {
			return new Found(false, Truth.FAILS, null, Set.of(), Set.of(), null, null, absent);
		}

	}

	private static Found branch(CompiledRule rule, Branch branch, BoundFacts facts, AnswersSoFar asked) {
		Scope scope = new Scope(facts, branch.bindings());
		Truth truth = Truth.HOLDS;
		Set<Condition> unknown = Set.of();
		Set<String> missing = Set.of();
		RuntimeException fault = null;
		List<Condition> conditions = branch.conditions();
		for (int i = 0; i < conditions.size(); i++) {
			Condition condition = conditions.get(i);
			Answer answer = asked.answer(condition, scope);
			if (answer.fault() != null) {
				fault = answer.fault();
				continue;
			}
			truth = truth.and(answer.truth());
			if (truth == Truth.FAILS && facts.reads() == null) {
				return Found.NOTHING;
			}
			if (answer.truth() == Truth.UNKNOWN) {
				unknown = unknown.isEmpty() ? new HashSet<>() : unknown;
				unknown.add(condition);
				missing = union(missing, answer.missing());
			}
		}
		if (truth == Truth.FAILS) {
			return Found.NOTHING;
		}
		if (fault != null) {
			throw new RuleFault(rule.text(), fault);
		}
		return consequence(rule, scope, unknown, missing);
	}

	/** Also run for an unknown rule: the amount it could grant may change nothing. */
	private static Found consequence(CompiledRule rule, Scope scope, Set<Condition> unknown, Set<String> missing) {
		GrantSheet sheet = new GrantSheet();
		try {
			execute(rule, scope, sheet);
		}
		catch (UnknownFact amount) {
			GrantsAtBounds bounds = rule.steady() ? GrantsAtBounds.of((at, one) -> execute(rule, at, one), scope)
					: null;
			if (bounds != null && bounds.same()) {
				return granted(unknown, missing, bounds.told(), scope);
			}
			return open(null, unknown, union(missing, amount.fields()), (bounds != null) ? bounds.told() : sheet,
					scope);
		}
		catch (NotThere nothing) {
			scope.takeReads();
			return (scope.facts().reads() != null) ? Found.without(absent(rule, scope, nothing)) : Found.NOTHING;
		}
		catch (Exception ex) {
			if (!unknown.isEmpty()) {
				return open(null, unknown, missing, sheet, scope);
			}
			throw new RuleFault(rule.text(), ex);
		}
		return granted(unknown, missing, sheet, scope);
	}

	private static Found granted(Set<Condition> unknown, Set<String> missing, GrantSheet sheet, Scope scope) {
		Grant grant = withValues(sheet.grant(), scope.takeReads());
		if (unknown.isEmpty()) {
			return new Found(true, (grant != null) ? Truth.HOLDS : Truth.FAILS, grant, unknown, missing, null, null);
		}
		return open(grant, unknown, missing, sheet, scope);
	}

	private static Found open(@Nullable Grant grant, Set<Condition> unknown, Set<String> missing, GrantSheet sheet,
			Scope scope) {
		ClaimFacts claim = scope.facts().facts().claim();
		Money bound = sheet.bound(claim);
		Money limit = sheet.limit(claim);
		scope.takeReads();
		return new Found(unknown.isEmpty(), Truth.UNKNOWN, grant, unknown, missing, bound, limit);
	}

	/**
	 * Executes the consequence. With an unknown argument it still runs, as far as it
	 * gets: the limits it states first are known even while the amount is not.
	 */
	private static void execute(CompiledRule rule, Scope scope, GrantSheet sheet) throws Exception {
		Variable<?>[] variables = rule.consequence().getVariables();
		Object[] arguments = new Object[variables.length];
		Set<String> unknown = Set.of();
		for (int i = 0; i < arguments.length; i++) {
			try {
				arguments[i] = (variables[i] instanceof Global) ? sheet : scope.value(variables[i]);
			}
			catch (UnknownFact fact) {
				Variable<?> variable = variables[i];
				unknown = union(unknown, scope.unknown(fact, (anything) -> anything.value(variable)));
			}
		}
		try {
			rule.consequence().getBlock().execute(arguments);
		}
		catch (Exception ex) {
			if (unknown.isEmpty()) {
				throw ex;
			}
		}
		if (!unknown.isEmpty()) {
			throw new UnknownFact(unknown);
		}
	}

	/** Everything that the consequence asks for and that is not there. */
	private static Set<String> absent(CompiledRule rule, Scope scope, NotThere first) {
		Set<String> absent = new TreeSet<>(Set.of(first.path()));
		for (Variable<?> variable : rule.consequence().getVariables()) {
			try {
				if (!(variable instanceof Global)) {
					scope.value(variable);
				}
			}
			catch (NotThere one) {
				absent.add(one.path());
			}
			catch (RuntimeException unknownOrFault) {
				// it is asked for, or told, where everything else is there
			}
		}
		scope.takeReads();
		return absent;
	}

	private static @Nullable Grant withValues(@Nullable Grant grant, Map<String, @Nullable Object> values) {
		return (grant instanceof Grant.Amount amount) ? amount.with(values) : grant;
	}

	private static List<ConditionResult> conditions(CompiledRule rule, BoundFacts facts, AnswersSoFar asked) {
		Scope scope = new Scope(facts, rule.branches().get(0).bindings());
		List<ConditionResult> results = new ArrayList<>();
		for (Condition condition : rule.conditions()) {
			Answer answer = asked.answer(condition, scope);
			results.add(new ConditionResult(condition.text(), answer.actual(), answer.truth()));
		}
		return results;
	}

	private static @Nullable Money bound(Found open, List<Grant> grants) {
		Money bound = open.bound();
		for (Grant grant : grants) {
			bound = (bound != null && grant instanceof Grant.Amount amount) ? bound.atLeast(amount.exact()) : bound;
		}
		return bound;
	}

	static void addDistinct(List<Grant> grants, @Nullable Grant grant) {
		if (grant != null && !isAmong(grants, grant)) {
			grants.add(grant);
		}
	}

	private static boolean isAmong(List<Grant> grants, @Nullable Grant grant) {
		for (Grant one : grants) {
			boolean same = (one instanceof Grant.Amount amount) ? grant != null && amount.sameAs(grant)
					: one.equals(grant);
			if (same) {
				return true;
			}
		}
		return false;
	}

	private static Set<String> union(Set<String> one, Set<String> other) {
		if (one.isEmpty()) {
			return other;
		}
		if (one.containsAll(other)) {
			return one;
		}
		Set<String> all = new TreeSet<>(one);
		all.addAll(other);
		return all;
	}

}
