package org.huiling.engine.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.engine.Bilingual;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A decision table, written as rules.
 *
 * @param drl the rules, one for each row
 * @param cells for each line of the rules, the cell it comes from
 */
public record RuleTable(String drl, List<FilePlace> cells) {

	/**
	 * Part of the key under which compiled classes are kept: raise it when the same table
	 * is written as other rules.
	 */
	public static final String VERSION = "1";

	private static final Pattern TABLE = Pattern.compile("(?<stem>.*)\\.drl\\.(?<kind>csv|xlsx)");

	private static final Pattern SPREADSHEET = Pattern.compile("(?i).*\\.(?:csv|tsv|xls|xlsx|xlsm|xlsb|ods|et)");

	/**
	 * Reads a table.
	 * @param path the file's path; other files than tables are left alone
	 * @param bytes the file
	 * @param problems takes everything that is wrong, each at its cell
	 * @return the rules, or null if the file is no table or none can be made of it
	 */
	public static @Nullable RuleTable read(String path, byte[] bytes, Problems problems) {
		Matcher table = TABLE.matcher(path);
		if (!table.matches()) {
			if (SPREADSHEET.matcher(path).matches() && !path.endsWith(".bands.csv")) {
				problems.error(FilePlace.of(path), "FILE_NAME", "这个文件不会被当作规则读取", "this file would not be read as rules",
						new Bilingual("决策表的文件名以 .drl.csv 或 .drl.xlsx 结尾（小写），分档的以 .bands.csv 结尾",
								"a decision table's name ends in .drl.csv or .drl.xlsx, in lower case, that of bands in .bands.csv"));
			}
			return null;
		}
		Grid grid = table.group("kind").equals("csv") ? CsvGrid.read(path, bytes, problems)
				: new Workbook(path, problems).read(bytes);
		return (grid != null) ? new TableReader(grid, problems).read() : null;
	}

	/**
	 * The cells of a workbook as its author sees them, whatever else is wrong with it.
	 * @param path the file's path
	 * @param bytes the file
	 * @return by row, each as wide as the widest; none if it cannot be read
	 */
	public static List<List<String>> cells(String path, byte[] bytes) {
		Grid grid = new Workbook(path, new Problems()).read(bytes);
		List<List<String>> cells = new ArrayList<>();
		int last = (grid != null) ? grid.rows().stream().mapToInt(Integer::intValue).max().orElse(0) : 0;
		for (int row = 1; grid != null && row <= last; row++) {
			List<String> one = new ArrayList<>();
			for (int column = 1; column <= grid.lastColumn(); column++) {
				one.add(grid.text(row, column));
			}
			cells.add(one);
		}
		return cells;
	}

}
