package org.huiling.applicant;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

import org.huiling.facts.Subject;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape.Kind;
import org.huiling.facts.record.RecordShape.Slot;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts that a decision saw, without what is sealed and without texts that no rule
 * reads, in one way to write them: equal facts give equal bytes, fit for a digest.
 */
public final class SeenFacts {

	private static final JsonMapper MAPPER = new JsonMapper();

	private final JsonGenerator json;

	private SeenFacts(JsonGenerator json) {
		this.json = json;
	}

	/**
	 * The facts of a record.
	 * @param record the record
	 * @return JSON of the HTTP contract with sorted keys and no spaces; unknown fields
	 * left out, money with two decimals
	 */
	public static String of(FactRecord record) {
		StringWriter text = new StringWriter();
		try (JsonGenerator json = MAPPER.createGenerator(text)) {
			new SeenFacts(json).whole(record);
		}
		return text.toString();
	}

	/** Of an organisation it is said first that it is one. */
	private void whole(FactRecord record) {
		this.json.writeStartObject();
		if (record.subject() != Subject.PERSON) {
			this.json.writeName(Subject.FIELD);
			this.json.writeString(record.subject().word());
		}
		fields(record.shape().keptSlots(), record);
		this.json.writeEndObject();
	}

	private void object(List<Slot> slots, FactRecord record) {
		this.json.writeStartObject();
		fields(slots, record);
		this.json.writeEndObject();
	}

	private void fields(List<Slot> slots, FactRecord record) {
		for (Slot slot : slots) {
			Object value = record.at(slot.index());
			if (value == null) {
				continue;
			}
			this.json.writeName(slot.name());
			if (slot.kind() == Kind.GROUP) {
				object(slot.keptFields(), record);
			}
			else {
				value(value);
			}
		}
	}

	private void value(Object value) {
		if (value instanceof FactRecord item) {
			object(item.shape().keptSlots(), item);
		}
		else if (value instanceof Collection<?> several) {
			this.json.writeStartArray();
			several.forEach(this::value);
			this.json.writeEndArray();
		}
		else if (value instanceof BigDecimal exact) {
			this.json.writeNumber(exact);
		}
		else if (value instanceof Integer number) {
			this.json.writeNumber(number);
		}
		else if (value instanceof Boolean bool) {
			this.json.writeBoolean(bool);
		}
		else {
			this.json.writeString(value.toString());
		}
	}

}
