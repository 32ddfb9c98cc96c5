package org.huiling.engine.drools;

import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.drools.model.Model;
import org.huiling.engine.ClassStore;
import org.huiling.engine.PolicyHeader;
import org.huiling.engine.drools.build.BuildKey;
import org.huiling.engine.drools.build.ClassBundle;
import org.huiling.engine.drools.build.ClassGuard;
import org.huiling.engine.drools.build.DroolsBuild;
import org.huiling.engine.drools.build.FacadeWriter;
import org.huiling.engine.drools.build.ParametersOfADay;
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
import org.huiling.engine.drools.language.Names;
import org.huiling.engine.drools.language.RuleLines;
import org.huiling.engine.drools.language.RuleText;
import org.huiling.engine.drools.language.RuleVocabulary;
import org.huiling.engine.drools.language.UsedWords;
import org.huiling.engine.drools.reading.LaterDefinitions;
import org.huiling.engine.drools.reading.RuleFileReader;
import org.huiling.engine.drools.reading.RuleSource;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.reason.CalculationStep;
import org.huiling.engine.reason.RuleTree;
import org.huiling.engine.source.HeaderReader;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Yaml;
import org.huiling.engine.table.RuleTable;
import org.huiling.facts.Bands;
import org.huiling.facts.Regions;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.FactSources;
import org.huiling.facts.words.Facades;
import org.jspecify.annotations.Nullable;

