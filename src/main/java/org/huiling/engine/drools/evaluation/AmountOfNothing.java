package org.huiling.engine.drools.evaluation;

import java.util.Map;

import org.huiling.engine.Bilingual;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.language.RuleText;
import org.huiling.engine.reason.ConditionResult;
import org.huiling.engine.reason.Note;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.type.Label;
import org.huiling.facts.words.FactWords;
import org.huiling.facts.words.PersonFacts;

/**
 * Says why a rule grants nothing none of whose conditions fails: its amount is worked out
 * of a fact that is not there, of which nobody is asked.
 */
final class AmountOfNothing {

	/** The code of the reason. */
	private static final String CODE = "NOT_THERE";

	private AmountOfNothing() {
	}

	/**
	 * The reason beside the conditions.
	 * @param rule the rule, whose consequence asks for the fact
	 * @param path the way to the fact that is not there
	 * @param facts whose dictionary has its name
	 */
	static ConditionResult reason(RuleText rule, String path, FactSet facts) {
		Label fact = phrase(path, facts);
		return new ConditionResult(rule.consequence().strip(), Map.of(), Truth.FAILS,
				new Note(CODE, path, new Bilingual("没有" + fact.zh() + "，金额要按它计算",
						"there is none of this, by which the amount is worked out: " + fact.en())));
	}

	private static Label phrase(String path, FactSet facts) {
		PersonFacts person = facts.applicant();
		FactWords words = (person != null) ? person.words() : null;
		return (words != null) ? words.phrase(path) : new Label(path, path);
	}

}
