package org.huiling.engine.table;

import java.util.List;
import java.util.Locale;

import org.huiling.engine.Bilingual;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Nearest;
import org.huiling.engine.source.yaml.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tables of a sheet: {@code RuleSet}, then each {@code RuleTable} with four
 * rows of headers and a rule in every row below.
 */
final class TableReader {

	private static final String RULE_SET = "ruleset";

	private static final String RULE_TABLE = "ruletable";

	private static final int HEADERS = 4;

	private final Grid grid;

	private final Problems problems;

	private final RuleWriter writer;

	TableReader(Grid grid, Problems problems) {
		this.grid = grid;
		this.problems = problems;
		this.writer = new RuleWriter(grid, problems);
	}

	@Nullable RuleTable read() {
		List<Integer> rows = this.grid.rows();
		int at = 0;
		while (at < rows.size() && !begins(rows.get(at), RULE_SET)) {
			at++;
		}
		if (at == rows.size()) {
			this.problems.error(this.grid.place(1, 1), "NO_TABLE", "没有 RuleSet 一格，读不出决策表",
					"there is no RuleSet cell, so no table", new Bilingual("第一格写 RuleSet，下一行写 RuleTable；CSV 用英文逗号分隔",
							"write RuleSet in the first cell, RuleTable in the next row; CSV is separated by commas"));
			return null;
		}
		at++;
		boolean found = false;
		while (at < rows.size()) {
			int row = rows.get(at);
			if (begins(row, RULE_TABLE)) {
				found = true;
				at = table(rows, at);
			}
			else {
				property(row);
				at++;
			}
		}
		if (!found) {
			this.problems.error(this.grid.place(rows.get(rows.size() - 1), 1), "NO_TABLE", "RuleSet 之后没有 RuleTable",
					"no RuleTable follows the RuleSet");
			return null;
		}
		return this.writer.written();
	}

	private boolean begins(int row, String word) {
		return this.grid.columns(row).stream().anyMatch((column) -> is(row, column, word));
	}

	private boolean is(int row, int column, String word) {
		String text = this.grid.text(row, column).toLowerCase(Locale.ROOT);
		return text.equals(word) || (word.equals(RULE_TABLE) && text.matches("(?U)ruletable[\\s:：].*"));
	}

	/**
	 * Between {@code RuleSet} and {@code RuleTable} Drools takes settings; a rule file
	 * has none.
	 */
	private void property(int row) {
		int column = this.grid.columns(row).get(0);
		String text = this.grid.text(row, column);
		FilePlace place = this.grid.place(row, column);
		if (text.equalsIgnoreCase("notes")) {
			return;
		}
		if (Keyword.refusesProperty(text) || text.equalsIgnoreCase("ruleset")) {
			this.problems.error(place, "NOT_ADMITTED", "决策表中不能写 " + text, text + " is not admitted in a decision table",
					new Bilingual("删掉这一行：表里只有规则，数字写在 policy.yaml",
							"delete this row: a table holds rules only, numbers stand in policy.yaml"));
			return;
		}
		String near = Nearest.to(text, List.of("RuleTable", "Notes"));
		this.problems.error(place, "UNKNOWN_KEYWORD", "这里应为 RuleTable", "RuleTable belongs here",
				(near != null) ? Nearest.hint(near) : new Bilingual("说明写在 RuleSet 上面，或以 Notes 开头的一行",
						"remarks stand above RuleSet, or in a row that begins with Notes"));
	}

	/** Reads one table and tells where the next begins. */
	private int table(List<Integer> rows, int at) {
		int top = rows.get(at);
		int first = this.grid.columns(top)
			.stream()
			.filter((column) -> is(top, column, RULE_TABLE))
			.findFirst()
			.orElse(1);
		if (this.grid.columns(top).stream().filter((column) -> is(top, column, RULE_TABLE)).count() > 1) {
			this.problems.error(this.grid.place(top, first), "NOT_ADMITTED", "两张表不能并排",
					"two tables may not stand side by side",
					new Bilingual("把第二张表移到下面", "move the second table below the first"));
		}
		List<Column> columns = new HeaderRows(this.grid, this.problems).read(top, first);
		int next = at + 1;
		boolean empty = true;
		while (next < rows.size() && !begins(rows.get(next), RULE_TABLE)) {
			int row = rows.get(next);
			if (row > top + HEADERS) {
				empty &= !this.writer.rule(row, columns);
			}
			next++;
		}
		if (empty) {
			this.problems.error(this.grid.place(top, first), "NO_RULE", "表中没有规则", "there is no rule in this table",
					new Bilingual("RuleTable 下面依次是：列的种类、事实、写法、标题各一行，然后一行一条规则",
							"below RuleTable: a row each of keywords, facts, snippets and titles, then a rule a row"));
		}
		return next;
	}

}
