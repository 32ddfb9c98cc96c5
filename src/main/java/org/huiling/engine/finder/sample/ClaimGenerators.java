package org.huiling.engine.finder.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;

import org.huiling.engine.finder.sample.Setting.Earlier;
import org.huiling.facts.Money;
import org.huiling.facts.Ratio;
import org.huiling.facts.Table;

/** The generators of a claim's properties, and of the awards that stacking reads. */
final class ClaimGenerators {

	/** More than any policy pays in a year. */
	private static final BigDecimal EXHAUSTING = new BigDecimal("50000000.00");

	private static final BigDecimal ORDINARY = new BigDecimal("2000.00");

	/** Enough small awards of a fixed amount to reach a ceiling. */
	private static final int MANY = 12;

	private ClaimGenerators() {
	}

	static Map<String, Generator> all(Setup setup) {
		Map<String, Generator> generators = new HashMap<>();
		Dimension total = setup.claimDimension("total", Dimension.TOTAL);
		Dimension cost = setup.claimDimension("cost", Dimension.COST);
		Generator tiers = Generators.values(setup.claimDimension("tier", Dimension.TIER),
				setup.claimCodes("tier").toArray());
		generators.put(setup.claim(setup.claimField("day")), Boundaries.periods(setup));
		generators.put(setup.claim("year"), Boundaries.periods(setup));
		role(setup, generators, "kind", Generators.values(setup.claimDimension("kind", Dimension.CLAIM_KIND),
				setup.claimCodes("kind").toArray()));
		role(setup, generators, "tier", tiers);
		role(setup, generators, "total", Boundaries.yuan(total));
		role(setup, generators, "cost", Boundaries.yuan(cost));
		generators.put(setup.claim("ownPayment"), Boundaries.yuan(total));
		generators.put(setup.claim("stay"), (wanted, arguments, dimensions) -> {
			earlier(dimensions, 1, ORDINARY);
			Boundaries.wholes(wanted, 2, MANY, (stay) -> earlier(dimensions, stay - 1, ORDINARY));
		});
		generators.put(setup.claim("deductible"), deductible(tiers, cost));
		generators.put(setup.claim("afterDeductible"), (wanted, arguments, dimensions) -> {
			deductible(tiers, cost).generate(wanted, arguments, dimensions);
			Boundaries.yuan(cost).generate(wanted, arguments, dimensions);
		});
		generators.put(setup.claim("aboveYearlyDeductible"), yearly(tiers, cost));
		generators.put(setup.claim("eligibleEarlier"), (wanted, arguments, dimensions) -> {
			tiers.generate(wanted, arguments, dimensions);
			Boundaries.yuan(wanted, (yuan) -> earlier(dimensions, 1, yuan));
		});
		generators.put(setup.claim("paidEarlier"), paid(setup));
		generators.put(setup.claim("paidEarlierForKind"), paid(setup));
		generators.put("Awards.rivalsAmong", ClaimGenerators::rivals);
		return generators;
	}

	/** A field by the part it plays; what plays none is tried as it is declared. */
	private static void role(Setup setup, Map<String, Generator> generators, String role, Generator generator) {
		if (setup.hasRole(role)) {
			generators.put(setup.claim(setup.claimField(role)), generator);
		}
	}

	private static void earlier(BiConsumer<Dimension, Object> dimensions, int count, BigDecimal cost) {
		dimensions.accept(Dimension.EARLIER, new Earlier(count, cost, null));
	}

	/** Costs at each tier's deductible, whole and as a later stay bears it. */
	private static Generator deductible(Generator tiers, Dimension cost) {
		return (wanted, arguments, dimensions) -> {
			tiers.generate(wanted, arguments, dimensions);
			earlier(dimensions, 1, ORDINARY);
			List<Object> amounts = new ArrayList<>();
			if (!arguments.isEmpty() && arguments.get(0) instanceof Table<?, ?> table) {
				table.values().stream().filter(Money.class::isInstance).map(Money.class::cast).forEach((full) -> {
					amounts.add(full);
					if (arguments.size() > 1 && arguments.get(1) instanceof Ratio share) {
						amounts.add(full.times(share));
					}
				});
			}
			Boundaries.yuan(amounts, (yuan) -> dimensions.accept(cost, yuan));
		};
	}

	private static Generator yearly(Generator tiers, Dimension cost) {
		return (wanted, arguments, dimensions) -> {
			tiers.generate(wanted, arguments, dimensions);
			earlier(dimensions, 1, ORDINARY);
			if (!arguments.isEmpty() && arguments.get(0) instanceof Money deductible) {
				for (Object line : wanted.isEmpty() ? List.<Object>of(Money.ZERO) : wanted) {
					if (line instanceof Money above) {
						Boundaries.yuan(List.of(deductible.plus(above)), (yuan) -> dimensions.accept(cost, yuan));
					}
				}
			}
		};
	}

	/** The year's ceiling untouched, touched and used up. */
	private static Generator paid(Setup setup) {
		return (wanted, arguments, dimensions) -> {
			earlier(dimensions, 1, ORDINARY);
			earlier(dimensions, 1, EXHAUSTING);
			earlier(dimensions, MANY, EXHAUSTING);
			if (setup.hasRole("stay")) {
				dimensions.accept(Dimension.EARLIER,
						new Earlier(1, EXHAUSTING, setup.claimCode("kind", setup.claimField("stay"))));
			}
		};
	}

	private static void rivals(List<Object> wanted, List<Object> arguments, BiConsumer<Dimension, Object> dimensions) {
		if (!arguments.isEmpty() && arguments.get(0) instanceof Collection<?> group) {
			List<String> programs = new ArrayList<>();
			dimensions.accept(Dimension.AWARDS, List.of());
			for (Object program : new TreeSet<>(group)) {
				programs.add(program.toString());
				dimensions.accept(Dimension.AWARDS, List.copyOf(programs));
			}
		}
	}

}
