package org.huiling.input;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.huiling.problem.LongDigits;
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

	/** What stands at each place, if the object is read by places. */
	private @Nullable JsonNode @Nullable [] placed;

	/** The field that was found last, so that it is not looked up again. */
	private String foundField = "";

	private @Nullable JsonNode found;

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
	 * Whether a field is given and not null, by its place; what is asked for next is most
	 * quickly this field.
	 * @param field its name
	 * @param place its place among those that the object is read by
	 * @return true if it has a value of whatever type
	 */
	public boolean has(String field, int place) {
		if (this.placed == null) {
			return has(field);
		}
		JsonNode node = this.placed[place];
		this.foundField = field;
		this.found = node;
		return node != null && !node.isNull();
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
				refuseUnknown(property, names);
			}
		}
	}

	/**
	 * Goes through the object once: what it has stands at its place then, so that what it
	 * does not have costs nothing.
	 * @param places of the properties it may have
	 * @param others whether it may have others, which nobody reads
	 */
	void place(Map<String, Integer> places, boolean others) {
		@Nullable JsonNode[] nodes = new JsonNode[places.size()];
		for (Map.Entry<String, JsonNode> property : this.object.properties()) {
			Integer place = places.get(property.getKey());
			if (place != null) {
				nodes[place] = property.getValue();
			}
			else if (!others) {
				refuseUnknown(property.getKey(), places.keySet());
			}
		}
		this.placed = nodes;
	}

	private void refuseUnknown(String property, Set<String> names) {
		String meant = this.errors.isFull() ? null : NearestName.closest(property, names);
		refuse(property, ShapeFault.UNKNOWN_PROPERTY, LongDigits.masked(property), (meant != null) ? 1 : 0,
				(meant != null) ? meant : "");
	}

	@Nullable JsonNode typed(String field, Predicate<JsonNode> type, String expected) {
		JsonNode node = field.equals(this.foundField) ? this.found : this.object.get(field);
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
