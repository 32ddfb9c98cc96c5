package org.huiling.engine.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.drools.evaluation.Grant;
import org.huiling.engine.drools.evaluation.RuleResult;
import org.huiling.engine.drools.language.RuleText;
import org.huiling.engine.reason.CalculationStep;
import org.huiling.engine.reason.ConditionResult;
import org.huiling.engine.reason.SharedValue;
import org.huiling.engine.reason.Truth;
import org.huiling.engine.reason.Why;
import org.huiling.engine.reason.WhyNot;
import org.huiling.facts.Code;
import org.huiling.facts.Money;
import org.huiling.facts.Ratio;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

/**
 * Says why and why not, from what the compiled conditions read and the parameters that
 * stand in their text.
 */
public final class Explanation {

	private final ProgramResult programResult;

	public Explanation(ProgramResult programResult) {
		this.programResult = programResult;
	}

	/** The reasons for the amount; empty where there is none. */
	public List<Why> why() {
		List<Why> reasons = new ArrayList<>();
		RuleResult winner = this.programResult.winner();
		if (this.programResult.isSum()) {
			reasons.addAll(components());
		}
		else if (winner != null && this.programResult.amount() != null) {
			reasons
				.add(inKind(winner,
						new Why(winner.rule().name(), winner.rule().basis(), this.programResult.amount(),
								values(winner), null, steps(winner, this.programResult.amount()))
							.by(standards(winner))));
		}
		for (RuleResult result : this.programResult.results()) {
			for (Grant grant : result.grants()) {
				if (grant instanceof Grant.Decline && result.truth() == Truth.HOLDS) {
					reasons.add(new Why(result.rule().name(), result.rule().basis(), ProgramResult.NOTHING,
							values(result), null)
						.by(standards(result)));
				}
			}
		}
		return reasons;
	}

	/** Each component with its amount; the last with the step that adds them up. */
	private List<Why> components() {
		BigDecimal total = Objects.requireNonNull(this.programResult.amount());
		List<Why> components = new ArrayList<>();
		List<String> amounts = new ArrayList<>();
		List<RuleResult> paid = this.programResult.results()
			.stream()
			.filter((one) -> one.isPaid() && exact(one).isPositive())
			.toList();
		for (RuleResult one : paid) {
			BigDecimal amount = exact(one).shown();
			amounts.add(CalculationStep.grouped(amount));
			List<CalculationStep> steps = (paid.size() == 1) ? steps(one, total) : new ArrayList<>(steps(one));
			if (paid.size() > 1 && amounts.size() == paid.size() && !this.programResult.isInKind()) {
				addUp(steps, amounts, total);
			}
			components.add(inKind(one, new Why(one.rule().name(), one.rule().basis(),
					amount.setScale(2, RoundingMode.HALF_UP), values(one), null, steps)
				.by(standards(one))));
		}
		return components;
	}

	/** Things are no money: they are told as what they are. */
	private static Why inKind(RuleResult granting, Why reason) {
		return (granting.grants().get(0) instanceof Grant.Amount granted && granted.thing() != null)
				? reason.grants(ProgramResult.inKind(granted, granted.thing())) : reason;
	}

	/** Adds the step of the whole, and that of a ceiling that cuts it. */
	private void addUp(List<CalculationStep> steps, List<String> amounts, BigDecimal total) {
		Grant.Amount all = this.programResult.grant();
		CompiledPolicy policy = this.programResult.policy();
		if (all == null || policy == null) {
			return;
		}
		BigDecimal sum = rounded(policy, all);
		steps.add(new CalculationStep(String.join(" + ", amounts), sum));
		limit(steps, sum, total);
	}

	private static void limit(List<CalculationStep> steps, BigDecimal computed, BigDecimal paid) {
		if (computed.compareTo(paid) > 0) {
			steps.add(new CalculationStep(
					"min(" + CalculationStep.grouped(computed) + ", " + CalculationStep.grouped(paid) + ")", paid));
		}
	}

	private static BigDecimal rounded(CompiledPolicy policy, Grant.Amount amount) {
		PolicyHeader.Rounding rounding = policy.header().rounding();
		return amount.exact().rounded(rounding.decimals(), rounding.mode());
	}

