package org.huiling.applicant.register;

import java.util.List;
import java.util.UUID;

import org.huiling.protection.Seal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * What identifies a person (id, name, payee), kept apart from the other facts of a record
 * and sealed for that record alone.
 */
@Component
class Identity {

	static final List<String> FIELDS = List.of("residentId", "name", "payee");

	private static final JsonMapper MAPPER = new JsonMapper();

	private final Seal seal;

	Identity(Seal seal) {
		this.seal = seal;
	}

	/** The facts without what identifies. */
	static ObjectNode without(ObjectNode facts) {
		ObjectNode rest = facts.deepCopy();
		rest.remove(FIELDS);
		return rest;
	}

	/** What identifies, sealed; null if none of it is given. */
	byte @Nullable [] seal(UUID record, ObjectNode facts) {
		ObjectNode identity = JsonNodeFactory.instance.objectNode();
		FIELDS.forEach((field) -> {
			if (facts.has(field)) {
				identity.set(field, facts.get(field));
			}
		});
		return identity.isEmpty() ? null : this.seal.seal(MAPPER.writeValueAsBytes(identity), place(record));
	}

	/** Puts back what was sealed. */
	ObjectNode open(UUID record, ObjectNode facts, byte @Nullable [] sealed) {
		if (sealed != null) {
			facts.setAll((ObjectNode) MAPPER.readTree(this.seal.open(sealed, place(record))));
		}
		return facts;
	}

	/** Sealed with the current key instead of an older one. */
	byte[] anew(UUID record, byte[] sealed) {
		return this.seal.seal(this.seal.open(sealed, place(record)), place(record));
	}

	byte[] currentPrefix() {
		return this.seal.currentPrefix();
	}

	private static String place(UUID record) {
		return "applicant_record " + record;
	}

}
