package org.huiling.engine.drools.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.huiling.engine.drools.language.Operand.Calculation;
import org.huiling.engine.drools.language.Operand.Call;
import org.huiling.engine.drools.language.Operand.Extreme;
import org.huiling.engine.drools.language.Operand.Property;
import org.huiling.engine.drools.language.Operand.Variable;
import org.jspecify.annotations.Nullable;

/** What the names that one rule binds stand for. */
public final class BoundNames {

	public static final BoundNames NONE = new BoundNames(null);

	private static final Pattern NAME = Pattern.compile("^\\s*(\\$[$\\p{L}\\w]*)\\s*:");

	private final Map<String, Set<Operand>> all = new HashMap<>();

	private final Set<String> twice = new LinkedHashSet<>();

	private final Set<String> refused = new HashSet<>();

	private final @Nullable Members members;

	private BoundNames(@Nullable Members members) {
		this.members = members;
	}

	/** Reads the conditions of a rule. */
	public static BoundNames of(BaseDescr conditions, RuleVocabulary vocabulary) {
		BoundNames meanings = new BoundNames(new Members(vocabulary));
		meanings.read(conditions, new HashSet<>());
		return meanings;
	}

	/**
	 * Reads one part.
	 * @param before the names bound before it
	 * @return those bound after it
	 */
	private Set<String> read(BaseDescr descr, Set<String> before) {
		Set<String> after = new HashSet<>(before);
		if (descr instanceof OrDescr or) {
			or.getDescrs().forEach((part) -> after.addAll(read(part, before)));
		}
		else if (descr instanceof ConditionalElementDescr element) {
			element.getDescrs().forEach((part) -> after.addAll(read((BaseDescr) part, after)));
		}
		else if (descr instanceof PatternDescr pattern) {
			pattern(pattern, after);
		}
		return after;
	}

	private void pattern(PatternDescr pattern, Set<String> bound) {
		String fact = pattern.getObjectType();
		if (this.members == null || !this.members.vocabulary().isFact(fact)) {
			return;
		}
		if (pattern.getIdentifier() != null) {
			bind(pattern.getIdentifier(), Property.itself(fact), bound);
		}
		for (BaseDescr constraint : pattern.getDescrs()) {
			try {
				Constraint read = ConstraintReader.read(text(constraint), fact, this.members.vocabulary());
				if (read.variable() != null) {
					bind(read.variable(), resolve(read.left()), bound);
				}
			}
			catch (NotAdmitted refused) {
				// told where the condition is judged; its name is none to complain about
				NAME.matcher(text(constraint)).results().forEach((name) -> this.refused.add(name.group(1)));
			}
		}
	}

	public static String text(BaseDescr constraint) {
		return (constraint instanceof ExprConstraintDescr expr) ? expr.getExpression()
				: String.valueOf(constraint.getText());
	}

	private void bind(String name, Operand meaning, Set<String> bound) {
		this.all.computeIfAbsent(name, (one) -> new LinkedHashSet<>()).add(meaning);
		if (!bound.add(name)) {
			this.twice.add(name);
		}
	}

	/** Every name that is bound, also in a way that is refused. */
	public Set<String> names() {
		Set<String> names = new HashSet<>(this.all.keySet());
		names.addAll(this.refused);
		return names;
	}

	/** Names bound twice in one alternative. */
	public Set<String> twice() {
		return this.twice;
	}

	/** Whether a name stands for different things in different alternatives. */
	public boolean isAmbiguous(String name) {
		return this.all.getOrDefault(name, Set.of()).size() > 1;
	}

	/** What a name stands for, null if that is not one thing. */
	public @Nullable Operand of(String name) {
		Set<Operand> meanings = this.all.getOrDefault(name, Set.of());
		return (meanings.size() == 1) ? meanings.iterator().next() : null;
	}

	/** The expression with what its names stand for; those that are not known stay. */
	public Operand resolve(Operand expression) {
		if (expression instanceof Variable variable) {
			Operand meaning = of(variable.name());
			return (meaning != null) ? meaning : variable;
		}
		if (expression instanceof Property property) {
			return new Property(property.fact(), property.path(), resolve(property.arguments()), property.type());
		}
		if (expression instanceof Call call) {
			Call resolved = new Call(resolve(call.on()), call.word(), resolve(call.arguments()));
			return (call.on().equals(resolved.on()) || this.members == null) ? resolved
					: this.members.again(resolved.on(), resolved);
		}
		if (expression instanceof Calculation calculation) {
			return new Calculation(resolve(calculation.left()), calculation.operator(), resolve(calculation.right()));
		}
		return (expression instanceof Extreme extreme)
				? new Extreme(extreme.function(), resolve(extreme.one()), resolve(extreme.other())) : expression;
	}

	private List<Operand> resolve(List<Operand> expressions) {
		List<Operand> resolved = new ArrayList<>();
		expressions.forEach((one) -> resolved.add(resolve(one)));
		return List.copyOf(resolved);
	}

}
