package org.huiling.engine.drools.condition;

import java.util.Map;

import org.drools.model.Variable;
import org.huiling.engine.drools.language.BoundNames;
import org.huiling.engine.drools.language.Comparison;
import org.huiling.engine.drools.language.ConstraintReader;
import org.huiling.engine.drools.language.NotAdmitted;
import org.huiling.engine.drools.language.RuleVocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Reads the conditions of a compiled rule back from the text that Drools keeps of each.
 */
public final class ConditionReader {

	private final Map<String, Object> parameters;

	private final BoundNames meanings;

	private final RuleVocabulary vocabulary;

	/**
	 * A reader for one rule.
	 * @param parameters the parameters of the version by name, typed as rules see them
	 * @param meanings what the names of the rule stand for
	 * @param vocabulary the words there are
	 */
	public ConditionReader(Map<String, Object> parameters, BoundNames meanings, RuleVocabulary vocabulary) {
		this.parameters = parameters;
		this.meanings = meanings;
		this.vocabulary = vocabulary;
	}

	/** The comparison that a condition makes, null if its text is something else. */
	@Nullable Comparison read(Condition.Test test) {
		try {
			return Comparison.of(ConstraintReader.read(test.text(), fact(test), this.vocabulary), this.meanings,
					this.parameters);
		}
		catch (NotAdmitted refused) {
			return null;
		}
	}

	/** The fact of the pattern comes before those that are joined to it. */
	private String fact(Condition.Test test) {
		for (Variable<?> variable : test.variables()) {
			if (this.vocabulary.isFact(variable.getType().getSimpleName())) {
				return variable.getType().getSimpleName();
			}
		}
		return "";
	}

}
