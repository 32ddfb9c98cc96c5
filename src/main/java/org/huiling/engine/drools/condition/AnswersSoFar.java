package org.huiling.engine.drools.condition;

import java.util.IdentityHashMap;

import org.huiling.engine.drools.condition.Condition.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What has been asked in one evaluation: a constraint that many rules share is asked
 * once.
 */
public final class AnswersSoFar {

	private final @Nullable Answer[] tests;

	private @Nullable IdentityHashMap<Condition, Answer> others;

	public AnswersSoFar(int distinctTests) {
		this.tests = new Answer[distinctTests];
	}

	public Answer answer(Condition condition, Scope scope) {
		if (condition instanceof Condition.Test test && test.number() >= 0) {
			Answer known = this.tests[test.number()];
			if (known == null) {
				known = test.ask(scope);
				this.tests[test.number()] = known;
			}
			return known;
		}
		if (this.others == null) {
			this.others = new IdentityHashMap<>();
		}
		Answer known = this.others.get(condition);
		if (known == null) {
			known = condition.ask(scope);
			this.others.put(condition, known);
		}
		return known;
	}

}
