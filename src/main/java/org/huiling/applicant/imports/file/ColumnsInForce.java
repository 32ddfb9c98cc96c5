package org.huiling.applicant.imports.file;

import org.huiling.dictionary.DictionaryInForce;

import org.springframework.stereotype.Component;

/** The columns of lists by the dictionary in force. */
@Component
public class ColumnsInForce {

	private final DictionaryInForce dictionary;

	private volatile CsvColumns latest;

	ColumnsInForce(DictionaryInForce dictionary) {
		this.dictionary = dictionary;
		this.latest = new CsvColumns(dictionary.current());
	}

	/** The columns now, for one list from its first line to its last. */
	public CsvColumns current() {
		CsvColumns columns = this.latest;
		if (columns.dictionary() != this.dictionary.current()) {
			columns = new CsvColumns(this.dictionary.current());
			this.latest = columns;
		}
		return columns;
	}

}
