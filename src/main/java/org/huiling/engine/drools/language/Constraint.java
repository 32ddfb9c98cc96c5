package org.huiling.engine.drools.language;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.huiling.engine.drools.language.Operand.Constant;
import org.jspecify.annotations.Nullable;

/**
 * One condition inside a pattern in its normal form, whichever way it was spelled. What
 * is not true is false: {@code != true} is {@code == false}.
 *
 * @param variable the name that the left side is bound to, null if it is not bound
 * @param left a fact, or a calculation with it
 * @param operator {@code ==}, {@code !=}, {@code <}, {@code <=}, {@code >}, {@code >=},
 * {@code in}, {@code not in}, {@code memberOf} or {@code not memberOf}; null if nothing
 * is compared but only bound
 * @param right what it is compared with: one, or those of a list
 */
public record Constraint(@Nullable String variable, Operand left, @Nullable String operator, List<Operand> right) {

	private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

	/** The first word of a fact. */
	private static final Pattern READ = Pattern.compile("(?<![\\p{L}\\w.$])\\p{Ll}[\\p{L}\\w]*");

	private static final Set<String> SIGNS = Set.of("not", "in", "memberOf", "contains", "excludes", "true", "false",
			"null", "min", "max", "whole");

	private static final Pattern NOT_AMONG = Pattern.compile("\\bnot\\s+(?:in|memberOf|contains)\\b|\\bexcludes\\b");

	private static final Pattern ORDER = Pattern.compile("[<>]=?");

	private static final Map<String, String> OPPOSITES = Map.of("==", "!=", "!=", "==", "<", ">=", ">=", "<", ">", "<=",
			"<=", ">", "in", "not in", "not in", "in", "memberOf", "not memberOf", "not memberOf", "memberOf");

	public Constraint {
		if ("!=".equals(operator) && right.size() == 1 && right.get(0) instanceof Constant constant
				&& constant.value() instanceof Boolean truth) {
			operator = "==";
			right = List.of(new Constant(!truth));
		}
	}

	/**
	 * Whether a condition asks if something is different: what is not there differs from
	 * everything, and belongs to no list.
	 * @param text as written
	 */
	public static boolean asksForDifference(String text) {
		String bare = QUOTED.matcher(text).replaceAll("").strip();
		boolean differs = bare.contains("!=") || NOT_AMONG.matcher(bare).find();
		return bare.startsWith("!") != differs;
	}

	/**
	 * Whether a condition asks which of two is more: it then turns at most once while
	 * something that it reads goes up.
	 * @param text as written
	 */
	public static boolean asksForOrder(String text) {
		String bare = QUOTED.matcher(text).replaceAll("").strip();
		return !bare.contains("==") && !bare.contains("!=") && ORDER.matcher(bare).results().count() == 1;
	}

	/**
	 * Whether a condition reads one fact and no more: what it asks for is then all that
	 * it lacks. What is bound to a name may be several.
	 * @param text as written
	 */
	public static boolean readsOneFact(String text) {
		String bare = QUOTED.matcher(text).replaceAll("");
		return bare.indexOf('$') < 0
				&& READ.matcher(bare).results().filter((word) -> !SIGNS.contains(word.group())).count() <= 1;
	}

	/** The condition that holds where this one fails. */
	Constraint opposite() {
		String opposite = (this.operator != null) ? OPPOSITES.get(this.operator) : null;
		return new Constraint(this.variable, this.left, opposite, this.right);
	}

	/** The same, with a name for the left side. */
	Constraint bound(String name) {
		return new Constraint(name, this.left, this.operator, this.right);
	}

}
