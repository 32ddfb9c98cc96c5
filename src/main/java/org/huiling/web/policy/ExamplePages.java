package org.huiling.web.policy;

import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.example.Example;
import org.huiling.engine.problem.CheckReport;
import org.huiling.policy.drafts.ExampleAcceptance;
import org.huiling.problem.Refusal;
import org.huiling.web.Identifiers;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 示例: what came out is accepted, one by one or all that remain. */
@Controller
class ExamplePages {

	private static final int PRECONDITION_FAILED = 412;

	private final ExampleAcceptance acceptance;

	ExamplePages(ExampleAcceptance acceptance) {
		this.acceptance = acceptance;
	}

	/** What was seen goes with it: only that is accepted. */
	@PostMapping("/drafts/{id}/examples/accept")
	String accept(@PathVariable String id, @RequestParam int revision,
			@RequestParam MultiValueMap<String, String> form) {
		this.acceptance.accept(Identifiers.draft(id), revision, (report) -> chosen(report, form));
		return "redirect:/drafts/{id}";
	}

	/** Months before the version is in force become months in which it is. */
	@PostMapping("/drafts/{id}/examples/move")
	String move(@PathVariable String id, @RequestParam int revision) {
		this.acceptance.move(Identifiers.draft(id), revision);
		return "redirect:/drafts/{id}";
	}

	private static List<Example.Result> chosen(CheckReport report, MultiValueMap<String, String> form) {
		List<String> names = form.getOrDefault("name", List.of());
		List<String> seen = form.getOrDefault("seen", List.of());
		List<Example.Result> chosen = new ArrayList<>();
		for (String number : form.getOrDefault("number", List.of())) {
			int at = number.matches("[0-9]{1,6}") ? Integer.parseInt(number) : Integer.MAX_VALUE;
			int shown = chosen.size();
			if (at >= report.examples().size() || shown >= names.size() || shown >= seen.size()) {
				throw new Refusal(PRECONDITION_FAILED, "STALE");
			}
			Example.Result result = report.examples().get(at);
			if (!result.example().name().equals(names.get(shown))
					|| !ExampleCard.of(at, result).seen().equals(seen.get(shown))) {
				throw new Refusal(PRECONDITION_FAILED, "STALE");
			}
			chosen.add(result);
		}
		return chosen;
	}

}
