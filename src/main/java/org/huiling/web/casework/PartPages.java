package org.huiling.web.casework;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.PersonFiles;
import org.huiling.applicant.RecordBody;
import org.huiling.applicant.RecordJson;
import org.huiling.applicant.TypedApplicant;
import org.huiling.applicant.answer.RecordAnswer;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.FactGroup;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.type.Trait;
import org.huiling.idempotency.Idempotent;
import org.huiling.input.Ids;
import org.huiling.input.RecordReader;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.web.Districts;
import org.huiling.web.Identifiers;
import org.huiling.web.ProgramNames;
import org.huiling.web.casework.form.DoubtfulAccount;
import org.huiling.web.casework.form.FactLines;
import org.huiling.web.casework.form.Field;
import org.huiling.web.casework.form.ItemTables;
import org.huiling.web.casework.form.ListedItems;
import org.huiling.web.casework.form.PartFields;
import org.huiling.web.casework.form.Prefill;
import org.huiling.web.casework.form.RecordedWarnings;
import org.huiling.web.casework.form.TypedFacts;
import org.huiling.web.casework.form.UnaskedFacts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Small forms of one part of a person's file: the facts of a group, or a list, of which
 * one item is added, changed, or said to have ended.
 */
@Controller
class PartPages {

	/** Its numbers are shown masked, so that a form cannot say again what is on file. */
	private static final Set<String> MASKED = Set.of("payee");

	/** The role of a field that names the file of whom an item stands for. */
	private static final String LINK = "file";

	private final PersonFiles files;

	private final PartFields parts;

	private final FactLines lines;

	private final ItemTables tables;

	private final TypedApplicant reader;

	private final Districts districts;

	private final ProgramNames programs;

	private final JsonMapper json;

	private final Clock clock;

	PartPages(PersonFiles files, PartFields parts, FactLines lines, ItemTables tables, TypedApplicant reader,
			Districts districts, ProgramNames programs, JsonMapper json, Clock clock) {
		this.files = files;
		this.parts = parts;
		this.lines = lines;
		this.tables = tables;
		this.reader = reader;
		this.districts = districts;
		this.programs = programs;
		this.json = json;
		this.clock = clock;
	}

	@GetMapping("/people/{id}/facts/{part}")
	String form(@PathVariable String id, @PathVariable("part") String name, @RequestParam @Nullable Integer item,
			@RequestParam(defaultValue = "false") boolean end, @RequestParam(defaultValue = "") String file,
			@RequestParam(defaultValue = "") String task, @ModelAttribute("prefill") Prefill prefill, Model model,
			Locale locale) {
		PersonFiles.File person = this.files.open(Identifiers.person(id), null, null);
		Entry part = this.parts.part(name, person.facts());
		Map<String, String> names = this.programs.forPerson(person.facts(), locale);
		model.addAttribute("id", person.id());
		model.addAttribute("etag", person.etag());
		model.addAttribute("person", person.facts());
		model.addAttribute("part", part.path());
		model.addAttribute("task", Ids.parse(task));
		model.addAttribute("validFrom",
				((prefill.from() != null) ? prefill.from() : LocalDate.now(this.clock)).toString());
		model.addAttribute("jurisdictions", this.districts.all());
		model.addAttribute("programs", names);
		model.addAttribute("locale", locale);
		if (part instanceof FactList list) {
			JsonNode old = item(person.facts(), list, item);
			JsonNode shown = filled(person.id(), list, known(old), file.strip());
			List<Field> fields = fields(list, person.facts(), old, shown, names);
			model.addAttribute("fields", (end && old != null) ? List.of() : fields);
			model.addAttribute("typed", TypedFacts.ofItem(shown, fields).with(prefill.answers(fields)));
			model.addAttribute("table", this.tables.of(list, person.facts(), names, locale));
			model.addAttribute("item", (old != null) ? item : null);
			model.addAttribute("links", list.shape().roles().containsKey(LINK) && !end);
			model.addAttribute("file", file.strip());
			model.addAttribute("ends", old != null && end && list.shape().to() != null);
			model.addAttribute("mayEnd", list.shape().to() != null);
			model.addAttribute("unknown", !person.facts().has(list.path()) && !list.is(Trait.ABSENT_IS_NONE));
		}
		else if (part instanceof FactGroup group) {
			JsonNode facts = MASKED.contains(name) ? unknown(person.facts()) : person.facts();
			List<Field> fields = this.parts.group(group, facts);
			model.addAttribute("fields", fields);
			model.addAttribute("typed",
					TypedFacts.of(facts, fields).with(MASKED.contains(name) ? Map.of() : prefill.answers(fields)));
			model.addAttribute("first", prefill.first(fields));
			ObjectNode now = this.json.createObjectNode();
			if (MASKED.contains(name) && person.facts().has(name)) {
				now.set(name, person.facts().get(name));
			}
			model.addAttribute("now", this.lines.of(now, names, locale));
		}
		return "web/casework/part";
	}

