package org.huiling.engine.drools;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huiling.facts.Applicant;
import org.huiling.facts.Awards;
import org.huiling.facts.Benefit;
import org.huiling.facts.Claim;
import org.huiling.facts.ClaimKind;
import org.huiling.facts.Dibao;
import org.huiling.facts.DibaoType;
import org.huiling.facts.Disability;
import org.huiling.facts.DisabilityCategory;
import org.huiling.facts.HospitalTier;
import org.huiling.facts.Household;
import org.huiling.facts.Hukou;
import org.huiling.facts.HukouType;
import org.huiling.facts.Insurance;
import org.huiling.facts.Money;
import org.huiling.facts.Pension;
import org.huiling.facts.Ratio;
import org.huiling.facts.Residence;
import org.huiling.facts.Scheme;
import org.huiling.facts.Segments;
import org.huiling.facts.Sex;
import org.huiling.facts.StackingKind;
import org.huiling.facts.StatusKind;
import org.huiling.facts.Table;
import org.huiling.facts.UpliftKind;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Every word a rule may use: the facts with their properties, what can be done with money
 * and parameters, the consequences, the codes.
 */
final class Vocabulary {

	private static final List<Class<?>> FACTS = List.of(Applicant.class, Claim.class, Awards.class);

	private static final List<Class<?>> PARTS = List.of(Hukou.class, Residence.class, Household.class, Dibao.class,
			Disability.class, Pension.class, Insurance.class);

	private static final List<Class<?>> VALUES = List.of(Money.class, Ratio.class, Table.class, Segments.class);

	private static final List<Class<? extends Enum<?>>> CODES = List.of(ClaimKind.class, DibaoType.class,
			DisabilityCategory.class, HospitalTier.class, HukouType.class, Scheme.class, Sex.class, StackingKind.class,
			StatusKind.class, UpliftKind.class);

	private static final Set<String> NOT_WORDS = Set.of("equals", "hashCode", "toString", "compareTo", "getClass",
			"notify", "notifyAll", "wait", "keys");

	/** What facts give and take beside facts, codes and amounts. */
	private static final Set<Class<?>> OTHERS = Set.of(String.class, LocalDate.class, Set.class, Object.class);

	private static final Map<Class<?>, Map<String, Class<?>>> WORDS = new HashMap<>();

	private static final Set<String> ALL = new TreeSet<>();

	static {
		Stream.of(FACTS, PARTS, VALUES, List.<Class<?>>of(Benefit.class))
			.flatMap(List::stream)
			.forEach((type) -> WORDS.put(type, words(type)));
		WORDS.values().forEach((words) -> ALL.addAll(words.keySet()));
	}

	private Vocabulary() {
	}

	private static Map<String, Class<?>> words(Class<?> type) {
		Map<String, Class<?>> words = new HashMap<>();
		for (Method method : type.getMethods()) {
			String name = method.getName();
			if (!isWord(method)) {
				continue;
			}
			words.put(name, method.getReturnType());
			String property = name.replaceFirst("^(?:get|is)(?=[A-Z])", "");
			if (!property.equals(name)) {
				words.put(Character.toLowerCase(property.charAt(0)) + property.substring(1), method.getReturnType());
			}
		}
		return words;
	}

	/**
	 * What a rule may call: a property or a sum over types that rules know. Nothing that
	 * leads out of them, such as the decimal number inside an amount, is a word.
	 */
	private static boolean isWord(Method method) {
		return !Modifier.isStatic(method.getModifiers()) && !NOT_WORDS.contains(method.getName())
				&& known(method.getReturnType())
				&& Arrays.stream(method.getParameterTypes()).allMatch(Vocabulary::known);
	}

	private static boolean known(Class<?> type) {
		return type.isPrimitive() || OTHERS.contains(type) || CODES.contains(type)
				|| Stream.of(FACTS, PARTS, VALUES, List.of(Benefit.class)).anyMatch((types) -> types.contains(type));
	}

