package org.huiling.engine.files;

import java.util.List;

import org.huiling.engine.table.RuleTable;

/** The decision table of a workbook, to be looked at. */
public final class WorkbookCells {

	/** How the name of such a file ends. */
	public static final String ENDING = ".drl.xlsx";

	private WorkbookCells() {
	}

	/**
	 * The cells of a workbook.
	 * @param path the file's path
	 * @param content the file
	 * @return by row, each as wide as the widest; none if it cannot be read
	 */
	public static List<List<String>> of(String path, byte[] content) {
		return path.endsWith(ENDING) ? RuleTable.cells(path, content) : List.of();
	}

}
