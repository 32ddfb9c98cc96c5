package org.huiling.facts.expression;

import org.jspecify.annotations.Nullable;

/**
 * What kind of value an expression has.
 *
 * @param kind which kind
 * @param of the unit of a number, the name of a code type, or the path of a list, null
 * where there is none
 */
public record ValueType(Kind kind, @Nullable String of) {

	/** Kinds of values. */
	public enum Kind {

		/** Yes or no. */
		TRUTH,

		/** A whole number of a unit. */
		WHOLE,

		/** An exact number with decimals of a unit. */
		DECIMAL,

		/** An amount. */
		MONEY,

		/** A day. */
		DATE,

		/** A region code. */
		REGION,

		/** A code of a type. */
		CODE,

		/** Several codes of a type. */
		CODES,

		/** A text: nothing can be done with it but in quotes. */
		TEXT,

		/** A list. */
		LIST,

		/** One item of a list. */
		ITEM,

		/** A number as it is written, which fits whatever it stands beside. */
		NUMBER

	}

	/** Yes or no. */
	public static final ValueType TRUTH = new ValueType(Kind.TRUTH, null);

	/** An amount. */
	public static final ValueType MONEY = new ValueType(Kind.MONEY, null);

	/** A day. */
	public static final ValueType DATE = new ValueType(Kind.DATE, null);

	/** A region code. */
	public static final ValueType REGION = new ValueType(Kind.REGION, null);

	/** A text. */
	public static final ValueType TEXT = new ValueType(Kind.TEXT, null);

	/** A number as it is written. */
	static final ValueType NUMBER = new ValueType(Kind.NUMBER, null);

	/** The unit of what is only counted. */
	public static final String COUNT = "count";

	/**
	 * A whole number.
	 * @param unit what it counts, such as {@code years}
	 * @return its type
	 */
	public static ValueType whole(String unit) {
		return new ValueType(Kind.WHOLE, unit);
	}

	/**
	 * One of a list of codes.
	 * @param type such as {@code HukouType}
	 * @return its type
	 */
	public static ValueType code(String type) {
		return new ValueType(Kind.CODE, type);
	}

	boolean is(Kind other) {
		return this.kind == other;
	}

	boolean isNumber() {
		return this.kind == Kind.WHOLE || this.kind == Kind.DECIMAL || this.kind == Kind.NUMBER;
	}

	/** As a message shows it. */
	String shown(boolean chinese) {
		String name = switch (this.kind) {
			case TRUTH -> chinese ? "是否" : "yes or no";
			case WHOLE -> chinese ? "整数" : "a whole number";
			case DECIMAL -> chinese ? "小数" : "a decimal";
			case MONEY -> chinese ? "金额" : "an amount";
			case DATE -> chinese ? "日期" : "a date";
			case REGION -> chinese ? "区划代码" : "a region code";
			case CODE -> chinese ? "代码" : "a code";
			case CODES -> chinese ? "几个代码" : "several codes";
			case TEXT -> chinese ? "文字" : "a text";
			case LIST -> chinese ? "列表" : "a list";
			case ITEM -> chinese ? "列表中的一项" : "an item of a list";
			case NUMBER -> chinese ? "数字" : "a number";
		};
		return (this.of != null) ? name + (chinese ? "（" + this.of + "）" : " (" + this.of + ")") : name;
	}

}