	/** The methods behind the words, as the guard meets them in compiled rules. */
	static Set<String> members() {
		Set<String> members = new TreeSet<>();
		WORDS.keySet()
			.forEach((type) -> Arrays.stream(type.getMethods())
				.filter(Vocabulary::isWord)
				.forEach((method) -> members
					.add(Type.getInternalName(type) + "." + method.getName() + Type.getMethodDescriptor(method))));
		CODES.forEach((type) -> Arrays.stream(type.getEnumConstants())
			.forEach((constant) -> members
				.add(Type.getInternalName(type) + "." + constant.name() + " " + Type.getDescriptor(type))));
		return members;
	}

	/** The types behind the words. */
	static Set<String> types() {
		return Stream.concat(WORDS.keySet().stream(), CODES.stream())
			.map(Type::getInternalName)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** The type of a fact's pattern, or null if there is no such fact. */
	static @Nullable Class<?> fact(String name) {
		return FACTS.stream().filter((type) -> type.getSimpleName().equals(name)).findFirst().orElse(null);
	}

	/** Whether a type is an amount, a share or a table, not a fact or a part of one. */
	static boolean isValue(Class<?> type) {
		return VALUES.contains(type);
	}

	/** What a word of a type gives, or null if the type has no such word. */
	static @Nullable Class<?> word(Class<?> type, String word) {
		return WORDS.getOrDefault(type, Map.of()).get(word);
	}

	/** Whether a word of a type can take arguments of some types; null is any type. */
	static boolean takes(Class<?> type, String word, List<@Nullable Class<?>> arguments) {
		return Arrays.stream(type.getMethods())
			.filter((method) -> method.getName().equals(word))
			.map(Method::getParameterTypes)
			.anyMatch((parameters) -> parameters.length == arguments.size() && fits(parameters, arguments));
	}

	private static boolean fits(Class<?>[] parameters, List<@Nullable Class<?>> arguments) {
		for (int i = 0; i < parameters.length; i++) {
			Class<?> argument = arguments.get(i);
			if (argument != null && !parameters[i].isAssignableFrom(argument)
					&& !(argument.isPrimitive() && parameters[i] == Object.class)) {
				return false;
			}
		}
		return true;
	}

	/** Whether some type has the word. */
	static boolean knows(String word) {
		return ALL.contains(word);
	}

	/** The words of a type that a person would write. */
	static Set<String> wordsOf(Class<?> type) {
		return WORDS.getOrDefault(type, Map.of())
			.keySet()
			.stream()
			.filter((word) -> !word.matches("(?:get|is)[A-Z].*"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	static Set<String> allWords() {
		return ALL;
	}

	/** The codes of an enumeration, or null if there is none of that name. */
	static @Nullable List<String> codes(String type) {
		return CODES.stream()
			.filter((code) -> code.getSimpleName().equals(type))
			.findFirst()
			.map((code) -> Arrays.stream(code.getEnumConstants()).map(Enum::name).toList())
			.orElse(null);
	}

	/** A code by its names, or null if there is none. */
	static @Nullable Object code(String type, String name) {
		for (Class<? extends Enum<?>> code : CODES) {
			if (code.getSimpleName().equals(type)) {
				for (Enum<?> constant : code.getEnumConstants()) {
					if (constant.name().equals(name)) {
						return constant;
					}
				}
			}
		}
		return null;
	}

	/** Every property of a fact that a condition can compare, with the path to it. */
	static Map<String, Class<?>> properties() {
		Map<String, Class<?>> found = new TreeMap<>();
		FACTS.forEach((fact) -> properties(fact.getSimpleName(), fact, found));
		return found;
	}

	private static void properties(String path, Class<?> type, Map<String, Class<?>> found) {
		for (String word : wordsOf(type)) {
			Class<?> given = Objects.requireNonNull(word(type, word));
			if (PARTS.contains(given)) {
				properties(path + "." + word, given, found);
			}
			else {
				found.put(path + "." + word, given);
			}
		}
	}

}
