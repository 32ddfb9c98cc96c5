package org.huiling.engine.drools.condition;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.drools.model.Binding;
import org.drools.model.Variable;
import org.huiling.facts.UnknownFact;
import org.jspecify.annotations.Nullable;

/** What the variables of one branch of a rule stand for in one evaluation. */
public final class Scope {

	private final BoundFacts facts;

	private final Map<Variable<?>, Binding> bindings;

	/** The item of a list that is looked at, of the version's own class. */
	private final @Nullable Object item;

	public Scope(BoundFacts facts, Map<Variable<?>, Binding> bindings) {
		this(facts, bindings, null);
	}

	private Scope(BoundFacts facts, Map<Variable<?>, Binding> bindings, @Nullable Object item) {
		this.facts = facts;
		this.bindings = bindings;
		this.item = item;
	}

	/** Inside of a pattern over an item of a list. */
	Scope of(Object looked) {
		return new Scope(this.facts, Map.of(), looked);
	}

	/** No such fact takes part in this program. */
	static final class NoFact extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NoFact(String name) {
			super(name, null, false, false);
		}

	}

	Scope with(Map<Variable<?>, Binding> inner) {
		Map<Variable<?>, Binding> all = new HashMap<>(this.bindings);
		all.putAll(inner);
		return new Scope(this.facts, all, this.item);
	}

	/** The same variables over facts with something in place of what is unknown. */
	public Scope supposing() {
		return new Scope(this.facts.supposing(), this.bindings);
	}

	/** Something that reads facts. */
	public interface Question {

		void ask(Scope scope) throws Exception;

	}

	/**
	 * What is unknown of all that a question reads, where asking it ended with the first
	 * of it: nobody is asked for one thing after the other.
	 */
	public Set<String> unknown(UnknownFact first, Question question) {
		Set<String> all = new TreeSet<>(first.fields());
		try {
			question.ask(new Scope(this.facts.supposingAnything(all), this.bindings));
		}
		catch (UnknownFact more) {
			all.addAll(more.fields());
		}
		catch (Exception meaningless) {
			// worked out of values that mean nothing
			return all;
		}
		return all;
	}

	public BoundFacts facts() {
		return this.facts;
	}

	/** The fact of the variable's type, or what a binding reads of it. */
	public Object value(Variable<?> variable) {
		Binding binding = this.bindings.isEmpty() ? null : this.bindings.get(variable);
		if (binding == null) {
			Object fact = variable.getType().isInstance(this.item) ? this.item : this.facts.of(variable.getType());
			if (fact == null) {
				throw new NoFact(variable.getName());
			}
			return fact;
		}
		Variable<?>[] inputs = binding.getInputVariables();
		Object[] values = new Object[inputs.length];
		for (int i = 0; i < inputs.length; i++) {
			values[i] = value(inputs[i]);
		}
		return binding.eval(values);
	}

	public Map<String, @Nullable Object> takeReads() {
		return (this.facts.reads() != null) ? this.facts.reads().take() : Map.of();
	}

}
