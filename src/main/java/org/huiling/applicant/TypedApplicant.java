package org.huiling.applicant;

import java.util.Map;

import org.huiling.applicant.imports.TypedFields;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * An applicant as somebody types them, field by field: the same names and spellings as in
 * a table of applicants.
 */
@Component
public class TypedApplicant {

	private final TypedFields fields;

	TypedApplicant(TypedFields fields) {
		this.fields = fields;
	}

	/**
	 * What was typed as the JSON of the HTTP contract.
	 * @param typed by the path of the field, such as {@code hukou.region} or
	 * {@code statuses[0].kind}; {@code []} is a list without items. Empty is unknown, and
	 * names of no field are passed over
	 * @return not yet checked
	 */
	public ObjectNode read(Map<String, String> typed) {
		return this.fields.applicant(typed);
	}

}
