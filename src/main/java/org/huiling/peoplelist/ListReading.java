package org.huiling.peoplelist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.huiling.applicant.ImportMode;
import org.huiling.applicant.imports.file.ApplicantCsv;
import org.huiling.applicant.imports.file.ColumnsInForce;
import org.huiling.applicant.imports.file.CsvRows;
import org.huiling.applicant.imports.file.JsonLines;
import org.huiling.applicant.imports.file.LineSource;
import org.huiling.applicant.imports.file.TakenRows;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.table.DecodedText;
import org.huiling.table.LineReader;
import org.huiling.table.TableFile;
import org.jspecify.annotations.Nullable;

/** How lists are read by a dictionary. May be asked by several threads. */
public final class ListReading {

	private static final List<String> LINES = List.of(".jsonl", ".ndjson");

	private final ColumnsInForce columns;

	/**
	 * The reading of lists.
	 * @param dictionary declares the facts
	 */
	public ListReading(Dictionary dictionary) {
		this.columns = new ColumnsInForce(new DictionaryInForce(dictionary));
	}

	/**
	 * Whether a file has a person as JSON on each line; any other is a table.
	 * @param name of the file
	 * @return by how it ends
	 */
	public static boolean isLines(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return LINES.stream().anyMatch(lower::endsWith);
	}

	/**
	 * Begins to read a list.
	 * @param name of the file
	 * @param file csv, a workbook or JSON lines
	 * @param encoding null to find out
	 * @return its lines
	 * @throws IOException if it cannot be read
	 * @throws org.huiling.problem.InvalidInput if it is no list
	 */
	public LineSource open(String name, InputStream file, @Nullable Charset encoding) throws IOException {
		if (isLines(name)) {
			return new JsonLines(new LineReader(new DecodedText(file, encoding)));
		}
		return CsvRows.of(file, encoding, ImportMode.ADD, this.columns);
	}

	/**
	 * Rows that somebody else took apart.
	 * @param names of the columns
	 * @return to read them with
	 * @throws org.huiling.problem.InvalidInput as a table with this header is refused
	 */
	public TakenRows taken(List<String> names) {
		return TakenRows.of(names, this.columns);
	}

	/**
	 * What a list has that nothing is read of.
	 * @param lines as they were opened
	 * @param words of whoever reads it
	 * @return a line for each sheet and column
	 */
	public List<String> notRead(LineSource lines, ServiceWords words) {
		List<String> told = new ArrayList<>();
		lines.sheetsNotRead().forEach((sheet) -> told.add(words.odd("SHEET_NOT_READ", sheet)));
		String header = lines.header();
		if (header != null) {
			told.addAll(notRead(TableFile.names(header), words));
		}
		return told;
	}

	/**
	 * The columns that nothing is read of.
	 * @param names of the columns
	 * @param words of whoever reads it
	 * @return a line for each
	 */
	public List<String> notRead(List<String> names, ServiceWords words) {
		List<String> told = new ArrayList<>();
		for (String name : ApplicantCsv.ignored(this.columns.of(names), names)) {
			String shown = ServiceWords.plain(name);
			String meant = this.columns.current().meant(name);
			told.add((meant == null) ? words.said("没有读这一列：" + shown, "this column is not read: " + shown)
					: words.said("没有读这一列：" + shown + "，是不是 " + meant + "？",
							"this column is not read: " + shown + " (did you mean " + meant + "?)"));
		}
		return told;
	}

}
