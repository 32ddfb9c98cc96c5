package org.huiling.facts.expression;

import java.util.List;
import java.util.Objects;

import org.huiling.facts.expression.Expression.Call;
import org.huiling.facts.expression.ValueType.Kind;
import org.jspecify.annotations.Nullable;

/** The part of a type check that knows the functions. */
final class FunctionCheck {

	private static final int FOUR = 4;

	private final TypeCheck check;

	FunctionCheck(TypeCheck check) {
		this.check = check;
	}

	@Nullable ValueType call(Call call) {
		if (!Words.FUNCTIONS.contains(call.function())) {
			this.check.unknown(call.at(), call.function(), "函数", "function", Words.FUNCTIONS);
			return null;
		}
		if (Words.OF_A_PERIOD.contains(call.function()) && !this.check.isOfAPeriod()) {
			this.check.fault(call.at(), call.function(), call.function() + " 只用于派生事实",
					call.function() + " is for derived facts only");
			return null;
		}
		List<Expression> arguments = call.arguments();
		return switch (call.function()) {
			case "whole" -> this.check.type(arguments.get(0));
			case "min", "max" -> same(call, arguments);
			case "when" -> choice(call, arguments);
			case "none" -> counted(call, 1, "none(x)") ? truth(this.check.type(arguments.get(0))) : null;
			case "fullYears" -> between(call, "years");
			case "fullMonths" -> between(call, "months");
			case "days" -> between(call, "days");
			case "begun" -> dates(call, 1, "begun(hukou.since)") ? ValueType.TRUTH : null;
			case "held" -> dates(call, 2, "held(from, to)") ? ValueType.TRUTH : null;
			case "overlap" -> dates(call, FOUR, "overlap(from, to, from, to)") ? ValueType.TRUTH : null;
			case "sameMonth", "sameQuarter", "sameYear" ->
				dates(call, 2, call.function() + "(date, lastDay)") ? ValueType.TRUTH : null;
			case "within" -> regions(call, 1) ? ValueType.TRUTH : null;
			case "startsWith" -> startsWith(call);
			default -> overItems(call);
		};
	}

	private static @Nullable ValueType truth(@Nullable ValueType type) {
		return (type != null) ? ValueType.TRUTH : null;
	}

	private @Nullable ValueType same(Call call, List<Expression> arguments) {
		if (arguments.size() < 2) {
			counted(call, 2, call.function() + "(a, b)");
			return null;
		}
		Expression first = arguments.get(0);
		ValueType type = this.check.type(first);
		for (Expression argument : arguments.subList(1, arguments.size())) {
			ValueType other = this.check.type(argument);
			ValueType common = (type != null && other != null) ? this.check.common(first, type, argument, other) : null;
			if (type != null && other != null && (common == null || !hasOrder(common))) {
				this.check.fault(argument.at(), call.function(), "与前面的不是同一种量，或不分大小",
						"it is of another kind than those before, or has no order");
				return null;
			}
			first = (common != null && type != null && type.is(Kind.NUMBER)) ? argument : first;
			type = common;
		}
		return type;
	}

	private static boolean hasOrder(ValueType type) {
		return type.isNumber() || type.is(Kind.MONEY) || type.is(Kind.DATE);
	}

	private @Nullable ValueType choice(Call call, List<Expression> arguments) {
		if (!counted(call, 3, "when(c, a, b)")) {
			return null;
		}
		this.check.condition(arguments.get(0));
		ValueType one = this.check.type(arguments.get(1));
		ValueType other = this.check.type(arguments.get(2));
		if (one == null || other == null) {
			return null;
		}
		ValueType common = this.check.common(arguments.get(1), one, arguments.get(2), other);
		if (common == null || common.is(Kind.LIST) || common.is(Kind.ITEM) || common.is(Kind.TEXT)) {
			this.check.fault(arguments.get(2).at(), call.function(), "两种结果应是同一种量", "both results must be of one kind");
			return null;
		}
		return common;
	}

	private @Nullable ValueType between(Call call, String unit) {
		return dates(call, 2, call.function() + "(residence.since, firstDay)") ? ValueType.whole(unit) : null;
	}

	private boolean dates(Call call, int count, String form) {
		return counted(call, count, form) && all(call, Kind.DATE, ValueType.DATE);
	}

	private boolean regions(Call call, int count) {
		return counted(call, count, "within(hukou.region)") && all(call, Kind.REGION, ValueType.REGION);
	}

	private boolean all(Call call, Kind kind, ValueType wanted) {
		boolean all = true;
		for (Expression argument : call.arguments()) {
			ValueType type = this.check.type(argument);
			ValueType common = (type != null) ? this.check.common(argument, type, argument, wanted) : null;
			if (type != null && (common == null || !common.is(kind))) {
				this.check.fault(argument.at(), TypeCheck.shown(argument), "这里应为" + wanted.shown(true),
						wanted.shown(false) + " belongs here");
			}
			all &= type != null && common != null && common.is(kind);
		}
		return all;
	}

