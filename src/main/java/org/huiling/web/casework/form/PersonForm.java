package org.huiling.web.casework.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.huiling.applicant.RecordJson;
import org.huiling.applicant.TypedApplicant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** The form of somebody who is made up, for other desks than that of the counter. */
@Component
public class PersonForm {

	/** Whoever is made up has none. */
	private static final List<String> IDENTIFYING = List.of("id", "fileNumber", "residentId", "creditCode", "name",
			"payee");

	private final AskedFields fields;

	private final ShownFields shown;

	private final TypedApplicant reader;

	PersonForm(AskedFields fields, ShownFields shown, TypedApplicant reader) {
		this.fields = fields;
		this.shown = shown;
		this.reader = reader;
	}

	/**
	 * Puts the form into the model of a page, for {@code casework/change :: facts}.
	 * @param person as the HTTP contract has them
	 * @param programs that may be applied for, with their names
	 * @param model of the page
	 */
	public void show(JsonNode person, Map<String, String> programs, Model model) {
		model.addAttribute("etag", "");
		model.addAttribute("typed", TypedFacts.of(person, this.fields.all(RecordJson.subject(person))));
		model.addAttribute("programs", programs);
		this.shown.add(this.fields.changeable(person, programs.keySet()), person, model);
	}

	/**
	 * Somebody as the form says; what it does not show stays as it was.
	 * @param before as they were shown
	 * @param form what was sent
	 * @param programs that may be applied for
	 * @return as the HTTP contract has them, without name and numbers
	 */
	public ObjectNode read(ObjectNode before, MultiValueMap<String, String> form, Set<String> programs) {
		TypedFacts typed = new TypedFacts(form).about(before);
		List<Field> asked = this.fields.changeable(before, programs);
		ObjectNode was = TypedFacts.of(before, this.fields.all(RecordJson.subject(before)))
			.applicant(asked, this.reader);
		ObjectNode now = typed.applicant(asked, this.reader);
		Set<String> parts = new LinkedHashSet<>();
		parts.add(typed.beginning());
		asked.forEach((field) -> parts.add(field.path().split("\\.")[0]));
		ObjectNode after = before.deepCopy();
		for (String part : parts) {
			if (!Objects.equals(was.get(part), now.get(part))) {
				JsonNode kept = UnaskedFacts.kept(before.path(part), now.get(part), part, asked);
				if (kept.isNull()) {
					after.remove(part);
				}
				else {
					after.set(part, kept);
				}
			}
		}
		return madeUp(after);
	}

	/**
	 * Somebody without name and numbers.
	 * @param person as the HTTP contract has them
	 * @return the same, changed
	 */
	public static ObjectNode madeUp(ObjectNode person) {
		person.remove(IDENTIFYING);
		return person;
	}

}
