package org.huiling.policy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.huiling.engine.Bilingual;
import org.huiling.engine.Cycle;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.PaidTo;
import org.huiling.engine.Program;
import org.huiling.input.Codes;
import org.huiling.input.Fault;
import org.huiling.input.InputErrors;
import org.huiling.input.JsonFields;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads jurisdictions and programs from JSON, as strictly as the importer reads their
 * files.
 */
final class OwnerReader {

	/**
	 * What directories of jurisdictions and programs are called; one holds fact files.
	 */
	static final Pattern NAME = Pattern.compile("(?!facts$)[a-z0-9]+(-[a-z0-9]+)*");

	private static final Pattern PREFIX = Pattern.compile("\\d{2,12}");

	private static final Codes<Cycle> CYCLES = Codes.of(Cycle.class);

	private static final Codes<PaidTo> RECIPIENTS = Codes.of(PaidTo.class);

	private static final int LONGEST = 100;

	private static final int LAST = 1_000_000;

	private final InputErrors errors = new InputErrors();

	private final JsonFields fields;

	private OwnerReader(JsonNode body, Set<String> names) {
		this.fields = JsonFields.of(body, names, this.errors);
	}

	/** What may be wrong with a jurisdiction or a program. */
	enum OwnerFault implements Fault {

		/** Small letters, digits and hyphens. */
		ID_NOT_ADMITTED,

		/** Two to twelve digits. */
		PREFIX_NOT_ADMITTED,

		/** The path says another one. */
		OTHER_ID;

		InvalidInput refusal(String field, Object... arguments) {
			return new InvalidInput(status(), List.of(FieldError.of(field, name(), arguments)));
		}

		@Override
		public int status() {
			return 422;
		}

	}

	static Jurisdiction jurisdiction(JsonNode body) {
		OwnerReader reader = new OwnerReader(body, Set.of("id", "name", "regionPrefix"));
		String id = reader.fields.required("id", reader::id);
		Bilingual name = reader.name();
		String prefix = reader.fields.required("regionPrefix", reader::prefix);
		reader.errors.throwIfAny();
		return new Jurisdiction(Objects.requireNonNull(id), Objects.requireNonNull(name),
				Objects.requireNonNull(prefix));
	}

	/**
	 * Reads a program.
	 * @param body the fields of {@code program.yaml}
	 * @param known its id if the path says it, null if the body does
	 * @return the program
	 */
	static Program program(JsonNode body, @Nullable String known) {
		Set<String> names = (known != null) ? Set.of("name", "cycle", "unit", "order", "paidTo")
				: Set.of("id", "name", "cycle", "unit", "order", "paidTo");
		OwnerReader reader = new OwnerReader(body, names);
		String id = (known != null) ? reader.admitted("id", known) : reader.fields.required("id", reader::id);
		Bilingual name = reader.name();
		Cycle cycle = reader.fields.required("cycle", (field) -> reader.fields.code(field, CYCLES));
		String unit = reader.fields.required("unit", (field) -> reader.fields.text(field, LONGEST));
		Integer order = reader.fields.required("order", (field) -> reader.fields.whole(field, 1, LAST));
		PaidTo paidTo = reader.fields.code("paidTo", RECIPIENTS);
		reader.errors.throwIfAny();
		return new Program(Objects.requireNonNull(id), Objects.requireNonNull(name), Objects.requireNonNull(cycle),
				Objects.requireNonNull(unit), Objects.requireNonNull(order), (paidTo != null) ? paidTo : PaidTo.PERSON);
	}

	private @Nullable Bilingual name() {
		JsonFields name = this.fields.required("name", (field) -> this.fields.object(field, Set.of("zh", "en")));
		if (name == null) {
			return null;
		}
		String zh = name.required("zh", (field) -> name.text(field, LONGEST));
		String en = name.required("en", (field) -> name.text(field, LONGEST));
		return (zh != null && en != null) ? new Bilingual(zh, en) : null;
	}

	private @Nullable String id(String field) {
		String id = this.fields.text(field, LONGEST);
		return (id != null) ? admitted(field, id) : null;
	}

	private @Nullable String admitted(String field, String id) {
		if (id.length() > LONGEST || !NAME.matcher(id).matches()) {
			this.fields.refuse(field, OwnerFault.ID_NOT_ADMITTED);
			return null;
		}
		return id;
	}

	private @Nullable String prefix(String field) {
		String prefix = this.fields.text(field, LONGEST);
		if (prefix != null && !PREFIX.matcher(prefix).matches()) {
			this.fields.refuse(field, OwnerFault.PREFIX_NOT_ADMITTED);
			return null;
		}
		return prefix;
	}

}
