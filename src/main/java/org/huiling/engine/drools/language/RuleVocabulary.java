package org.huiling.engine.drools.language;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.huiling.engine.Bilingual;
import org.huiling.facts.Code;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Derived;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactGroup;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.dictionary.RoleWords;
import org.huiling.facts.expression.ValueType;
import org.huiling.facts.reading.FactReading;
import org.huiling.facts.record.RecordedClaim;
import org.huiling.facts.type.FactType;
import org.huiling.facts.words.ClaimFacts;
import org.huiling.facts.words.CoreWords;
import org.huiling.facts.words.FactWords;
import org.jspecify.annotations.Nullable;

/**
 * Every word a rule may use by one dictionary: the facts with what is declared of them,
 * what can be done with money and parameters, the consequences, the codes.
 * <p>
 * A type is written as it is named to authors: {@code int}, {@code Money},
 * {@code HukouType}; a group of facts by the way to it, {@code Applicant.household}.
 */
public final class RuleVocabulary {

	/** A claim of theirs, where programs name no list. */
	public static final String CLAIM = "Claim";

	/** What another program awards; every subject has it. */
	private static final String AWARD = "award";

	/** The awards that stacking looks at. */
	public static final String AWARDS = "Awards";

	private final Dictionary dictionary;

	private final FactWords declared;

	/** The list whose items are claims. */
	private final String over;

	/** What rules call such an item. */
	private final String claim;

	/** What rules call whom they are about. */
	private final String subject;

	private final List<String> facts;

	/** What each word gives, by the type that has it. */
	private final Map<String, Map<String, String>> words = new HashMap<>();

	private final Set<String> all = new TreeSet<>();

	private final Map<String, List<String>> codes = new HashMap<>();

	/** What an item of a list is called in rules, with the list it is of. */
	private final Map<String, String> items = new TreeMap<>();

	private RuleVocabulary(FactReading facts, String over) {
		this.dictionary = facts.dictionary();
		this.over = over;
		FactList claims = this.dictionary.list(over);
		String pattern = (claims != null && !RecordedClaim.LIST.equals(over)) ? claims.shape().pattern() : null;
		this.claim = (pattern != null) ? pattern : CLAIM;
		this.subject = this.dictionary.subject().pattern();
		this.facts = (claims != null || this.dictionary.subject() == Subject.PERSON)
				? List.of(this.subject, this.claim, AWARDS) : List.of(this.subject);
		this.declared = facts.words();
		Map<String, String> own = this.words.computeIfAbsent(this.subject, (type) -> new TreeMap<>());
		core(CoreWords.class).stream()
			.filter((method) -> AWARD.equals(method.getName()) || this.dictionary.derived(method.getName()) != null)
			.forEach((method) -> own.put(method.getName(), JavaWords.name(method)));
		this.dictionary.entries().forEach((entry) -> declare(this.subject, entry));
		this.dictionary.derived().forEach(this::declare);
		if (this.facts.contains(this.claim)) {
			Map<String, String> ofClaims = this.words.computeIfAbsent(this.claim, (type) -> new TreeMap<>());
			core(ClaimFacts.class).stream()
				.filter((method) -> lacking(method.getName()).isEmpty())
				.forEach((method) -> ofClaims.put(method.getName(), JavaWords.name(method)));
		}
		if (claims != null) {
			claims.fields().forEach((field) -> put(this.claim, field.name(), field));
		}
		if (this.facts.contains(AWARDS)) {
			this.words.put(AWARDS, JavaWords.of(AWARDS));
		}
		this.dictionary.lists().forEach(this::items);
		this.dictionary.codeTypes().forEach((type) -> this.codes.put(type.name(), List.copyOf(type.names())));
		this.words.values().forEach((some) -> this.all.addAll(some.keySet()));
		this.all.addAll(JavaWords.all());
	}

	/**
	 * The vocabulary of a dictionary.
	 * @param facts reads people by it
	 * @return what rules may use
	 */
	public static RuleVocabulary of(FactReading facts) {
		return of(facts, RecordedClaim.LIST);
	}

	/**
	 * The vocabulary of programs over a list.
	 * @param facts reads people by a dictionary
	 * @param over the list whose items are claims
	 * @return what rules may use
	 */
	public static RuleVocabulary of(FactReading facts, String over) {
		return new RuleVocabulary(facts, over);
	}

	/**
	 * What rules call whom they are about.
	 * @return {@code Applicant}, or {@code Organisation}
	 */
	public String subject() {
		return this.subject;
	}

	/**
	 * What rules call a claim.
	 * @return {@code Claim}, or the pattern of another list
	 */
	public String claim() {
		return this.claim;
	}

