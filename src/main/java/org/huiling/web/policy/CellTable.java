package org.huiling.web.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * A decision table as a grid, changed cell by cell so that everything else of the file
 * stays as its author wrote it: quotes, line ends, and how it begins and ends.
 */
final class CellTable {

	/** So many rows are taken from a form; far more than a table may have. */
	static final int MOST_ROWS = 2000;

	private static final String MARK = "\uFEFF";

	private static final Pattern RULE_TABLE = Pattern.compile("(?Us)ruletable(?:[\\s:：].*)?");

	/** Keywords, facts, snippets and titles. */
	private static final int HEADERS = 4;

	private static final Pattern LINE = Pattern.compile("([^\\r\\n]*)(\\r\\n|\\n|\\z)");

	private static final ObjectReader ROWS = CsvMapper.builder()
		.enable(CsvReadFeature.WRAP_AS_ARRAY)
		.build()
		.readerForListOf(String.class);

	private static final ObjectWriter CELL = CsvMapper.builder()
		.enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
		.build()
		.writerFor(String[].class);

	private final boolean marked;

	private final List<Line> lines;

	private CellTable(boolean marked, List<Line> lines) {
		this.marked = marked;
		this.lines = lines;
	}

	/**
	 * A line as it stands in the file.
	 *
	 * @param tokens its cells as they are written, quotes included
	 * @param cells its cells as they are read
	 * @param end how it ends; empty for a last line that does not
	 */
	private record Line(List<String> tokens, List<String> cells, String end) {
	}

	/**
	 * A row as it is shown.
	 *
	 * @param number the first is 1
	 * @param cells as many as the widest row has
	 * @param titles what each column is called; empty for a row that cannot be changed
	 */
	record Row(int number, List<String> cells, List<String> titles) {

		/** Whether it holds a rule, and not what the rules are made of. */
		public boolean isRule() {
			return !this.titles.isEmpty();
		}

		/** How many letters wide a cell's field is; a Chinese character is two. */
		public int size(int column) {
			String cell = this.cells.get(column);
			long wide = cell.codePoints().filter((letter) -> letter > 0x2E7F).count();
			return (int) Math.min(Math.max(cell.length() + wide, 8) + 2, 36);
		}

	}

	/**
	 * A row as a form sent it.
	 *
	 * @param from which row of the file it was, the first is 1; null for a new one
	 * @param cells those that were changed, by column, the first is 0
	 */
	record Sent(@Nullable Integer from, Map<Integer, String> cells) {
	}

	/**
	 * Reads a table.
	 * @param text the file
	 * @return the table, or null if its rows and cells cannot be told apart or no
	 * {@code RuleTable} is in it, so that it is only edited as text
	 */
	static @Nullable CellTable read(String text) {
		boolean marked = text.startsWith(MARK);
		String body = marked ? text.substring(MARK.length()) : text;
		List<Line> lines = new ArrayList<>();
		Matcher matcher = LINE.matcher(body);
		while (matcher.find() && (!matcher.group(1).isEmpty() || !matcher.group(2).isEmpty())) {
			Line line = line(matcher.group(1), matcher.group(2));
			if (line == null) {
				return null;
			}
			lines.add(line);
		}
		CellTable table = new CellTable(marked, lines);
		boolean plain = written(lines).equals(body) && rows(body).equals(lines.stream().map(Line::cells).toList());
		return (plain && table.rows().stream().anyMatch((row) -> begins(row.cells()))) ? table : null;
	}

	/** Cells by the library; the tokens are only taken where both agree on each cell. */
	private static @Nullable Line line(String line, String end) {
		List<String> tokens = split(line);
		List<List<String>> read = line.isEmpty() ? List.of(List.of("")) : rows(line);
		if (read.size() != 1 || read.get(0).size() != tokens.size()) {
			return null;
		}
		for (int i = 0; i < tokens.size(); i++) {
			String token = tokens.get(i);
			String alone = token.isEmpty() ? ""
					: String.join("\n", rows(token).stream().flatMap(List::stream).toList());
			if (!alone.equals(read.get(0).get(i))) {
				return null;
			}
		}
		return new Line(tokens, read.get(0), end);
	}

	/** At the commas that stand outside of quotes. */
	private static List<String> split(String line) {
		List<String> tokens = new ArrayList<>();
		boolean quoted = false;
		int begin = 0;
		for (int at = 0; at < line.length(); at++) {
			quoted ^= line.charAt(at) == '"';
			if (line.charAt(at) == ',' && !quoted) {
				tokens.add(line.substring(begin, at));
				begin = at + 1;
			}
		}
		tokens.add(line.substring(begin));
		return tokens;
	}

