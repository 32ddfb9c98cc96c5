package org.huiling.engine.drools.evaluation;

import org.huiling.engine.drools.language.RuleText;

/**
 * A rule could not be worked out although its facts are known: a defect of the policy.
 */
public final class RuleFault extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient RuleText rule;

	RuleFault(RuleText rule, Throwable cause) {
		super("rule " + rule.name().zh() + " (" + rule.file() + ":" + rule.line() + ") failed: " + cause.getMessage(),
				cause);
		this.rule = rule;
	}

	/**
	 * The rule at fault.
	 * @return as written
	 */
	public RuleText rule() {
		return this.rule;
	}

}
