package org.huiling.applicant.imports.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.huiling.applicant.ImportMode;
import org.huiling.facts.Subject;
import org.huiling.input.InputErrors;
import org.huiling.input.ShapeFault;
import org.huiling.problem.LongDigits;
import org.huiling.table.TableFault;
import org.huiling.table.TableFile;
import org.huiling.table.TableRow;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table of applicants, a row each, as JSON objects for
 * {@link org.huiling.applicant.reading.ApplicantReader}. The header names fields by JSON
 * path ({@code claims[0].date}) or in Chinese; an empty cell is unknown; {@code []} in a
 * list's own column is a list without items.
 */
public final class ApplicantCsv {

	private final List<Place> places;

	private final Subject subject;

	private ApplicantCsv(List<Place> places, Subject subject) {
		this.places = places;
		this.subject = subject;
	}

	/**
	 * A table with a header.
	 * @param columns those that are known
	 * @param mode what the table is for
	 * @param header the names of the columns; what is unknown is passed over
	 * @return to read its rows with
	 * @throws org.huiling.problem.InvalidInput 400 naming every column that is there
	 * twice, and a birth date that is not there (or what names people on file)
	 */
	static ApplicantCsv of(CsvColumns columns, ImportMode mode, String... header) {
		InputErrors errors = new InputErrors();
		List<Place> places = new ArrayList<>();
		Set<String> paths = new HashSet<>();
		for (int i = 0; i < header.length; i++) {
			if (TableFile.isRemark(header[i])) {
				continue;
			}
			CsvColumn column = columns.find(header[i]);
			if (column == null) {
				continue;
			}
			if (!paths.add(column.path())) {
				errors.add(header[i], CsvFault.DUPLICATE_COLUMN, column.path());
			}
			else {
				places.add(new Place(i, column));
			}
		}
		Subject subject = columns.dictionary().subject();
		if (mode == ImportMode.ADD && !paths.contains(subject.beginning())) {
			errors.add(subject.beginning(), ShapeFault.REQUIRED);
		}
		if (mode.updates() && !paths.contains(subject.id()) && !paths.contains("fileNumber")) {
			errors.add(subject.id(), ShapeFault.REQUIRED);
		}
		errors.throwIfAny();
		// whether a list is empty is put last, beside the items that may contradict it
		places.sort(Comparator.comparing((place) -> place.column().kind() == CsvKind.LIST));
		return new ApplicantCsv(places, subject);
	}

	/** Whether a name in a header is that of a column. */
	static boolean knows(CsvColumns columns, String name) {
		return TableFile.isRemark(name) || columns.find(name) != null;
	}

	/**
	 * The columns that are passed over; one without a name by its place, {@code #5}, and
	 * without what may be somebody's id where a list has no header.
	 */
	public static List<String> ignored(CsvColumns columns, List<String> names) {
		List<String> ignored = new ArrayList<>();
		for (int i = 0; i < names.size(); i++) {
			String name = names.get(i);
			if (!knows(columns, name)) {
				ignored.add(name.isEmpty() ? "#" + (i + 1) : LongDigits.masked(name));
			}
		}
		return ignored;
	}

	/**
	 * A row as an applicant.
	 * @param row with cells in the order of the header; missing ones at the end are empty
	 * @return not yet checked
	 * @throws org.huiling.problem.InvalidInput 422 naming each column of which the cell
	 * is not what was meant
	 */
	ObjectNode applicant(TableRow row) {
		if (!row.damaged().isEmpty()) {
			InputErrors errors = new InputErrors();
			for (Place place : this.places) {
				TableFault fault = row.damaged().get(place.index());
				if (fault != null) {
					errors.add(place.column().path(), fault);
				}
			}
			errors.throwIfAny();
		}
		return applicant(row.cells());
	}

	ObjectNode applicant(List<String> cells) {
		ObjectNode applicant = JsonNodeFactory.instance.objectNode();
		if (this.subject != Subject.PERSON) {
			applicant.put(Subject.FIELD, this.subject.word());
		}
		for (Place place : this.places) {
			String cell = (place.index() < cells.size()) ? cells.get(place.index()) : "";
			if (!cell.isEmpty()) {
				place.column().put(applicant, cell);
			}
		}
		return applicant;
	}

	/** Which cell of a row belongs to a column. */
	private record Place(int index, CsvColumn column) {
	}

}
