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

/** The recipes of a claim's properties, and of the awards that stacking reads. */
final class ClaimRecipes {

	/** More than any policy pays in a year. */
	private static final BigDecimal EXHAUSTING = new BigDecimal("50000000.00");

	private static final BigDecimal ORDINARY = new BigDecimal("2000.00");

	/** Enough small awards of a fixed amount to reach a ceiling. */
	private static final int MANY = 12;

	private ClaimRecipes() {
	}

	static Map<String, Recipe> all(Setup setup) {
		Map<String, Recipe> recipes = new HashMap<>();
		recipes.put("Claim." + setup.claimField("day"), Boundaries.periods(setup));
		recipes.put("Claim.year", Boundaries.periods(setup));
		recipes.put("Claim." + setup.claimField("kind"),
				Recipes.values(Knob.CLAIM_KIND, setup.claimCodes("kind").toArray()));
		Recipe tiers = Recipes.values(Knob.TIER, setup.claimCodes("tier").toArray());
		recipes.put("Claim." + setup.claimField("tier"), tiers);
		recipes.put("Claim." + setup.claimField("total"), Boundaries.yuan(Knob.TOTAL));
		recipes.put("Claim." + setup.claimField("cost"), Boundaries.yuan(Knob.COST));
		recipes.put("Claim.ownPayment", Boundaries.yuan(Knob.TOTAL));
		recipes.put("Claim.stay", (wanted, arguments, knobs) -> {
			earlier(knobs, 1, ORDINARY);
			Boundaries.wholes(wanted, 2, MANY, (stay) -> earlier(knobs, stay - 1, ORDINARY));
		});
		recipes.put("Claim.deductible", deductible(tiers));
		recipes.put("Claim.afterDeductible", (wanted, arguments, knobs) -> {
			deductible(tiers).cook(wanted, arguments, knobs);
			Boundaries.yuan(Knob.COST).cook(wanted, arguments, knobs);
		});
		recipes.put("Claim.aboveYearlyDeductible", yearly(tiers));
		recipes.put("Claim.eligibleEarlier", (wanted, arguments, knobs) -> {
			tiers.cook(wanted, arguments, knobs);
			Boundaries.yuan(wanted, (yuan) -> earlier(knobs, 1, yuan));
		});
		recipes.put("Claim.paidEarlier", paid(setup));
		recipes.put("Claim.paidEarlierForKind", paid(setup));
		recipes.put("Awards.rivalsAmong", ClaimRecipes::rivals);
		return recipes;
	}

	private static void earlier(BiConsumer<Knob, Object> knobs, int count, BigDecimal cost) {
		knobs.accept(Knob.EARLIER, new Earlier(count, cost, null));
	}

	/** Costs at each tier's deductible, whole and as a later stay bears it. */
	private static Recipe deductible(Recipe tiers) {
		return (wanted, arguments, knobs) -> {
			tiers.cook(wanted, arguments, knobs);
			earlier(knobs, 1, ORDINARY);
			List<Object> amounts = new ArrayList<>();
			if (!arguments.isEmpty() && arguments.get(0) instanceof Table<?, ?> table) {
				table.values().stream().filter(Money.class::isInstance).map(Money.class::cast).forEach((full) -> {
					amounts.add(full);
					if (arguments.size() > 1 && arguments.get(1) instanceof Ratio share) {
						amounts.add(full.times(share));
					}
				});
			}
			Boundaries.yuan(amounts, (yuan) -> knobs.accept(Knob.COST, yuan));
		};
	}

	private static Recipe yearly(Recipe tiers) {
		return (wanted, arguments, knobs) -> {
			tiers.cook(wanted, arguments, knobs);
			earlier(knobs, 1, ORDINARY);
			if (!arguments.isEmpty() && arguments.get(0) instanceof Money deductible) {
				for (Object line : wanted.isEmpty() ? List.<Object>of(Money.ZERO) : wanted) {
					if (line instanceof Money above) {
						Boundaries.yuan(List.of(deductible.plus(above)), (yuan) -> knobs.accept(Knob.COST, yuan));
					}
				}
			}
		};
	}

	/** The year's ceiling untouched, touched and used up. */
	private static Recipe paid(Setup setup) {
		return (wanted, arguments, knobs) -> {
			earlier(knobs, 1, ORDINARY);
			earlier(knobs, 1, EXHAUSTING);
			earlier(knobs, MANY, EXHAUSTING);
			knobs.accept(Knob.EARLIER, new Earlier(1, EXHAUSTING, setup.claimCode("kind", setup.claimField("stay"))));
		};
	}

	private static void rivals(List<Object> wanted, List<Object> arguments, BiConsumer<Knob, Object> knobs) {
		if (!arguments.isEmpty() && arguments.get(0) instanceof Collection<?> group) {
			List<String> programs = new ArrayList<>();
			knobs.accept(Knob.AWARDS, List.of());
			for (Object program : new TreeSet<>(group)) {
				programs.add(program.toString());
				knobs.accept(Knob.AWARDS, List.copyOf(programs));
			}
		}
	}

}
