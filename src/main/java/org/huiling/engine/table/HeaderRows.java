package org.huiling.engine.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.huiling.engine.Bilingual;
import org.huiling.engine.source.yaml.Cell;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Nearest;
import org.huiling.engine.source.yaml.Problems;
import org.jspecify.annotations.Nullable;

/** Reads the rows of keywords, facts and snippets below {@code RuleTable}. */
final class HeaderRows {

	private static final Pattern FACT = Pattern
		.compile("(?:(?:not|exists)\\s+)?(?:\\$[\\p{L}\\w]+\\s*:\\s*)?[A-Za-z]\\w*(?:\\s*\\(\\s*\\))?");

	private static final Pattern METADATA = Pattern.compile("@?\\s*(\\w+)\\s*\\(\\s*\"?\\s*\\$param\\s*\"?\\s*\\)");

	private static final String MORE = "...";

	private final Grid grid;

	private final Problems problems;

	private final CodeText texts;

	HeaderRows(Grid grid, Problems problems) {
		this.grid = grid;
		this.problems = problems;
		this.texts = new CodeText(grid.file(), problems);
	}

	List<Column> read(int top, int first) {
		List<Column> columns = new ArrayList<>();
		for (int column = first; column <= this.grid.lastColumn(); column++) {
			String text = this.grid.text(top + 1, column);
			Keyword keyword = Keyword.of(text);
			if (keyword != null) {
				columns.add(column(top, column, keyword));
			}
			else if (!text.isEmpty()) {
				unknown(this.grid.place(top + 1, column), text);
			}
			else {
				refuseStray(top, column);
			}
			refuseMerged(top + 1, column);
			refuseMerged(top + 3, column);
		}
		only(columns, Keyword.NAME, top, first);
		refuseSecond(columns);
		if (columns.stream().noneMatch((column) -> column.is(Keyword.ACTION))) {
			this.problems.error(this.grid.place(top + 1, first), "MISSING_COLUMN", "表中没有 ACTION 列",
					"the table has no ACTION column");
		}
		return columns;
	}

	private Column column(int top, int column, Keyword keyword) {
		Cell object = this.grid.cell(top + 2, column);
		Cell snippet = this.grid.cell(top + 3, column);
		if (keyword == Keyword.CONDITION || keyword == Keyword.ACTION) {
			int end = column;
			Cell owner = object;
			if (keyword == Keyword.CONDITION) {
				owner = owner(top + 2, column);
				end = end(top + 2, owner.column());
			}
			judge(keyword, owner, snippet);
			return new Column(column, keyword, owner.text().isEmpty() ? null : owner, end, new Snippet(snippet));
		}
		if (keyword != Keyword.DESCRIPTION && !object.text().isEmpty()) {
			stray(object);
		}
		if (keyword == Keyword.METADATA) {
			metadata(snippet);
			return new Column(column, keyword, null, column, new Snippet(snippet));
		}
		if (keyword == Keyword.NAME && !snippet.text().isEmpty()) {
			stray(snippet);
		}
		return new Column(column, keyword, null, column, null);
	}

	/** The cell whose fact a condition shares: merged, or repeated with dots in CSV. */
	private Cell owner(int row, int column) {
		for (int from = column; from >= 1; from--) {
			if (this.grid.reach(row, from) >= column && from < column) {
				return this.grid.cell(row, from);
			}
		}
		String text = this.grid.text(row, column);
		int from = column;
		while (text.endsWith(MORE) && from > 1 && this.grid.text(row, from - 1).equals(text)) {
			from--;
		}
		Cell cell = this.grid.cell(row, from);
		String bare = text.endsWith(MORE) ? text.substring(0, text.length() - MORE.length()).strip() : text;
		return new Cell(cell.name(), cell.row(), cell.column(), bare, null);
	}

	private int end(int row, int from) {
		String text = this.grid.text(row, from);
		int end = this.grid.reach(row, from);
		while (text.endsWith(MORE) && this.grid.text(row, end + 1).equals(text)) {
			end++;
		}
		return end;
	}

