package org.huiling.engine.drools.reading;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.engine.Bilingual;
import org.huiling.engine.drools.language.BoundNames;
import org.huiling.engine.drools.language.Calculator;
import org.huiling.engine.drools.language.Constraint;
import org.huiling.engine.drools.language.ConstraintReader;
import org.huiling.engine.drools.language.JavaWords;
import org.huiling.engine.drools.language.Names;
import org.huiling.engine.drools.language.NotAdmitted;
import org.huiling.engine.drools.language.Operand;
import org.huiling.engine.drools.language.Operand.Calculation;
import org.huiling.engine.drools.language.Operand.Call;
import org.huiling.engine.drools.language.Operand.Code;
import org.huiling.engine.drools.language.Operand.Constant;
import org.huiling.engine.drools.language.Operand.Extreme;
import org.huiling.engine.drools.language.Operand.Parameter;
import org.huiling.engine.drools.language.Operand.Property;
import org.huiling.engine.drools.language.Operand.Variable;
import org.huiling.engine.drools.language.OperandWords;
import org.huiling.engine.drools.language.Types;
import org.huiling.engine.source.yaml.FilePlace;
import org.jspecify.annotations.Nullable;

/**
 * Admits in one condition only known words, facts of one kind compared with each other,
 * and calculations that mean the same to everybody who reads them.
 */
final class ConstraintCheck {

	private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

	private static final Pattern NUMBER = Pattern.compile("(?<![\\w.$])\\d+(?:\\.\\d+)?(?![\\w.])");

	private static final Set<String> ALIKE = Set.of("==", "!=", "in", "not in", "memberOf", "not memberOf");

	private static final Set<String> EXTREMES = Set.of(Types.WHOLE, "Money", "LocalDate");

	private static final Map<String, String> WORDS = Map.of(Types.WHOLE, "number", "decimal", "number with decimals",
			"String", "text");

	/** What to write for a number, an amount or a day. */
	static final Bilingual PARAMETER = new Bilingual("在 policy.yaml 里写成参数，这里写 P.参数名",
			"make it a parameter of policy.yaml and write P.name here");

	private final Names names;

	private final BoundNames meanings;

	private final Types types;

	/** What kind of thing stands on the left, while the right side is read. */
	private @Nullable String beside;

	ConstraintCheck(Names names, BoundNames meanings) {
		this.names = names;
		this.meanings = meanings;
		this.types = new Types(names, meanings);
	}

	/**
	 * Checks one condition.
	 * @param place where it begins
	 * @param text as written
	 * @param fact the fact of its pattern
	 * @throws NotAdmitted if it is spelled in a way that is not admitted
	 */
	void check(FilePlace place, String text, String fact) {
		Constraint constraint = ConstraintReader.read(text, fact, this.names.vocabulary());
		this.beside = null;
		boolean known = known(place, constraint.left());
		this.beside = known ? this.types.of(constraint.left()) : null;
		for (Operand right : constraint.right()) {
			known &= known(place, right);
		}
		if (known) {
			binding(constraint);
			comparison(place, constraint);
		}
		if (!this.names.refusedAny()) {
			literals(place, text);
		}
	}

	private void literals(FilePlace place, String text) {
		String bare = QUOTED.matcher(text).replaceAll((match) -> "\"" + " ".repeat(match.group().length() - 2) + "\"");
		Matcher numbers = NUMBER.matcher(bare);
		while (numbers.find()) {
			if (!numbers.group().equals("0") && !numbers.group().equals("1")) {
				this.names.literal(place, numbers.group());
			}
		}
	}

	/** Whether every word of an expression is known; says so of the first that is not. */
	private boolean known(FilePlace place, Operand expression) {
		for (Operand part : expression.parts()) {
			if (!known(place, part)) {
				return false;
			}
		}
		if (expression instanceof Parameter parameter) {
			this.names.parameter(place, parameter.name());
			return this.names.typeOf(parameter.name()) != null;
		}
		if (expression instanceof Code code) {
			this.names.code(place, code.type(), code.name());
			return this.names.vocabulary().code(code.type(), code.name()) != null;
		}
		if (expression instanceof Variable variable) {
			this.names.variable(place, variable.name());
			return this.meanings.names().contains(variable.name());
		}
		if (expression instanceof Property property) {
			return property(place, property);
		}
		if (expression instanceof Extreme extreme) {
			return extreme(place, extreme);
		}
		return !(expression instanceof Call call) || call(place, call);
	}

