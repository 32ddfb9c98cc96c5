package org.huiling.web.casework.form;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.huiling.engine.Jurisdiction;
import org.huiling.policy.dictionary.DataDictionary;
import org.huiling.policy.dictionary.FactQuery;
import org.huiling.policy.dictionary.FactView;
import org.huiling.web.Districts;
import org.huiling.web.casework.form.Field.Kind;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Which fields of a form are seen at once: those that the policies of the user's
 * jurisdictions read, those of the person themselves, and those of which something is
 * known. The others wait behind "more", those too that do not apply as far as is known
 * where no browser could tell that they do after all.
 */
@Component
public class ShownFields {

	private static final List<String> CORE = List.of("core", "core-organisation");

	private final DataDictionary dictionary;

	private final Districts districts;

	private final ApplyingFields applying;

	ShownFields(DataDictionary dictionary, Districts districts, ApplyingFields applying) {
		this.applying = applying;
		this.dictionary = dictionary;
		this.districts = districts;
	}

	/** Puts the fields of a form into its model, parted. */
	public void add(List<Field> fields, JsonNode known, Model model) {
		Set<String> first = first();
		List<Field> all = this.applying.of(fields, known);
		List<Field> seen = all.stream().filter((field) -> isSeen(field, first, known)).toList();
		model.addAttribute("fields", seen);
		model.addAttribute("more", all.stream().filter((field) -> !seen.contains(field)).toList());
	}

	private Set<String> first() {
		Set<String> paths = new HashSet<>();
		List<Jurisdiction> own = this.districts.own();
		List<Jurisdiction> jurisdictions = own.isEmpty() ? this.districts.all() : own;
		for (Jurisdiction one : jurisdictions) {
			this.dictionary.find(new FactQuery(null, null, one.id())).stream().map(FactView::path).forEach(paths::add);
		}
		for (String file : CORE) {
			this.dictionary.find(new FactQuery(null, file, null)).stream().map(FactView::path).forEach(paths::add);
		}
		return paths;
	}

	private static boolean isSeen(Field field, Set<String> first, JsonNode known) {
		if (field.unasked() && field.when() == null) {
			return false;
		}
		return field.kind() == Kind.STATUSES || field.kind() == Kind.APPLICATIONS || first.contains(field.path())
				|| ApplyingFields.isKnown(field, known);
	}

}
