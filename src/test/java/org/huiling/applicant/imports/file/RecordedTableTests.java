package org.huiling.applicant.imports.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.huiling.TestFacts;
import org.huiling.applicant.ImportMode;
import org.huiling.applicant.RecordJson;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.problem.InvalidInput;
import org.huiling.recorded.Recorded;
import org.huiling.recorded.RecordedPeople;
import org.huiling.recorded.RecordedPeople.Place;
import org.huiling.recorded.Told;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tables of 21,000 people are read as when it was recorded, whether their columns are
 * called by paths or by any of the Chinese names of {@code recorded/columns.csv}, and
 * whether their cells hold codes or the words for them.
 */
class RecordedTableTests {

	private static final Recorded TABLES = Recorded.of("tables");

	private static final List<Column> COLUMNS = columns();

	/** How often the items of a list are asked for. */
	private static final Map<String, Integer> ITEMS = Map.of("statuses", 2, "choices", 2, "applications", 2, "claims",
			5);

	/** A column: its path, its Chinese names, and the words for its codes. */
	private record Column(String path, boolean date, List<String> names, Map<String, String> words) {

		static Column of(String line) {
			String[] cells = line.split(",", -1);
			Map<String, String> words = new LinkedHashMap<>();
			for (String pair : cells[3].split("\\|")) {
				if (pair.contains("=")) {
					words.putIfAbsent(pair.split("=")[1], pair.split("=")[0]);
				}
			}
			return new Column(cells[0], "DATE".equals(cells[1]), List.of(cells[2].split("\\|")), words);
		}

		/** By its path, or by one of its names. */
		String header(int spelling) {
			return (spelling == 0) ? this.path : this.names.get(spelling % this.names.size());
		}

		String cell(JsonNode person, int spelling, int item) {
			JsonNode node = person.at("/" + this.path.replace("[]", "/" + item).replace('.', '/'));
			if (node.isArray()) {
				return node.isEmpty() ? "[]" : "";
			}
			String text = node.isNull() ? "" : node.asString("");
			if (spelling == 0 || text.isEmpty()) {
				return text;
			}
			String[] day = text.split("-");
			return this.date ? day[0] + "年" + Integer.parseInt(day[1]) + "月" + Integer.parseInt(day[2]) + "日"
					: this.words.getOrDefault(text, text);
		}

	}

	private static List<Column> columns() {
		try {
			return Files.readAllLines(Path.of("src", "test", "resources", "recorded", "columns.csv"))
				.stream()
				.skip(1)
				.map(Column::of)
				.toList();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	static List<Place> places() {
		return RecordedPeople.PLACES;
	}

	@AfterAll
	static void keep() {
		TABLES.keep();
	}

	@Test
	void everyNameOfAColumnStillStandsForIt() {
		for (Column column : COLUMNS) {
			assertThat(path(column.path())).isEqualTo(column.path());
			column.names().forEach((name) -> assertThat(path(name)).as(name).isEqualTo(column.path()));
		}
	}

	private static String path(String name) {
		CsvColumn column = new CsvColumns(TestFacts.DICTIONARY).find(name.replace("[]", "[0]"));
		return Objects.requireNonNull(column, name).path().replace("[0]", "[]");
	}

	@ParameterizedTest
	@MethodSource("places")
	void everyRowIsReadAsBefore(Place place) throws IOException {
		for (int number = 0; number < place.blocks(); number++) {
			String block = place.jurisdiction() + "-" + number;
			if (Recorded.asks(block)) {
				TABLES.holds(block, rows(RecordedPeople.block(place, number), number % 3));
			}
		}
	}

	private static List<String> rows(List<ObjectNode> people, int spelling) throws IOException {
		StringBuilder table = new StringBuilder();
		line(table, (column, item) -> column.header(spelling).replace("[]", "[" + item + "]"));
		people.forEach((person) -> line(table, (column, item) -> column.cell(person, spelling, item)));
		List<String> texts = new ArrayList<>();
		byte[] bytes = table.toString().getBytes(StandardCharsets.UTF_8);
		try (LineSource rows = CsvRows.of(new ByteArrayInputStream(bytes), null, ImportMode.ADD,
				new ColumnsInForce(new DictionaryInForce(TestFacts.DICTIONARY)))) {
			for (ImportLine row = rows.next(); row != null; row = rows.next()) {
				texts.add(row.text() + "\n" + read(row));
			}
		}
		return texts;
	}

	/** The cell of a column, or of the column's item. */
	private interface Cell {

		String of(Column column, int item);

	}

	private static void line(StringBuilder table, Cell cell) {
		List<String> cells = new ArrayList<>();
		for (Column column : COLUMNS) {
			int items = ITEMS.getOrDefault(column.path().split("\\[")[0], 1);
			for (int item = 0; item < (column.path().contains("[]") ? items : 1); item++) {
				cells.add(cell.of(column, item));
			}
		}
		table.append(String.join(",", cells)).append('\n');
	}

	private static String read(ImportLine row) {
		JsonNode given = row.given();
		if (given == null) {
			return Objects.requireNonNull(row.refusal()).errors().toString();
		}
		try {
			return given + "\n" + RecordJson.of(TestFacts.on(RecordedPeople.TODAY).read(given).record());
		}
		catch (InvalidInput refused) {
			return given + "\n" + Told.errors(refused.errors());
		}
	}

}
