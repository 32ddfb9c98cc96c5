package org.huiling.engine.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.huiling.engine.source.yaml.Yaml;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * Reads a parameter of unit {@code bands}: rows of {@code from} and {@code value},
 * rising, as a list in {@code policy.yaml} or as a file of comma-separated values beside
 * it.
 */
final class BandReader {

	/** How the file of a parameter's bands is called, behind its name. */
	static final String ENDING = ".bands.csv";

	private static final int MOST = 5_000;

	/** Rows that stand in one constant: a class file holds texts of 65,535 bytes. */
	private static final int TOGETHER = 1_800;

	private static final String FROM = "from";

	private static final String VALUE = "value";

	private static final ObjectReader ROWS = CsvMapper.builder()
		.enable(CsvReadFeature.WRAP_AS_ARRAY)
		.enable(CsvReadFeature.SKIP_EMPTY_LINES)
		.enable(CsvReadFeature.TRIM_SPACES)
		.build()
		.readerFor(String[].class);

	private final Problems problems;

	private final Unit by;

	private final Unit of;

	private final List<String> rows = new ArrayList<>();

	private final List<Object> shown = new ArrayList<>();

	private @Nullable Comparable<?> last;

	/**
	 * A reader for one parameter.
	 * @param by the unit of the lines: amounts, whole numbers or days
	 * @param of the unit of the values: these, or shares
	 */
	BandReader(Problems problems, Unit by, Unit of) {
		this.problems = problems;
		this.by = by;
		this.of = of;
	}

	record Read(String type, String source, Object shown) {
	}

	/** Whether something can rise in a unit. */
	static boolean hasLines(Unit unit) {
		return List.of("Money", "int", "LocalDate").contains(unit.type());
	}

	/** Whether bands can give it. */
	static boolean hasValues(Unit unit) {
		return hasLines(unit) || "Ratio".equals(unit.type());
	}

	@Nullable Read list(String file, Node value) {
		FilePlace whole = Yaml.place(file, value);
		if (!(value instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
			return wrong(whole, "分档应为列表：[{from: 0.00, value: 500.00}, {from: 1000.00, value: 300.00}]",
					"bands must be a list: [{from: 0.00, value: 500.00}, {from: 1000.00, value: 300.00}]");
		}
		for (Node row : sequence.getValue()) {
			Map<String, String> texts = texts(row);
			String from = texts.get(FROM);
			String one = texts.get(VALUE);
			if (from == null || one == null || texts.size() != 2) {
				return wrong(Yaml.place(file, row), "每档写 from 和 value 两项，例如 {from: 0.00, value: 500.00}",
						"each band gives from and value, such as {from: 0.00, value: 500.00}");
			}
			if (!add(from, one, Yaml.place(file, row))) {
				return null;
			}
		}
		return read(whole, this.shown);
	}

	private static Map<String, String> texts(Node row) {
		Map<String, String> texts = new LinkedHashMap<>();
		if (row instanceof MappingNode mapping) {
			for (NodeTuple tuple : mapping.getValue()) {
				texts.put((tuple.getKeyNode() instanceof ScalarNode key) ? key.getValue() : "",
						(tuple.getValueNode() instanceof ScalarNode value) ? value.getValue() : "");
			}
		}
		return texts;
	}

	/** The parameter shows how many rows the file has; the file itself shows them. */
	@Nullable Read csv(String file, byte[] bytes) {
		String text = Yaml.text(file, bytes, this.problems);
		if (text == null) {
			return null;
		}
		int line = 0;
		try (MappingIterator<String[]> cells = ROWS.readValues(text)) {
			while (cells.hasNextValue()) {
				String[] row = cells.nextValue();
				line = cells.currentLocation().getLineNr();
				if (this.rows.isEmpty() && this.last == null && isHeader(row)) {
					continue;
				}
				if (row.length != 2) {
					return wrong(new FilePlace(file, line, 1, ""), "每行两格：从多少起、值",
							"each line has two cells: from and value");
				}
				if (!add(row[0], row[1], new FilePlace(file, line, 1, row[0]))) {
					return null;
				}
			}
		}
		catch (JacksonException ex) {
			return wrong(new FilePlace(file, line + 1, 1, ""), "这一行不是合格的 CSV", "this line is not valid CSV");
		}
		return read(FilePlace.of(file), Map.of("file", file, "rows", this.rows.size()));
	}

	private static boolean isHeader(String[] row) {
		return row.length == 2 && (row[0].equals(FROM) || row[0].equals("起"));
	}

	private boolean add(String from, String value, FilePlace place) {
		Comparable<?> line = (this.by.literal(from) != null) ? line(from) : null;
		if (line == null) {
			wrong(place, from + " 不是 " + this.by.name(), from + " is no " + this.by.name());
			return false;
		}
		if (this.of.literal(value) == null) {
			wrong(place, value + " 不是 " + this.of.name(), value + " is no " + this.of.name());
			return false;
		}
		if (this.last != null && !rises(this.last, line)) {
			wrong(place, "各档的 from 应从低到高", "from must rise from band to band");
			return false;
		}
		if (this.rows.size() == MOST) {
			wrong(place, "多于 " + MOST + " 档", "there are more than " + MOST + " bands");
			return false;
		}
		this.last = line;
		this.rows.add(from + " " + value);
		this.shown.add(Map.of(FROM, this.by.shown(from), VALUE, this.of.shown(value)));
		return true;
	}

	private Comparable<?> line(String text) {
		return "LocalDate".equals(this.by.type()) ? text : new BigDecimal(text);
	}

	@SuppressWarnings("unchecked") // numbers or days, all of one kind
	private static boolean rises(Comparable<?> one, Comparable<?> other) {
		return ((Comparable<Object>) one).compareTo(other) < 0;
	}

	private @Nullable Read read(FilePlace place, Object shown) {
		if (this.rows.isEmpty()) {
			return wrong(place, "一档也没有", "there is no band");
		}
		String types = this.by.boxedType() + ", " + this.of.boxedType();
		List<String> texts = new ArrayList<>();
		for (int i = 0; i < this.rows.size(); i += TOGETHER) {
			texts.add('"' + String.join("\\n", this.rows.subList(i, Math.min(this.rows.size(), i + TOGETHER))) + '"');
		}
		return new Read("Bands<" + types + ">", "Bands.<" + types + ">of(\"" + this.by.boxedType() + "\", \""
				+ this.of.boxedType() + "\", List.of(" + String.join(", ", texts) + "))", shown);
	}

	private @Nullable Read wrong(FilePlace place, String zh, String en) {
		this.problems.error(place, "BANDS", zh, en);
		return null;
	}

}
