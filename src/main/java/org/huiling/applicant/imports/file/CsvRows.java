package org.huiling.applicant.imports.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;

import org.huiling.applicant.ImportMode;
import org.huiling.problem.InvalidInput;
import org.huiling.table.TableFile;
import org.huiling.table.TableRow;
import org.jspecify.annotations.Nullable;

/** The rows of a table of applicants. */
public final class CsvRows implements LineSource {

	private final TableFile table;

	private final ApplicantCsv applicants;

	private CsvRows(TableFile table, ApplicantCsv applicants) {
		this.table = table;
		this.applicants = applicants;
	}

	/**
	 * Reads the header.
	 * @param file csv or a workbook
	 * @param declared the encoding as declared; null to find out
	 * @param columns those that are known
	 * @throws InvalidInput 400 if a column is there twice, or what everybody needs is not
	 */
	public static CsvRows of(InputStream file, @Nullable Charset declared, ImportMode mode, ColumnsInForce columns)
			throws IOException {
		TableFile table = TableFile.open(file, declared, columns::knows);
		try {
			return new CsvRows(table,
					ApplicantCsv.of(columns.of(table.names()), mode, table.names().toArray(String[]::new)));
		}
		catch (InvalidInput ex) {
			table.close();
			throw ex;
		}
	}

	@Override
	public List<String> sheetsNotRead() {
		return this.table.sheetsNotRead();
	}

	@Override
	public void close() throws IOException {
		this.table.close();
	}

	@Override
	public String header() {
		return this.table.headerText();
	}

	/**
	 * Where the header stands.
	 * @return the number of its line, from 1
	 */
	public long headerLine() {
		return this.table.headerLine();
	}

	@Override
	public @Nullable ImportLine next() throws IOException {
		TableRow row = this.table.next();
		if (row == null) {
			return null;
		}
		if (row.fault() != null) {
			return ImportLine.refused(row.number(), row.text(), row.fault(), this.table.arguments(row.fault()));
		}
		if (this.table.isFooter(row)) {
			return ImportLine.refused(row.number(), row.text(), ImportFault.FOOTER);
		}
		try {
			return ImportLine.of(row.number(), row.text(), this.applicants.applicant(row));
		}
		catch (InvalidInput ex) {
			return new ImportLine(row.number(), row.text(), null, ex);
		}
	}

}