	/** Two amounts, two days, or two numbers of one unit. */
	private boolean extreme(FilePlace place, Extreme extreme) {
		String one = this.types.of(extreme.one());
		String other = this.types.of(extreme.other());
		if (one == null || other == null) {
			return true;
		}
		if (!one.equals(other) || !EXTREMES.contains(one)) {
			this.names.wrongUnit(place, extreme.function() + " 的两个值要同是金额、整数或日期",
					"both values of " + extreme.function() + " must be amounts, whole numbers or days");
			return false;
		}
		return !Types.WHOLE.equals(one) || isOfOneUnit(place, extreme.one(), extreme.other());
	}

	private boolean property(FilePlace place, Property property) {
		String at = property.fact();
		for (String word : property.path().split("\\.")) {
			String next = this.names.vocabulary().word(at, word);
			if (next == null) {
				if (this.beside != null && word.equals(property.path())) {
					this.names.bare(place, word, this.beside);
				}
				else {
					this.names.field(place, word, at);
				}
				return false;
			}
			at = next;
		}
		if (property.isAward() && !this.names.award(place, property.arguments())) {
			return false;
		}
		this.names.reads(property);
		return true;
	}

	private boolean call(FilePlace place, Call written) {
		if (!(this.meanings.resolve(written) instanceof Call call)) {
			return known(place, this.meanings.resolve(written));
		}
		String on = this.types.of(call.on());
		String type = this.types.valueType(call.on());
		if ((type != null) ? JavaWords.word(type, call.word()) == null
				: on != null || !this.names.vocabulary().knows(call.word())) {
			this.names.field(place, call.word(), type);
			return false;
		}
		if (type != null && !this.types.takes(type, call.word(), call.arguments())) {
			this.names.wrongUnit(place, call.word() + " 不能用于这样的量：核对参数的单位和个数",
					call.word() + " does not take these: check the units and the number of what it is given");
			return false;
		}
		String key = (on != null && Types.isLookUp(on)) ? this.types.of(call.arguments().get(0)) : null;
		if (on != null && key != null && !key.equals(Types.key(on))) {
			this.names.mixedUnits(place,
					OperandWords.of(call.on()) + " 按 " + word(Types.key(on)) + " 查，不按 " + word(key),
					OperandWords.of(call.on()) + " goes by " + word(Types.key(on)) + ", not by " + word(key));
			return false;
		}
		if (call.on() instanceof Call inner && type != null && isLookUp(inner)) {
			throw new NotAdmitted(0, ".at( … )." + call.word(), "条件里查表之后不能再算：按类别各写一个参数，用 or 分开写",
					"nothing can be calculated with what a table gives in a condition: write a parameter for each case and or between them");
		}
		return true;
	}

	private void binding(Constraint constraint) {
		if (constraint.variable() != null && constraint.left() instanceof Call call && isLookUp(call)) {
			throw new NotAdmitted(0, constraint.variable() + " : " + OperandWords.of(call),
					"查表的结果不能记名字：记下查表用的事实，在比较处、在结果里再查表",
					"what a table gives is not bound: bind the fact it goes by, and look it up where it is compared or paid");
		}
	}

	/** Drools forgets what a table holds as soon as something follows, or it is bound. */
	private boolean isLookUp(Call call) {
		String on = this.types.of(call.on());
		return on != null && Types.isLookUp(on);
	}

	private void comparison(FilePlace place, Constraint constraint) {
		for (Operand one : constraint.right()) {
			variables(constraint, one);
		}
		if (constraint.operator() == null) {
			calculations(place, constraint.left());
			return;
		}
		variables(constraint, constraint.left());
		if (!constraint.left().readsFacts() && constraint.right().stream().noneMatch(Operand::readsFacts)) {
			throw new NotAdmitted(0, "P", "条件里要有一个事实", "a condition compares a fact");
		}
		boolean fit = calculations(place, constraint.left());
		String left = this.types.of(constraint.left());
		for (Operand right : constraint.right()) {
			fit = fit && calculations(place, right) && left != null
					&& fits(place, constraint, left, right, this.types.of(right));
		}
	}

