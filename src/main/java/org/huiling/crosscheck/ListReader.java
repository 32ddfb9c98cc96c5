package org.huiling.crosscheck;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.huiling.applicant.identity.RecordFault;
import org.huiling.applicant.identity.ResidentId;
import org.huiling.input.ShapeFault;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.table.CellValues;
import org.huiling.table.TableFault;
import org.huiling.table.TableFile;
import org.huiling.table.TableRow;
import org.jspecify.annotations.Nullable;

/** Reads an outside list line by line; a line that is wrong is refused by itself. */
final class ListReader implements Closeable {

	private static final int LONGEST_NAME = 100;

	private final TableFile table;

	private final LocalDate asOf;

	private final Map<ListColumn, Integer> places = new EnumMap<>(ListColumn.class);

	private final List<String> ignored = new ArrayList<>();

	private ListReader(TableFile table, LocalDate asOf) {
		this.table = table;
		this.asOf = asOf;
	}

	/**
	 * Reads the header.
	 * @param file csv or a workbook
	 * @param declared the encoding as declared; null to find out
	 * @param asOf the day of the list
	 * @return the list; closing it closes the file
	 * @throws InvalidInput 400 if it is no table, 422 if a column is missing or twice
	 */
	static ListReader open(InputStream file, @Nullable Charset declared, LocalDate asOf) throws IOException {
		TableFile table = TableFile.open(file, declared, (name) -> ListColumn.of(name) != null);
		try {
			ListReader reader = new ListReader(table, asOf);
			reader.header();
			return reader;
		}
		catch (InvalidInput ex) {
			table.close();
			throw ex;
		}
	}

	private void header() {
		List<FieldError> errors = new ArrayList<>();
		List<String> names = this.table.names();
		for (int place = 0; place < names.size(); place++) {
			ListColumn column = ListColumn.of(names.get(place));
			if (column == null) {
				if (!TableFile.isRemark(names.get(place))) {
					this.ignored.add(names.get(place).isEmpty() ? "#" + (place + 1) : names.get(place));
				}
			}
			else if (this.places.putIfAbsent(column, place) != null) {
				errors.add(FieldError.of(column.path(), ListFault.COLUMN_TWICE.name(), names.get(place)));
			}
		}
		if (!this.places.containsKey(ListColumn.RESIDENT_ID) && !this.places.containsKey(ListColumn.NAME)) {
			errors.add(missing(ListColumn.RESIDENT_ID));
		}
		if (!this.places.containsKey(ListColumn.DATE)) {
			errors.add(missing(ListColumn.DATE));
		}
		this.table.sheetsNotRead()
			.forEach((sheet) -> errors.add(FieldError.of("", ListFault.SHEET_NOT_READ.name(), sheet)));
		if (!errors.isEmpty()) {
			throw new InvalidInput(422, errors);
		}
	}

	private static FieldError missing(ListColumn column) {
		return FieldError.of(column.path(), ListFault.COLUMN_MISSING.name(), column.told());
	}

	/** The names of the columns that nothing is read of. */
	List<String> ignored() {
		return List.copyOf(this.ignored);
	}

	/** The next line, null at the end. */
	@Nullable ListLine next() throws IOException {
		TableRow row = this.table.next();
		if (row == null) {
			return null;
		}
		TableFault fault = row.fault();
		if (fault != null) {
			return ListLine.refused(row.number(), "", fault, this.table.arguments(fault));
		}
		if (this.table.isFooter(row)) {
			return ListLine.refused(row.number(), "", ListFault.NO_LINE);
		}
		for (Map.Entry<ListColumn, Integer> place : this.places.entrySet()) {
			TableFault damage = row.damaged().get(place.getValue());
			if (damage != null) {
				return ListLine.refused(row.number(), place.getKey().path(), damage);
			}
		}
		return line(row);
	}

	private ListLine line(TableRow row) {
		String id = ResidentId.normalise(cell(row, ListColumn.RESIDENT_ID));
		String name = cell(row, ListColumn.NAME);
		if (id.isEmpty() && name.isEmpty()) {
			return ListLine.refused(row.number(), ListColumn.RESIDENT_ID.path(), ListFault.NOBODY_SAID);
		}
		RecordFault wrong = wrong(id);
		if (wrong != null) {
			return ListLine.refused(row.number(), ListColumn.RESIDENT_ID.path(), wrong, 0);
		}
		if (name.length() > LONGEST_NAME) {
			return ListLine.refused(row.number(), ListColumn.NAME.path(), ListFault.NAME_TOO_LONG, LONGEST_NAME);
		}
		String birthCell = cell(row, ListColumn.BIRTH_DATE);
		LocalDate birth = day(birthCell);
		if (birth == null && !birthCell.isEmpty()) {
			return ListLine.refused(row.number(), ListColumn.BIRTH_DATE.path(), ShapeFault.INVALID_DATE);
		}
		LocalDate held = id.isEmpty() ? null : new ResidentId(id).birthDate();
		if (birth != null && held != null && !birth.equals(held)) {
			return ListLine.refused(row.number(), ListColumn.BIRTH_DATE.path(), ListFault.OTHER_BIRTH_DATE);
		}
		return dated(row, id, name, (birth != null) ? birth : held);
	}

	private ListLine dated(TableRow row, String id, String name, @Nullable LocalDate birth) {
		String cell = cell(row, ListColumn.DATE);
		String field = ListColumn.DATE.path();
		if (cell.isEmpty()) {
			return ListLine.refused(row.number(), field, ShapeFault.REQUIRED);
		}
		LocalDate date = day(cell);
		if (date == null) {
			return ListLine.refused(row.number(), field, ShapeFault.INVALID_DATE);
		}
		if (date.isAfter(this.asOf)) {
			return ListLine.refused(row.number(), field, ListFault.AFTER_THE_LIST, this.asOf.toString());
		}
		if (birth != null && date.isBefore(birth)) {
			return ListLine.refused(row.number(), field, ListFault.DATE_BEFORE_BIRTH);
		}
		return new ListLine(Math.toIntExact(row.number()),
				new ListLine.Said(id.isEmpty() ? null : id, name.isEmpty() ? null : name, birth, date), null);
	}

	private static @Nullable RecordFault wrong(String id) {
		if (id.isEmpty()) {
			return null;
		}
		if (id.indexOf('*') >= 0) {
			return RecordFault.RESIDENT_ID_MASKED;
		}
		if (!ResidentId.hasForm(id)) {
			return id.matches("[0-9]{15}") ? RecordFault.RESIDENT_ID_15 : RecordFault.RESIDENT_ID_FORMAT;
		}
		ResidentId read = new ResidentId(id);
		if (!read.hasRightCheckDigit()) {
			return RecordFault.CHECK_DIGIT;
		}
		return (read.birthDate() == null) ? RecordFault.RESIDENT_ID_DATE : null;
	}

	private static @Nullable LocalDate day(String cell) {
		try {
			return cell.isEmpty() ? null : LocalDate.parse(CellValues.day(cell));
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private String cell(TableRow row, ListColumn column) {
		Integer place = this.places.get(column);
		return (place != null && place < row.cells().size()) ? row.cells().get(place).strip() : "";
	}

	@Override
	public void close() throws IOException {
		this.table.close();
	}

}
