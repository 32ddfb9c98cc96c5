package org.huiling.applicant.imports;

import java.io.InputStream;

import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** CSV as rows of cells: UTF-8 with or without byte order mark, empty lines left out. */
final class CsvTable {

	private static final ObjectReader ROWS = CsvMapper.builder()
		.enable(CsvReadFeature.WRAP_AS_ARRAY)
		.enable(CsvReadFeature.SKIP_EMPTY_LINES)
		.enable(CsvReadFeature.TRIM_SPACES)
		.build()
		.readerFor(String[].class);

	private CsvTable() {
	}

	/**
	 * The cells of one row.
	 * @throws tools.jackson.core.JacksonException if its quotes are wrong
	 */
	static String[] row(String text) {
		try (MappingIterator<String[]> rows = ROWS.readValues(text)) {
			return rows.next();
		}
	}

	/** The rows, header included; closing them closes the stream. */
	static MappingIterator<String[]> rows(InputStream csv) {
		return ROWS.readValues(csv);
	}

}
