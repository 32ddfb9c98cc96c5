package org.huiling.engine.finder.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import org.huiling.engine.Cycle;
import org.huiling.engine.drools.language.Comparison;
import org.huiling.engine.drools.language.Comparison.Term;
import org.huiling.engine.finder.sample.Setting.Income;
import org.huiling.engine.finder.sample.Setting.YearOfPeriod;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.jspecify.annotations.Nullable;

/** The generator of every property that rules can read. */
public final class Generators {

	/** So many share an income that little is left for each. */
	private static final int MANY = 999;

	/** An award such as there are many. */
	private static final BigDecimal SOME = new BigDecimal("100.00");

	private final Setup setup;

	private final Map<String, Generator> generators = new HashMap<>();

	/** Properties that turn at values which their generator may miss. */
	private final Set<String> partial;

	private final DeclaredGenerators declared;

	public Generators(Setup setup) {
		this.setup = setup;
		applicant("firstDay", Boundaries.periods(setup));
		applicant("year", Boundaries.periods(setup));
		if (setup.subject() == Subject.PERSON) {
			person();
			places();
			household();
			this.generators.putAll(ClaimGenerators.all(setup));
		}
		else {
			applicant("operating", truth(Dimension.ALIVE));
		}
		applicant("award", Generators::awards);
		this.declared = DeclaredGenerators.of(setup, this.generators);
		this.generators.putAll(this.declared.generators());
		this.partial = this.declared.partial();
	}

	/** What is told apart of a list. */
	ListVariants items(FactList list) {
		return this.declared.items(list);
	}

	/**
	 * What a pattern compares of an item.
	 * @return whether there will be items on every side of it
	 */
	boolean ask(FactList list, Comparison comparison) {
		Map<Term, List<Object>> edges = Edges.of(comparison, this.setup);
		boolean all = edges != null;
		for (Term term : comparison.terms()) {
			Fact field = list.field(term.path());
			List<Object> wanted = new ArrayList<>(comparison.constants());
			if (edges != null) {
				wanted.addAll(edges.getOrDefault(term, List.of()));
			}
			all &= field != null && this.declared.ask(list, field, wanted);
		}
		return all;
	}

	@Nullable Generator of(String subject) {
		return this.generators.get(subject);
	}

	/**
	 * The dimensions that a comparison hangs on, with values on every side of it.
	 * @return whether these are all the sides it has
	 */
	boolean generate(Comparison comparison, BiConsumer<Dimension, Object> dimensions) {
		Map<Term, List<Object>> edges = Edges.of(comparison, this.setup);
		boolean all = edges != null;
		for (Term term : comparison.terms()) {
			Generator generator = of(term.name());
			if (generator != null) {
				List<Object> wanted = (edges != null) ? edges.getOrDefault(term, List.of()) : List.of();
				generator.generate(wanted, term.arguments(), dimensions);
				if (wanted.stream().anyMatch(LocalDate.class::isInstance)) {
					// whether it has come by then is another thing in other periods
					Boundaries.periods(this.setup).generate(wanted, List.of(), dimensions);
				}
			}
			all &= generator != null && !this.partial.contains(term.name());
		}
		return all;
	}

	/** What another program awards: nothing, what is compared with, and something. */
	private static void awards(List<Object> wanted, List<Object> arguments, BiConsumer<Dimension, Object> dimensions) {
		if (!arguments.isEmpty() && arguments.get(0) instanceof String program) {
			Dimension award = Dimension.award(program);
			dimensions.accept(award, new BigDecimal("0.00"));
			dimensions.accept(award, SOME);
			Boundaries.yuan(wanted, (yuan) -> dimensions.accept(award, yuan));
		}
	}

	/** The same for a property as facts note its name. */
	void generate(String name, BiConsumer<Dimension, Object> dimensions) {
		if (this.setup.awards().contains(name)) {
			awards(List.of(), List.of(name), dimensions);
			return;
		}
		Generator ofSubject = of(this.setup.own(name));
		Generator own = (ofSubject != null) ? ofSubject : of(this.setup.claim(name));
		Generator generator = (own != null) ? own : of(name);
		if (generator != null) {
			generator.generate(List.of(), List.of(), dimensions);
		}
	}

