package org.huiling.engine.drools;

import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.drools.model.Model;
import org.huiling.engine.drools.build.RuleClassLoader;
import org.huiling.engine.drools.condition.Clause;
import org.huiling.engine.drools.condition.Condition;
import org.huiling.engine.drools.condition.ConditionReader;
import org.huiling.engine.drools.condition.ConditionTrees;
import org.huiling.engine.drools.condition.FactBinder;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.engine.drools.condition.RuleShape;
import org.huiling.engine.drools.evaluation.AmountSteps;
import org.huiling.engine.drools.evaluation.CompiledRule;
import org.huiling.engine.drools.evaluation.Evaluator;
import org.huiling.engine.drools.evaluation.ModelReader;
import org.huiling.engine.drools.evaluation.PlanEvaluator;
import org.huiling.engine.drools.evaluation.PlanWriter;
import org.huiling.engine.drools.evaluation.RuleResult;
import org.huiling.engine.drools.evaluation.SessionEvaluator;
import org.huiling.engine.drools.evaluation.WalkEvaluator;
import org.huiling.engine.drools.language.BoundNames;
import org.huiling.engine.drools.language.ConsequenceReader;
import org.huiling.engine.drools.language.GrantedInKind;
import org.huiling.engine.drools.language.RuleText;
import org.huiling.engine.drools.language.RuleVocabulary;
import org.huiling.engine.drools.language.UsedWords;
import org.huiling.engine.reason.CalculationStep;
import org.huiling.engine.reason.RuleTree;
import org.huiling.facts.Bands;
import org.huiling.facts.Regions;
import org.huiling.facts.dictionary.FactSources;
import org.jspecify.annotations.Nullable;

/**
 * The compiled rules of one version, as {@link RuleSetCompiler} makes them. Immutable;
 * shared between threads.
 */
public final class RuleSet {

	private final List<RuleText> rules;

	private final List<BoundNames> meanings;

	private final Model model;

	private final WalkEvaluator walk;

	private final FactBinder binder;

	private final RuleVocabulary vocabulary;

	private final boolean readsOwnPayment;

	private final boolean ofOneMonth;

	/** The declared words of a person that its rules use. */
	private final List<String> asked;

	private volatile @Nullable Evaluator session;

	private final List<CompiledRule> compiled;

	private final Class<?> parameters;

	/** The parameters by name, typed as rules see them. */
	private final Map<String, Object> values;

	private final GrantedInKind entitlements;

	/** What each consequence says, once it was asked for. */
	private final Map<Integer, List<ConsequenceReader.Said>> said = new ConcurrentHashMap<>();

	private final Map<Integer, Boolean> mayTellSteps = new ConcurrentHashMap<>();

	private final RuleClassLoader loader;

	/** The same rules with the parameters of later days, by the first of them. */
	private final NavigableMap<LocalDate, Later> later;

	/** Rules that are loaded when somebody asks for one of their days. */
	static final class Later {

		private final Supplier<RuleSet> loading;

		private @Nullable RuleSet loaded;

		Later(Supplier<RuleSet> loading) {
			this.loading = loading;
		}

		synchronized RuleSet rules() {
			RuleSet rules = this.loaded;
			if (rules == null) {
				rules = this.loading.get();
				this.loaded = rules;
			}
			return rules;
		}

	}

	private volatile @Nullable Evaluator plan;

	RuleSet(List<RuleText> rules, List<BoundNames> meanings, Model model, Class<?> parameters, RuleClassLoader loader,
			FactBinder binder, RuleVocabulary vocabulary, UsedWords used, NavigableMap<LocalDate, Later> later) {
		this.rules = rules;
		this.meanings = meanings;
		this.model = model;
		this.parameters = parameters;
		this.values = values(parameters);
		this.loader = loader;
		this.later = later;
		this.binder = binder;
		this.vocabulary = vocabulary;
		this.readsOwnPayment = used.claimCore().contains("ownPayment");
		this.asked = used.person().stream().map((path) -> vocabulary.subject() + "." + path).toList();
		this.ofOneMonth = FactSources.areOfOneMonth(vocabulary.dictionary(), this.asked);
		ModelReader reader = new ModelReader(vocabulary,
				named((value) -> value instanceof Bands<?, ?> bands && !bands.isSteady()),
				named(Regions.class::isInstance));
		this.compiled = reader.rules(model, rules);
		this.walk = new WalkEvaluator(this.compiled, reader.distinctTests(), binder);
		this.entitlements = readEntitlements();
	}

	/**
	 * The words that its rules may use.
	 * @return by the dictionary it was compiled with
	 */
	public RuleVocabulary vocabulary() {
		return this.vocabulary;
	}

	/**
	 * Whether what other programs award for the same claim counts.
	 * @return true if a rule reads {@code ownPayment}
	 */
	public boolean readsOwnPayment() {
		return this.readsOwnPayment;
	}

	/**
	 * The declared words of a person that rules use.
	 * @return with their pattern, such as {@code Applicant.household.size}
	 */
	public List<String> asked() {
		return this.asked;
	}

	/**
	 * Whether rules read what is added up of one month.
	 * @return true if an answer says nothing of the month after
	 */
	public boolean isOfOneMonth() {
		return this.ofOneMonth;
	}

	/**
	 * The rules as written.
	 * @return in order
	 */
	public List<RuleText> rules() {
		return this.rules;
	}

	/**
	 * The days from which its parameters have other values.
	 * @return rising; none if they are the same all the time
	 */
	public List<LocalDate> days() {
		return List.copyOf(this.later.keySet());
	}

	/**
	 * The rules with the parameters of a fact day.
	 * @param day the fact day
	 * @return these where no parameter changes by date
	 */
	public RuleSet on(LocalDate day) {
		Map.Entry<LocalDate, Later> last = this.later.floorEntry(day);
		return (last != null) ? last.getValue().rules() : this;
	}

