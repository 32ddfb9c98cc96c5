package org.huiling.applicant.imports.file;

import java.util.List;

import org.huiling.applicant.ImportMode;
import org.huiling.problem.InvalidInput;
import org.huiling.table.CellText;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table that somebody else took apart, such as a database or a file of columns:
 * read as those of csv are, by the names of their columns.
 */
public final class TakenRows {

	private final ApplicantCsv applicants;

	private TakenRows(ApplicantCsv applicants) {
		this.applicants = applicants;
	}

	/**
	 * Rows under a header.
	 * @param names of the columns; what is unknown is passed over
	 * @param columns those that are known
	 * @throws InvalidInput 400 if a column is there twice, or what everybody needs is not
	 */
	public static TakenRows of(List<String> names, ColumnsInForce columns) {
		List<String> bare = names.stream().map(CellText::name).toList();
		return new TakenRows(ApplicantCsv.of(columns.of(bare), ImportMode.ADD, bare.toArray(String[]::new)));
	}

	/**
	 * A row.
	 * @param number by which it is told
	 * @param cells in the order of the names; null is unknown, as an empty one is
	 * @return not yet checked; refused if a cell is not what was meant
	 */
	public ImportLine line(long number, List<@Nullable String> cells) {
		List<String> bare = cells.stream().map((cell) -> (cell != null) ? CellText.bare(cell) : "").toList();
		try {
			return ImportLine.of(number, "", this.applicants.applicant(bare));
		}
		catch (InvalidInput ex) {
			return new ImportLine(number, "", null, ex);
		}
	}

}
