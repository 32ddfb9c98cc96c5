package org.huiling.applicant.register.store;

import java.util.List;

import org.huiling.applicant.identity.PersonNames;
import org.huiling.facts.Subject;
import org.huiling.protection.LookupHash;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/** The keyed hashes by which people are found. */
@Component
public class PersonHashes {

	private final LookupHash hash;

	public PersonHashes(LookupHash hash) {
		this.hash = hash;
	}

	/**
	 * The hashes of a person; null for what is unknown.
	 *
	 * @param resident of the whole resident id, or credit code of an organisation
	 * @param name of the whole name
	 * @param surname of the surname
	 * @param given of what stands behind it
	 * @param parts of further parts of the name; null for none
	 * @param person of name and birth date, or opening, together
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record Hashes(byte @Nullable [] resident, byte @Nullable [] name, byte @Nullable [] surname,
			byte @Nullable [] given, byte @Nullable [][] parts, byte @Nullable [] person) {
	}

	public Hashes of(JsonNode facts) {
		Subject subject = RecordLayout.subject(facts);
		String id = text(facts, subject.id());
		String name = text(facts, "name");
		byte[] resident = (id != null) ? id(subject, id) : null;
		if (name == null) {
			return new Hashes(resident, null, null, null, null, null);
		}
		String key = PersonNames.key(name);
		List<String> parts = PersonNames.parts(name);
		String birth = text(facts, subject.beginning());
		return new Hashes(resident, name(key), surname(parts.get(0)), (parts.size() > 1) ? given(parts.get(1)) : null,
				(parts.size() > 2) ? parts.stream().skip(2).map(this::given).toArray(byte[][]::new) : null,
				(birth != null) ? this.hash.of("person", key + "\n" + birth) : null);
	}

	/** Of the resident id of a person or the credit code of an organisation. */
	public byte[] id(Subject subject, String id) {
		return (subject == Subject.PERSON) ? resident(id) : creditCode(id);
	}

	public byte[] resident(String id) {
		return this.hash.of("resident id", id);
	}

	public byte[] creditCode(String code) {
		return this.hash.of("credit code", code);
	}

	public byte[] name(String normalised) {
		return this.hash.of("name", normalised);
	}

	public byte[] surname(String normalised) {
		return this.hash.of("surname", normalised);
	}

	public byte[] given(String normalised) {
		return this.hash.of("given name", normalised);
	}

	private static @Nullable String text(JsonNode facts, String field) {
		return facts.hasNonNull(field) ? facts.get(field).asString() : null;
	}

}
