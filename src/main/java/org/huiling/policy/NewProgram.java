package org.huiling.policy;

import org.huiling.engine.Program;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/** A program is added to a jurisdiction. */
@Component
class NewProgram extends OwnerAction {

	private static final String JURISDICTION = "jurisdiction";

	private static final String PROGRAM = "program";

	private final Owners owners;

	NewProgram(Owners owners, PolicyCatalogue catalogue) {
		super("PROGRAM_ADD", catalogue);
		this.owners = owners;
	}

	/**
	 * What is proposed.
	 * @param jurisdiction the jurisdiction's id
	 * @param described the fields of {@code program.yaml}
	 * @param id the program's id if they do not hold it
	 * @return {@code {"jurisdiction", "program": {…}}}
	 */
	static ObjectNode values(String jurisdiction, JsonNode described, @Nullable String id) {
		ObjectNode values = JsonNodeFactory.instance.objectNode().put(JURISDICTION, jurisdiction);
		values.set(PROGRAM, described);
		if (id != null && described instanceof ObjectNode fields) {
			values.set(PROGRAM, JsonNodeFactory.instance.objectNode().put("id", id).setAll(fields));
		}
		return values;
	}

	@Override
	public Scope check(JsonNode values) {
		Program wanted = program(values);
		String region = this.owners.get(jurisdiction(values)).regionPrefix();
		this.owners.requireFree(jurisdiction(values), wanted.id());
		return new Scope(jurisdiction(values) + "/" + wanted.id(), region);
	}

	@Override
	public PolicyView.ProgramItem confirm(JsonNode values, String proposedBy) {
		Program wanted = program(values);
		this.owners.add(jurisdiction(values), wanted);
		return PolicyView.ProgramItem.of(jurisdiction(values), wanted);
	}

	static String jurisdiction(JsonNode values) {
		return values.get(JURISDICTION).stringValue();
	}

	static Program program(JsonNode values) {
		return OwnerReader.program(values.get(PROGRAM), null);
	}

}