	private static String written(List<Line> lines) {
		StringBuilder text = new StringBuilder();
		lines.forEach((line) -> text.append(String.join(",", line.tokens())).append(line.end()));
		return text.toString();
	}

	private static List<List<String>> rows(String text) {
		try (MappingIterator<List<String>> rows = ROWS.readValues(text)) {
			return rows.readAll();
		}
		catch (JacksonException broken) {
			return List.of();
		}
	}

	/** Every row of the file, those above the rules too. */
	List<Row> rows() {
		int width = width();
		List<Row> rows = new ArrayList<>();
		int top = -1;
		for (int at = 0; at < this.lines.size(); at++) {
			List<String> cells = padded(this.lines.get(at).cells(), width);
			if (begins(cells)) {
				top = at;
			}
			boolean rule = top >= 0 && at > top + HEADERS;
			rows.add(new Row(at + 1, cells, rule ? titles(rows, top) : List.of()));
		}
		return rows;
	}

	/** What the columns of the last table are called, for a new row below it. */
	List<String> titles() {
		List<Row> rows = rows();
		int top = rows.size() - 1;
		while (!begins(rows.get(top).cells())) {
			top--;
		}
		return titles(rows, top);
	}

	/** The row of titles, or what else is said of a column. */
	private static List<String> titles(List<Row> rows, int top) {
		List<String> titles = new ArrayList<>();
		for (int column = 0; column < rows.get(top).cells().size(); column++) {
			String title = "";
			for (int above = HEADERS; above > 0 && title.isBlank(); above--) {
				title = (top + above < rows.size()) ? rows.get(top + above).cells().get(column) : "";
			}
			titles.add(title.strip());
		}
		return titles;
	}

	private static boolean begins(List<String> cells) {
		return cells.stream().anyMatch((cell) -> RULE_TABLE.matcher(cell.strip().toLowerCase(Locale.ROOT)).matches());
	}

	private static List<String> padded(List<String> cells, int width) {
		List<String> padded = new ArrayList<>(cells);
		while (padded.size() < width) {
			padded.add("");
		}
		return padded;
	}

	private int width() {
		return this.lines.stream().mapToInt((line) -> line.cells().size()).max().orElse(0);
	}

	/**
	 * The file with other rows.
	 * @param sent all rows in their order; those above the rules stay as they are
	 * @return the file, or null if this is not the table that the form was made of
	 */
	@Nullable String write(List<Sent> sent) {
		List<Row> rows = rows();
		List<Integer> fixed = rows.stream().filter((row) -> !row.isRule()).map(Row::number).toList();
		List<Integer> kept = new ArrayList<>();
		StringBuilder text = new StringBuilder(this.marked ? MARK : "");
		String usual = this.lines.stream().map(Line::end).filter((end) -> !end.isEmpty()).findFirst().orElse("\n");
		boolean ended = !this.lines.get(this.lines.size() - 1).end().isEmpty();
		for (int i = 0; i < sent.size(); i++) {
			Integer from = sent.get(i).from();
			String end = usual;
			if (from == null) {
				text.append(String.join(",", tokens(List.of(), List.of(), sent.get(i).cells(), width())));
			}
			else if (from < 1 || from > rows.size()) {
				return null;
			}
			else {
				Line line = this.lines.get(from - 1);
				boolean rule = rows.get(from - 1).isRule();
				text.append(String.join(",",
						rule ? tokens(line.tokens(), line.cells(), sent.get(i).cells(), 0) : line.tokens()));
				end = line.end().isEmpty() ? usual : line.end();
				if (!rule) {
					kept.add(from);
				}
			}
			text.append((i == sent.size() - 1 && !ended) ? "" : end);
		}
		return kept.equals(fixed) ? text.toString() : null;
	}

	private List<String> tokens(List<String> written, List<String> read, Map<Integer, String> changed, int least) {
		List<String> tokens = padded(written, least);
		for (int column = 0; column < width(); column++) {
			String before = (column < read.size()) ? read.get(column) : "";
			String after = changed.getOrDefault(column, before).replaceAll("\\R", " ");
			if (!after.equals(before)) {
				tokens = padded(tokens, column + 1);
				tokens.set(column, token(after));
			}
		}
		return tokens;
	}

	private static String token(String cell) {
		return cell.isEmpty() ? "" : CELL.writeValueAsString(new String[] { cell }).replaceAll("\\R\\z", "");
	}

}