	private static Money exact(RuleResult paid) {
		return ((Grant.Amount) paid.grants().get(0)).exact();
	}

	/** Each other rule with its conditions. */
	List<WhyNot> whyNot() {
		List<WhyNot> reasons = new ArrayList<>();
		RuleResult winner = this.programResult.winner();
		for (RuleResult result : this.programResult.results()) {
			boolean component = this.programResult.isSum() && result.isPaid();
			if (!component && (winner == null || result.rule().order() != winner.rule().order())) {
				reasons.add(new WhyNot(result.rule().name(), result.rule().basis(), conditions(result),
						(winner != null && result.truth() == Truth.HOLDS) ? winner.rule().name() : null));
			}
		}
		return reasons;
	}

	private List<ConditionResult> conditions(RuleResult result) {
		return result.conditions()
			.stream()
			.map((one) -> (one.absent() != null) ? one
					: new ConditionResult(one.text(), actual(one.text(), one.actual()), one.result()))
			.toList();
	}

	/**
	 * How the amount came about; the last step comes to what is paid. Steps that come to
	 * something else are not told.
	 */
	private List<CalculationStep> steps(RuleResult winner, BigDecimal paid) {
		List<CalculationStep> told = steps(winner);
		CompiledPolicy policy = this.programResult.policy();
		if (policy == null || told.isEmpty()) {
			return told;
		}
		List<CalculationStep> steps = new ArrayList<>(told);
		Grant.Amount granted = (Grant.Amount) winner.grants().get(0);
		if (granted.thing() != null) {
			return steps;
		}
		BigDecimal computed = rounded(policy, granted);
		steps.set(steps.size() - 1, new CalculationStep(steps.get(steps.size() - 1).text(), computed));
		limit(steps, computed, paid);
		return steps;
	}

	/** Those of what a rule grants, before it is rounded. */
	private List<CalculationStep> steps(RuleResult winner) {
		CompiledPolicy policy = this.programResult.policy();
		Grant.Amount granted = amount(winner);
		if (policy == null || granted == null) {
			return List.of();
		}
		List<CalculationStep> steps = policy.rules().steps(winner.rule(), () -> read(winner, granted));
		return (steps.isEmpty() || !comesTo(steps.get(steps.size() - 1).value(), granted.exact().shown())) ? List.of()
				: steps;
	}

	private static Grant.@Nullable Amount amount(RuleResult winner) {
		for (Grant grant : winner.grants()) {
			if (grant instanceof Grant.Amount amount) {
				return amount;
			}
		}
		return null;
	}

	private static Map<String, @Nullable Object> read(RuleResult winner, Grant.Amount granted) {
		Map<String, @Nullable Object> read = new HashMap<>();
		winner.conditions().forEach((one) -> read.putAll(one.actual()));
		read.putAll(granted.values());
		return read;
	}

	/** A quantity is a whole number. */
	private static boolean comesTo(Number end, BigDecimal granted) {
		return new BigDecimal(end.toString()).compareTo(granted) == 0;
	}

