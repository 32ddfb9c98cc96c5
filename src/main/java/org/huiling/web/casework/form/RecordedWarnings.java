package org.huiling.web.casework.form;

import java.util.List;

import org.huiling.applicant.answer.WarningAnswer;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is odd about what was just recorded, shown once on the page that comes next. */
public final class RecordedWarnings {

	private RecordedWarnings() {
	}

	/** Shows the warnings that the register answered. */
	public static void show(@Nullable List<WarningAnswer> warnings, RedirectAttributes next) {
		List<String> messages = (warnings != null) ? warnings.stream().map(WarningAnswer::message).toList() : List.of();
		if (!messages.isEmpty()) {
			next.addFlashAttribute("warnings", messages);
		}
	}

}