	private @Nullable ValueType startsWith(Call call) {
		if (!counted(call, 2, "startsWith(hukou.region, \"37\")")) {
			return null;
		}
		ValueType type = this.check.type(call.arguments().get(0));
		boolean digits = call.arguments().get(1) instanceof Expression.Text text && text.value().matches("[0-9]{1,12}");
		if (type != null && (!type.is(Kind.REGION) || !digits)) {
			this.check.fault(call.at(), call.function(), "应为区划代码和引号里的数字",
					"a region code and digits in quotes belong here", "例如 startsWith(hukou.region, \"37\")",
					"such as startsWith(hukou.region, \"37\")");
			return null;
		}
		return truth(type);
	}

	private @Nullable ValueType overItems(Call call) {
		String list = list(call);
		if (list == null) {
			return null;
		}
		List<Expression> rest = call.arguments().subList(1, call.arguments().size());
		TypeCheck inside = this.check.within(list);
		return switch (call.function()) {
			case "holds" -> holds(call, list);
			case "count" -> conditions(call, inside, rest, 0, 1) ? ValueType.whole(ValueType.COUNT) : null;
			case "any" -> conditions(call, inside, rest, 1, 1) ? ValueType.TRUTH : null;
			case "one" -> conditions(call, inside, rest, 1, 1) ? new ValueType(Kind.ITEM, list) : null;
			default -> sum(call, inside, rest);
		};
	}

	/** The list that a function goes through, or null where that is wrong. */
	private @Nullable String list(Call call) {
		if (this.check.isWithinAList()) {
			this.check.fault(call.at(), call.function(), "列表的条件里不能再看列表", "a condition on an item looks at no list");
			return null;
		}
		Expression first = call.arguments().isEmpty() ? null : call.arguments().get(0);
		ValueType type = (first instanceof Expression.Name) ? this.check.type(first) : null;
		if (type != null && type.is(Kind.LIST)) {
			return Objects.requireNonNull(type.of());
		}
		if (type != null || !(first instanceof Expression.Name)) {
			this.check.fault((first != null) ? first.at() : call.at(), call.function(), call.function() + " 的第一项应是一个列表",
					"the first thing in " + call.function() + "( ) must be a list",
					"例如 any(statuses, kind == StatusKind.TEKUN)", "such as any(statuses, kind == StatusKind.TEKUN)");
		}
		return null;
	}

	private boolean conditions(Call call, TypeCheck inside, List<Expression> rest, int least, int most) {
		if (rest.size() < least || rest.size() > most) {
			this.check.fault(call.at(), call.function(), "例如 " + call.function() + "(members, c)",
					"write " + call.function() + "(members, c)");
			return false;
		}
		rest.forEach(inside::condition);
		return true;
	}

	private @Nullable ValueType sum(Call call, TypeCheck inside, List<Expression> rest) {
		if (rest.isEmpty()) {
			this.check.fault(call.at(), call.function(), "缺少要加的量", "what is added is missing",
					"例如 sum(members, monthlyIncome)", "such as sum(members, monthlyIncome)");
			return null;
		}
		ValueType type = inside.type(rest.get(0));
		boolean right = conditions(call, inside, rest.subList(1, rest.size()), 0, 1);
		if (type != null && !type.is(Kind.MONEY) && !type.is(Kind.WHOLE)) {
			this.check.fault(rest.get(0).at(), TypeCheck.shown(rest.get(0)), type.shown(true) + "不能相加",
					type.shown(false) + " is not added up");
			return null;
		}
		return right ? type : null;
	}

	private @Nullable ValueType holds(Call call, String list) {
		Vocabulary vocabulary = this.check.vocabulary();
		if (!counted(call, 2, "holds(statuses, StatusKind.TEKUN)")) {
			return null;
		}
		ValueType code = this.check.type(call.arguments().get(1));
		if (code == null) {
			return null;
		}
		boolean field = call.arguments().get(1) instanceof Expression.Code
				&& ItemKinds.field(vocabulary, list, Objects.requireNonNull(code.of())) != null;
		if (!field || vocabulary.period(list, true) == null) {
			this.check.fault(call.at(), call.function(), "holds 要有 period 的列表和它的一个代码",
					"holds needs a list with a period and one of its codes", "例如 holds(statuses, StatusKind.TEKUN)",
					"such as holds(statuses, StatusKind.TEKUN)");
			return null;
		}
		return ValueType.TRUTH;
	}

	private boolean counted(Call call, int count, String form) {
		if (call.arguments().size() != count) {
			this.check.fault(call.at(), call.function(), "写成 " + form, "write " + form);
			return false;
		}
		return true;
	}

}
