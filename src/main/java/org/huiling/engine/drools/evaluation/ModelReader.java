package org.huiling.engine.drools.evaluation;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.drools.model.Binding;
import org.drools.model.Constraint;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.huiling.engine.drools.condition.Branch;
import org.huiling.engine.drools.condition.Condition;
import org.huiling.engine.drools.condition.Singleton;
import org.huiling.engine.drools.language.AsciiText;
import org.huiling.engine.drools.language.ConstraintReader;
import org.huiling.engine.drools.language.NotAdmitted;
import org.huiling.engine.drools.language.Operand;
import org.huiling.engine.drools.language.RuleText;
import org.huiling.engine.drools.language.RuleVocabulary;
import org.huiling.engine.drools.language.Shorthand;
import org.jspecify.annotations.Nullable;

/**
 * Reads Drools' executable model: patterns, constraints, {@code or}, {@code not} and
 * {@code exists} become conditions that can be asked one by one.
 */
public final class ModelReader {

	private static final String MONEY = "Money";

	/** Equal constraints over facts alone are one, whichever rule they stand in. */
	private final Map<String, Condition.Test> distinct = new HashMap<>();

	/** Those over an item of a list, which are asked of each item. */
	private final Map<String, Condition.Test> ofItems = new HashMap<>();

	private final RuleVocabulary vocabulary;

	private final @Nullable Pattern unsteady;

	private final @Nullable Pattern regions;

	/**
	 * A reader.
	 * @param unsteady the parameters of which bounds tell nothing
	 * @param regions the parameters that are lists of regions
	 */
	public ModelReader(RuleVocabulary vocabulary, Set<String> unsteady, Set<String> regions) {
		this.vocabulary = vocabulary;
		this.unsteady = pattern(unsteady);
		this.regions = pattern(regions);
	}

	private static @Nullable Pattern pattern(Set<String> parameters) {
		return parameters.isEmpty() ? null
				: Pattern.compile("\\bP\\s*\\.\\s*(?:" + String.join("|", parameters) + ")\\b");
	}

	private boolean isSteady(String text) {
		return this.unsteady == null || !this.unsteady.matcher(text).find();
	}

	/** How many constraints are asked once for all rules. */
	public int distinctTests() {
		return this.distinct.size();
	}

	public List<CompiledRule> rules(Model model, List<RuleText> texts) {
		Map<String, Rule> byName = new HashMap<>();
		model.getRules().forEach((rule) -> byName.put(rule.getName(), rule));
		List<CompiledRule> rules = new ArrayList<>();
		for (RuleText text : texts) {
			Rule rule = byName.get(text.key());
			if (rule == null || rule.getDefaultConsequence() == null || rule.getDefaultConsequence().isUsingDrools()) {
				throw new IllegalStateException("no usable rule " + text.name().zh());
			}
			List<Branch> branches = branches(List.of(rule.getView()));
			rules.add(new CompiledRule(text, branches, rule.getDefaultConsequence(), isSteady(text.consequence())));
		}
		return rules;
	}

	/** The alternatives of a conjunction: each {@code or} multiplies them. */
	private List<Branch> branches(List<? extends org.drools.model.Condition> conjunction) {
		List<Branch> branches = List.of(new Branch(List.of(), Map.of()));
		for (org.drools.model.Condition part : conjunction) {
			List<Branch> next = new ArrayList<>();
			for (Branch branch : branches) {
				for (Branch alternative : alternatives(part)) {
					next.add(join(branch, alternative));
				}
			}
			branches = next;
		}
		return branches;
	}

	private List<Branch> alternatives(org.drools.model.Condition part) {
		return switch (part.getType()) {
			case CONSEQUENCE -> List.of(new Branch(List.of(), Map.of()));
			case PATTERN -> List.of(pattern((org.drools.model.Pattern<?>) part));
			case AND -> branches(part.getSubConditions());
			case OR -> part.getSubConditions().stream().flatMap((one) -> alternatives(one).stream()).toList();
			case NOT -> List.of(new Branch(List.of(new Condition.Not(closed(part))), Map.of()));
			case EXISTS -> List.of(new Branch(List.of(closed(part)), Map.of()));
			default -> throw new IllegalStateException("a condition of type " + part.getType() + " is not admitted");
		};
	}

	/** What stands inside {@code not} or {@code exists}; its bindings stay inside. */
	private Condition closed(org.drools.model.Condition part) {
		org.drools.model.Pattern<?> items = items(part);
		if (items != null) {
			List<Condition> tests = new ArrayList<>();
			tests(items.getConstraint(), tests);
			Class<?> type = items.getPatternVariable().getType();
			return new Condition.AnyItem(type.getSimpleName(), type, List.copyOf(tests));
		}
		List<Condition> alternatives = new ArrayList<>();
		for (Branch branch : branches(part.getSubConditions())) {
			alternatives.add(new Condition.Inner(branch));
		}
		return (alternatives.size() == 1) ? alternatives.get(0) : new Condition.Any(alternatives);
	}

