package org.huiling.web.casework.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.huiling.applicant.RecordJson;
import org.huiling.applicant.TypedApplicant;
import org.huiling.facts.Subject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What somebody typed into a form about a person or an organisation.
 *
 * @param form the parameters of the request
 */
public record TypedFacts(MultiValueMap<String, String> form) {

	/** That there are none, and it is known. */
	private static final String NONE = "[]";

	/** How many items of a list a form of a new file has room for. */
	static final int ITEMS = 8;

	/**
	 * What is known already, as if somebody had typed it.
	 * @param facts of a person, or of an organisation, which say so
	 * @param fields that the form has
	 */
	public static TypedFacts of(JsonNode facts, List<Field> fields) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		Subject subject = RecordJson.subject(facts);
		form.add(Subject.FIELD, subject.word());
		form.add(subject.beginning(), facts.path(subject.beginning()).asString(""));
		fields.stream()
			.filter((field) -> field.kind() != Field.Kind.STATUSES && field.kind() != Field.Kind.APPLICATIONS)
			.forEach((field) -> put(form, field, at(facts, field.path())));
		JsonNode statuses = facts.path("statuses");
		if (statuses.isArray() && statuses.isEmpty()) {
			form.add("status", "NONE");
		}
		statuses.forEach((status) -> {
			String kind = status.path("kind").asString();
			form.add("status", kind);
			form.add("status." + kind + ".from", status.path("from").asString(""));
			form.add("status." + kind + ".to", status.path("to").asString(""));
		});
		JsonNode applications = facts.path("applications");
		if (applications.isArray() && applications.isEmpty()) {
			form.add("applications", "[]");
		}
		applications
			.forEach((one) -> form.add("application." + one.path("program").asString(), one.path("date").asString("")));
		return new TypedFacts(form);
	}

	/**
	 * What is known of an item of a list, as if somebody had typed it.
	 * @param fields of the item
	 */
	public static TypedFacts ofItem(JsonNode item, List<Field> fields) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		fields.forEach((field) -> put(form, field, item.path(ListedItems.name(field))));
		return new TypedFacts(form);
	}

	/**
	 * The same with some answers put in.
	 * @param answers by the path of the field
	 */
	public TypedFacts with(Map<String, String> answers) {
		MultiValueMap<String, String> filled = new LinkedMultiValueMap<>(this.form);
		answers.forEach(filled::set);
		return new TypedFacts(filled);
	}

	/**
	 * The item of a list as the HTTP contract has it.
	 * @param list its path
	 * @param reader reads what was typed
	 */
	public JsonNode item(String list, List<Field> fields, TypedApplicant reader) {
		Map<String, String> typed = started();
		fields.forEach((field) -> typed.put(field.of(0).path(), answer(field)));
		JsonNode item = reader.read(typed).path(list).path(0);
		return item.isObject() ? item : JsonNodeFactory.instance.objectNode();
	}

	private static void put(MultiValueMap<String, String> form, Field field, JsonNode value) {
		if (!value.isArray()) {
			form.add(field.path(), value.isNumber() ? value.decimalValue().toPlainString() : value.asString(""));
		}
		else if (value.isEmpty()) {
			form.add(field.path(), NONE);
		}
		else {
			value.forEach((one) -> form.add(field.path(), one.asString("")));
		}
	}

	private static JsonNode at(JsonNode facts, String path) {
		JsonNode value = facts;
		for (String step : path.split("\\.")) {
			value = value.path(step);
		}
		return value;
	}

	/**
	 * The same, about whom facts on file are about, whatever the form says of that.
	 * @param facts on file
	 */
	public TypedFacts about(JsonNode facts) {
		MultiValueMap<String, String> about = new LinkedMultiValueMap<>(this.form);
		about.set(Subject.FIELD, RecordJson.subject(facts).word());
		return new TypedFacts(about);
	}

	/** Whom the form is about: a person unless it says otherwise. */
	Subject subject() {
		return Objects.requireNonNullElse(Subject.of(value(Subject.FIELD)), Subject.PERSON);
	}

	/** The field of the birth date or opening, which comes first. */
	public String beginning() {
		return subject().beginning();
	}

	/** What a text field or choice holds; empty if nothing. */
	public String value(String path) {
		String value = this.form.getFirst(path);
		return (value != null) ? value.strip() : "";
	}

	/** Whether one of several codes is ticked, or that it is none of them. */
	public boolean has(String path, String code) {
		return this.form.getOrDefault(path, List.of()).contains(code);
	}

	/** Whether a status is ticked. */
	public boolean has(String status) {
		return this.form.getOrDefault("status", List.of()).contains(status);
	}

	/** Whether something is said about a field. */
	public boolean isAnswered(Field field) {
		return (field.kind() == Field.Kind.STATUSES) ? this.form.containsKey("status") : !value(field.path()).isEmpty();
	}

	/**
	 * The facts as the HTTP contract has them; what is empty is unknown.
	 * @param reader reads what was typed
	 */
	public ObjectNode applicant(List<Field> fields, TypedApplicant reader) {
		Map<String, String> typed = started();
		typed.put(beginning(), value(beginning()));
		fields.forEach((field) -> {
			if (field.kind() == Field.Kind.STATUSES) {
				putStatuses(field, typed);
			}
			else if (field.kind() == Field.Kind.APPLICATIONS) {
				putApplications(field, typed);
			}
			else if (field.kind() == Field.Kind.ITEMS) {
				putItems(field, typed);
			}
			else {
				typed.put(field.path(), answer(field));
			}
		});
		return reader.read(typed);
	}

	private Map<String, String> started() {
		Map<String, String> typed = new LinkedHashMap<>();
		typed.put(Subject.FIELD, subject().word());
		return typed;
	}

	private String answer(Field field) {
		return (field.kind() == Field.Kind.CODES) ? codes(field) : value(field.path());
	}

	/** Items of which anything is said, one after the other. */
	private void putItems(Field list, Map<String, String> typed) {
		int items = 0;
		for (int i = 0; i < ITEMS; i++) {
			int from = i;
			List<Field> asked = list.fields().stream().map((field) -> field.of(from)).toList();
			if (asked.stream().anyMatch((field) -> !answer(field).isEmpty())) {
				int to = items++;
				list.fields().forEach((field) -> typed.put(field.of(to).path(), answer(field.of(from))));
			}
		}
		if (items == 0) {
			typed.put(list.path(), value(list.path()));
		}
	}

	private String codes(Field field) {
		List<String> ticked = field.options().stream().filter((code) -> has(field.path(), code)).toList();
		return (ticked.isEmpty() && has(field.path(), NONE)) ? NONE : String.join(",", ticked);
	}

	private void putStatuses(Field field, Map<String, String> typed) {
		List<String> kinds = field.options().stream().filter(this::has).toList();
		if (kinds.isEmpty() && has("NONE")) {
			typed.put("statuses", "[]");
		}
		for (int i = 0; i < kinds.size(); i++) {
			typed.put("statuses[" + i + "].kind", kinds.get(i));
			typed.put("statuses[" + i + "].from", value("status." + kinds.get(i) + ".from"));
			typed.put("statuses[" + i + "].to", value("status." + kinds.get(i) + ".to"));
		}
	}

	private void putApplications(Field field, Map<String, String> typed) {
		List<String> programs = field.options()
			.stream()
			.filter((program) -> !value("application." + program).isEmpty())
			.toList();
		if (programs.isEmpty()) {
			typed.put("applications", value("applications"));
		}
		for (int i = 0; i < programs.size(); i++) {
			typed.put("applications[" + i + "].program", programs.get(i));
			typed.put("applications[" + i + "].date", value("application." + programs.get(i)));
		}
	}

}
