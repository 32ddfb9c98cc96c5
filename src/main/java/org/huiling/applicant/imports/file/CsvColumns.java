package org.huiling.applicant.imports.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactGroup;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.type.CodeType;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Naming;
import org.huiling.input.NearestName;
import org.huiling.table.CellText;
import org.jspecify.annotations.Nullable;

/**
 * Every column a table of applicants may have, as the dictionary declares its facts: by
 * the fact's JSON path, its Chinese or English name, or what else people call it. An
 * item's number goes into the brackets of a list.
 */
public final class CsvColumns {

	/** Three digits at most: an index is room that a list takes. */
	private static final Pattern NUMBER = Pattern.compile("\\[(\\d{1,3})]");

	/** An item of a list; as a cell, that there are none. */
	static final String ITEM = "[]";

	private final Dictionary dictionary;

	/** Path and Chinese header of each column, in the order of a template. */
	private final Map<String, String> names = new LinkedHashMap<>();

	private final Map<String, CsvColumn> byName = new HashMap<>();

	/** Paths and column names, which are written as they stand. */
	private final Set<String> suggested;

	private final Map<String, CsvColumn> byLabel = new HashMap<>();

	/**
	 * The columns of a dictionary.
	 * @param dictionary what declares the facts
	 */
	public CsvColumns(Dictionary dictionary) {
		this.dictionary = dictionary;
		dictionary.entries().forEach(this::add);
		dictionary.lineColumns().forEach((line) -> {
			CsvColumn column = new CsvColumn(line.name(), "validFrom".equals(line.name()) ? CsvKind.DATE : CsvKind.TEXT,
					Map.of());
			List<String> others = new ArrayList<>(line.aliases());
			others.add(line.label().en());
			add(column, line.label().zh(), others);
		});
		this.suggested = Set.copyOf(this.byName.keySet());
		// what a column is called elsewhere may not take the name of another one
		this.byLabel.forEach(this.byName::putIfAbsent);
	}

	/**
	 * What declares the facts.
	 * @return the dictionary
	 */
	Dictionary dictionary() {
		return this.dictionary;
	}

	private void add(Entry entry) {
		if (entry instanceof FactGroup group) {
			group.entries().forEach(this::add);
		}
		else if (entry instanceof FactList list) {
			CsvColumn column = new CsvColumn(list.path(), CsvKind.LIST, Map.of("无", ITEM, "None", ITEM));
			add(column, list.naming(), "");
			list.fields().forEach((field) -> add(column(field), field.naming(), ITEM));
		}
		else if (entry instanceof Fact fact) {
			add(column(fact), fact.naming(), "");
		}
	}

	private void add(CsvColumn column, Naming naming, String suffix) {
		List<String> aliases = naming.aliases().stream().map((alias) -> alias + suffix).toList();
		add(column, naming.header() + suffix, aliases);
		this.byLabel.putIfAbsent(CellText.name(naming.label().zh() + suffix), column);
		this.byLabel.putIfAbsent(CellText.name(naming.label().en() + suffix), column);
	}

	private void add(CsvColumn column, String header, List<String> aliases) {
		this.names.put(column.path(), header);
		this.byName.put(column.path(), column);
		this.byName.put(CellText.name(header), column);
		aliases.forEach((alias) -> this.byName.put(CellText.name(alias), column));
	}

	private static CsvColumn column(Fact fact) {
		return new CsvColumn(fact.path(), kind(fact.type()), values(fact));
	}

	private static CsvKind kind(FactType type) {
		return switch (type) {
			case BOOLEAN -> CsvKind.BOOLEAN;
			case INTEGER, DECIMAL, MONEY -> CsvKind.NUMBER;
			case DATE -> CsvKind.DATE;
			case CODE -> CsvKind.CODE;
			case CODES -> CsvKind.CODES;
			case TEXT, REGION -> CsvKind.TEXT;
		};
	}

	/** What people write and what it stands for. */
	private static Map<String, String> values(Fact fact) {
		Map<String, String> values = new HashMap<>();
		if (fact.type() == FactType.BOOLEAN) {
			values.putAll(Map.of("是", "true", "否", "false"));
		}
		CodeType codes = fact.codes();
		if (codes != null) {
			codes.values().forEach((code) -> {
				values.put(code.label().zh(), code.name());
				values.putIfAbsent(code.label().en(), code.name());
				code.aliases().forEach((alias) -> values.put(alias, code.name()));
			});
		}
		if (fact.type() == FactType.CODES) {
			values.putIfAbsent("无", ITEM);
			values.putIfAbsent("None", ITEM);
		}
		fact.names().forEach((name) -> {
			if (name.label() != null) {
				values.put(name.label().zh(), name.value());
				values.putIfAbsent(name.label().en(), name.value());
			}
			name.aliases().forEach((alias) -> values.put(alias, name.value()));
		});
		return values;
	}

	/** The column that a header names, or null. */
	@Nullable CsvColumn find(String header) {
		Matcher number = NUMBER.matcher(header);
		if (!number.find()) {
			return header.contains(ITEM) ? null : this.byName.get(header);
		}
		CsvColumn column = this.byName.get(number.replaceFirst(ITEM));
		return (column != null) ? column.numbered(Integer.parseInt(number.group(1))) : null;
	}

	/** The known name that a column which is not known was probably meant to have. */
	public @Nullable String meant(String header) {
		String numbered = unnumbered(header);
		if (numbered != null) {
			return numbered;
		}
		String closest = NearestName.closest(NUMBER.matcher(header).replaceAll(ITEM), this.suggested);
		return (closest != null) ? closest.replace(ITEM, "[0]") : null;
	}

	/** The column of a list's first item, where only the number is missing. */
	private @Nullable String unnumbered(String header) {
		int dot = header.indexOf('.');
		String path = (dot > 0) ? header.substring(0, dot).replace(ITEM, "") + ITEM + header.substring(dot) : header;
		for (String name : List.of(header.replace(ITEM, "") + ITEM, path)) {
			if (this.suggested.contains(name)) {
				return name.replace(ITEM, "[0]");
			}
		}
		return null;
	}

	/** Every column of a person once, the first item of each list. */
	public List<String> names(boolean chinese) {
		return this.names.entrySet()
			.stream()
			.filter((column) -> !ListRow.ABOUT_THE_LINE.contains(column.getKey()))
			.map((column) -> (chinese ? column.getValue() : column.getKey()).replace(ITEM, "[0]"))
			.toList();
	}

}
