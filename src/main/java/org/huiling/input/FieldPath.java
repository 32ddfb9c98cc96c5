package org.huiling.input;

import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where an object stands in an input. The path is put together only when an error names
 * it.
 */
abstract class FieldPath {

	private final JsonNode object;

	private final @Nullable FieldPath parent;

	private final String name;

	private final int index;

	private final InputErrors errors;

	FieldPath(JsonNode object, @Nullable FieldPath parent, String name, int index, InputErrors errors) {
		this.object = object;
		this.parent = parent;
		this.name = name;
		this.index = index;
		this.errors = errors;
	}

	/**
	 * The full path of a field of this object.
	 * @param field its name; empty for the object itself
	 * @return such as {@code applicant.claims[0].date}
	 */
	public String path(String field) {
		String own = own();
		if (own.isEmpty() || field.isEmpty()) {
			return own + field;
		}
		return own + "." + field;
	}

	private String own() {
		String own = (this.parent != null) ? this.parent.path(this.name) : this.name;
		return (this.index < 0) ? own : own + "[" + this.index + "]";
	}

	/**
	 * Notes an error of a field.
	 * @param field its name
	 * @param fault what is wrong
	 * @param arguments what the message mentions; never personal data
	 */
	public void refuse(String field, Fault fault, Object... arguments) {
		this.errors.add(path(field), fault, arguments);
	}

	/**
	 * Whether a field is given and not null.
	 * @param field its name
	 * @return true if it has a value of whatever type
	 */
	public boolean has(String field) {
		return this.object.hasNonNull(field);
	}

	/**
	 * How much is wrong with the whole input so far.
	 * @return the number of errors
	 */
	public int errorCount() {
		return this.errors.count();
	}

	InputErrors errors() {
		return this.errors;
	}

	void refuseUnknown(Set<String> names) {
		for (String property : this.object.propertyNames()) {
			if (!names.contains(property)) {
				String meant = this.errors.isFull() ? null : NearestName.closest(property, names);
				refuse(property, ShapeFault.UNKNOWN_PROPERTY, property, (meant != null) ? 1 : 0,
						(meant != null) ? meant : "");
			}
		}
	}

	@Nullable JsonNode typed(String field, Predicate<JsonNode> type, String expected) {
		JsonNode node = this.object.get(field);
		if (node == null || node.isNull()) {
			return null;
		}
		if (!type.test(node)) {
			refuse(field, ShapeFault.WRONG_TYPE, expected);
			return null;
		}
		return node;
	}

}