	private Map<String, @Nullable Object> values(RuleResult result) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		result.conditions().forEach((one) -> addActual(one.text(), one.actual(), values));
		for (Grant grant : result.grants()) {
			if (grant instanceof Grant.Amount amount) {
				amount.values().forEach((name, value) -> values.putIfAbsent(name, shown(value)));
				addLimit(values, amount);
			}
		}
		parametersOf(result.rule(), values).forEach(values::putIfAbsent);
		return values;
	}

	private List<SharedValue> standards(RuleResult result) {
		CompiledPolicy policy = this.programResult.policy();
		if (policy == null || !SharedValues.areIn(policy)) {
			return List.of();
		}
		List<String> texts = new ArrayList<>(result.conditions().stream().map(ConditionResult::text).toList());
		texts.add(result.rule().consequence());
		return SharedValues.of(policy, texts, values(result).values());
	}

	/** Where a ceiling cut the amount, both figures are shown. */
	private void addLimit(Map<String, @Nullable Object> values, Grant.Amount amount) {
		CompiledPolicy policy = this.programResult.policy();
		if (amount.ceiling() != null && policy != null) {
			PolicyHeader.Rounding rounding = policy.header().rounding();
			BigDecimal computed = amount.exact().rounded(rounding.decimals(), rounding.mode());
			if (this.programResult.amount() != null && computed.compareTo(this.programResult.amount()) > 0) {
				values.put("beforeCeiling", computed);
				values.put("leftOfCeiling", this.programResult.amount());
			}
		}
	}

	private Map<String, @Nullable Object> parametersOf(RuleText rule, Map<String, @Nullable Object> read) {
		return parameters(rule.consequence(), read);
	}

	private void addActual(String text, Map<String, @Nullable Object> read, Map<String, @Nullable Object> values) {
		if (namesParameters(text)) {
			values.putAll(actual(text, read));
		}
		else {
			read.forEach((name, value) -> values.put(name, shown(value)));
		}
	}

	private boolean namesParameters(String text) {
		CompiledPolicy policy = this.programResult.policy();
		return policy != null && !policy.parametersIn(text).isEmpty();
	}

	private Map<String, @Nullable Object> actual(String text, Map<String, @Nullable Object> read) {
		Map<String, @Nullable Object> actual = new LinkedHashMap<>();
		read.forEach((name, value) -> actual.put(name, shown(value)));
		actual.putAll(parameters(text, actual));
		return actual;
	}

	private Map<String, @Nullable Object> parameters(String text, Map<String, @Nullable Object> read) {
		CompiledPolicy policy = this.programResult.policy();
		if (policy == null || policy.parametersIn(text).isEmpty()) {
			return Map.of();
		}
		Map<String, @Nullable Object> found = new LinkedHashMap<>();
		for (String name : policy.parametersIn(text)) {
			Object value = policy.parameters().get(name);
			Object entry = (value instanceof List<?> && isBands(policy, name)) ? band(text, name, value, read)
					: (value != null) ? entry(value, read) : null;
			if (entry != null) {
				found.put(name, entry);
			}
		}
		return found;
	}

	/** Of a table only the entry that was looked up, where that can be told. */
	private static Object entry(Object value, Map<String, @Nullable Object> read) {
		if (value instanceof Map<?, ?> table) {
			for (Object key : read.values()) {
				if (key != null && table.containsKey(key.toString())) {
					return table.get(key.toString());
				}
			}
		}
		return value;
	}

	private static boolean isBands(CompiledPolicy policy, String name) {
		for (PolicyHeader.Parameter one : policy.header().parameters()) {
			if (one.name().equals(name)) {
				return one.unit().equals("bands");
			}
		}
		return false;
	}

	/**
	 * Of bands the value that was looked up by a fact as it is; all their rows say
	 * nothing.
	 */
	private static @Nullable Object band(String text, String name, Object value, Map<String, @Nullable Object> read) {
		Matcher key = Pattern.compile("\\bP\\s*\\.\\s*" + name + "\\s*\\.\\s*at\\s*\\(\\s*([\\w.]+)\\s*\\)")
			.matcher(text);
		Object known = key.find() ? read.get(key.group(1)) : null;
		Object found = null;
		if (known != null && value instanceof List<?> rows) {
			for (Object row : rows) {
				Map<?, ?> band = (Map<?, ?>) row;
				found = reaches(band.get("from"), known) ? band.get("value") : found;
			}
		}
		return found;
	}

	private static boolean reaches(@Nullable Object from, Object value) {
		return (from instanceof BigDecimal line && value instanceof Number number)
				? line.compareTo(new BigDecimal(number.toString())) <= 0
				: String.valueOf(from).compareTo(value.toString()) <= 0;
	}

	private static @Nullable Object shown(@Nullable Object value) {
		if (value instanceof Money money) {
			return money.shown();
		}
		if (value instanceof Ratio || value instanceof Code || value instanceof LocalDate) {
			return value.toString();
		}
		return (value instanceof List<?> list) ? items(list) : value;
	}

	/** Items by their kind; of those that have none, which may hold names, how many. */
	private static Object items(List<?> list) {
		boolean kinds = list.stream()
			.allMatch((item) -> !(item instanceof FactRecord one) || one.value("kind") != null);
		return kinds ? list.stream().map(Explanation::item).toList() : (Object) list.size();
	}

	private static Object item(@Nullable Object item) {
		return (item instanceof FactRecord one) ? String.valueOf(one.value("kind")) : String.valueOf(item);
	}

}