	/**
	 * The list whose items are claims.
	 * @return its path
	 */
	public String over() {
		return this.over;
	}

	/** The roles for want of which a claim does not have a word. */
	List<String> lacking(String word) {
		FactList claims = this.dictionary.list(this.over);
		return (claims != null) ? RoleWords.lacks(word, claims) : List.of();
	}

	/** The words that Java works out, by the name of their method. */
	public static List<Method> core(Class<?> type) {
		return Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()
					&& !Set.of("item", "words", "supposing").contains(method.getName()))
			.toList();
	}

	private void items(FactList list) {
		String pattern = list.shape().pattern();
		if (pattern != null && !this.facts.contains(pattern)) {
			this.items.put(pattern, list.path());
			this.words.computeIfAbsent(pattern, (type) -> new TreeMap<>());
			list.fields().forEach((field) -> put(pattern, field.name(), field));
		}
	}

	private void declare(String group, Entry entry) {
		if (entry instanceof FactGroup inner) {
			String type = group + "." + inner.name();
			word(group, inner.name(), type);
			this.words.computeIfAbsent(type, (first) -> new TreeMap<>());
			inner.entries().forEach((one) -> declare(type, one));
		}
		else if (entry instanceof Fact fact) {
			put(group, fact.name(), fact);
		}
	}

	private void put(String type, String name, Fact fact) {
		String given = type(fact);
		if (given != null) {
			word(type, name, given);
		}
	}

	private void word(String type, String name, String given) {
		this.words.computeIfAbsent(type, (first) -> new TreeMap<>()).put(name, given);
	}

	private void declare(Derived derived) {
		if (derived.isCore()) {
			return;
		}
		String type = this.subject;
		String[] steps = derived.path().split("\\.");
		for (int i = 0; i < steps.length - 1; i++) {
			String group = type + "." + steps[i];
			word(type, steps[i], group);
			type = group;
		}
		String name = steps[steps.length - 1];
		ValueType given = derived.type();
		if (given.kind() == ValueType.Kind.ITEM) {
			String group = type + "." + name;
			word(type, name, group);
			FactList list = Objects.requireNonNull(this.dictionary.list(Objects.requireNonNull(given.of())));
			list.fields().forEach((field) -> put(group, field.name(), field));
			return;
		}
		String named = type(given);
		if (named != null) {
			word(type, name, named);
		}
	}

	/** What a recorded fact gives; null if rules do not read it. */
	private static @Nullable String type(Fact fact) {
		return switch (fact.type()) {
			case BOOLEAN -> "boolean";
			case INTEGER -> Types.WHOLE;
			case MONEY -> "Money";
			case DATE -> "LocalDate";
			case REGION -> "String";
			case CODE -> Objects.requireNonNull(fact.codes()).name();
			case CODES -> "Set<" + Objects.requireNonNull(fact.codes()).name() + ">";
			case DECIMAL, TEXT -> null;
		};
	}

	private static @Nullable String type(ValueType type) {
		return switch (type.kind()) {
			case TRUTH -> "boolean";
			case WHOLE, NUMBER -> Types.WHOLE;
			case MONEY -> "Money";
			case DATE -> "LocalDate";
			case REGION -> "String";
			case CODE -> type.of();
			case CODES -> "Set<" + type.of() + ">";
			default -> null;
		};
	}

	/**
	 * The declared words behind these.
	 * @return ready to be asked
	 */
	public FactWords declared() {
		return this.declared;
	}

	/**
	 * What declares them.
	 * @return the dictionary
	 */
	public Dictionary dictionary() {
		return this.dictionary;
	}

	/** Whether a pattern of that name can stand in a rule. */
	public boolean isFact(@Nullable String name) {
		return name != null && (this.facts.contains(name) || isItem(name));
	}

	/** Whether a pattern of that name stands for an item of a list. */
	public boolean isItem(@Nullable String name) {
		return name != null && this.items.containsKey(name);
	}

	/** The list whose items a pattern stands for. */
	public String list(String pattern) {
		return Objects.requireNonNull(this.items.get(pattern), pattern);
	}

	/** The names of all patterns. */
	public List<String> facts() {
		List<String> facts = new ArrayList<>(this.facts);
		facts.addAll(this.items.keySet());
		return facts;
	}

	/** Whether a type is a fact or a group of facts, which has words of its own. */
	public boolean isGroup(String type) {
		return this.words.containsKey(type);
	}

	/** What a word of a type gives, or null if the type has no such word. */
	public @Nullable String word(String type, String word) {
		Map<String, String> known = this.words.get(type);
		if (known == null) {
			return JavaWords.word(type, word);
		}
		String given = known.get(word);
		return (given != null) ? given : known.get(JavaWords.property(word));
	}

	/** The unit of a whole number, such as {@code years}; null if it has none. */
	@Nullable String unit(String fact, String path) {
		ValueType type = null;
		if (this.subject.equals(fact)) {
			type = this.dictionary.vocabulary().fact(path);
		}
		else if (this.claim.equals(fact)) {
			type = this.dictionary.vocabulary().field(this.over, path);
		}
		else if (isItem(fact)) {
			type = this.dictionary.vocabulary().field(list(fact), path);
		}
		return (type != null && type.kind() == ValueType.Kind.WHOLE) ? type.of() : null;
	}

	/**
	 * The recorded regions behind a word, which somebody would have to tell more exactly.
	 */
	public Set<String> regions(String fact, String path) {
		Set<String> found = new TreeSet<>();
		if (this.subject.equals(fact)) {
			regions(path, found, new TreeSet<>());
		}
		else {
			found.add((this.claim.equals(fact) ? this.over : list(fact)) + "[]." + path);
		}
		return found;
	}

	private void regions(String path, Set<String> found, Set<String> seen) {
		Fact recorded = this.dictionary.fact(path);
		Derived derived = this.dictionary.derived(path);
		Derived item = this.dictionary.derived(path.substring(0, Math.max(path.lastIndexOf('.'), 0)));
		if (recorded != null) {
			if (recorded.type() == FactType.REGION) {
				found.add(path);
			}
		}
		else if (derived != null && seen.add(path)) {
			derived.is().values().forEach((expression) -> expression.walk((part) -> {
				if (part instanceof org.huiling.facts.expression.Expression.Name name) {
					regions(name.path(), found, seen);
				}
			}));
		}
		else if (item != null && item.type().kind() == ValueType.Kind.ITEM) {
			found.add(item.type().of() + "[]" + path.substring(path.lastIndexOf('.')));
		}
	}

	/** What to mind of a word that is one of others than those whom this is about. */
	@Nullable Bilingual others(String word) {
		if (this.dictionary.subject() != Subject.PERSON) {
			return new Bilingual("本项目是给机构的，只能用机构的事实；人的事实（年龄、户籍、家庭等）这里没有",
					"the program is about organisations: facts of people (age, hukou, household …) are unknown here");
		}
		Dictionary organisations = this.dictionary.of(Subject.ORGANISATION);
		boolean theirs = organisations != null
				&& (organisations.entry(word) != null || organisations.derived(word) != null);
		return theirs ? new Bilingual("这是机构的事实，只用于 subject: organisation 的项目",
				"it is a fact of organisations, for programs with subject: organisation") : null;
	}

	/** Whether some type has the word. */
	public boolean knows(String word) {
		return this.all.contains(word) || this.all.contains(JavaWords.property(word));
	}

	/** The words of a type that a person would write. */
	public Set<String> wordsOf(String type) {
		Map<String, String> known = this.words.get(type);
		return new TreeSet<>((known != null) ? known.keySet() : JavaWords.of(type).keySet());
	}

	public Set<String> allWords() {
		return this.all;
	}

	/**
	 * The codes of a list.
	 * @param type its name
	 * @return their names, null if there is no such list
	 */
	public @Nullable List<String> codes(String type) {
		return this.codes.get(type);
	}

	/** A code by its names, or null if there is none. */
	public @Nullable Code code(String type, String name) {
		List<String> known = this.codes.get(type);
		return (known != null && known.contains(name)) ? Code.of(type, name) : null;
	}

	/**
	 * Every property of a fact that a condition can compare.
	 * @return paths such as {@code Applicant.household.size}, with what they give
	 */
	public Map<String, String> properties() {
		Map<String, String> found = new TreeMap<>();
		facts().forEach((fact) -> properties(fact, found));
		return found;
	}

	private void properties(String type, Map<String, String> found) {
		this.words.getOrDefault(type, Map.of()).forEach((word, given) -> {
			if (isGroup(given)) {
				properties(given, found);
			}
			else {
				found.put(type + "." + word, given);
			}
		});
	}

	/**
	 * What compiled rules link to by some words: any change of it compiles them anew.
	 * @param paths as {@link Names#facts()} has them
	 */
	public List<String> signature(Set<String> paths) {
		List<String> signature = new ArrayList<>();
		Map<String, String> types = properties();
		paths.forEach((path) -> signature.add(path + ":" + types.getOrDefault(path, "")));
		return signature.stream().sorted().collect(Collectors.toList());
	}

}
