package org.huiling.web.operations;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.idempotency.Idempotent;
import org.huiling.input.Ids;
import org.huiling.input.RecordReader;
import org.huiling.paging.Paging;
import org.huiling.policy.drafts.Drafts;
import org.huiling.policy.drafts.store.DraftView;
import org.huiling.problem.Refusal;
import org.huiling.projection.ProjectedPersons;
import org.huiling.projection.ProjectionBody;
import org.huiling.projection.Projections;
import org.huiling.projection.report.Change;
import org.huiling.projection.report.ProjectionState;
import org.huiling.projection.report.ProjectionView;
import org.huiling.web.Districts;
import org.huiling.web.ProgramNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 推演: a projection from its order to what came of it. */
@Controller
class ProjectionPages {

	private static final int MONTHS = 11;

	private final Projections projections;

	private final ProjectedPersons people;

	private final Drafts drafts;

	private final Districts districts;

	private final ProgramNames programs;

	private final CurrentUser user;

	private final Clock clock;

	ProjectionPages(Projections projections, ProjectedPersons people, Drafts drafts, Districts districts,
			ProgramNames programs, CurrentUser user, Clock clock) {
		this.projections = projections;
		this.people = people;
		this.drafts = drafts;
		this.districts = districts;
		this.programs = programs;
		this.user = user;
		this.clock = clock;
	}

	@GetMapping("/projections")
	String list(@RequestParam @Nullable String draft, Paging paging, Model model, Locale locale) {
		model.addAttribute("list", this.projections.list(paging));
		model.addAttribute("jurisdictions", this.districts.all());
		model.addAttribute("draft", (draft != null) ? Ids.parse(draft) : null);
		model.addAttribute("month", YearMonth.now(this.clock));
		model.addAttribute("last", YearMonth.now(this.clock).plusMonths(MONTHS));
		model.addAttribute("locale", locale);
		return "web/operations/projections";
	}

	@Idempotent
	@PostMapping("/projections")
	String order(@RequestParam Map<String, String> form) {
		return "redirect:/projections/"
				+ this.projections.order(RecordReader.read(body(form), ProjectionBody.class)).id();
	}

	/** The form as the body of the API. */
	private static ObjectNode body(Map<String, String> form) {
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		for (String name : List.of("jurisdiction", "from", "to", "draft", "reason")) {
			String said = form.getOrDefault(name, "").strip();
			if (!said.isEmpty()) {
				body.put(name, said);
			}
		}
		if (form.containsKey("appliedOnly")) {
			body.put("appliedOnly", true);
		}
		String values = form.getOrDefault("values", "").strip();
		if (!values.isEmpty()) {
			ArrayNode numbers = body.putObject("vary")
				.put("program", form.getOrDefault("program", "").strip())
				.put("parameter", form.getOrDefault("parameter", "").strip())
				.putArray("values");
			for (String value : values.split("[,，\\s]+")) {
				if (value.matches("-?\\d{1,12}(\\.\\d{1,4})?")) {
					numbers.add(new BigDecimal(value));
				}
				else {
					numbers.add(value);
				}
			}
		}
		return body;
	}

	@GetMapping("/projections/{id}")
	String one(@PathVariable String id, @RequestParam @Nullable Change change, Paging paging, Model model,
			Locale locale) {
		ProjectionView projection = this.projections.one(id(id));
		model.addAttribute("projection", projection);
		model.addAttribute("drafts", drafts(projection));
		model.addAttribute("locale", locale);
		model.addAttribute("names", this.programs.among(List.of(projection.jurisdiction()), locale));
		if (projection.state() == ProjectionState.COMPLETED) {
			model.addAttribute("charts", ProjectionCharts.of(projection));
			if (this.user.has(Role.CASE_WORKER) || this.user.has(Role.AUDITOR)) {
				model.addAttribute("change", change);
				model.addAttribute("people", this.people.page(projection.id(), change, paging));
			}
		}
		return "web/operations/projection";
	}

	/** Those that are still there, for whoever may read drafts. */
	private Map<UUID, DraftView> drafts(ProjectionView projection) {
		Map<UUID, DraftView> drafts = new LinkedHashMap<>();
		if (!this.user.has(Role.POLICY_EDITOR) && !this.user.has(Role.POLICY_APPROVER)
				&& !this.user.has(Role.AUDITOR)) {
			return drafts;
		}
		for (UUID id : projection.digests().keySet()) {
			try {
				drafts.put(id, this.drafts.view(id));
			}
			catch (Refusal gone) {
				drafts.remove(id); // the page has its id
			}
		}
		return drafts;
	}

	/** How far it is; asked again until it ends, then the page shows what came of it. */
	@GetMapping("/projections/{id}/progress")
	String progress(@PathVariable String id, Model model, HttpServletResponse response) {
		ProjectionView projection = this.projections.one(id(id));
		if (!projection.state().isOpen()) {
			response.setHeader("HX-Refresh", "true");
		}
		model.addAttribute("projection", projection);
		return "web/operations/projection :: state";
	}

	@PostMapping("/projections/{id}/stop")
	String stop(@PathVariable String id) {
		this.projections.stop(id(id));
		return "redirect:/projections/{id}";
	}

	@PostMapping("/projections/{id}/restart")
	String restart(@PathVariable String id) {
		this.projections.restart(id(id));
		return "redirect:/projections/{id}";
	}

	private static UUID id(String text) {
		return Ids.inPath(text, "PROJECTION_NOT_FOUND");
	}

}
