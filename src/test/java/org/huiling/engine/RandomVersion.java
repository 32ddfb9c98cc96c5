package org.huiling.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.huiling.engine.WorldRule.Condition;
import org.huiling.facts.Code;
import org.jspecify.annotations.Nullable;

/** A version over a few words of the small world, drawn at random. */
final class RandomVersion {

	private static final int MOST_WORLDS = 12_000;

	/** Beside every household. */
	private static final int FEW_WORLDS = MOST_WORLDS / WorldMember.households().size();

	private static final List<String> ORDER = List.of("==", "!=", "<", "<=", ">", ">=", "<", ">=");

	/** Value and unit of every parameter. */
	private static final Map<String, List<Object>> PARAMETERS = new LinkedHashMap<>();

	static {
		parameter("sixty", 60, "years");
		parameter("eighty", 80, "years");
		parameter("five", 5, "years");
		parameter("six", 6, "months");
		parameter("thirty", 30, "days");
		parameter("none", 0, "count");
		parameter("two", 2, "count");
		parameter("three", 3, "count");
		parameter("hundred", 100, "count");
		parameter("second", 2, "grade");
		parameter("moderate", 2, "level");
		parameter("y2019", 2019, "year");
		parameter("yuan0", new BigDecimal("0.00"), "CNY");
		parameter("yuan100", WorldFact.AMOUNTS.get(0), "CNY");
		parameter("yuan500", WorldFact.AMOUNTS.get(1), "CNY");
		parameter("late", WorldFact.LATE, "date");
		parameter("start", LocalDate.of(2015, 1, 1), "date");
		parameter("born", LocalDate.of(1950, 1, 1), "date");
	}

	private final Random random;

	private final List<WorldRule> rules = new ArrayList<>();

	private final List<Integer> amounts = new ArrayList<>();

	private final List<World> worlds;

	private final boolean highestWins;

	RandomVersion(long seed) {
		this.random = new Random(new SplittableRandom(seed).nextLong());
		this.highestWins = this.random.nextBoolean();
		List<WorldWord> words;
		List<World> all;
		do {
			words = words();
			all = size(words) ? World.all(facts(words)) : List.of();
		}
		while (all.isEmpty() || all.size() > MOST_WORLDS);
		if (all.size() <= FEW_WORLDS) {
			words = new ArrayList<>(words);
			words.add(WorldWord.MEMBERS);
			all = World.all(facts(words));
		}
		this.worlds = all;
		for (int i = 2 + this.random.nextInt(3); i > 0; i--) {
			this.rules.add(rule(words));
			this.amounts.add(10 * (1 + this.random.nextInt(3)));
		}
	}

	private static void parameter(String name, Object value, String unit) {
		PARAMETERS.put(name, List.of(value, unit));
	}

	private <T> T any(List<T> all) {
		return all.get(this.random.nextInt(all.size()));
	}

	private boolean oneIn(int many) {
		return this.random.nextInt(many) == 0;
	}

	/** A few words; where one hangs on several facts, others that read these. */
	private List<WorldWord> words() {
		List<WorldWord> all = Arrays.stream(WorldWord.values()).filter((word) -> word != WorldWord.MEMBERS).toList();
		Set<WorldWord> words = new TreeSet<>(List.of(any(all)));
		int most = 2 + this.random.nextInt(2);
		while (words.size() < most) {
			WorldWord next = any(all);
			boolean beside = next.facts().stream().anyMatch((fact) -> facts(words).contains(fact));
			if (beside || oneIn(8)) {
				words.add(next);
			}
		}
		return List.copyOf(words);
	}

	/** Not more than can be told one by one. */
	private static boolean size(List<WorldWord> words) {
		return facts(words).size() <= 6;
	}

	/** What is told apart: the months too where a day is named or a meaning changes. */
	private static Set<WorldFact> facts(Collection<WorldWord> words) {
		Set<WorldFact> facts = new TreeSet<>();
		words.forEach((word) -> {
			facts.addAll(word.facts());
			if (word.constants().contains("late")) {
				facts.add(WorldFact.MONTH);
			}
		});
		return World.closure(facts);
	}

	private WorldRule rule(List<WorldWord> all) {
		List<WorldWord> words = all.stream().filter((word) -> word != WorldWord.MEMBERS).toList();
		WorldRule rule = ofPerson(words);
		if (words.size() < all.size()) {
			for (int i = this.random.nextInt(3); i > 0; i--) {
				Condition asked = WorldMember.asked(this.random);
				rule = rule.with(asked.text(), asked);
			}
			if (oneIn(4)) {
				Condition one = WorldMember.asked(this.random);
				Condition other = WorldMember.asked(this.random);
				rule = rule.with("( " + one.text() + " or " + other.text() + " )", List.of(one), List.of(other));
			}
		}
		return rule;
	}