	private RuleSet of(FactSet facts) {
		return (facts.applicant() != null) ? on(facts.applicant().factDay()) : this;
	}

	/** One that asks the rules of the fact day, of which this one's are the first. */
	private Evaluator ofTheDay(Evaluator first, Function<RuleSet, Evaluator> way) {
		return this.later.isEmpty() ? first : (facts) -> {
			RuleSet rules = of(facts);
			Evaluator ofTheDay = rules.later.isEmpty() ? way.apply(rules) : first;
			return ofTheDay.evaluate(facts);
		};
	}

	/**
	 * The evaluator that answers in three values and explains.
	 * @return the walk over the compiled conditions
	 */
	public Evaluator walk() {
		return ofTheDay(this.walk, RuleSet::walk);
	}

	/**
	 * The evaluator for whoever is not to be given reasons: as fast as rules written by
	 * hand while the facts are known.
	 * @return the plan over the compiled conditions, which leaves unknown facts to the
	 * walk and gives only what holds or is unknown; the walk itself for a version that a
	 * plan does not cover
	 */
	public Evaluator plan() {
		Evaluator made = this.plan;
		return ofTheDay((made != null) ? made : makePlan(), RuleSet::plan);
	}

	private synchronized Evaluator makePlan() {
		Evaluator made = this.plan;
		if (made == null) {
			made = writtenPlan();
			this.plan = made;
		}
		return made;
	}

	private Evaluator writtenPlan() {
		String name = this.parameters.getPackageName().replace('.', '/') + "/Plan";
		byte[] bytes = PlanWriter.write(name, this.vocabulary.subject(), this.vocabulary.claim(), this.compiled);
		return (bytes != null) ? new PlanEvaluator(this.loader.plan(bytes), this.rules, this.walk, this.binder)
				: this.walk;
	}

	/**
	 * One rule with its conditions and what it read.
	 * @param rule a rule of this version
	 * @param facts the facts, noting what is read
	 * @return how it came out
	 */
	public RuleResult explain(RuleText rule, FactSet facts) {
		return of(facts).walk.evaluate(rule.order(), facts);
	}

	/**
	 * The reference for known facts.
	 * @return a Drools session for each evaluation
	 */
	public Evaluator session() {
		Evaluator made = this.session;
		if (made == null) {
			made = new SessionEvaluator(this.model, this.rules, this.binder);
			this.session = made;
		}
		return ofTheDay(made, RuleSet::session);
	}

	/**
	 * The rules with their conditions to be looked at one by one.
	 * @return in order
	 */
	public List<RuleShape> shapes() {
		return this.compiled.stream()
			.map((rule) -> shape(rule,
					new ConditionReader(this.values, this.meanings.get(rule.text().order()), this.vocabulary)))
			.toList();
	}

	private RuleShape shape(CompiledRule rule, ConditionReader reader) {
		return new RuleShape(rule.text(),
				rule.branches()
					.stream()
					.map((branch) -> branch.conditions()
						.stream()
						.map((condition) -> new Clause(condition, branch, reader, this.binder))
						.toList())
					.toList());
	}

	/**
	 * The conditions of each rule for people to read.
	 * @return in the order of {@link #rules}; what all branches of a rule share one by
	 * one, its alternatives as one
	 */
	public List<List<String>> conditions() {
		return this.compiled.stream().map((rule) -> rule.conditions().stream().map(Condition::text).toList()).toList();
	}

	/**
	 * The conditions of each rule for programs to read.
	 * @return in the order of {@link #rules}; all of a rule's must hold
	 */
	public List<List<RuleTree>> trees() {
		return this.compiled.stream()
			.map((rule) -> rule.conditions().stream().map(ConditionTrees::of).toList())
			.toList();
	}

	/**
	 * How the amount of a rule came about.
	 * @param rule a rule of this version
	 * @param read tells the values that it read, by what rules call them, if they are
	 * needed
	 * @return step by step; empty where nothing was worked out, or it cannot be followed
	 */
	public List<CalculationStep> steps(RuleText rule, Supplier<Map<String, @Nullable Object>> read) {
		boolean may = this.mayTellSteps.computeIfAbsent(rule.order(),
				(order) -> AmountSteps.mayTell(said(rule), this.values));
		return may ? AmountSteps.of(said(rule), this.values, read) : List.of();
	}

	private List<ConsequenceReader.Said> said(RuleText rule) {
		List<ConsequenceReader.Said> known = this.said.get(rule.order());
		return (known != null) ? known : this.said.computeIfAbsent(rule.order(),
				(order) -> new ConsequenceReader(this.meanings.get(order), this.vocabulary).read(rule.consequence()));
	}

	/**
	 * What the rules grant in kind.
	 * @return nothing where they grant money
	 */
	public GrantedInKind entitlements() {
		return this.entitlements;
	}

	private GrantedInKind readEntitlements() {
		boolean some = this.rules.stream().anyMatch((rule) -> rule.consequence().contains(GrantedInKind.WORD));
		return some ? GrantedInKind.of(this.rules.stream().map(this::said).toList(), this.values)
				: new GrantedInKind(Set.of(), false);
	}

	/** The parameters with such values. */
	private Set<String> named(Predicate<Object> such) {
		Set<String> names = new HashSet<>();
		this.values.forEach((name, value) -> {
			if (such.test(value)) {
				names.add(name);
			}
		});
		return names;
	}

	private static Map<String, Object> values(Class<?> parameters) {
		Map<String, Object> values = new HashMap<>();
		for (Field field : parameters.getFields()) {
			try {
				values.put(field.getName(), field.get(null));
			}
			catch (IllegalAccessException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return values;
	}

}
