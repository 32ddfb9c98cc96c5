package org.huiling.engine.finder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import org.huiling.engine.Cycle;
import org.huiling.engine.drools.Comparison;
import org.huiling.engine.drools.Comparison.Term;
import org.huiling.engine.finder.Setting.Income;
import org.huiling.engine.finder.Setting.YearOfPeriod;
import org.jspecify.annotations.Nullable;

/** The recipe of every property that rules can read. */
final class Recipes {

	/** So many share an income that little is left for each. */
	private static final int MANY = 999;

	private final Setup setup;

	private final Map<String, Recipe> recipes = new HashMap<>();

	/** Properties that turn at values which their recipe may miss. */
	private final Set<String> partial;

	Recipes(Setup setup) {
		this.setup = setup;
		person();
		places();
		household();
		this.recipes.putAll(ClaimRecipes.all(setup));
		DeclaredRecipes declared = DeclaredRecipes.of(setup, this.recipes);
		this.recipes.putAll(declared.recipes());
		this.partial = declared.partial();
	}

	@Nullable Recipe of(String subject) {
		return this.recipes.get(subject);
	}

	/**
	 * The knobs that a comparison hangs on, with values on every side of it.
	 * @return whether these are all the sides it has
	 */
	boolean cook(Comparison comparison, BiConsumer<Knob, Object> knobs) {
		Map<Term, List<Object>> edges = Edges.of(comparison, this.setup);
		boolean all = edges != null;
		for (Term term : comparison.terms()) {
			Recipe recipe = of(term.name());
			if (recipe != null) {
				List<Object> wanted = (edges != null) ? edges.getOrDefault(term, List.of()) : List.of();
				recipe.cook(wanted, term.arguments(), knobs);
				if (wanted.stream().anyMatch(LocalDate.class::isInstance)) {
					// whether it has come by then is another thing in other periods
					Boundaries.periods(this.setup).cook(wanted, List.of(), knobs);
				}
			}
			all &= recipe != null && !this.partial.contains(term.name());
		}
		return all;
	}

	/** The same for a property as facts note its name. */
	void cook(String name, BiConsumer<Knob, Object> knobs) {
		Recipe recipe = (of("Applicant." + name) != null) ? of("Applicant." + name) : of("Claim." + name);
		if (recipe != null) {
			recipe.cook(List.of(), List.of(), knobs);
		}
	}

	private void person() {
		applicant("ageOnLastDay", Boundaries::ages);
		applicant("birthDate", Boundaries.days(Knob.BIRTH));
		applicant("ageBeforePeriod", Boundaries::ages);
		applicant("ageOnClaimDate", Boundaries::ages);
		// a claim is never dated after death
		applicant("alive", (this.setup.cycle() == Cycle.CLAIM) ? values(Knob.ALIVE, true) : truth(Knob.ALIVE));
		applicant("sex", codes(Knob.SEX, "Sex"));
		applicant("firstDay", Boundaries.periods(this.setup));
		applicant("year", Boundaries.periods(this.setup));
		applicant("tekun", truth(Knob.TEKUN));
		applicant("lowIncome", truth(Knob.LOW_INCOME));
		applicant("specialFamily", truth(Knob.SPECIAL_FAMILY));
		applicant("severelyIll", truth(Knob.SEVERE_ILLNESS));
		applicant("veteran", truth(Knob.VETERAN));
		applicant("disability.grade", values(Knob.GRADE, 0, 1, 2, 3, 4));
		applicant("disability.category", codes(Knob.CATEGORY, "DisabilityCategory"));
		applicant("pension.received",
				values(Knob.PENSION, new BigDecimal("0.00"), new BigDecimal("0.01"), new BigDecimal("500.00")));
		applicant("pension.monthlyAmount", Boundaries.yuan(Knob.PENSION));
		applicant("insurance.scheme", codes(Knob.SCHEME, "Scheme"));
		applicant("insurance.year", (wanted, arguments, knobs) -> {
			knobs.accept(Knob.INSURANCE_YEAR, new YearOfPeriod(0));
			knobs.accept(Knob.INSURANCE_YEAR, new YearOfPeriod(-1));
			Boundaries.wholes(wanted, 1950, 9999, (year) -> knobs.accept(Knob.INSURANCE_YEAR, year));
		});
		applicant("insurance.contributionPaid", truth(Knob.CONTRIBUTION));
	}

	private void places() {
		applicant("hukouInJurisdiction", from(Knob.HUKOU_SINCE, region(Knob.HUKOU_REGION)));
		applicant("hukou.region", region(Knob.HUKOU_REGION));
		applicant("hukou.type", codes(Knob.HUKOU_TYPE, "HukouType"));
		applicant("hukou.since", Boundaries.days(Knob.HUKOU_SINCE));
		applicant("hukou.heldOnFirstDay", Boundaries.days(Knob.HUKOU_SINCE));
		applicant("residenceInJurisdiction", from(Knob.RESIDENCE_SINCE, region(Knob.RESIDENCE_REGION)));
		applicant("residence.region", region(Knob.RESIDENCE_REGION));
		applicant("residence.since", Boundaries.days(Knob.RESIDENCE_SINCE));
		applicant("residence.fullMonths", Boundaries::months);
	}

	private void household() {
		applicant("household.size", (wanted, arguments, knobs) -> {
			knobs.accept(Knob.SIZE, 1);
			knobs.accept(Knob.SIZE, 3);
			Boundaries.wholes(wanted, 1, 999, (size) -> knobs.accept(Knob.SIZE, size));
		});
		applicant("household.monthlyIncome", (wanted, arguments, knobs) -> Boundaries.yuan(wanted,
				(yuan) -> knobs.accept(Knob.INCOME, new Income(yuan, false))));
		applicant("household.perCapitaIncome", (wanted, arguments, knobs) -> {
			Boundaries.yuan(wanted, (yuan) -> knobs.accept(Knob.INCOME, new Income(yuan, true)));
			Boundaries.betweenFen(wanted, (yuan) -> knobs.accept(Knob.INCOME, new Income(yuan, true)));
			knobs.accept(Knob.SIZE, 1);
			knobs.accept(Knob.SIZE, MANY);
		});
	}

	private void applicant(String property, Recipe recipe) {
		this.recipes.put("Applicant." + property, recipe);
	}

	/** A property that does not hold before its start. */
	private static Recipe from(Knob start, Recipe recipe) {
		return (wanted, arguments, knobs) -> {
			recipe.cook(wanted, arguments, knobs);
			Boundaries.starts(start, knobs);
		};
	}

	private Recipe region(Knob knob) {
		return region(this.setup, knob);
	}

	static Recipe region(Setup setup, Knob knob) {
		return (wanted, arguments, knobs) -> {
			knobs.accept(knob, Regions.inside(setup.regionPrefix()));
			knobs.accept(knob, Regions.outside(setup.regionPrefix()));
			wanted.stream()
				.filter((one) -> one instanceof String text && text.matches("\\d{6,12}"))
				.forEach((region) -> knobs.accept(knob, region));
		};
	}

	static Recipe truth(Knob knob) {
		return values(knob, true, false);
	}

	private Recipe codes(Knob knob, String type) {
		return codes(this.setup, knob, type);
	}

	static Recipe codes(Setup setup, Knob knob, String type) {
		return values(knob, setup.codes(type).toArray());
	}

	static Recipe values(Knob knob, Object... values) {
		return (wanted, arguments, knobs) -> Arrays.stream(values).forEach((value) -> knobs.accept(knob, value));
	}

}
