package org.huiling.engine.drools.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.huiling.engine.drools.language.Calculator;
import org.huiling.engine.drools.language.ConsequenceReader;
import org.huiling.engine.drools.language.Operand;
import org.huiling.engine.drools.language.Operand.Calculation;
import org.huiling.engine.drools.language.Operand.Call;
import org.huiling.engine.drools.language.Operand.Code;
import org.huiling.engine.drools.language.Operand.Constant;
import org.huiling.engine.drools.language.Operand.Extreme;
import org.huiling.engine.drools.language.Operand.Parameter;
import org.huiling.engine.drools.language.Operand.Property;
import org.huiling.engine.drools.language.Shorthand;
import org.huiling.engine.reason.CalculationStep;
import org.huiling.facts.Bands;
import org.huiling.facts.Money;
import org.huiling.facts.Ratio;
import org.huiling.facts.Segments;
import org.huiling.facts.Table;
import org.jspecify.annotations.Nullable;

/**
 * Works out once more, step by step, what a consequence grants, from the values that it
 * read. Of what cannot be followed there are no steps, rather than wrong ones.
 */
public final class AmountSteps {

	private static final String MINUS = " − ";

	private static final String TIMES = " × ";

	private static final String OVER = " ÷ ";

	private static final String AFTER_DEDUCTIBLE = "afterDeductible";

	private final Map<String, Object> parameters;

	private final Supplier<Map<String, @Nullable Object>> reads;

	private @Nullable Map<String, @Nullable Object> read;

	private final List<CalculationStep> steps = new ArrayList<>();

	private AmountSteps(Map<String, Object> parameters, Supplier<Map<String, @Nullable Object>> reads) {
		this.parameters = parameters;
		this.reads = reads;
	}