	@Idempotent
	@PostMapping("/people/{id}/facts/{part}")
	String record(@PathVariable String id, @PathVariable("part") String name,
			@RequestParam MultiValueMap<String, String> form, Locale locale, RedirectAttributes next) {
		UUID person = Identifiers.person(id);
		PersonFiles.File today = this.files.open(person, null, null);
		Entry part = this.parts.part(name, today.facts());
		TypedFacts typed = new TypedFacts(form).about(today.facts());
		DoubtfulAccount.ask(typed);
		ObjectNode facts = this.json.createObjectNode();
		if (part instanceof FactList list) {
			facts.set(name, listed(list, today, typed, locale));
		}
		else if (part instanceof FactGroup group) {
			facts.set(name, grouped(group, on(today, typed), typed));
		}
		ObjectNode body = this.json.createObjectNode();
		body.put("validFrom", typed.value("validFrom"));
		body.put("reason", typed.value("reason"));
		body.set("facts", facts);
		String etag = typed.value("etag");
		RecordAnswer added = this.files
			.record(person, RecordReader.read(body, RecordBody.class), etag.isEmpty() ? null : etag, locale)
			.record();
		RecordedWarnings.show(added.warnings(), next);
		UUID task = Ids.parse(typed.value("task"));
		if (task == null || !Objects.requireNonNullElse(added.warnings(), List.of()).isEmpty()) {
			return "redirect:/people/" + person;
		}
		next.addFlashAttribute("recorded", true);
		return "redirect:/tasks/" + task;
	}

	/** Nothing but whom it is about. */
	private ObjectNode unknown(JsonNode facts) {
		return this.json.createObjectNode().put(Subject.FIELD, RecordJson.subject(facts).word());
	}

	private JsonNode grouped(FactGroup group, JsonNode facts, TypedFacts typed) {
		boolean masked = MASKED.contains(group.path());
		JsonNode known = masked ? unknown(facts) : facts;
		List<Field> fields = this.parts.group(group, known);
		JsonNode now = typed.applicant(fields, this.reader).get(group.path());
		JsonNode before = TypedFacts.of(known, fields).applicant(fields, this.reader).path(group.path());
		if (before.equals((now != null) ? now : before.path("nothing"))) {
			throw nothingChanged();
		}
		return UnaskedFacts.kept(known.path(group.path()), now, group.path(), fields);
	}

	private ArrayNode listed(FactList list, PersonFiles.File today, TypedFacts typed, Locale locale) {
		if (!typed.value("none").isEmpty()) {
			return this.json.createArrayNode();
		}
		JsonNode old = item(today.facts(), list, number(typed.value("item")));
		JsonNode now;
		String to = list.shape().to();
		if (old != null && to != null && !typed.value("end").isEmpty()) {
			now = old.asObject().deepCopy().put(to, typed.value("validFrom"));
		}
		else {
			List<Field> fields = fields(list, today.facts(), old, known(old),
					this.programs.forPerson(today.facts(), locale));
			now = ListedItems.item(old, fields, typed.item(list.path(), fields, this.reader));
		}
		if (now.equals(old) || now.isEmpty()) {
			throw nothingChanged();
		}
		return ListedItems.with(list, on(today, typed).path(list.path()), old, now);
	}

	/** The item as it is on file; what its own file knows of it comes first. */
	private JsonNode filled(UUID person, FactList list, JsonNode item, String file) {
		if (file.isEmpty() || !list.shape().roles().containsKey(LINK)) {
			return item;
		}
		ObjectNode filled = item.asObject().deepCopy();
		filled.setAll(this.files.linked(person, list, file));
		return filled;
	}

	/**
	 * An item that is kept beside others by its key would be another one with another
	 * key.
	 */
	private List<Field> fields(FactList list, JsonNode facts, @Nullable JsonNode old, JsonNode shown,
			Map<String, String> programs) {
		List<Field> fields = this.parts.item(list, facts, shown, programs);
		boolean isKnownByKey = old != null && list.shape().merge();
		return fields.stream()
			.filter((field) -> !isKnownByKey || !list.shape().key().contains(ListedItems.name(field)))
			.toList();
	}

	private static InvalidInput nothingChanged() {
		return new InvalidInput(422, List.of(FieldError.of("", "NOTHING_CHANGED")));
	}

	/** What is known of the day from which the change holds. */
	private JsonNode on(PersonFiles.File today, TypedFacts typed) {
		try {
			return this.files.open(today.id(), LocalDate.parse(typed.value("validFrom")), null).facts();
		}
		catch (DateTimeException unreadable) {
			// told when it is recorded
			return today.facts();
		}
	}

	private static JsonNode known(@Nullable JsonNode item) {
		return (item != null) ? item : JsonNodeFactory.instance.objectNode();
	}

	private static @Nullable JsonNode item(JsonNode facts, FactList list, @Nullable Integer number) {
		return (number != null) ? facts.path(list.path()).get(number) : null;
	}

	private static @Nullable Integer number(String typed) {
		return typed.matches("\\d{1,4}") ? Integer.valueOf(typed) : null;
	}

}