	private void person() {
		applicant("ageOnLastDay", Boundaries::ages);
		applicant("birthDate", Boundaries.days(Dimension.BIRTH, this.setup));
		applicant("ageBeforePeriod", Boundaries::ages);
		applicant("ageOnClaimDate", Boundaries::ages);
		// a claim is never dated after death
		applicant("alive",
				(this.setup.cycle() == Cycle.CLAIM) ? values(Dimension.ALIVE, true) : truth(Dimension.ALIVE));
		applicant("sex", codes(Dimension.SEX, "Sex"));
		applicant("tekun", truth(Dimension.TEKUN));
		applicant("lowIncome", truth(Dimension.LOW_INCOME));
		applicant("specialFamily", truth(Dimension.SPECIAL_FAMILY));
		applicant("severelyIll", truth(Dimension.SEVERE_ILLNESS));
		applicant("veteran", truth(Dimension.VETERAN));
		applicant("disability.grade", values(Dimension.GRADE, 0, 1, 2, 3, 4));
		applicant("disability.category", codes(Dimension.CATEGORY, "DisabilityCategory"));
		applicant("pension.received",
				values(Dimension.PENSION, new BigDecimal("0.00"), new BigDecimal("0.01"), new BigDecimal("500.00")));
		applicant("pension.monthlyAmount", Boundaries.yuan(Dimension.PENSION));
		applicant("insurance.scheme", codes(Dimension.SCHEME, "Scheme"));
		applicant("insurance.year", (wanted, arguments, dimensions) -> {
			dimensions.accept(Dimension.INSURANCE_YEAR, new YearOfPeriod(0));
			dimensions.accept(Dimension.INSURANCE_YEAR, new YearOfPeriod(-1));
			Boundaries.wholes(wanted, 1950, 9999, (year) -> dimensions.accept(Dimension.INSURANCE_YEAR, year));
			if (!wanted.isEmpty()) {
				// on which side of a fixed year that of the period lies hangs on the
				// period
				dimensions.accept(Dimension.PERIOD, this.setup.firstPeriod());
			}
		});
		applicant("insurance.contributionPaid", truth(Dimension.CONTRIBUTION));
	}

	private void places() {
		applicant("hukouInJurisdiction", from(Dimension.HUKOU_SINCE, region(Dimension.HUKOU_REGION)));
		applicant("hukou.region", region(Dimension.HUKOU_REGION));
		applicant("hukou.type", codes(Dimension.HUKOU_TYPE, "HukouType"));
		applicant("hukou.since", Boundaries.days(Dimension.HUKOU_SINCE, this.setup));
		applicant("hukou.heldOnFirstDay", Boundaries.days(Dimension.HUKOU_SINCE, this.setup));
		applicant("residenceInJurisdiction", from(Dimension.RESIDENCE_SINCE, region(Dimension.RESIDENCE_REGION)));
		applicant("residence.region", region(Dimension.RESIDENCE_REGION));
		applicant("residence.since", Boundaries.days(Dimension.RESIDENCE_SINCE, this.setup));
		applicant("residence.fullMonths", Boundaries::months);
	}

	private void household() {
		applicant("household.size", (wanted, arguments, dimensions) -> {
			dimensions.accept(Dimension.SIZE, 1);
			dimensions.accept(Dimension.SIZE, 3);
			Boundaries.wholes(wanted, 1, 999, (size) -> dimensions.accept(Dimension.SIZE, size));
		});
		applicant("household.monthlyIncome", (wanted, arguments, dimensions) -> Boundaries.yuan(wanted,
				(yuan) -> dimensions.accept(Dimension.INCOME, new Income(yuan, false))));
		applicant("household.perCapitaIncome", (wanted, arguments, dimensions) -> {
			Boundaries.yuan(wanted, (yuan) -> dimensions.accept(Dimension.INCOME, new Income(yuan, true)));
			Boundaries.betweenFen(wanted, (yuan) -> dimensions.accept(Dimension.INCOME, new Income(yuan, true)));
			dimensions.accept(Dimension.SIZE, 1);
			dimensions.accept(Dimension.SIZE, MANY);
		});
	}

	private void applicant(String property, Generator generator) {
		this.generators.put(this.setup.own(property), generator);
	}

	/** A property that does not hold before its start. */
	private static Generator from(Dimension start, Generator generator) {
		return (wanted, arguments, dimensions) -> {
			generator.generate(wanted, arguments, dimensions);
			Boundaries.starts(start, dimensions);
		};
	}

	private Generator region(Dimension dimension) {
		return region(this.setup, dimension);
	}

	static Generator region(Setup setup, Dimension dimension) {
		return (wanted, arguments, dimensions) -> {
			dimensions.accept(dimension, RegionValues.inside(setup));
			dimensions.accept(dimension, RegionValues.outside(setup));
			wanted.stream()
				.filter((one) -> one instanceof String text && text.matches("\\d{2,12}"))
				.forEach((region) -> dimensions.accept(dimension, RegionValues.inside((String) region)));
		};
	}

	static Generator truth(Dimension dimension) {
		return values(dimension, true, false);
	}

	private Generator codes(Dimension dimension, String type) {
		return codes(this.setup, dimension, type);
	}

	static Generator codes(Setup setup, Dimension dimension, String type) {
		return values(dimension, setup.codes(type).toArray());
	}

	static Generator values(Dimension dimension, Object... values) {
		return (wanted, arguments, dimensions) -> Arrays.stream(values)
			.forEach((value) -> dimensions.accept(dimension, value));
	}

}
