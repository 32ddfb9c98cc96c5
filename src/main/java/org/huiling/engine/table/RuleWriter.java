package org.huiling.engine.table;

import java.util.ArrayList;
import java.util.List;

import org.huiling.engine.Bilingual;
import org.huiling.engine.source.Limits;
import org.huiling.engine.source.yaml.Cell;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Writes each row as a rule, a line for each cell, and remembers the cell of each line.
 */
final class RuleWriter {

	private final Grid grid;

	private final Problems problems;

	private final CodeText texts;

	private final StringBuilder drl = new StringBuilder();

	private final List<FilePlace> cells = new ArrayList<>();

	RuleWriter(Grid grid, Problems problems) {
		this.grid = grid;
		this.problems = problems;
		this.texts = new CodeText(grid.file(), problems);
	}

	/** The rules, or null if a table was at fault. */
	@Nullable RuleTable written() {
		return this.problems.all().stream().anyMatch(this::isError) ? null
				: new RuleTable(this.drl.toString(), List.copyOf(this.cells));
	}

	private boolean isError(org.huiling.engine.problem.Problem problem) {
		return problem.severity() == org.huiling.engine.problem.Severity.ERROR
				&& problem.file().equals(this.grid.file());
	}

	/** Writes a row, unless none of the table's columns has anything in it. */
	boolean rule(int row, List<Column> columns) {
		if (columns.stream().allMatch((column) -> this.grid.text(row, column.number()).isEmpty())) {
			return false;
		}
		write(row, columns);
		return true;
	}

	private void write(int row, List<Column> columns) {
		columns.forEach((column) -> refuseMerged(this.grid, this.problems, row, column.number()));
		Column naming = columns.stream().filter((column) -> column.is(Keyword.NAME)).findFirst().orElse(null);
		if (naming == null) {
			return;
		}
		Cell name = this.grid.cell(row, naming.number());
		if (name.text().isEmpty()) {
			this.problems.error(place(name), "MISSING_NAME", "这一行没有规则名", "this row has no rule name",
					new Bilingual("一行一条规则，每行写名称；不要的行删掉", "a row is a rule and has a name; delete rows that are none"));
			return;
		}
		this.texts.text(name);
		line("rule \"" + name.text() + "\"", name);
		columns.stream().filter((column) -> column.is(Keyword.METADATA)).forEach((column) -> annotation(row, column));
		line("when", name);
		conditions(row, columns);
		List<Column> actions = columns.stream()
			.filter((column) -> column.is(Keyword.ACTION) && !this.grid.text(row, column.number()).isEmpty())
			.toList();
		line("then", actions.isEmpty() ? name : this.grid.cell(row, actions.get(0).number()));
		actions.forEach((column) -> action(row, column));
		line("end", name);
	}

	private void annotation(int row, Column column) {
		Cell cell = this.grid.cell(row, column.number());
		Snippet snippet = column.snippet();
		String name = (snippet != null) ? HeaderRows.annotation(snippet.cell()) : null;
		if (name != null && this.texts.text(cell)) {
			line("@" + name + "(\"" + cell.text() + "\")", cell);
		}
	}

	private void conditions(int row, List<Column> columns) {
		Column open = null;
		List<Line> constraints = new ArrayList<>();
		for (Column column : columns) {
			if (!column.is(Keyword.CONDITION)) {
				continue;
			}
			if (open != null && open.objectEnd() < column.number()) {
				pattern(open.object(), constraints);
				open = null;
			}
			Line line = filled(row, column);
			if (column.object() == null) {
				if (line != null) {
					line(line.text(), line.cell());
				}
				continue;
			}
			open = column;
			if (line != null) {
				constraints.add(line);
			}
		}
		if (open != null) {
			pattern(open.object(), constraints);
		}
	}

	/**
	 * A fact with those of its conditions that the row fills in; none if it fills none.
	 */
	private void pattern(@Nullable Cell object, List<Line> constraints) {
		if (object != null && !constraints.isEmpty()) {
			line(object.text().replaceFirst("\\s*\\(\\s*\\)$", "") + "(", object);
			for (int i = 0; i < constraints.size(); i++) {
				line(constraints.get(i).text() + ((i < constraints.size() - 1) ? "," : ""), constraints.get(i).cell());
			}
			line(")", object);
		}
		constraints.clear();
	}

	private void action(int row, Column column) {
		Line line = filled(row, column);
		if (line != null) {
			String text = line.text().endsWith(";") ? line.text() : line.text() + ";";
			line((column.object() != null) ? column.object().text() + "." + text : text, line.cell());
		}
	}

	private @Nullable Line filled(int row, Column column) {
		Cell cell = this.grid.cell(row, column.number());
		Snippet snippet = column.snippet();
		if (cell.text().isEmpty() || snippet == null) {
			return null;
		}
		Cell below = cell.below(snippet.cell());
		if (!snippet.hasPlace()) {
			return new Line(snippet.cell().text(), snippet.cell());
		}
		List<String> values = snippet.values(cell.text());
		if (values == null) {
			this.problems.error(place(cell), "VALUES", "这里应有 " + snippet.count() + " 个值，用英文逗号隔开",
					snippet.count() + " values belong here, separated by commas");
			return null;
		}
		for (int i = 0; i < values.size(); i++) {
			Cell value = new Cell(cell.name(), cell.row(), cell.column(), values.get(i), null);
			boolean good = snippet.quotes(i) ? this.texts.text(value)
					: this.texts.code(value) && (snippet.inBrackets(i) || this.texts.oneValue(cell, values.get(i)));
			if (!good) {
				return null;
			}
		}
		return new Line(snippet.fill(values), below);
	}

	private void line(String text, Cell cell) {
		if (this.drl.length() + text.length() > Limits.RULE_BYTES) {
			this.problems.error(this.grid.place(1, 1), "TOO_LARGE", "表格写成的规则过多", "the table makes too many rules",
					new Bilingual("分成几个文件", "split it into several files"));
			return;
		}
		this.drl.append(text).append('\n');
		this.cells.add(place(cell));
	}

	private FilePlace place(Cell cell) {
		return FilePlace.of(this.grid.file(), cell);
	}

	static void refuseMerged(Grid grid, Problems problems, int row, int column) {
		if (grid.reach(row, column) > column) {
			problems.error(grid.place(row, column), "MERGED_CELLS", "只有写事实的一行可以合并单元格：这里每格分开写",
					"only the row of facts may have merged cells: fill in each cell");
		}
	}

	/** A line to write, with the cell it comes from. */
	private record Line(String text, Cell cell) {
	}

}
