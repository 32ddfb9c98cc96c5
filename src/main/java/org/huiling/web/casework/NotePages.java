package org.huiling.web.casework;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.constraints.Size;
import org.huiling.applicant.ApplicantRegister;
import org.huiling.applicant.PersonNotes;
import org.huiling.idempotency.Idempotent;
import org.huiling.input.ReasonBody;
import org.huiling.input.RecordReader;
import org.huiling.paging.Paging;
import org.huiling.web.Identifiers;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 备注: what is noted on somebody's file; a part of the person's page that comes after it.
 */
@Controller
class NotePages {

	private final PersonNotes notes;

	private final ApplicantRegister register;

	NotePages(PersonNotes notes, ApplicantRegister register) {
		this.notes = notes;
		this.register = register;
	}

	/**
	 * What is typed.
	 *
	 * @param text of the note
	 */
	record Noted(@Size(max = PersonNotes.LONGEST) String text) {
	}

	@GetMapping("/people/{id}/notes")
	String notes(@PathVariable String id, Paging paging,
			@RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model) {
		UUID person = Identifiers.person(id);
		model.addAttribute("id", person);
		model.addAttribute("notes", this.notes.of(person, paging));
		model.addAttribute("longest", PersonNotes.LONGEST);
		model.addAttribute("fileNumber",
				Objects.requireNonNull(this.register.shown(Set.of(person)).get(person)).fileNumber());
		return part ? "web/casework/notes :: notes" : "web/casework/notes";
	}

	@Idempotent
	@PostMapping("/people/{id}/notes")
	String write(@PathVariable String id, @RequestParam Map<String, String> form) {
		UUID person = Identifiers.person(id);
		this.notes.write(person, RecordReader.form(inOneLine(form, "text"), Noted.class).text());
		return "redirect:/people/" + person;
	}

	@Idempotent
	@PostMapping("/people/{id}/notes/{note}/strike")
	String strike(@PathVariable String id, @PathVariable String note, @RequestParam Map<String, String> form) {
		UUID person = Identifiers.person(id);
		this.notes.strike(person, Identifiers.note(note),
				RecordReader.form(inOneLine(form, "reason"), ReasonBody.class).reason());
		return "redirect:/people/" + person;
	}

	/** A field of several lines is sent with their ends. */
	private static Map<String, String> inOneLine(Map<String, String> form, String field) {
		return Map.of(field,
				form.getOrDefault(field, "")
					.lines()
					.map(String::strip)
					.filter((line) -> !line.isEmpty())
					.collect(Collectors.joining(" ")));
	}

}
