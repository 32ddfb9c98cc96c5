package org.huiling.applicant.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.input.Spelling;
import org.huiling.table.CellText;
import org.huiling.table.Table;
import org.huiling.table.TableRow;
import org.jspecify.annotations.Nullable;

/**
 * Every column a table of applicants may have: the field's JSON path, and the Chinese
 * names and values people write instead. The table stands in
 * {@code applicant-columns.csv}; an item's number goes into its brackets.
 */
final class CsvColumns {

	private static final String TABLE = "/applicant-columns.csv";

	/** Three digits at most: an index is room that a list takes. */
	private static final Pattern NUMBER = Pattern.compile("\\[(\\d{1,3})]");

	/** Path and first Chinese name of each column, in the order of the table. */
	private static final Map<String, String> NAMES = new LinkedHashMap<>();

	private static final Map<String, CsvColumn> BY_NAME = load();

	private CsvColumns() {
	}

	/** The column that a header names, or null. */
	static @Nullable CsvColumn find(String header) {
		Matcher number = NUMBER.matcher(header);
		if (!number.find()) {
			return header.contains("[]") ? null : BY_NAME.get(header);
		}
		CsvColumn column = BY_NAME.get(number.replaceFirst("[]"));
		return (column != null) ? column.numbered(Integer.parseInt(number.group(1))) : null;
	}

	/** The known name that a column which is not known was probably meant to have. */
	static @Nullable String meant(String header) {
		String closest = Spelling.closest(NUMBER.matcher(header).replaceAll("[]"), BY_NAME.keySet());
		return (closest != null) ? closest.replace("[]", "[0]") : null;
	}

	/** Every column of a person once, the first item of each list. */
	static List<String> names(boolean chinese) {
		return NAMES.entrySet()
			.stream()
			.filter((column) -> !ListRow.ABOUT_THE_LINE.contains(column.getKey()))
			.map((column) -> (chinese ? column.getValue() : column.getKey()).replace("[]", "[0]"))
			.toList();
	}

	private static Map<String, CsvColumn> load() {
		Map<String, CsvColumn> columns = new HashMap<>();
		try (Table table = Table.open(Objects.requireNonNull(CsvColumns.class.getResourceAsStream(TABLE)),
				StandardCharsets.UTF_8, Set.of("path", "aliases")::contains)) {
			for (TableRow row = table.next(); row != null; row = table.next()) {
				List<String> cells = row.cells();
				String[] aliases = cells.get(2).split("\\|", -1);
				CsvColumn column = new CsvColumn(cells.get(0), CsvKind.valueOf(cells.get(1)), values(cells.get(3)));
				columns.put(cells.get(0), column);
				NAMES.put(cells.get(0), aliases[0]);
				for (String alias : aliases) {
					columns.put(CellText.name(alias), column);
				}
			}
			return columns;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, String> values(String pairs) {
		Map<String, String> values = new HashMap<>();
		for (String pair : pairs.split("\\|", -1)) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				values.put(pair.substring(0, equals), pair.substring(equals + 1));
			}
		}
		return values;
	}

}
