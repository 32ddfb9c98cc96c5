package org.huiling.web.casework.form;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * What a link to a small form knows already; nothing of it is recorded before somebody
 * saves the form.
 *
 * @param from from which day it holds, null for today
 * @param fill answers as the path of a field, a colon and what is typed
 * @param ask paths of what is asked first
 */
public record Prefill(@DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from, @Nullable List<String> fill,
		@Nullable List<String> ask) {

	/** The answers to fields that the form has. */
	public Map<String, String> answers(List<Field> fields) {
		Map<String, String> answers = new LinkedHashMap<>();
		Set<String> known = fields.stream().map(Field::path).collect(Collectors.toSet());
		for (String one : (this.fill != null) ? this.fill : List.<String>of()) {
			int colon = one.indexOf(':');
			if (colon > 0 && known.contains(one.substring(0, colon))) {
				answers.put(one.substring(0, colon), one.substring(colon + 1));
			}
		}
		return answers;
	}

	/** What is asked first; none where nothing is told apart. */
	public List<Field> first(List<Field> fields) {
		List<String> asked = (this.ask != null) ? this.ask : List.of();
		return fields.stream().filter((field) -> asked.contains(field.path())).toList();
	}

}
