package org.huiling.engine.reason;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.engine.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * Holds the steps of a reason against arithmetic: each text is read again and worked out
 * from the figures that stand in it, and the last comes to what is paid.
 */
public final class CalculationStepsHeld {

	private static final String FIGURE = "\\(?(−?[\\d,]+(?:\\.\\d+)?)\\)?";

	private static final Pattern BINARY = Pattern.compile(FIGURE + " ([+−×÷]) " + FIGURE + "( %)?");

	private static final Pattern SUM = Pattern.compile(FIGURE + "(?: \\+ " + FIGURE + ")+");

	private static final Pattern EXTREME = Pattern.compile("(min|max)\\(" + FIGURE + ", " + FIGURE + "\\)");

	private static final Pattern ABOVE = Pattern.compile("max\\(" + FIGURE + " − " + FIGURE + ", 0\\)");

	private static final Pattern UNITS = Pattern
		.compile("([⌊⌈])" + FIGURE + " ÷ " + FIGURE + "[⌋⌉](?: × " + FIGURE + ")?");

	private static final Pattern ROUNDED = Pattern.compile("≈ " + FIGURE);

	private static final Pattern BAND = Pattern.compile("(\\S+) ∈ \\[(\\S+), (\\S+)\\)");

	private static final BigDecimal HALF = new BigDecimal("0.0000005");

	private static final MathContext EXACT = new MathContext(40);

	/** A figure, and how far it may be off for being shown with six decimals. */
	private record Figure(BigDecimal least, BigDecimal most) {

		static Figure of(String text) {
			BigDecimal value = number(text);
			return (value.scale() > 2) ? new Figure(value.subtract(HALF), value.add(HALF)) : new Figure(value, value);
		}

		Figure with(Figure other, BinaryOperator<BigDecimal> word) {
			List<BigDecimal> all = List.of(word.apply(this.least, other.least), word.apply(this.least, other.most),
					word.apply(this.most, other.least), word.apply(this.most, other.most));
			return new Figure(all.stream().min(BigDecimal::compareTo).orElseThrow(),
					all.stream().max(BigDecimal::compareTo).orElseThrow());
		}

		boolean holds(BigDecimal value, BigDecimal off) {
			return value.compareTo(this.least.subtract(off)) >= 0 && value.compareTo(this.most.add(off)) <= 0;
		}

	}

	private CalculationStepsHeld() {
	}

	/** What is wrong with the steps of an answer. */
	public static List<String> wrong(Assessment answer, boolean sum) {
		List<String> wrong = new ArrayList<>();
		for (int i = 0; i < answer.why().size(); i++) {
			Why why = answer.why().get(i);
			List<CalculationStep> steps = why.steps();
			for (int k = 0; k < steps.size(); k++) {
				// rounded at the end, and before a ceiling
				boolean rounded = k == steps.size() - 1
						|| (k == steps.size() - 2 && steps.get(k + 1).text().startsWith("min("));
				if (!isRight(steps.get(k), rounded ? BigDecimal.ONE : HALF)) {
					wrong.add(steps.get(k).line());
				}
			}
			boolean paid = !sum || i == answer.why().size() - 1;
			if (paid && !steps.isEmpty() && answer.amount() != null) {
				BigDecimal end = new BigDecimal(steps.get(steps.size() - 1).value().toString());
				if (end.compareTo(answer.amount()) != 0) {
					wrong.add("ends with " + end);
				}
			}
		}
		return wrong;
	}

	private static boolean isRight(CalculationStep step, BigDecimal off) {
		Matcher band = BAND.matcher(step.text());
		if (band.matches()) {
			return isIn(band.group(1), band.group(2), band.group(3));
		}
		Figure expected = worked(step.text());
		return expected != null && expected.holds(new BigDecimal(step.value().toString()), off);
	}

	private static boolean isIn(String value, String from, String to) {
		if (value.matches("\\d{4}-.*")) {
			return value.compareTo(from) >= 0 && (to.equals("∞") || value.compareTo(to) < 0);
		}
		return number(value).compareTo(number(from)) >= 0
				&& (to.equals("∞") || number(value).compareTo(number(to)) < 0);
	}

	/** Null if it is not understood. */
	private static @Nullable Figure worked(String text) {
		Matcher binary = BINARY.matcher(text);
		if (binary.matches()) {
			Figure one = Figure.of(binary.group(1));
			Figure other = Figure.of(binary.group(3));
			return switch (binary.group(2)) {
				case "+" -> one.with(other, BigDecimal::add);
				case "−" -> one.with(other, BigDecimal::subtract);
				case "÷" -> one.with(other, (a, b) -> a.divide(b, EXACT));
				default -> one.with(other, BigDecimal::multiply)
					.with(Figure.of((binary.group(4) != null) ? "0.01" : "1"), BigDecimal::multiply);
			};
		}
		if (SUM.matcher(text).matches()) {
			return Arrays.stream(text.split(" \\+ "))
				.map(Figure::of)
				.reduce((a, b) -> a.with(b, BigDecimal::add))
				.get();
		}
		Matcher above = ABOVE.matcher(text);
		if (above.matches()) {
			return Figure.of(above.group(1))
				.with(Figure.of(above.group(2)), BigDecimal::subtract)
				.with(Figure.of("0"), BigDecimal::max);
		}
		Matcher extreme = EXTREME.matcher(text);
		if (extreme.matches()) {
			return Figure.of(extreme.group(2))
				.with(Figure.of(extreme.group(3)), extreme.group(1).equals("min") ? BigDecimal::min : BigDecimal::max);
		}
		if (text.startsWith("max(⌊") || text.startsWith("max(⌈")) {
			Figure steps = worked(text.substring("max(".length(), text.length() - ", 0)".length()));
			return (steps != null) ? steps.with(steps, (a, b) -> a.max(BigDecimal.ZERO)) : null;
		}
		Matcher units = UNITS.matcher(text);
		if (units.matches()) {
			RoundingMode mode = units.group(1).equals("⌊") ? RoundingMode.FLOOR : RoundingMode.CEILING;
			Figure whole = Figure.of(units.group(2))
				.with(Figure.of(units.group(3)), (a, b) -> a.divide(b, EXACT).setScale(0, mode));
			return (units.group(4) == null) ? whole : whole.with(Figure.of(units.group(4)), BigDecimal::multiply);
		}
		Matcher rounded = ROUNDED.matcher(text);
		if (rounded.matches()) {
			Figure about = Figure.of(rounded.group(1));
			return new Figure(about.least().subtract(BigDecimal.ONE), about.most().add(BigDecimal.ONE));
		}
		return null;
	}

	private static BigDecimal number(String text) {
		return new BigDecimal(text.replaceAll("[(),]", "").replace('−', '-'));
	}

}
