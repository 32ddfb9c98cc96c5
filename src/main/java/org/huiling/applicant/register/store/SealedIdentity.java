package org.huiling.applicant.register.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.protection.Seal;
import org.huiling.protection.SealedRows;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * What identifies a person (id, name, payee, and what else is declared sealed; of an
 * organisation its payee), kept apart from the other facts of a record and sealed for
 * that record alone.
 */
@Component
public class SealedIdentity implements SealedRows {

	/** Amounts keep their two decimals, sealed or not. */
	private static final JsonMapper MAPPER = PersonStore.MAPPER;

	private final Seal seal;

	private final DictionaryInForce dictionary;

	public SealedIdentity(Seal seal, DictionaryInForce dictionary) {
		this.seal = seal;
		this.dictionary = dictionary;
	}

	@Override
	public SealedColumn sealedColumn() {
		return new SealedColumn("applicant_record", "identity", "'applicant_record ' || id");
	}

	private List<String> sealed(ObjectNode facts) {
		Dictionary current = RecordLayout.declaring(this.dictionary.current(), facts);
		return facts.properties()
			.stream()
			.filter((field) -> current.sealed().contains(field.getKey())
					|| UndeclaredFacts.isIn(current, field.getKey(), field.getValue()))
			.map(Map.Entry::getKey)
			.toList();
	}

	/** The facts without what identifies. */
	public ObjectNode without(ObjectNode facts) {
		ObjectNode rest = facts.deepCopy();
		rest.remove(sealed(facts));
		return rest;
	}

	/** What identifies, sealed; null if none of it is given. */
	public byte @Nullable [] seal(UUID record, ObjectNode facts) {
		ObjectNode identity = JsonNodeFactory.instance.objectNode();
		sealed(facts).forEach((field) -> identity.set(field, facts.get(field)));
		return identity.isEmpty() ? null : this.seal.seal(MAPPER.writeValueAsBytes(identity), place(record));
	}

	/** Puts back what was sealed. */
	public ObjectNode open(UUID record, ObjectNode facts, byte @Nullable [] sealed) {
		if (sealed != null) {
			facts.setAll((ObjectNode) MAPPER.readTree(this.seal.open(sealed, place(record))));
		}
		return facts;
	}

	private static String place(UUID record) {
		return "applicant_record " + record;
	}

}