	private WorldRule ofPerson(List<WorldWord> words) {
		List<Condition> first = conditions(words, 3);
		WorldRule rule = new WorldRule(pattern(first), List.of(first));
		if (oneIn(5)) {
			List<Condition> one = conditions(words, 2);
			List<Condition> other = conditions(words, 2);
			rule = rule.with("( " + pattern(one) + " or " + pattern(other) + " )", one, other);
		}
		if (oneIn(6)) {
			List<Condition> inside = conditions(words, 2);
			rule = rule.with("not " + pattern(inside), Condition.all(inside).not());
		}
		else if (oneIn(12)) {
			List<Condition> inside = conditions(words, 2);
			rule = rule.with("exists " + pattern(inside), Condition.all(inside));
		}
		return rule;
	}

	private static String pattern(List<Condition> conditions) {
		return conditions.stream().map(Condition::text).collect(Collectors.joining(", ", "Applicant( ", " )"));
	}

	private List<Condition> conditions(List<WorldWord> words, int most) {
		Map<String, Condition> conditions = new LinkedHashMap<>();
		for (int i = 1 + this.random.nextInt(most); i > 0; i--) {
			Condition one = condition(any(words));
			conditions.put(one.text(), one);
		}
		return List.copyOf(conditions.values());
	}

	private Condition condition(WorldWord word) {
		if (word.constants().isEmpty()) {
			return truth(word);
		}
		String constant = any(word.constants());
		if (word == WorldWord.AIDS) {
			boolean without = this.random.nextBoolean();
			return condition(word, "aids " + (without ? "not contains " : "contains ") + constant,
					(value) -> value != null && ((Set<?>) value).contains(value(constant)) != without);
		}
		if (constant.indexOf('.') > 0) {
			return code(word, constant);
		}
		String sign = any(ORDER);
		if (value(constant) instanceof LocalDate && word != WorldWord.FIRST && word != WorldWord.BORN && oneIn(3)) {
			return new Condition(word.path() + " " + sign + " firstDay",
					(world) -> compare(word.value(world), sign, world.firstDay()), Set.of(word));
		}
		return condition(word, word.path() + " " + sign + " P." + constant,
				(value) -> compare(value, sign, value(constant)));
	}

	private static Condition condition(WorldWord word, String text, Predicate<@Nullable Object> holds) {
		return new Condition(text, (world) -> holds.test(word.value(world)), Set.of(word));
	}

	private Condition truth(WorldWord word) {
		boolean wanted = this.random.nextBoolean();
		boolean bare = oneIn(3);
		String text = bare ? (wanted ? "" : "!") + word.path() : word.path() + " == " + wanted;
		// what is not there is neither true nor false, and not so
		return condition(word, text, (value) -> (bare && value == null) ? !wanted : Objects.equals(value, wanted));
	}

	private Condition code(WorldWord word, String constant) {
		Object code = value(constant);
		if (oneIn(3)) {
			String other = any(word.constants());
			boolean not = this.random.nextBoolean();
			return condition(word, word.path() + (not ? " not" : "") + " in ( " + constant + ", " + other + " )",
					(value) -> (value != null && (value.equals(code) || value.equals(value(other)))) != not);
		}
		boolean not = this.random.nextBoolean();
		return condition(word, word.path() + (not ? " != " : " == ") + constant, (value) -> code.equals(value) != not);
	}

	private static Object value(String constant) {
		int dot = constant.indexOf('.');
		return (dot > 0) ? Code.of(constant.substring(0, dot), constant.substring(dot + 1))
				: Objects.requireNonNull(PARAMETERS.get(constant)).get(0);
	}

	/** What is not there differs from everything. */
	@SuppressWarnings("unchecked")
	private static boolean compare(@Nullable Object value, String sign, Object with) {
		if (value == null) {
			return sign.equals("!=");
		}
		int side = ((Comparable<Object>) value).compareTo(with);
		return switch (sign) {
			case "==" -> side == 0;
			case "!=" -> side != 0;
			case "<" -> side < 0;
			case "<=" -> side <= 0;
			case ">" -> side > 0;
			default -> side >= 0;
		};
	}

	List<WorldRule> rules() {
		return this.rules;
	}

	/** Everybody it could tell apart. */
	List<World> worlds() {
		return this.worlds;
	}

	boolean highestWins() {
		return this.highestWins;
	}

	int amount(int rule) {
		return this.amounts.get(rule);
	}

	static String name(int rule) {
		return "r" + rule;
	}

	TinyPolicy policy() {
		TinyPolicy policy = TinyPolicy.monthly("world", 10, World.START + "-01");
		if (this.highestWins) {
			policy.header("wins: HIGHEST");
		}
		PARAMETERS.forEach((name, one) -> policy.parameter(name, one.get(0).toString(), one.get(1).toString()));
		for (int amount = 10; amount <= 30; amount += 10) {
			policy.parameter("pay" + amount, amount + ".00", "CNY");
		}
		for (int i = 0; i < this.rules.size(); i++) {
			policy.rule(name(i), this.rules.get(i).text(), "benefit.pay(P.pay" + amount(i) + ");");
		}
		return policy;
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder(this.highestWins ? "the highest wins\n" : "none wins\n");
		for (int i = 0; i < this.rules.size(); i++) {
			text.append(name(i))
				.append(" (")
				.append(amount(i))
				.append("): ")
				.append(this.rules.get(i).text())
				.append('\n');
		}
		return text.toString();
	}

}
