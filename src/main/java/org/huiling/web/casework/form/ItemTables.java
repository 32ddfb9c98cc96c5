package org.huiling.web.casework.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/** The items of lists, each with all its fields, as tables of a page. */
@Component
public class ItemTables {

	private final DictionaryInForce dictionary;

	private final FactLines lines;

	ItemTables(DictionaryInForce dictionary, FactLines lines) {
		this.dictionary = dictionary;
		this.lines = lines;
	}

	/**
	 * A list as a table.
	 *
	 * @param path of the list
	 * @param columns its fields
	 * @param rows what each item says of them
	 */
	record Table(String path, List<Column> columns, List<List<String>> rows) {
	}

	/**
	 * A field of its items.
	 *
	 * @param path as the HTTP contract names it
	 * @param number whether it stands to the right
	 */
	record Column(String path, boolean number) {
	}

	/** Every list of which there are items, but those that stand among the facts. */
	public List<Table> of(JsonNode facts, Map<String, String> programs, Locale locale) {
		return this.dictionary.current()
			.lists()
			.stream()
			.filter((list) -> !FactLines.INLINE.contains(list.path()) && !facts.path(list.path()).isEmpty())
			.map((list) -> of(list, facts, programs, locale))
			.toList();
	}

	/** One list. */
	public Table of(FactList list, JsonNode facts, Map<String, String> programs, Locale locale) {
		List<Fact> fields = list.fields();
		return new Table(list.path(),
				fields.stream().map((field) -> new Column(field.path(), field.type().isNumber())).toList(),
				facts.path(list.path())
					.valueStream()
					.map((item) -> fields.stream()
						.map((field) -> this.lines.cell(field.path(), item.path(field.name()), programs, locale))
						.toList())
					.toList());
	}

}
