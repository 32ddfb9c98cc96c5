package org.huiling.command.assess;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

import org.huiling.peoplelist.AnswerFile;
import org.huiling.peoplelist.AnswerRows;
import org.huiling.peoplelist.AssessedLine;
import org.huiling.spreadsheet.TableWorkbook;
import org.jspecify.annotations.Nullable;

/** Answers as a workbook, with the rows of csv. */
final class WorkbookAnswers implements AnswerFile<List<@Nullable Object[]>> {

	private final TableWorkbook workbook;

	private final Locale locale;

	WorkbookAnswers(OutputStream out, Locale locale) {
		this.workbook = new TableWorkbook(out, "answers", AnswerRows.COLUMNS);
		this.locale = locale;
	}

	@Override
	public List<@Nullable Object[]> rendered(AssessedLine line) {
		return AnswerRows.of(line, this.locale);
	}

	@Override
	public void write(List<@Nullable Object[]> rendered) throws IOException {
		for (@Nullable
		Object[] row : rendered) {
			this.workbook.add(row);
		}
	}

	@Override
	public void end() throws IOException {
		this.workbook.close();
	}

}