	/** Something that was not read, or is no figure. */
	private static final class NotFollowed extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NotFollowed() {
			super("", null, false, false);
		}

	}

	/**
	 * The steps.
	 * @param said what the consequence says
	 * @param parameters by name, typed as rules see them
	 * @param reads tells the values that the rule read, by what rules call them; it is
	 * asked only if one of them is needed
	 * @return in order; empty where nothing is worked out, or cannot be followed
	 */
	public static List<CalculationStep> of(List<ConsequenceReader.Said> said, Map<String, Object> parameters,
			Supplier<Map<String, @Nullable Object>> reads) {
		AmountSteps steps = new AmountSteps(parameters, reads);
		try {
			steps.follow(said);
			return List.copyOf(steps.steps);
		}
		catch (NotFollowed | ArithmeticException | ClassCastException | java.util.NoSuchElementException unread) {
			return List.of();
		}
	}

	/**
	 * Whether what a consequence says may have steps at all: an amount that is looked up
	 * or stands in the version has none, whoever it is granted to.
	 * @param said what the consequence says
	 * @param parameters by name, typed as rules see them
	 * @return false only if {@link #of} is empty whatever was read
	 */
	public static boolean mayTell(List<ConsequenceReader.Said> said, Map<String, Object> parameters) {
		for (ConsequenceReader.Said one : said) {
			boolean alone = switch (one.word()) {
				case "pay", "waive", "reimburse" -> one.arguments().size() == 1;
				case "atMost", "atLeast" -> false;
				default -> true;
			};
			if (!alone || one.arguments().stream().anyMatch((each) -> isWorkedOut(each, parameters))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isWorkedOut(Operand expression, Map<String, Object> parameters) {
		if (expression instanceof Call call && call.on() instanceof Parameter table
				&& parameters.get(table.name()) instanceof Table<?, ?>) {
			return call.arguments().stream().anyMatch((each) -> isWorkedOut(each, parameters));
		}
		if (expression instanceof Property property) {
			return AFTER_DEDUCTIBLE.equals(property.path());
		}
		return expression instanceof Call || expression instanceof Extreme || expression instanceof Calculation;
	}

	private void follow(List<ConsequenceReader.Said> said) {
		Money most = null;
		Money least = null;
		for (ConsequenceReader.Said one : said) {
			switch (one.word()) {
				case "atMost" -> most = money(one.arguments().get(0));
				case "atLeast" -> least = money(one.arguments().get(0));
				case "pay", "waive", "reimburse" -> limited(amount(one), most, least);
				case "entitle" -> value(one.arguments().get(1));
				default -> {
				}
			}
		}
	}

	private Money amount(ConsequenceReader.Said said) {
		Money amount = money(said.arguments().get(0));
		if (said.arguments().size() == 1) {
			return amount;
		}
		Object share = value(said.arguments().get(1));
		return (share instanceof Segments segments) ? segments(segments, amount) : (Money) times(amount, share);
	}

	private void limited(Money amount, @Nullable Money most, @Nullable Money least) {
		Money limited = (most != null) ? most(amount, most) : amount;
		if (least != null) {
			least(limited, least);
		}
	}

	private Money money(Operand expression) {
		return (Money) value(expression);
	}

	private Object value(Operand expression) {
		if (expression instanceof Constant constant) {
			return constant.value();
		}
		if (expression instanceof Code code) {
			return org.huiling.facts.Code.of(code.type(), code.name());
		}
		if (expression instanceof Parameter parameter) {
			return known(this.parameters.get(parameter.name()));
		}
		if (expression instanceof Property property) {
			return property(property);
		}
		if (expression instanceof Extreme extreme) {
			return extreme(extreme);
		}
		if (expression instanceof Calculation calculation) {
			return whole(calculation);
		}
		if (expression instanceof Call call) {
			List<Object> arguments = new ArrayList<>(call.arguments().size());
			for (Operand argument : call.arguments()) {
				arguments.add(value(argument));
			}
			return call(value(call.on()), call.word(), arguments);
		}
		throw new NotFollowed();
	}

	private static Object known(@Nullable Object value) {
		if (value == null) {
			throw new NotFollowed();
		}
		return value;
	}

	private Map<String, @Nullable Object> read() {
		Map<String, @Nullable Object> read = this.read;
		if (read == null) {
			read = this.reads.get();
			this.read = read;
		}
		return read;
	}

	/** What is left after a deductible was worked out for the rule: it is told how. */
	private Object property(Property property) {
		Object value = known(read().get(property.path()));
		if (AFTER_DEDUCTIBLE.equals(property.path()) && read().get("deductible") instanceof Money deductible) {
			read().values()
				.stream()
				.filter((one) -> one instanceof Money cost && cost.above(deductible).equals(value)
						&& !cost.equals(deductible))
				.findFirst()
				.ifPresent((cost) -> above((Money) cost, deductible));
		}
		return value;
	}

	private Object call(Object on, String word, List<Object> arguments) {
		Object argument = arguments.isEmpty() ? on : arguments.get(0);
		if (on instanceof Money amount) {
			return money(amount, word, argument);
		}
		if (on instanceof Segments segments && "of".equals(word)) {
			return segments(segments, (Money) argument);
		}
		if (on instanceof Bands<?, ?> bands) {
			return band(bands, argument);
		}
		if (on instanceof Table<?, ?> || on instanceof Segments || on instanceof Ratio) {
			return known(Calculator.call(on, word, arguments));
		}
		throw new NotFollowed();
	}

	private Object money(Money amount, String word, Object argument) {
		return switch (word) {
			case "plus" -> step(shown(amount) + " + " + shown(argument), amount.plus((Money) argument));
			case "minus" -> step(shown(amount) + MINUS + shown(argument), amount.minus((Money) argument));
			case "times" -> times(amount, argument);
			case "above" -> above(amount, (Money) argument);
			case "atMost" -> most(amount, (Money) argument);
			case "atLeast" -> least(amount, (Money) argument);
			case "sharedBy" -> step(shown(amount) + OVER + shown(argument), amount.sharedBy((Integer) argument));
			case "steps" -> step(counted(amount, "⌊" + shown(amount) + OVER + shown(argument) + "⌋"),
					amount.steps((Money) argument));
			case "startedSteps" -> step(counted(amount, "⌈" + shown(amount) + OVER + shown(argument) + "⌉"),
					amount.startedSteps((Money) argument));
			case "floorTo" -> step("⌊" + shown(amount) + OVER + shown(argument) + "⌋" + TIMES + shown(argument),
					amount.floorTo((Money) argument));
			case "ceilTo" -> step("⌈" + shown(amount) + OVER + shown(argument) + "⌉" + TIMES + shown(argument),
					amount.ceilTo((Money) argument));
			case "rounded" -> step("≈ " + shown(amount),
					amount.rounded((org.huiling.facts.Rounding) known(this.parameters.get(Shorthand.ROUNDING))));
			default -> throw new NotFollowed();
		};
	}

	/** There are no steps in less than nothing. */
	private static String counted(Money amount, String steps) {
		return (amount.compareTo(Money.ZERO) < 0) ? "max(" + steps + ", 0)" : steps;
	}

	private Object times(Money amount, Object factor) {
		return step(shown(amount) + TIMES + shown(factor),
				(factor instanceof Ratio ratio) ? amount.times(ratio) : amount.times((Integer) factor));
	}

	private Money above(Money amount, Money line) {
		boolean reached = amount.compareTo(line) >= 0;
		String text = shown(amount) + MINUS + shown(line);
		return step(reached ? text : "max(" + text + ", 0)", amount.above(line));
	}

	/** A limit that limits nothing is no step. */
	private Money most(Money amount, Money most) {
		return (amount.compareTo(most) > 0) ? step("min(" + shown(amount) + ", " + shown(most) + ")", most) : amount;
	}

	private Money least(Money amount, Money least) {
		return (amount.compareTo(least) < 0) ? step("max(" + shown(amount) + ", " + shown(least) + ")", least) : amount;
	}

	private Money segments(Segments segments, Money cost) {
		List<Money> parts = new ArrayList<>();
		Money from = Money.ZERO;
		for (Segments.Segment segment : segments.segments()) {
			Money slice = ((segment.upTo() != null) ? cost.atMost(segment.upTo()) : cost).above(from);
			if (slice.isPositive()) {
				parts.add((Money) times(slice, segment.ratio()));
			}
			from = Objects.requireNonNullElse(segment.upTo(), cost);
		}
		Money all = segments.of(cost);
		if (parts.size() > 1) {
			step(String.join(" + ", parts.stream().map(AmountSteps::shown).toList()), all);
		}
		return all;
	}

	/** Between which lines something lies. */
	@SuppressWarnings("unchecked") // what is looked up was looked up by the rule before
	private Object band(Bands<?, ?> bands, Object key) {
		Object value = known(((Bands<Object, Object>) bands).at(key));
		List<Object> starts = List.copyOf(bands.starts());
		int at = starts.size() - 1;
		while (at > 0 && ((Comparable<Object>) starts.get(at)).compareTo(key) > 0) {
			at--;
		}
		String end = (at + 1 < starts.size()) ? shown(starts.get(at + 1)) : "∞";
		if (value instanceof Money || value instanceof Integer) {
			step(shown(key) + " ∈ [" + shown(starts.get(at)) + ", " + end + ")", value);
		}
		return value;
	}

	private Object extreme(Extreme extreme) {
		Object one = value(extreme.one());
		Object other = value(extreme.other());
		Integer side = Calculator.compare(one, other);
		if (side == null) {
			throw new NotFollowed();
		}
		Object chosen = ((side <= 0) == "min".equals(extreme.function())) ? one : other;
		boolean figure = chosen instanceof Money || chosen instanceof Integer;
		return figure ? step(extreme.function() + "(" + shown(one) + ", " + shown(other) + ")", chosen) : chosen;
	}

	private Object whole(Calculation calculation) {
		Object left = value(calculation.left());
		Object right = value(calculation.right());
		Object value = known(Calculator.whole(left, calculation.operator(), right));
		String text = shown(left) + switch (calculation.operator()) {
			case "+" -> " + ";
			case "-" -> MINUS;
			case "*" -> TIMES;
			default -> OVER;
		} + shown(right);
		return step("/".equals(calculation.operator()) ? "⌊" + text + "⌋" : text, value);
	}

	private <T> T step(String text, T value) {
		Number figure = (value instanceof Money money) ? money.shown() : (Integer) value;
		CalculationStep step = new CalculationStep(text, figure);
		if (!this.steps.contains(step)) {
			this.steps.add(step);
		}
		return value;
	}

	private static String shown(Object value) {
		if (value instanceof Money money) {
			return CalculationStep.grouped(money.shown());
		}
		if (value instanceof Ratio ratio) {
			return ratio.toString().replace("%", " %");
		}
		return (value instanceof Integer number) ? CalculationStep.counted(number) : String.valueOf(value);
	}

}