/**
 * The compiled rules of one version. Immutable; shared between threads.
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
	private final NavigableMap<LocalDate, Later> later = new TreeMap<>();

	/** Rules that are loaded when somebody asks for one of their days. */
	private static final class Later {

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

	private RuleSet(List<RuleText> rules, List<BoundNames> meanings, Model model, Class<?> parameters,
			RuleClassLoader loader, FactBinder binder, RuleVocabulary vocabulary, UsedWords used) {
		this.rules = rules;
		this.meanings = meanings;
		this.model = model;
		this.parameters = parameters;
		this.values = values(parameters);
		this.loader = loader;
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
	 * Compiles, guards and loads the rules of a version, or loads what was compiled
	 * before.
	 * @param files the version's files
	 * @param header what {@code policy.yaml} says, with the source of its parameters
	 * @param problems takes everything that is wrong
	 * @param kept where compiled classes are kept
	 * @param vocabulary the words there are
	 * @return the rules, or null if there are problems
	 */
	public static @Nullable RuleSet compile(PolicyFiles files, HeaderReader.Read header, Problems problems,
			ClassStore kept, RuleVocabulary vocabulary) {
		Map<String, RuleSource> sources = sources(files, problems);
		Names names = new Names(header.types(), units(header), header.given(), uses(header), vocabulary, problems);
		RuleFileReader reader = new RuleFileReader(names, problems);
		sources.values().forEach(reader::read);
		if (problems.hasErrors()) {
			return null;
		}
		String policy = Yaml.text(HeaderReader.FILE, files.files().getOrDefault(HeaderReader.FILE, new byte[0]),
				problems);
		RuleLines lines = new RuleLines(HeaderReader.FILE, (policy != null) ? policy : "");
		names.warnOfUnused(lines);
		names.warnOfUnread(lines);
		LaterDefinitions.refuse(header.header(), names.facts(), vocabulary.dictionary(), problems);
		if (problems.hasErrors()) {
			return null;
		}
		String digest = files.digest().substring("sha256:".length());
		UsedWords used = UsedWords.of(names.facts(), vocabulary);
		Map<String, Set<String>> codes = FacadeWriter.codes(texts(sources, header), vocabulary);
		List<String> words = vocabulary.signature(names.facts());
		words.add(codes.toString());
		if (!RuleVocabulary.CLAIM.equals(vocabulary.claim())) {
			words.add("over " + vocabulary.over());
		}
		if (header.header().parameters().stream().anyMatch((one) -> one.from() != null)) {
			// its files do not say what these are
			words.add("parameters " + header.constants() + header.later());
		}
		if (vocabulary.dictionary().subject() != Subject.PERSON) {
			words.add("subject " + vocabulary.subject());
		}
		String key = BuildKey.of(digest, words);
		Map<String, byte[]> classes = kept(kept, key);
		if (classes == null) {
			List<String> constants = new ArrayList<>(List.of(header.constants()));
			header.later().forEach((one) -> constants.add(one.constants()));
			classes = new DroolsBuild(vocabulary, problems).compile(sources, constants,
					FacadeWriter.write(vocabulary, used, codes));
			guard(classes, sources, problems);
			if (problems.hasErrors()) {
				return null;
			}
			kept.keep(key, ClassBundle.write(key, classes));
		}
		else {
			guard(classes, sources, problems);
		}
		return problems.hasErrors() ? null : load(classes, reader, used, vocabulary, header.later());
	}

	private static Map<String, String> units(HeaderReader.Read header) {
		Map<String, String> units = new HashMap<>();
		header.header()
			.parameters()
			.forEach((one) -> units.put(one.name(),
					(one.value() instanceof Map<?, ?> thing && one.unit().equals("thing"))
							? String.valueOf(thing.get("of")) : one.unit()));
		return units;
	}

	private static List<String> uses(HeaderReader.Read header) {
		return header.header().uses().stream().map(PolicyHeader.OtherProgram::id).toList();
	}

	private static List<String> texts(Map<String, RuleSource> sources, HeaderReader.Read header) {
		List<String> texts = new ArrayList<>();
		sources.values().forEach((source) -> texts.add(source.tokens().bare()));
		texts.add(header.constants());
		header.later().forEach((one) -> texts.add(one.constants()));
		return texts;
	}

	/**
	 * Reads the rules of a version without compiling them, for the facts that they name.
	 * @param files the version's files
	 * @param header what {@code policy.yaml} says
	 * @param problems takes everything that is wrong
	 * @param vocabulary the words there are
	 * @return such as {@code Applicant.household.size} and {@code Claim.stay}
	 */
	public static Set<String> facts(PolicyFiles files, HeaderReader.Read header, Problems problems,
			RuleVocabulary vocabulary) {
		Names names = new Names(header.types(), units(header), header.given(), uses(header), vocabulary, problems);
		RuleFileReader reader = new RuleFileReader(names, problems);
		sources(files, problems).values().forEach(reader::read);
		return names.facts();
	}

	private static Map<String, RuleSource> sources(PolicyFiles files, Problems problems) {
		Map<String, RuleSource> sources = new LinkedHashMap<>();
		files.files().forEach((path, bytes) -> {
			RuleSource source = read(path, bytes, problems);
			if (source != null) {
				sources.put(path, source);
			}
		});
		if (sources.isEmpty() && !problems.hasErrors()) {
			problems.error(FilePlace.of("policy.yaml"), "NO_RULES", "没有规则文件（.drl、.drl.csv、.drl.xlsx）",
					"there is no rule file (.drl, .drl.csv, .drl.xlsx)");
		}
		return sources;
	}

	/** Whatever a reader does not expect is a defect of its file. */
	private static @Nullable RuleSource read(String path, byte[] bytes, Problems problems) {
		try {
			return source(path, bytes, problems);
		}
		catch (RuntimeException ex) {
			problems.error(FilePlace.of(path), "DRL_SYNTAX", "无法读取规则文件", "the rule file cannot be read");
			return null;
		}
	}

	private static @Nullable RuleSource source(String path, byte[] bytes, Problems problems) {
		if (path.endsWith(".drl")) {
			String text = Yaml.text(path, bytes, problems);
			return (text != null) ? RuleSource.of(path, text) : null;
		}
		RuleTable table = RuleTable.read(path, bytes, problems);
		return (table != null) ? RuleSource.of(path, table) : null;
	}

	/** What was kept, unless it is damaged or another version's. */
	private static @Nullable Map<String, byte[]> kept(ClassStore store, String key) {
		byte[] bytes = store.find(key);
		if (bytes == null) {
			return null;
		}
		try {
			Map<String, byte[]> classes = ClassBundle.read(key, bytes);
			return (models(classes).size() == 1) ? classes : null;
		}
		catch (java.io.UncheckedIOException damaged) {
			return null;
		}
	}

	private static void guard(Map<String, byte[]> classes, Map<String, RuleSource> sources, Problems problems) {
		ClassGuard.judge(classes, (name) -> {
			String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
			RuleSource source = sources.values()
				.stream()
				.filter((one) -> one.lines().contains(simple))
				.findFirst()
				.orElse(sources.values().iterator().next());
			problems.error(source.lines().find(simple, 1), "FORBIDDEN_CODE", "规则中不允许使用 " + simple,
					"rules may not use " + simple);
		});
	}

	private static RuleSet load(Map<String, byte[]> classes, RuleFileReader read, UsedWords used,
			RuleVocabulary vocabulary, List<HeaderReader.Later> later) {
		RuleSet first = load(classes, read, used, vocabulary);
		for (int i = 1; i <= later.size(); i++) {
			int day = i;
			first.later.put(later.get(i - 1).from(),
					new Later(() -> load(ParametersOfADay.of(classes, day), read, used, vocabulary)));
		}
		return first;
	}

	private static RuleSet load(Map<String, byte[]> classes, RuleFileReader read, UsedWords used,
			RuleVocabulary vocabulary) {
		RuleClassLoader loader = new RuleClassLoader(classes);
		List<String> models = models(classes);
		if (models.size() != 1) {
			throw new IllegalStateException("expected one model, found " + models.size());
		}
		try {
			Facades facades = (Facades) instance(loader, DroolsBuild.PACKAGE.replace('.', '/') + "/Facades.class");
			return new RuleSet(List.copyOf(read.rules()), List.copyOf(read.meanings()),
					(Model) instance(loader, models.get(0)), loader.loadClass(DroolsBuild.PACKAGE + ".P"), loader,
					new FactBinder(facades, used, vocabulary.over(), vocabulary.declared()), vocabulary, used);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException("the parameters cannot be loaded", ex);
		}
	}

	/** Paths of the classes that hold a model of the package's rules. */
	private static List<String> models(Map<String, byte[]> classes) {
		String prefix = DroolsBuild.PACKAGE.replace('.', '/') + "/Rules";
		return classes.keySet()
			.stream()
			.filter((path) -> path.startsWith(prefix) && !path.contains("RuleMethods") && !path.contains("$"))
			.toList();
	}

	private static Object instance(RuleClassLoader loader, String path) {
		try {
			String name = path.substring(0, path.length() - ".class".length()).replace('/', '.');
			return loader.loadClass(name).getDeclaredConstructor().newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("the compiled rules cannot be loaded", ex);
		}
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