	/** The pattern over the items of a list, if it is one. */
	private org.drools.model.@Nullable Pattern<?> items(org.drools.model.Condition part) {
		List<? extends org.drools.model.Condition> parts = part.getSubConditions();
		return (parts.size() == 1 && parts.get(0) instanceof org.drools.model.Pattern<?> pattern && isItem(pattern))
				? pattern : null;
	}

	private boolean isItem(org.drools.model.Pattern<?> pattern) {
		return this.vocabulary.isItem(pattern.getPatternVariable().getType().getSimpleName());
	}

	private static Branch join(Branch one, Branch other) {
		List<Condition> conditions = new ArrayList<>(one.conditions());
		conditions.addAll(other.conditions());
		Map<Variable<?>, Binding> bindings = new HashMap<>(one.bindings());
		bindings.putAll(other.bindings());
		return new Branch(List.copyOf(conditions), Map.copyOf(bindings));
	}

	private Branch pattern(org.drools.model.Pattern<?> pattern) {
		if (isItem(pattern)) {
			throw new IllegalStateException("an item of a list is looked at inside exists and not only");
		}
		List<Condition> conditions = new ArrayList<>();
		Class<?> type = pattern.getPatternVariable().getType();
		tests(pattern.getConstraint(), conditions);
		if (conditions.isEmpty()) {
			conditions.add(new Condition.Present(type.getSimpleName(), type));
		}
		Map<Variable<?>, Binding> bindings = new HashMap<>();
		pattern.getBindings().forEach((binding) -> bindings.put(binding.getBoundVariable(), binding));
		return new Branch(conditions, bindings);
	}

	private void tests(Constraint constraint, List<Condition> conditions) {
		if (constraint instanceof SingleConstraint single) {
			if (!single.equals(SingleConstraint.TRUE)) {
				conditions.add(test(single));
			}
			return;
		}
		if (constraint.getType() == Constraint.Type.OR) {
			throw new IllegalStateException("|| is not admitted");
		}
		constraint.getChildren().forEach((child) -> tests(child, conditions));
	}

	private Condition.Test test(SingleConstraint single) {
		String text = single.predicateInformation().getStringConstraint();
		List<Variable<?>> variables = List.<Variable<?>>of(single.getVariables());
		List<String> types = variables.stream().map((variable) -> variable.getType().getSimpleName()).toList();
		if (!types.stream().allMatch(this.vocabulary::isFact)) {
			return test(single, text, variables, -1);
		}
		if (types.stream().anyMatch(this.vocabulary::isItem)) {
			return this.ofItems.computeIfAbsent(text + types, (key) -> test(single, text, variables, -1));
		}
		return this.distinct.computeIfAbsent(text + types,
				(key) -> test(single, text, variables, this.distinct.size()));
	}

	private Condition.Test test(SingleConstraint single, String text, List<Variable<?>> variables, int number) {
		return new Condition.Test(text, single.getPredicate(), compiled(single), variables, number,
				org.huiling.engine.drools.language.Constraint.asksForDifference(text),
				number >= 0 && isSteady(text) && org.huiling.engine.drools.language.Constraint.asksForOrder(text)
						&& readsAmounts(text, variables),
				org.huiling.engine.drools.language.Constraint.readsOneFact(text), regions(text, variables));
	}

	/**
	 * Nothing but amounts is tried at its bounds. What cannot be read here may read some.
	 */
	private boolean readsAmounts(String text, List<Variable<?>> variables) {
		try {
			org.huiling.engine.drools.language.Constraint read = read(text, variables);
			return readsAmounts(read.left()) || read.right().stream().anyMatch(ModelReader::readsAmounts);
		}
		catch (NotAdmitted unread) {
			return true;
		}
	}

	private static boolean readsAmounts(Operand part) {
		return part instanceof Operand.Variable
				|| (part instanceof Operand.Property property
						&& (property.type() == null || MONEY.equals(property.type())))
				|| part.parts().stream().anyMatch(ModelReader::readsAmounts);
	}

	private org.huiling.engine.drools.language.Constraint read(String text, List<Variable<?>> variables) {
		String fact = variables.get(0).getType().getSimpleName();
		return ConstraintReader.read(Shorthand.undo(AsciiText.undo(text)), fact, this.vocabulary);
	}

	/** The check lets nothing but a fact itself be looked for in a list of regions. */
	private Set<String> regions(String text, List<Variable<?>> variables) {
		if (this.regions == null || !this.regions.matcher(text).find()) {
			return Set.of();
		}
		return (read(text, variables).left() instanceof Operand.Property property)
				? this.vocabulary.regions(property.fact(), property.path()) : Set.of();
	}

	/** Drools keeps the typed predicate under a name of its own for each arity. */
	private static @Nullable Singleton compiled(SingleConstraint single) {
		try {
			Method typed = single.getClass().getMethod("getPredicate" + single.getVariables().length);
			return Singleton.of(typed.invoke(single), "test");
		}
		catch (ReflectiveOperationException otherwise) {
			return null;
		}
	}

}
