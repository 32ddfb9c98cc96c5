package org.huiling.web.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.engine.problem.Problem;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.policy.dictionary.DataDictionary;
import org.huiling.policy.dictionary.Declared;
import org.huiling.policy.dictionary.FactQuery;
import org.huiling.policy.dictionary.FactView;
import org.huiling.web.PageQuery;
import org.huiling.web.ProgramNames;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 数据元目录: every fact that is declared, what it means and whose rules use it. */
@Controller
class DictionaryPages {

	private final DataDictionary dictionary;

	private final FactDetails details;

	private final ProgramNames names;

	private final CurrentUser user;

	DictionaryPages(DataDictionary dictionary, FactDetails details, ProgramNames names, CurrentUser user) {
		this.dictionary = dictionary;
		this.details = details;
		this.names = names;
		this.user = user;
	}

	@GetMapping("/facts")
	String facts(@RequestParam @Nullable String q, @RequestParam @Nullable String file,
			@RequestParam @Nullable String jurisdiction, Paging paging, Model model, Locale locale) {
		Map<String, String> filter = new LinkedHashMap<>();
		filter.put("q", Objects.requireNonNullElse(q, "").strip());
		filter.put("file", Objects.requireNonNullElse(file, ""));
		filter.put("jurisdiction", Objects.requireNonNullElse(jurisdiction, ""));
		List<FactView> found = this.dictionary.find(new FactQuery(q, file, jurisdiction));
		ProgramNames.Names names = this.names.in(locale);
		model.addAttribute("filter", filter);
		model.addAttribute("query", PageQuery.of(filter));
		model.addAttribute("list", Listing.cut(found, paging, (one) -> FactLine.of(one, names, locale)));
		model.addAttribute("files", this.dictionary.files());
		model.addAttribute("districts", names.districts());
		model.addAttribute("problems", problems(locale));
		model.addAttribute("locale", locale);
		return "web/policy/facts";
	}

	/** Who may edit policies can mend the files. */
	private List<FileProblem> problems(Locale locale) {
		boolean may = this.user.has(Role.POLICY_EDITOR) || this.user.has(Role.POLICY_APPROVER);
		return may ? this.dictionary.problems().stream().map((one) -> FileProblem.of(one, locale)).toList() : List.of();
	}

	/**
	 * What keeps the fact files out.
	 *
	 * @param place the file, line and column
	 * @param message what is wrong
	 * @param hint what to do, null if that is plain
	 */
	record FileProblem(String place, String message, @Nullable String hint) {

		static FileProblem of(Problem problem, Locale locale) {
			return new FileProblem("rules/facts/" + problem.file() + ":" + problem.line() + ":" + problem.column(),
					problem.message().in(locale), (problem.hint() != null) ? problem.hint().in(locale) : null);
		}

	}

	@GetMapping("/facts/{path}")
	String fact(@PathVariable String path, Model model, Locale locale) {
		Declared declared = this.dictionary.declared(path);
		FactView view = this.dictionary.view(path);
		ProgramNames.Names names = this.names.in(locale);
		model.addAttribute("fact", view);
		model.addAttribute("naming", declared.naming());
		model.addAttribute("file", declared.file());
		model.addAttribute("owner", (view.owner() != null) ? names.district(view.owner()) : null);
		model.addAttribute("lines", this.details.lines(declared, locale));
		model.addAttribute("definitions", this.details.definitions(declared));
		model.addAttribute("sources", this.details.sources(declared, locale));
		model.addAttribute("results", this.details.results(declared, locale));
		model.addAttribute("fields", this.details.fields(declared, locale));
		model.addAttribute("codes", this.details.codes(declared));
		model.addAttribute("contradictions", this.details.contradictions(declared, locale));
		model.addAttribute("users", UsingDistrict.all(view.usedBy(), names));
		model.addAttribute("locale", locale);
		return "web/policy/fact";
	}

}
