package org.huiling.engine.problem;

import java.util.List;
import java.util.stream.Collectors;

import org.huiling.engine.Bilingual;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.drools.evaluation.RuleFault;
import org.huiling.facts.CalculationFault;
import org.jspecify.annotations.Nullable;

/**
 * A published policy cannot answer for somebody: there is no amount, and nothing may be
 * decided until the policy is mended.
 */
public class PolicyFault extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** The awards of two programs hang on each other. */
	public static final String CIRCLE = "AWARD_CIRCLE";

	private final String code;

	private final String program;

	private final String version;

	private final transient List<Bilingual> rules;

	private final @Nullable String fact;

	public PolicyFault(String code, CompiledPolicy policy, List<Bilingual> rules) {
		this(code, policy, rules, null);
	}

	private PolicyFault(String code, CompiledPolicy policy, List<Bilingual> rules, @Nullable String fact) {
		super(code + " in " + policy.program().id() + " " + policy.version() + ": "
				+ rules.stream().map(Bilingual::en).collect(Collectors.joining(" and "))
				+ ((fact != null) ? " (" + fact + ")" : ""));
		this.fact = fact;
		this.code = code;
		this.program = policy.program().id();
		this.version = policy.version();
		this.rules = List.copyOf(rules);
	}

	/**
	 * A rule that cannot be worked out for somebody.
	 * @param policy the rule is of
	 * @param fault what happened
	 * @return {@code RULE_FAILED}, with the fact that could not be worked out
	 */
	public static PolicyFault of(CompiledPolicy policy, RuleFault fault) {
		return new PolicyFault("RULE_FAILED", policy, List.of(fault.rule().name()), CalculationFault.factIn(fault));
	}

	/**
	 * What kind of fault it is.
	 * @return {@code TWO_GRANTS}, {@code RULE_FAILED} or {@code AWARD_CIRCLE}
	 */
	public String code() {
		return this.code;
	}

	/**
	 * The program at fault.
	 * @return its id
	 */
	public String program() {
		return this.program;
	}

	/**
	 * The version at fault.
	 * @return its name
	 */
	public String version() {
		return this.version;
	}

	/**
	 * The rules at fault.
	 * @return at least one, but for a circle, which no rule alone makes
	 */
	public List<Bilingual> rules() {
		return this.rules;
	}

	/**
	 * The fact that could not be worked out.
	 * @return its path, null where it was another thing
	 */
	public @Nullable String fact() {
		return this.fact;
	}

}
