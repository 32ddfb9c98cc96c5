package org.huiling.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.huiling.engine.oracle.Formula.Kind;

/**
 * A share for each slice of an amount; what lies on an upper bound belongs below it.
 *
 * @param ends upper bounds of all slices but the last
 * @param shares of each slice, in hundredths
 */
record Segments(List<Fraction> ends, List<Fraction> shares) {

	private static final Fraction HUNDRED = Fraction.of("100");

	/** What comes of an amount. */
	Fraction of(Fraction amount, UnaryOperator<Fraction> raised) {
		Fraction total = Fraction.ZERO;
		Fraction start = Fraction.ZERO;
		for (int i = 0; i < this.shares.size(); i++) {
			Fraction end = (i < this.ends.size()) ? amount.least(this.ends.get(i)) : amount;
			if (end.compareTo(start) > 0) {
				total = total.plus(end.minus(start).times(raised.apply(this.shares.get(i)).over(HUNDRED)));
				start = end;
			}
		}
		return total;
	}

	private static Segments drawn(Chance chance, Bounds bounds, List<Fraction> ends) {
		List<Fraction> shares = new ArrayList<>();
		for (int i = 0; i <= ends.size(); i++) {
			shares.add(Fraction.of(chance.of("50", "20", "85", "0", "12.5", "100")));
		}
		ends.forEach((end) -> bounds.add(Kind.MONEY, end));
		return new Segments(ends, shares);
	}

	private static List<Fraction> ends(Chance chance) {
		return chance.of(List.<String>of(), List.of("1000.00"), List.of("100.00", "2500.50"))
			.stream()
			.map(Fraction::of)
			.toList();
	}

	/** {@code P.name.of(amount)}. */
	static Formula of(Formula amount, Parameters parameters, Chance chance) {
		Segments segments = drawn(chance, parameters.bounds(), ends(chance));
		List<String> rows = new ArrayList<>();
		for (int i = 0; i < segments.shares().size(); i++) {
			rows.add("{" + segments.upTo(i) + "share: " + text(segments.shares().get(i)) + "}");
		}
		String name = parameters.add(rows.toString(), "segments");
		return new Formula(Kind.MONEY, "", "P." + name + ".of(" + amount + ")", amount.reads(), (situation) -> {
			Object value = amount.of(situation);
			return (value instanceof Fraction known) ? segments.of(known, (share) -> share) : value;
		});
	}

	/** {@code cost, P.name.at($tier).uplifted(…).atMost(…)}, as it is reimbursed. */
	static Formula reimbursed(Formula cost, Formula tier, Parameters parameters, Chance chance) {
		List<Fraction> ends = ends(chance);
		Map<String, Segments> tiers = new TreeMap<>();
		World.TIER.codes().forEach((code) -> tiers.put(code, drawn(chance, parameters.bounds(), ends)));
		List<String> rows = new ArrayList<>();
		for (int i = 0; i <= ends.size(); i++) {
			int row = i;
			rows.add("{" + new Segments(ends, List.of()).upTo(i)
					+ World.TIER.codes()
						.stream()
						.map((code) -> code + ": " + text(tiers.get(code).shares().get(row)))
						.collect(Collectors.joining(", "))
					+ "}");
		}
		String text = "P." + parameters.add(rows.toString(), "segments, by: hospitalTier") + ".at(" + tier + ")";
		UnaryOperator<Fraction> raised = (share) -> share;
		if (chance.oneIn(2)) {
			boolean points = chance.oneIn(2);
			String more = chance.of("5", "10", "2.5");
			text += ".uplifted(P." + parameters.add(points ? "POINTS" : "RELATIVE", "upliftKind") + ", P."
					+ parameters.add(more, "percent") + ")";
			Fraction by = Fraction.of(more);
			raised = (share) -> points ? share.plus(by) : share.plus(share.times(by).over(HUNDRED));
		}
		if (chance.oneIn(2)) {
			String most = chance.of("90", "60");
			text += ".atMost(P." + parameters.add(most, "percent") + ")";
			UnaryOperator<Fraction> before = raised;
			raised = (share) -> before.apply(share).least(Fraction.of(most));
		}
		UnaryOperator<Fraction> after = raised;
		Set<String> reads = Formula.all(List.of(cost, tier));
		return new Formula(Kind.MONEY, "", cost + ", " + text, reads, (situation) -> {
			Object value = cost.of(situation);
			Object at = tier.of(situation);
			return (value instanceof Gone || at instanceof Gone) ? Words.gone(value, at)
					: tiers.get((String) at).of((Fraction) value, after);
		});
	}

	private String upTo(int row) {
		return (row < this.ends.size()) ? "upTo: " + this.ends.get(row).inFen() + ", " : "";
	}

	private static String text(Fraction share) {
		return (share.below().equals(java.math.BigInteger.ONE)) ? share.above().toString() : share.inFen().toString();
	}

}
