package org.huiling.web.casework.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.huiling.applicant.RecordJson;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.type.FactType;
import org.huiling.web.RegionNames;
import tools.jackson.databind.JsonNode;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Facts in the JSON of the HTTP contract, line by line in the words of a page. */
@Component
public class FactLines {

	/** Lists whose items stand among the other facts. */
	static final Set<String> INLINE = Set.of("statuses", "applications", "choices");

	private static final List<String> FIRST = List.of("fileNumber", "subject", "residentId", "creditCode", "name",
			"birthDate", "region", "opened", "closed");

	private final MessageSource messages;

	private final AskedFields fields;

	private final DictionaryInForce dictionary;

	private final RegionNames regions;

	FactLines(MessageSource messages, AskedFields fields, DictionaryInForce dictionary, RegionNames regions) {
		this.dictionary = dictionary;
		this.regions = regions;
		this.fields = fields;
		this.messages = messages;
	}

	/**
	 * One fact.
	 *
	 * @param path as the HTTP contract names it
	 * @param name its name
	 * @param value what is known of it
	 */
	public record Line(String path, String name, String value) {
	}

	/**
	 * In which words.
	 *
	 * @param programs names by id
	 * @param locale the reader's
	 */
	private record Words(Map<String, String> programs, Locale locale) {
	}

	/** Every fact but the items of lists, which have tables of their own. */
	public List<Line> of(JsonNode facts, Map<String, String> programs, Locale locale) {
		List<Line> lines = whole(facts, programs, locale);
		lines.removeIf((line) -> !INLINE.contains(line.path()) && facts.path(line.path()).path(0).isObject());
		return lines;
	}

	/** Every fact, lists with all that their items say. */
	public List<Line> whole(JsonNode facts, Map<String, String> programs, Locale locale) {
		List<Line> lines = new ArrayList<>();
		add("", facts, lines, new Words(programs, locale));
		List<String> order = new ArrayList<>(FIRST);
		this.fields.all(RecordJson.subject(facts)).forEach((field) -> order.add(field.path()));
		lines.sort(Comparator.comparingInt((line) -> place(order, line.path())));
		return lines;
	}

	/** What is not among them comes last. */
	private static int place(List<String> order, String path) {
		int place = order.indexOf(path);
		return (place < 0) ? order.size() : place;
	}

	private void add(String prefix, JsonNode facts, List<Line> lines, Words words) {
		for (Map.Entry<String, JsonNode> field : facts.properties()) {
			String path = prefix + field.getKey();
			JsonNode value = field.getValue();
			if (prefix.isEmpty() && "id".equals(path)) {
				continue;
			}
			if (value.isObject()) {
				add(path + ".", value, lines, words);
			}
			else {
				lines.add(new Line(path, name(path, words.locale()), value(path, value, words)));
			}
		}
	}

	private String name(String path, Locale locale) {
		return text("field." + path, path, locale);
	}

	/** What a cell of a table of items says. */
	String cell(String path, JsonNode value, Map<String, String> programs, Locale locale) {
		if (value.isMissingNode() || value.isNull()) {
			return "—";
		}
		String plain = value(path, value, new Words(programs, locale));
		return path.endsWith("[].program") ? programs.getOrDefault(plain, plain) : plain;
	}

	private String value(String path, JsonNode value, Words words) {
		Locale locale = words.locale();
		if (value.isNull()) {
			return text("fact.unknown", "", locale);
		}
		if (value.isBoolean()) {
			return text(value.booleanValue() ? "web.true" : "web.false", "", locale);
		}
		if (value.isArray()) {
			return value.isEmpty() ? text("fact.none", "", locale)
					: value.valueStream().map((item) -> item(path, item, words)).collect(Collectors.joining("; "));
		}
		if (isRegion(path)) {
			return this.regions.of(value.asString(), locale);
		}
		String plain = value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
		return text("option." + path + "." + plain, plain, locale);
	}

	/** Whether a fact is a region, which is called by its name. */
	private boolean isRegion(String path) {
		Dictionary current = this.dictionary.current();
		return current.all().stream().anyMatch((one) -> {
			Fact fact = one.fact(path);
			return fact != null && fact.type() == FactType.REGION;
		});
	}

	private String item(String path, JsonNode item, Words words) {
		if (item.isString()) {
			return text("option." + path + "." + item.asString(), item.asString(), words.locale());
		}
		if (!INLINE.contains(path)) {
			return whole(path, item, words);
		}
		String program = item.path("program").asString("");
		String what = item.has("kind") ? text("option." + path + "." + item.get("kind").asString(), "", words.locale())
				: words.programs().getOrDefault(program, program);
		String from = item.path("from").asString(item.path("date").asString(""));
		String to = item.path("to").asString("");
		return (from + to).isEmpty() ? what : what + " (" + from + (to.isEmpty() ? "" : " – " + to) + ")";
	}

	/** All that an item says, each fact by its name. */
	private String whole(String path, JsonNode item, Words words) {
		return item.properties().stream().map((field) -> {
			String of = path + "[]." + field.getKey();
			return name(of, words.locale()) + " " + cell(of, field.getValue(), words.programs(), words.locale());
		}).collect(Collectors.joining(", "));
	}

	private String text(String key, String otherwise, Locale locale) {
		return Objects.requireNonNull(this.messages.getMessage(key, null, otherwise, locale));
	}

}