	private void judge(Keyword keyword, Cell object, Cell snippet) {
		if (!object.text().isEmpty() && !(keyword == Keyword.ACTION ? object.text().equals("benefit")
				: FACT.matcher(object.text()).matches())) {
			this.problems.error(place(object), "TABLE_OBJECT",
					(keyword == Keyword.ACTION) ? "这里应为 benefit，或不写" : "这里应为事实，如 Applicant 或 $claim : Claim",
					(keyword == Keyword.ACTION) ? "benefit belongs here, or nothing"
							: "a fact belongs here, such as Applicant or $claim : Claim");
		}
		if (snippet.text().isEmpty()) {
			this.problems.error(place(snippet), "NO_SNIPPET", "这一列没有写法", "this column has no snippet",
					new Bilingual("例如 birthDate < $param", "such as birthDate < $param"));
			return;
		}
		String text = snippet.text();
		boolean ends = keyword == Keyword.ACTION && text.endsWith(";");
		Cell code = new Cell(snippet.name(), snippet.row(), snippet.column(),
				ends ? text.substring(0, text.length() - 1) : text, null);
		Snippet parsed = new Snippet(code);
		if (this.texts.code(code) && parsed.isMixed()) {
			this.problems.error(place(snippet), "SNIPPET_PLACE", "$param 和 $1 不能并用", "use either $param or $1, $2");
		}
		if (keyword == Keyword.CONDITION && !parsed.hasPlace()) {
			this.problems.error(place(snippet), "SNIPPET_PLACE", "写法里没有 $param，各行的值无处可放",
					"the snippet has no $param for the rows' values",
					new Bilingual("写成 " + text + " == $param 之类", "write it like " + text + " == $param"));
		}
	}

	private void metadata(Cell snippet) {
		var matcher = METADATA.matcher(snippet.text());
		if (!matcher.matches()) {
			this.problems.error(place(snippet), "NO_SNIPPET", "这里应为 basis(\"$param\") 或 en(\"$param\")",
					"basis(\"$param\") or en(\"$param\") belongs here");
		}
		else if (!List.of("en", "basis").contains(matcher.group(1))) {
			this.problems.error(place(snippet), "NOT_ADMITTED", "不能写 @" + matcher.group(1),
					"@" + matcher.group(1) + " is not admitted",
					new Bilingual("只有 en 和 basis", "there are en and basis"));
		}
	}

	static @Nullable String annotation(Cell snippet) {
		var matcher = METADATA.matcher(snippet.text());
		return matcher.matches() ? matcher.group(1) : null;
	}

	private void unknown(FilePlace place, String text) {
		if (Keyword.refusesColumn(text)) {
			this.problems.error(place, "NOT_ADMITTED", "决策表中不能有 " + text + " 列",
					"a " + text + " column is not admitted in a decision table",
					new Bilingual("规则没有先后和开关：各行条件互不重叠，或在 policy.yaml 写 wins",
							"rules have no order or switches: let rows not overlap, or say wins in policy.yaml"));
			return;
		}
		String near = Nearest.to(text, Keyword.names());
		this.problems.error(place, "UNKNOWN_KEYWORD", "没有叫 " + text + " 的列", "there is no column " + text,
				(near != null) ? Nearest.hint(near) : new Bilingual("可用 " + String.join("、", Keyword.names()),
						"there are " + String.join(", ", Keyword.names())));
	}

	/** A column without a keyword would be read by nobody. */
	private void refuseStray(int top, int column) {
		for (int row : this.grid.rows()) {
			if (row > top + 1 && this.grid.columns(row).contains(column) && !covered(row, column)) {
				stray(this.grid.cell(row, column));
				return;
			}
		}
	}

	private boolean covered(int row, int column) {
		return this.grid.columns(row)
			.stream()
			.anyMatch((from) -> from < column && this.grid.reach(row, from) >= column);
	}

	private void stray(Cell cell) {
		this.problems.error(place(cell), "STRAY_CELL", "这一格不会被读取：这一列没有种类，或这里应空着",
				"this cell would not be read: its column has no keyword, or it should be empty",
				new Bilingual("说明写在 RuleSet 上面、表的左边或 DESCRIPTION 列",
						"remarks stand above RuleSet, left of the table or in a DESCRIPTION column"));
	}

	private void refuseSecond(List<Column> columns) {
		Set<String> seen = new HashSet<>();
		for (Column column : columns) {
			Snippet snippet = column.snippet();
			String name = (column.is(Keyword.METADATA) && snippet != null) ? annotation(snippet.cell()) : null;
			if (name != null && snippet != null && !seen.add(name)) {
				this.problems.error(place(snippet.cell()), "NOT_ADMITTED", "第二个 " + name + " 列",
						"a second column of " + name);
			}
		}
	}

	private void only(List<Column> columns, Keyword keyword, int top, int first) {
		long count = columns.stream().filter((column) -> column.is(keyword)).count();
		if (count != 1) {
			this.problems.error(this.grid.place(top + 1, first), "MISSING_COLUMN", "表中应正好有一列 " + keyword,
					"the table needs exactly one " + keyword + " column");
		}
	}

	private void refuseMerged(int row, int column) {
		RuleWriter.refuseMerged(this.grid, this.problems, row, column);
	}

	private FilePlace place(Cell cell) {
		return FilePlace.of(this.grid.file(), cell);
	}

}
