package org.huiling.applicant;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

import org.huiling.facts.Subject;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape.Kind;
import org.huiling.facts.record.RecordShape.Slot;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a record in the JSON of the HTTP contract; what is unknown is left out. */
public final class RecordJson {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private RecordJson() {
	}

	/**
	 * A record as JSON.
	 * @param record of a person or an item
	 * @return the object of the HTTP contract; of an organisation it says so
	 */
	public static ObjectNode of(FactRecord record) {
		ObjectNode object = object(record.shape().slots(), record);
		if (record.subject() != Subject.PERSON) {
			object.put(Subject.FIELD, record.subject().word());
		}
		return object;
	}

	/**
	 * Whom facts are about: each record of an organisation says so.
	 * @param facts of one record, or of one day
	 * @return a person unless they say otherwise
	 */
	public static Subject subject(JsonNode facts) {
		Subject said = Subject.of(facts.path(Subject.FIELD).asString(null));
		return (said != null) ? said : Subject.PERSON;
	}

	private static ObjectNode object(List<Slot> slots, FactRecord record) {
		ObjectNode object = NODES.objectNode();
		for (Slot slot : slots) {
			Object value = record.at(slot.index());
			if (value != null) {
				object.set(slot.name(), (slot.kind() == Kind.GROUP) ? object(slot.fields(), record) : node(value));
			}
		}
		return object;
	}

	private static JsonNode node(@Nullable Object value) {
		if (value instanceof Collection<?> several) {
			ArrayNode array = NODES.arrayNode(several.size());
			several.forEach((one) -> array.add((one instanceof FactRecord item) ? of(item) : node(one)));
			return array;
		}
		if (value instanceof Boolean bool) {
			return NODES.booleanNode(bool);
		}
		if (value instanceof Integer number) {
			return NODES.numberNode(number);
		}
		return (value instanceof BigDecimal exact) ? NODES.numberNode(exact) : NODES.stringNode(String.valueOf(value));
	}

}
