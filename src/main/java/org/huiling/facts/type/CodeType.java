package org.huiling.facts.type;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A list of codes.
 *
 * @param name such as {@code HukouType}
 * @param values in the order of the file, which is the order in which they are offered
 */
public record CodeType(String name, List<CodeValue> values) {

	public CodeType {
		values = List.copyOf(values);
	}

	/**
	 * The unit of parameters that hold these codes.
	 * @return such as {@code hukouType}
	 */
	public String unit() {
		return Character.toLowerCase(this.name.charAt(0)) + this.name.substring(1);
	}

	/**
	 * A code by its name.
	 * @param code such as {@code RURAL}
	 * @return it, or null if there is none
	 */
	public @Nullable CodeValue value(String code) {
		for (CodeValue value : this.values) {
			if (value.name().equals(code)) {
				return value;
			}
		}
		return null;
	}

	/**
	 * The names of all codes.
	 * @return in their order
	 */
	public List<String> names() {
		return this.values.stream().map(CodeValue::name).toList();
	}

}
