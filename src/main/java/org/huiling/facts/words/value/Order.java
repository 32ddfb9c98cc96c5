package org.huiling.facts.words.value;

import org.huiling.facts.expression.ValueType;
import org.huiling.facts.expression.ValueType.Kind;

/** How two known values of one kind stand to each other. */
public enum Order {

	/** By the exact amount. */
	MONEY {
		@Override
		public int compare(Object one, Object other) {
			return Plain.money(one).compareTo(Plain.money(other));
		}
	},

	/** By size. */
	NUMBER {
		@Override
		public int compare(Object one, Object other) {
			if (one instanceof Integer left && other instanceof Integer right) {
				return Integer.compare(left, right);
			}
			return Plain.decimal(one).compareTo(Plain.decimal(other));
		}
	},

	/** By time. */
	DAY {
		@Override
		public int compare(Object one, Object other) {
			return Plain.day(one).compareTo(Plain.day(other));
		}
	},

	/** Zero for what is equal. */
	NONE {
		@Override
		public int compare(Object one, Object other) {
			return (one == other || one.equals(other)) ? 0 : 1;
		}
	};

	/** Less than zero, zero, or more. */
	public abstract int compare(Object one, Object other);

	/** The order of values of two types that compare. */
	public static Order of(ValueType one, ValueType other) {
		if (one.kind() == Kind.MONEY || other.kind() == Kind.MONEY) {
			return MONEY;
		}
		if (one.kind() == Kind.DATE || other.kind() == Kind.DATE) {
			return DAY;
		}
		return switch (one.kind()) {
			case WHOLE, DECIMAL, NUMBER -> NUMBER;
			default -> NONE;
		};
	}

}
