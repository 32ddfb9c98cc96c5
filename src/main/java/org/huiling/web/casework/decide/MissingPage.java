package org.huiling.web.casework.decide;

import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.PersonFiles;
import org.huiling.applicant.RecordJson;
import org.huiling.decision.assessment.Assessing;
import org.huiling.engine.Assessment;
import org.huiling.web.Identifiers;
import org.huiling.web.casework.form.PartFields;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * 还需要知道: what is still unknown for the programs that somebody applied for, each with the
 * form that it is recorded by; a part of the person's page that comes after it.
 */
@Controller
class MissingPage {

	private final PersonFiles files;

	private final Assessing assessing;

	private final AnswerViews views;

	private final PartFields parts;

	private final JsonMapper json;

	private final Clock clock;

	MissingPage(PersonFiles files, Assessing assessing, AnswerViews views, PartFields parts, JsonMapper json,
			Clock clock) {
		this.files = files;
		this.assessing = assessing;
		this.views = views;
		this.parts = parts;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * A fact that is not known.
	 *
	 * @param name of the fact
	 * @param form the part of the file that it is recorded by; empty where that is the
	 * form of everything
	 */
	record Missing(String name, String form) {
	}

	@GetMapping("/people/{id}/missing")
	String missing(@PathVariable String id, Model model, Locale locale) {
		UUID person = Identifiers.person(id);
		PersonFiles.File file = this.files.open(person, null, null);
		Set<String> applied = new LinkedHashSet<>();
		file.facts().path("applications").forEach((one) -> applied.add(one.path("program").asString("")));
		Map<String, List<Missing>> missing = new LinkedHashMap<>();
		YearMonth month = YearMonth.now(this.clock);
		if (!applied.isEmpty()) {
			ObjectNode body = this.json.createObjectNode();
			body.put("applicantId", person.toString());
			body.put("period", month.toString());
			Set<String> parts = new LinkedHashSet<>();
			this.parts.parts(RecordJson.subject(file.facts())).forEach((part) -> parts.add(part.name()));
			for (Assessment answer : this.assessing.assess(body, locale).assessments().assessments()) {
				if (applied.contains(answer.program().id()) && !answer.missing().isEmpty()) {
					missing.put(answer.program().name().in(locale),
							answer.missing().stream().map((path) -> one(path, parts, locale)).distinct().toList());
				}
			}
		}
		model.addAttribute("id", person);
		model.addAttribute("month", month);
		model.addAttribute("applied", applied);
		model.addAttribute("missing", missing);
		return "web/casework/missing :: missing";
	}

	private Missing one(String path, Set<String> parts, Locale locale) {
		String part = path.split("[.\\[]", 2)[0];
		return new Missing(this.views.field(path, locale), parts.contains(part) ? part : "");
	}

}
