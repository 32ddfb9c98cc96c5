package org.huiling.openrules;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A parameter's value as JSON has it: numbers, truth values, lists and tables; else its
 * text.
 */
final class PlainValue {

	private PlainValue() {
	}

	static @Nullable Object of(@Nullable Object value) {
		if (value instanceof Map<?, ?> table) {
			Map<String, @Nullable Object> plain = new LinkedHashMap<>();
			table.forEach((key, inner) -> plain.put(String.valueOf(key), of(inner)));
			return plain;
		}
		if (value instanceof Collection<?> list) {
			return list.stream().map(PlainValue::of).toList();
		}
		boolean plain = value == null || value instanceof BigDecimal || value instanceof Integer
				|| value instanceof Boolean;
		return plain ? value : String.valueOf(value);
	}

}
