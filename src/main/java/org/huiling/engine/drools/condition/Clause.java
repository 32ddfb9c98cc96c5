package org.huiling.engine.drools.condition;

import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.drools.language.Comparison;
import org.huiling.engine.reason.Truth;
import org.jspecify.annotations.Nullable;

/**
 * One condition of one branch of a rule, to be asked by itself. A branch holds when all
 * its clauses do.
 */
public final class Clause {

	private final Condition condition;

	private final Branch branch;

	private final FactBinder binder;

	private final List<Comparison> comparisons = new ArrayList<>();

	private boolean readable = true;

	public Clause(Condition condition, Branch branch, ConditionReader reader, FactBinder binder) {
		this.condition = condition;
		this.branch = branch;
		this.binder = binder;
		collect(condition, reader);
	}

	private void collect(Condition part, ConditionReader reader) {
		if (part instanceof Condition.Test test) {
			Comparison comparison = reader.read(test);
			if (comparison != null) {
				this.comparisons.add(comparison);
			}
			else {
				this.readable = false;
			}
		}
		else if (part instanceof Condition.Not not) {
			collect(not.part(), reader);
		}
		else if (part instanceof Condition.AnyItem items) {
			items.conditions().forEach((one) -> collect(one, reader));
		}
		else if (part instanceof Condition.Any any) {
			any.parts().forEach((one) -> collect(one, reader));
		}
		else if (part instanceof Condition.All all) {
			all.parts().forEach((one) -> collect(one, reader));
		}
		else if (part instanceof Condition.Inner inner) {
			inner.branch().conditions().forEach((one) -> collect(one, reader));
		}
	}

	/**
	 * The condition as written.
	 * @return its text
	 */
	public String text() {
		return this.condition.text();
	}

	/**
	 * What it compares: one comparison, or those inside {@code not} and {@code exists}.
	 * @return those that can be read
	 */
	public List<Comparison> comparisons() {
		return this.comparisons;
	}

	/**
	 * Whether all it compares can be read from its text.
	 * @return false if {@link #comparisons()} lacks some
	 */
	public boolean readable() {
		return this.readable;
	}

	/**
	 * Whether it is one comparison, neither negated nor part of something larger.
	 * @return true for a plain condition
	 */
	public boolean plain() {
		return this.condition instanceof Condition.Test && this.readable;
	}

	/**
	 * The pattern whose items it asks of, under {@code exists} or {@code not}.
	 * @return such as {@code Member}, null if it asks of the applicant or the claim
	 */
	public @Nullable String items() {
		Condition asked = (this.condition instanceof Condition.Not not) ? not.part() : this.condition;
		return (asked instanceof Condition.AnyItem items) ? items.pattern() : null;
	}

	/**
	 * Asks it.
	 * @param facts the facts of an evaluation
	 * @return holds, fails (also when it cannot be worked out) or unknown
	 */
	public Truth truth(FactSet facts) {
		return this.condition.ask(new Scope(this.binder.bind(facts), this.branch.bindings())).truth();
	}

	@Override
	public String toString() {
		return text();
	}

}
