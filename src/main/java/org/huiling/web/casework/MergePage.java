package org.huiling.web.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.huiling.applicant.PeopleFilter;
import org.huiling.applicant.PersonFiles;
import org.huiling.input.ReasonBody;
import org.huiling.input.RecordReader;
import org.huiling.paging.Paging;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.web.Identifiers;
import org.huiling.web.ProgramNames;
import org.huiling.web.casework.form.FactLines;
import org.huiling.web.casework.form.RecordedWarnings;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 合并重复档案: both files side by side, then one of them becomes part of the other.
 */
@Controller
class MergePage {

	private static final int UNPROCESSABLE = 422;

	private final PersonFiles files;

	private final FactLines lines;

	private final ProgramNames programs;

	MergePage(PersonFiles files, FactLines lines, ProgramNames programs) {
		this.files = files;
		this.lines = lines;
		this.programs = programs;
	}

	/**
	 * What both files say of a fact.
	 *
	 * @param name of the fact
	 * @param stays what the file says that goes on
	 * @param ends what the other one says
	 * @param same whether it is the same
	 */
	record Line(String name, String stays, String ends, boolean same) {
	}

	@GetMapping("/people/{id}/merge")
	String form(@PathVariable String id, @RequestParam(defaultValue = "") String other, Model model, Locale locale) {
		PersonFiles.File file = this.files.open(Identifiers.person(id), null, null);
		model.addAttribute("id", file.id());
		model.addAttribute("etag", file.etag());
		model.addAttribute("person", file.facts());
		model.addAttribute("other", other.strip());
		if (!other.isBlank()) {
			Optional<PersonFiles.File> found = found(file.id(), other.strip());
			model.addAttribute("duplicate", found.map(PersonFiles.File::id).orElse(null));
			found.ifPresent((one) -> model.addAttribute("lines", compared(file, one, locale)));
		}
		return "web/casework/merge";
	}

	/** By its number: a name is no ground to take two for one. */
	private Optional<PersonFiles.File> found(UUID person, String number) {
		return this.files.find(number, PeopleFilter.of(null), new Paging(0, 2))
			.items()
			.stream()
			.filter((one) -> one.fileNumber().equalsIgnoreCase(number.replaceAll("[\\s-]", ""))
					&& !one.id().equals(person))
			.findFirst()
			.map((one) -> this.files.open(one.id(), null, null));
	}

	private List<Line> compared(PersonFiles.File stays, PersonFiles.File ends, Locale locale) {
		Map<String, FactLines.Line> first = byPath(stays, locale);
		Map<String, FactLines.Line> second = byPath(ends, locale);
		Map<String, FactLines.Line> all = new LinkedHashMap<>(first);
		second.forEach(all::putIfAbsent);
		List<Line> lines = new ArrayList<>();
		all.forEach((path, line) -> {
			String one = first.containsKey(path) ? first.get(path).value() : "—";
			String other = second.containsKey(path) ? second.get(path).value() : "—";
			lines.add(new Line(line.name(), one, other, one.equals(other)));
		});
		return lines;
	}

	private Map<String, FactLines.Line> byPath(PersonFiles.File file, Locale locale) {
		Map<String, FactLines.Line> lines = new LinkedHashMap<>();
		this.lines.whole(file.facts(), this.programs.forPerson(file.facts(), locale), locale)
			.forEach((line) -> lines.put(line.path(), line));
		return lines;
	}

	@PostMapping("/people/{id}/merge")
	String merge(@PathVariable String id, @RequestParam Map<String, String> form, Locale locale,
			RedirectAttributes next) {
		UUID person = Identifiers.person(id);
		String duplicate = form.getOrDefault("duplicate", "");
		if (duplicate.isEmpty()) {
			throw new InvalidInput(UNPROCESSABLE, List.of(FieldError.of("duplicate", "REQUIRED")));
		}
		String etag = form.getOrDefault("etag", "");
		RecordedWarnings.show(
				this.files
					.merge(person, Identifiers.person(duplicate),
							RecordReader.form(Map.of("reason", form.getOrDefault("reason", "")), ReasonBody.class)
								.reason(),
							etag.isEmpty() ? null : etag, locale)
					.warnings(),
				next);
		return "redirect:/people/" + person;
	}

}
