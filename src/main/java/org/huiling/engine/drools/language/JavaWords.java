package org.huiling.engine.drools.language;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.huiling.facts.Awards;
import org.huiling.facts.Bands;
import org.huiling.facts.Benefit;
import org.huiling.facts.Code;
import org.huiling.facts.Money;
import org.huiling.facts.Ratio;
import org.huiling.facts.Segments;
import org.huiling.facts.Table;
import org.huiling.facts.Thing;
import org.huiling.facts.words.ClaimFacts;
import org.huiling.facts.words.CoreWords;
import org.huiling.facts.words.ItemFacts;
import org.huiling.facts.words.PersonFacts;
import org.huiling.facts.words.Word;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * What can be done with amounts, shares and tables, what consequences say, and what
 * stacking reads: words that are no facts and that no dictionary declares.
 */
public final class JavaWords {

	public static final String BENEFIT = "Benefit";

	private static final List<Class<?>> VALUES = List.of(Money.class, Ratio.class, Table.class, Bands.class,
			Segments.class);

	private static final Map<String, Class<?>> TYPES = new HashMap<>();

	private static final Map<String, Map<String, String>> WORDS = new HashMap<>();

	private static final Set<String> NOT_WORDS = Set.of("equals", "hashCode", "toString", "compareTo", "getClass",
			"notify", "notifyAll", "wait", "keys", "isSteady", "starts");

	/** What words give and take beside amounts. */
	private static final Set<Class<?>> OTHERS = Set.of(String.class, Set.class, Object.class, Code.class, Thing.class);

	/** What the version's own classes ask. */
	private static final List<Class<?>> ASKED = List.of(PersonFacts.class, ItemFacts.class, ClaimFacts.class,
			CoreWords.class);

	private static final Set<String> LEADING_OUT = Set.of("record", "period", "reads", "words", "person", "list",
			"items", "key");

	private static final Map<String, String> PRIMITIVES = Map.of("Integer", Types.WHOLE, "Boolean", "boolean");

	static {
		VALUES.forEach((type) -> TYPES.put(type.getSimpleName(), type));
		TYPES.put(BENEFIT, Benefit.class);
		TYPES.put(RuleVocabulary.AWARDS, Awards.class);
		TYPES.forEach((name, type) -> {
			Map<String, String> words = new TreeMap<>();
			Arrays.stream(type.getMethods())
				.filter(JavaWords::isWord)
				.forEach((method) -> words.put(property(method.getName()), name(method)));
			WORDS.put(name, words);
		});
	}

	private JavaWords() {
	}

	/**
	 * What a rule may call: a property or a sum over types that rules know. Nothing that
	 * leads out of them, such as the decimal number inside an amount, is a word.
	 */
	private static boolean isWord(Method method) {
		return !Modifier.isStatic(method.getModifiers()) && !NOT_WORDS.contains(method.getName())
				&& known(method.getReturnType())
				&& Arrays.stream(method.getParameterTypes()).allMatch(JavaWords::known);
	}

	private static boolean known(Class<?> type) {
		return type.isPrimitive() || OTHERS.contains(type) || TYPES.containsValue(type);
	}

	/** The property that a getter reads; the name itself if it is none. */
	static String property(String name) {
		String property = name.replaceFirst("^(?:get|is)(?=[A-Z])", "");
		return property.equals(name) ? name : Character.toLowerCase(property.charAt(0)) + property.substring(1);
	}

	/** The name of what a method gives. */
	public static String name(Method method) {
		String name = method.getReturnType().getSimpleName();
		return PRIMITIVES.getOrDefault(name, name);
	}

	/** The words of a type, with what they give. */
	static Map<String, String> of(String type) {
		return WORDS.getOrDefault(type, Map.of());
	}

	/** What a word gives; {@code Object} if that hangs on a parameter. */
	public static @Nullable String word(String type, String word) {
		return of(type).get(word);
	}

	static Set<String> all() {
		Set<String> all = new TreeSet<>();
		WORDS.values().forEach((words) -> all.addAll(words.keySet()));
		return all;
	}

	/** Whether a type is an amount, a share or a table, not a fact or a part of one. */
	static boolean isValue(String type) {
		Class<?> known = TYPES.get(type);
		return known != null && VALUES.contains(known);
	}

	/** The class of a type, null for what is declared. */
	public static @Nullable Class<?> type(String name) {
		return TYPES.get(name);
	}

	/** Whether a word of a type can take arguments of some types; null is any type. */
	public static boolean takes(String type, String word, List<@Nullable Class<?>> arguments) {
		Class<?> known = TYPES.get(type);
		return known == null || Arrays.stream(known.getMethods())
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

	/** The methods behind the words, as the guard meets them in compiled rules. */
	public static Set<String> members() {
		Set<String> members = new TreeSet<>();
		TYPES.values()
			.forEach((type) -> Arrays.stream(type.getMethods())
				.filter(JavaWords::isWord)
				.forEach((method) -> members
					.add(Type.getInternalName(type) + "." + method.getName() + Type.getMethodDescriptor(method))));
		ASKED.forEach((type) -> Arrays.stream(type.getMethods())
			.filter((method) -> method.getDeclaringClass() != Object.class && !LEADING_OUT.contains(method.getName()))
			.forEach((method) -> members
				.add(Type.getInternalName(type) + "." + method.getName() + Type.getMethodDescriptor(method))));
		return members;
	}

	/** The types behind the words. */
	public static Set<String> types() {
		Set<String> types = new TreeSet<>();
		TYPES.values().forEach((type) -> types.add(Type.getInternalName(type)));
		types.add(Type.getInternalName(Code.class));
		types.add(Type.getInternalName(Thing.class));
		types.add(Type.getInternalName(Word.class));
		ASKED.forEach((type) -> types.add(Type.getInternalName(type)));
		return types;
	}

}
