package org.huiling.engine.finder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;

import org.huiling.engine.finder.Setting.Earlier;
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
		generators.put("Claim." + setup.claimField("day"), Boundaries.periods(setup));
		generators.put("Claim.year", Boundaries.periods(setup));
		generators.put("Claim." + setup.claimField("kind"),
				Generators.values(Dimension.CLAIM_KIND, setup.claimCodes("kind").toArray()));
		Generator tiers = Generators.values(Dimension.TIER, setup.claimCodes("tier").toArray());
		generators.put("Claim." + setup.claimField("tier"), tiers);
		generators.put("Claim." + setup.claimField("total"), Boundaries.yuan(Dimension.TOTAL));
		generators.put("Claim." + setup.claimField("cost"), Boundaries.yuan(Dimension.COST));
		generators.put("Claim.ownPayment", Boundaries.yuan(Dimension.TOTAL));
		generators.put("Claim.stay", (wanted, arguments, dimensions) -> {
			earlier(dimensions, 1, ORDINARY);
			Boundaries.wholes(wanted, 2, MANY, (stay) -> earlier(dimensions, stay - 1, ORDINARY));
		});
		generators.put("Claim.deductible", deductible(tiers));
		generators.put("Claim.afterDeductible", (wanted, arguments, dimensions) -> {
			deductible(tiers).generate(wanted, arguments, dimensions);
			Boundaries.yuan(Dimension.COST).generate(wanted, arguments, dimensions);
		});
		generators.put("Claim.aboveYearlyDeductible", yearly(tiers));
		generators.put("Claim.eligibleEarlier", (wanted, arguments, dimensions) -> {
			tiers.generate(wanted, arguments, dimensions);
			Boundaries.yuan(wanted, (yuan) -> earlier(dimensions, 1, yuan));
		});
		generators.put("Claim.paidEarlier", paid(setup));
		generators.put("Claim.paidEarlierForKind", paid(setup));
		generators.put("Awards.rivalsAmong", ClaimGenerators::rivals);
		return generators;
	}

	private static void earlier(BiConsumer<Dimension, Object> dimensions, int count, BigDecimal cost) {
		dimensions.accept(Dimension.EARLIER, new Earlier(count, cost, null));
	}

	/** Costs at each tier's deductible, whole and as a later stay bears it. */
	private static Generator deductible(Generator tiers) {
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
			Boundaries.yuan(amounts, (yuan) -> dimensions.accept(Dimension.COST, yuan));
		};
	}

	private static Generator yearly(Generator tiers) {
		return (wanted, arguments, dimensions) -> {
			tiers.generate(wanted, arguments, dimensions);
			earlier(dimensions, 1, ORDINARY);
			if (!arguments.isEmpty() && arguments.get(0) instanceof Money deductible) {
				for (Object line : wanted.isEmpty() ? List.<Object>of(Money.ZERO) : wanted) {
					if (line instanceof Money above) {
						Boundaries.yuan(List.of(deductible.plus(above)),
								(yuan) -> dimensions.accept(Dimension.COST, yuan));
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
			dimensions.accept(Dimension.EARLIER,
					new Earlier(1, EXHAUSTING, setup.claimCode("kind", setup.claimField("stay"))));
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
