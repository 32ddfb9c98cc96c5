package org.huiling.engine.oracle;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

import org.huiling.engine.oracle.Formula.Kind;

/** What can be done with values, one by one from the manual. */
final class Words {

	private static final BigInteger LARGEST = BigInteger.valueOf(Integer.MAX_VALUE);

	private static final BigInteger SMALLEST = BigInteger.valueOf(Integer.MIN_VALUE);

	private static final Fraction NOTHING = Fraction.ZERO;

	private Words() {
	}

	/** A word that takes two values and needs both. */
	private static Formula both(Formula one, Formula other, Kind kind, String text,
			BiFunction<Object, Object, Object> value) {
		return new Formula(kind, (kind == Kind.NUMBER) ? one.unit() : "", text, Formula.all(List.of(one, other)),
				(situation) -> {
					Object left = one.of(situation);
					Object right = other.of(situation);
					return (left instanceof Gone || right instanceof Gone) ? gone(left, right)
							: value.apply(left, right);
				});
	}

	/** What is left where a value is needed that is none. */
	static Gone gone(Object... values) {
		List<Object> all = List.of(values);
		return all.contains(Gone.ABSENT) ? Gone.ABSENT : all.contains(Gone.UNKNOWN) ? Gone.UNKNOWN : Gone.FAULT;
	}

	/** A word between two amounts, such as {@code a.plus(b)}. */
	static Formula amounts(String word, Formula one, Formula other) {
		return both(one, other, Kind.MONEY, one + "." + word + "(" + other + ")", (left, right) -> {
			Fraction a = (Fraction) left;
			Fraction b = (Fraction) right;
			return switch (word) {
				case "plus" -> a.plus(b);
				case "minus" -> a.minus(b);
				case "above" -> a.minus(b).most(NOTHING);
				case "atMost" -> a.least(b);
				case "atLeast" -> a.most(b);
				case "floorTo" -> (b.sign() <= 0) ? Gone.FAULT : Fraction.of(a.over(b).floor()).times(b);
				case "ceilTo" -> (b.sign() <= 0) ? Gone.FAULT : Fraction.of(a.over(b).ceiling()).times(b);
				default -> throw new IllegalArgumentException(word);
			};
		});
	}

	/** {@code steps} and {@code startedSteps}: begun units are none of what is owed. */
	static Formula steps(String word, Formula one, Formula unit) {
		return both(one, unit, Kind.NUMBER, one + "." + word + "(" + unit + ")", (left, right) -> {
			Fraction b = (Fraction) right;
			if (b.sign() <= 0) {
				return Gone.FAULT;
			}
			Fraction units = ((Fraction) left).over(b);
			BigInteger number = word.equals("steps") ? units.floor() : units.ceiling();
			return fits(number.max(BigInteger.ZERO));
		}).in("count");
	}

	/** Times a share or a whole number. */
	static Formula times(Formula one, Formula factor) {
		return both(one, factor, Kind.MONEY, one + ".times(" + factor + ")",
				(left, right) -> ((Fraction) left).times(number(right)));
	}

	static Formula sharedBy(Formula one, Formula heads) {
		return both(one, heads, Kind.MONEY, one + ".sharedBy(" + heads + ")", (left,
				right) -> ((BigInteger) right).signum() <= 0 ? Gone.FAULT : ((Fraction) left).over(number(right)));
	}

	static Formula rounded(Formula one, Fraction.Rounding rounding) {
		return new Formula(Kind.MONEY, "", one + ".rounded()", one.reads(), (situation) -> {
			Object value = one.of(situation);
			return (value instanceof Fraction amount) ? rounding.round(amount) : value;
		});
	}

	/** {@code + - *} on whole numbers, in brackets where they are asked for. */
	static Formula numbers(String sign, Formula one, Formula other, boolean brackets) {
		String text = one + " " + sign + " " + other;
		return both(one, other, Kind.NUMBER, brackets ? "( " + text + " )" : text, (left, right) -> {
			BigInteger a = (BigInteger) left;
			BigInteger b = (BigInteger) right;
			BigInteger worked = switch (sign) {
				case "+" -> a.add(b);
				case "-" -> a.subtract(b);
				case "*" -> a.multiply(b);
				default -> throw new IllegalArgumentException(sign);
			};
			return fits(worked);
		});
	}

	static Formula whole(Formula one, Formula other) {
		return both(one, other, Kind.NUMBER, "whole(" + one + " / " + other + ")",
				(left, right) -> ((BigInteger) right).signum() == 0 ? Gone.FAULT
						: fits(Fraction.of((BigInteger) left).over(Fraction.of((BigInteger) right)).floor()));
	}

	/** The smaller or larger of two; a derived fact passes over what is not there. */
	static Formula extreme(String word, Formula one, Formula other, boolean derived) {
		return new Formula(one.kind(), one.unit(), word + "(" + one + ", " + other + ")",
				Formula.all(List.of(one, other)), (situation) -> {
					Object left = one.of(situation);
					Object right = other.of(situation);
					if (derived && left == Gone.ABSENT) {
						return right;
					}
					if (derived && right == Gone.ABSENT) {
						return left;
					}
					if (left instanceof Gone || right instanceof Gone) {
						return gone(left, right);
					}
					return (order(left, right) <= 0 == word.equals("min")) ? left : right;
				});
	}

	/** A comparison: of what is not there only {@code !=} holds. */
	static Formula compared(Formula one, String sign, Formula other) {
		return both(one, other, Kind.TRUTH, one + " " + sign + " " + other, (left, right) -> holds(sign, left, right))
			.thatOfAbsence(sign.equals("!="));
	}

	static boolean holds(String sign, Object left, Object right) {
		return switch (sign) {
			case "==" -> left.equals(right);
			case "!=" -> !left.equals(right);
			case "<" -> order(left, right) < 0;
			case "<=" -> order(left, right) <= 0;
			case ">" -> order(left, right) > 0;
			case ">=" -> order(left, right) >= 0;
			default -> throw new IllegalArgumentException(sign);
		};
	}

	/** Whether something is among codes. */
	static Formula among(Formula one, List<String> codes, boolean in, String text) {
		return new Formula(Kind.TRUTH, "", text, one.reads(), (situation) -> {
			Object value = one.of(situation);
			return (value instanceof Gone) ? value : (codes.contains(value) == in);
		}).thatOfAbsence(!in);
	}

	/** A word about two days. */
	static Formula days(Formula one, Formula other, Kind kind, String text, BiFunction<Object, Object, Object> value) {
		return both(one, other, kind, text, value);
	}

	/** Whether something of two days is so; not of one that is not there. */
	static Formula same(Formula one, Formula other, String text, BiPredicate<Object, Object> value) {
		return both(one, other, Kind.TRUTH, text, (left, right) -> value.test(left, right)).thatOfAbsence(false);
	}

	static Fraction number(Object value) {
		return (value instanceof BigInteger whole) ? Fraction.of(whole) : (Fraction) value;
	}

	static Object fits(BigInteger number) {
		return (number.compareTo(LARGEST) > 0 || number.compareTo(SMALLEST) < 0) ? Gone.FAULT : number;
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	static int order(Object left, Object right) {
		return ((Comparable) Objects.requireNonNull(left)).compareTo(right);
	}

}
