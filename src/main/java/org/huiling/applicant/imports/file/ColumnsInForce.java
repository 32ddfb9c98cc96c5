package org.huiling.applicant.imports.file;

import java.util.List;
import java.util.Objects;

import org.huiling.dictionary.DictionaryInForce;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Dictionary;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The columns of lists by the dictionary in force. */
@Component
public class ColumnsInForce {

	private final DictionaryInForce dictionary;

	private volatile CsvColumns latest;

	private volatile @Nullable CsvColumns organisations;

	/**
	 * The columns by whichever dictionary is in force.
	 * @param dictionary tells which one is
	 */
	public ColumnsInForce(DictionaryInForce dictionary) {
		this.dictionary = dictionary;
		this.latest = new CsvColumns(dictionary.current());
	}

	/**
	 * The columns of a list by its header: one that names the credit code or the opening
	 * is of organisations, any other of people.
	 * @param header the names of its columns
	 * @return for one list from its first line to its last
	 */
	public CsvColumns of(List<String> header) {
		CsvColumns others = of(Subject.ORGANISATION);
		boolean theirs = others != null && header.stream()
			.map(others::find)
			.filter(Objects::nonNull)
			.anyMatch((column) -> Subject.ORGANISATION.id().equals(column.path())
					|| Subject.ORGANISATION.beginning().equals(column.path()));
		return (others != null && theirs) ? others : current();
	}

	/**
	 * The columns of lists of a subject.
	 * @param subject whom the list is about
	 * @return null if nothing is declared of it
	 */
	public @Nullable CsvColumns of(Subject subject) {
		Dictionary declared = this.dictionary.current().of(subject);
		if (subject == Subject.PERSON || declared == null) {
			return (subject == Subject.PERSON) ? current() : null;
		}
		CsvColumns columns = this.organisations;
		if (columns == null || columns.dictionary() != declared) {
			columns = new CsvColumns(declared);
			this.organisations = columns;
		}
		return columns;
	}

	/** Whether a name in a header is that of a column of some list. */
	boolean knows(String name) {
		CsvColumns others = of(Subject.ORGANISATION);
		return ApplicantCsv.knows(current(), name) || (others != null && ApplicantCsv.knows(others, name));
	}

	/** The columns of people now, for one list from its first line to its last. */
	public CsvColumns current() {
		CsvColumns columns = this.latest;
		if (columns.dictionary() != this.dictionary.current()) {
			columns = new CsvColumns(this.dictionary.current());
			this.latest = columns;
		}
		return columns;
	}

}
