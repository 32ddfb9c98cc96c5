package org.huiling.applicant;

import java.util.UUID;

import org.huiling.input.FieldReader;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;

/** The id of a person or a record. */
public final class FileId implements FieldReader<UUID> {

	@Override
	public @Nullable UUID read(JsonFields fields, String name) {
		String text = fields.string(name);
		if (text == null) {
			return null;
		}
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			fields.refuse(name, RegisterFault.INVALID_ID);
			return null;
		}
	}

}