	/**
	 * A name that stands for several things compares one thing here and another there.
	 */
	private void variables(Constraint constraint, Operand expression) {
		if (constraint.operator() != null && expression instanceof Variable variable
				&& this.meanings.isAmbiguous(variable.name())) {
			throw new NotAdmitted(0, variable.name(), "它在各种情形里记的不是同一个事实：比较时直接写事实",
					"it stands for different facts in different alternatives: compare the fact itself");
		}
		expression.parts().forEach((part) -> variables(constraint, part));
	}

	/** Whether {@code + - *} stand between whole numbers only. */
	private boolean calculations(FilePlace place, Operand expression) {
		for (Operand part : expression.parts()) {
			if (!calculations(place, part)) {
				return false;
			}
		}
		if (!(expression instanceof Calculation calculation)) {
			return true;
		}
		for (Operand part : calculation.parts()) {
			String type = this.types.of(part);
			if (type != null && !type.equals(Types.WHOLE)) {
				throw new NotAdmitted(0, calculation.operator(),
						"只有整数能用 + - * /；金额写 .plus( … ) .minus( … ) .times( … )",
						"only whole numbers take + - * /; for amounts write .plus( … ) .minus( … ) .times( … )");
			}
		}
		if (!Calculator.fits(calculation)) {
			throw new NotAdmitted(0, calculation.operator(), "算出来的数太大：整数最多到 2147483647",
					"the number it gives is too large: whole numbers end at 2147483647");
		}
		return true;
	}

	private boolean fits(FilePlace place, Constraint constraint, String left, Operand right, @Nullable String type) {
		String operator = String.valueOf(constraint.operator());
		String wanted = (type != null && operator.endsWith("memberOf")) ? Types.member(type) : type;
		if (type == null) {
			return true;
		}
		if (wanted == null || !wanted.equals(left)) {
			mismatch(place, constraint, left, right);
			return false;
		}
		if (Types.REGIONS.equals(type) && !(constraint.left() instanceof Property)) {
			throw new NotAdmitted(0, OperandWords.of(constraint.left()), "直接写事实，例如 hukou.region memberOf P.towns",
					"write the fact itself, such as hukou.region memberOf P.towns");
		}
		if (Types.WHOLE.equals(left) && !isOfOneUnit(place, constraint.left(), right)) {
			return false;
		}
		if (!ALIKE.contains(operator) && !Types.hasOrder(left)) {
			throw new NotAdmitted(0, operator, "只有整数、金额、日期分大小；这里写 == 或 !=",
					"only whole numbers, amounts and days have an order; write == or != here");
		}
		return true;
	}

	/** Years are compared with years, and not with months or persons. */
	private boolean isOfOneUnit(FilePlace place, Operand left, Operand right) {
		String one = this.types.unit(left);
		String other = this.types.unit(right);
		if (one == null || other == null || one.equals(other)) {
			return true;
		}
		this.names.mixedUnits(place,
				OperandWords.of(left) + " 的单位是 " + one + "，" + OperandWords.of(right) + " 的单位是 " + other + "，不能比较",
				OperandWords.of(left) + " is in " + one + ", " + OperandWords.of(right) + " in " + other
						+ ": they cannot be compared");
		return false;
	}

	private void mismatch(FilePlace place, Constraint constraint, String left, Operand right) {
		String subject = OperandWords.of(constraint.left());
		if (right instanceof Constant constant && constant.value() instanceof String text) {
			this.names.wrongLiteral(place, word(left), text);
		}
		else if (right instanceof Parameter parameter) {
			this.names.wrongUnit(place, subject + " 是 " + word(left) + "，参数 " + parameter.name() + " 的单位与之不符",
					subject + " is a " + word(left) + "; the parameter " + parameter.name() + " is of another unit");
		}
		else {
			this.names.wrongUnit(place, subject + " 是 " + word(left) + "，不能与 " + OperandWords.of(right) + " 比较",
					subject + " is a " + word(left) + ", which cannot be compared with " + OperandWords.of(right),
					right.readsFacts() ? null : PARAMETER);
		}
	}

	private static String word(String type) {
		return WORDS.getOrDefault(type, type);
	}

}
