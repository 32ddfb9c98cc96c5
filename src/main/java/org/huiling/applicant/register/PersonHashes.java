package org.huiling.applicant.register;

import org.huiling.applicant.Names;
import org.huiling.protection.LookupHash;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/** The keyed hashes by which people are found. */
@Component
public class PersonHashes {

	private final LookupHash hash;

	PersonHashes(LookupHash hash) {
		this.hash = hash;
	}

	/**
	 * The hashes of a person; null for what is unknown.
	 *
	 * @param resident of the whole resident id
	 * @param name of the whole name
	 * @param surname of the surname
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record Hashes(byte @Nullable [] resident, byte @Nullable [] name, byte @Nullable [] surname) {
	}

	Hashes of(JsonNode facts) {
		String id = text(facts, "residentId");
		String name = text(facts, "name");
		return new Hashes((id != null) ? resident(id) : null, (name != null) ? name(Names.key(name)) : null,
				(name != null) ? surname(Names.surname(name)) : null);
	}

	byte[] resident(String id) {
		return this.hash.of("resident id", id);
	}

	byte[] name(String normalised) {
		return this.hash.of("name", normalised);
	}

	byte[] surname(String normalised) {
		return this.hash.of("surname", normalised);
	}

	private static @Nullable String text(JsonNode facts, String field) {
		return facts.hasNonNull(field) ? facts.get(field).asString() : null;
	}

}
