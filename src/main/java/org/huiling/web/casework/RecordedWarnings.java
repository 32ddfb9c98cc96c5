package org.huiling.web.casework;

import java.util.List;

import tools.jackson.databind.JsonNode;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is odd about what was just recorded, shown once on the page that comes next. */
final class RecordedWarnings {

	private RecordedWarnings() {
	}

	/** Shows the warnings of an answer of the register. */
	static void show(JsonNode answer, RedirectAttributes next) {
		List<String> messages = answer.path("warnings")
			.valueStream()
			.map((warning) -> warning.get("message").asString())
			.toList();
		if (!messages.isEmpty()) {
			next.addFlashAttribute("warnings", messages);
		}
	}

}
