package org.huiling.applicant.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.huiling.applicant.ImportMode;
import org.huiling.input.InputErrors;
import org.huiling.input.ShapeFault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table of applicants, a row each, as JSON objects for {@link ApplicantReader}. The
 * header names fields by JSON path ({@code claims[0].date}) or in Chinese; an empty cell
 * is unknown; {@code []} in a list's own column is a list without items.
 */
final class ApplicantCsv {

	/** How the columns begin that say what was wrong with a line sent back. */
	static final String REMARK = "import.";

	private final List<Place> places;

	private final int width;

	private ApplicantCsv(List<Place> places, int width) {
		this.places = places;
		this.width = width;
	}

	/**
	 * A table with a header.
	 * @param mode what the table is for
	 * @param header the names of the columns
	 * @return to read its rows with
	 * @throws org.huiling.problem.InvalidInput 400 naming every column that is unknown or
	 * there twice, and a birth date that is not there (or what names people on file)
	 */
	static ApplicantCsv of(ImportMode mode, String... header) {
		InputErrors errors = new InputErrors();
		List<Place> places = new ArrayList<>();
		Set<String> paths = new HashSet<>();
		for (int i = 0; i < header.length; i++) {
			if (header[i].startsWith(REMARK)) {
				continue;
			}
			CsvColumn column = CsvColumns.find(header[i]);
			if (column == null) {
				errors.add(header[i], CsvFault.UNKNOWN_COLUMN);
			}
			else if (!paths.add(column.path())) {
				errors.add(header[i], CsvFault.DUPLICATE_COLUMN, column.path());
			}
			else {
				places.add(new Place(i, column));
			}
		}
		if (mode == ImportMode.ADD && !paths.contains("birthDate")) {
			errors.add("birthDate", ShapeFault.REQUIRED);
		}
		if (mode.updates() && !paths.contains("residentId") && !paths.contains("fileNumber")) {
			errors.add("residentId", ShapeFault.REQUIRED);
		}
		errors.throwIfAny();
		// whether a list is empty is put last, beside the items that may contradict it
		places.sort(Comparator.comparing((place) -> place.column().kind() == CsvKind.LIST));
		return new ApplicantCsv(places, header.length);
	}

	/**
	 * A row as an applicant.
	 * @param cells in the order of the header; missing ones at the end are empty
	 * @return not yet checked
	 * @throws org.huiling.problem.InvalidInput 400 if there are more cells than columns
	 */
	ObjectNode applicant(@Nullable String... cells) {
		if (cells.length > this.width) {
			InputErrors errors = new InputErrors();
			errors.add("", CsvFault.SURPLUS_CELLS, this.width);
			errors.throwIfAny();
		}
		ObjectNode applicant = JsonNodeFactory.instance.objectNode();
		for (Place place : this.places) {
			String cell = (place.index() < cells.length) ? cells[place.index()] : null;
			if (cell != null && !cell.isBlank()) {
				place.column().put(applicant, cell.strip());
			}
		}
		return applicant;
	}

	/** Which cell of a row belongs to a column. */
	private record Place(int index, CsvColumn column) {
	}

}
