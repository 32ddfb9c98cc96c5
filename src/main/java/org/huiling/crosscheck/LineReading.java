package org.huiling.crosscheck;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huiling.account.RegionScope;
import org.huiling.applicant.identity.RecordFault;
import org.huiling.applicant.identity.ResidentId;
import org.huiling.input.ShapeFault;
import org.huiling.table.CellValues;
import org.huiling.table.TableRow;
import org.jspecify.annotations.Nullable;

/** Reads what one row of a list says; the first thing that is wrong refuses it. */
final class LineReading {

	private static final int LONGEST_NAME = 100;

	private static final int SHORTEST_REGION = 6;

	private static final int LONGEST_REGION = 12;

	/** {@code 2013-05}, {@code 2013/5}, {@code 201305}, {@code 2013年5月}. */
	private static final Pattern MONTH = Pattern.compile("(\\d{4})(?:[-/.年](?=\\d)|(?=\\d{2}$))(\\d{1,2})月?");

	private final TableRow row;

	private final Map<ListColumn, Integer> places;

	private final CrossCheckOrder order;

	private LineReading(TableRow row, Map<ListColumn, Integer> places, CrossCheckOrder order) {
		this.row = row;
		this.places = places;
		this.order = order;
	}

	/** The column that a list of a kind needs and that is not there, null if none. */
	static @Nullable ListColumn missing(CrossCheckKind kind, Set<ListColumn> there) {
		return switch (kind) {
			case DEATHS -> there.contains(ListColumn.DEATH_DATE) ? null : ListColumn.DEATH_DATE;
			case RESIDENCE ->
				(there.contains(ListColumn.HUKOU) || there.contains(ListColumn.RESIDENCE_IN)) ? null : ListColumn.HUKOU;
			case OTHER_BENEFIT -> there.contains(ListColumn.FROM) ? null : ListColumn.FROM;
			case POPULATION -> null;
		};
	}

	/** What a row says, or why it is refused. */
	static ListLine of(TableRow row, Map<ListColumn, Integer> places, CrossCheckOrder order) {
		try {
			return new ListLine(Math.toIntExact(row.number()), new LineReading(row, places, order).said(), null);
		}
		catch (Refused refused) {
			return refused.line;
		}
	}

	/** A row that is refused; nothing of it stands in the message. */
	private static final class Refused extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final transient ListLine line;

		private Refused(ListLine line) {
			super(null, null, false, false);
			this.line = line;
		}

	}

	private Refused refused(ListColumn column, Enum<?> code, Object... arguments) {
		return new Refused(ListLine.refused(this.row.number(), column.path(), code, arguments));
	}

	private ListLine.Said said() {
		String id = ResidentId.normalise(cell(ListColumn.RESIDENT_ID));
		String name = cell(ListColumn.NAME);
		if (id.isEmpty() && name.isEmpty()) {
			throw refused(ListColumn.RESIDENT_ID, ListFault.NOBODY_SAID);
		}
		RecordFault wrong = wrong(id);
		if (wrong != null) {
			throw refused(ListColumn.RESIDENT_ID, wrong, 0);
		}
		if (name.length() > LONGEST_NAME) {
			throw refused(ListColumn.NAME, ListFault.NAME_TOO_LONG, LONGEST_NAME);
		}
		LocalDate birth = day(ListColumn.BIRTH_DATE);
		LocalDate held = id.isEmpty() ? null : new ResidentId(id).birthDate();
		if (birth != null && held != null && !birth.equals(held)) {
			throw refused(ListColumn.BIRTH_DATE, ListFault.OTHER_BIRTH_DATE);
		}
		return said(id, name, (birth != null) ? birth : held);
	}

	private ListLine.Said said(String id, String name, @Nullable LocalDate birth) {
		String hukou = region(ListColumn.HUKOU);
		String residence = region(ListColumn.RESIDENCE_IN);
		LocalDate date = switch (this.order.kind()) {
			case DEATHS -> needed(ListColumn.DEATH_DATE, past(ListColumn.DEATH_DATE, birth));
			case RESIDENCE -> past(ListColumn.MOVED, birth);
			case OTHER_BENEFIT, POPULATION -> null;
		};
		if (this.order.kind() == CrossCheckKind.RESIDENCE && residence == null) {
			needed(this.places.containsKey(ListColumn.HUKOU) ? ListColumn.HUKOU : ListColumn.RESIDENCE_IN, hukou);
		}
		return new ListLine.Said(id.isEmpty() ? null : id, name.isEmpty() ? null : name, birth, date, hukou, residence,
				(this.order.kind() == CrossCheckKind.OTHER_BENEFIT) ? drawn() : null);
	}

	private ListLine.Drawn drawn() {
		String program = cell(ListColumn.PROGRAM);
		if (program.length() > LONGEST_NAME) {
			throw refused(ListColumn.PROGRAM, ListFault.NAME_TOO_LONG, LONGEST_NAME);
		}
		YearMonth from = needed(ListColumn.FROM, month(ListColumn.FROM));
		if (from.isAfter(YearMonth.from(this.order.asOf()))) {
			throw refused(ListColumn.FROM, ListFault.AFTER_THE_LIST, this.order.asOf().toString());
		}
		YearMonth to = month(ListColumn.TO);
		if (to != null && to.isBefore(from)) {
			throw refused(ListColumn.TO, ListFault.TO_BEFORE_FROM);
		}
		return new ListLine.Drawn(program.isEmpty() ? null : program, from, to, amount());
	}

	private @Nullable BigDecimal amount() {
		String cell = cell(ListColumn.AMOUNT);
		BigDecimal amount = cell.isEmpty() ? null : CellValues.amount(cell);
		if (!cell.isEmpty() && (amount == null || amount.signum() < 0)) {
			throw refused(ListColumn.AMOUNT, ListFault.NO_AMOUNT);
		}
		return amount;
	}

	private <T> T needed(ListColumn column, @Nullable T value) {
		if (value == null) {
			throw refused(column, ShapeFault.REQUIRED);
		}
		return value;
	}

	/** A day that lies neither before the birth nor after the list. */
	private @Nullable LocalDate past(ListColumn column, @Nullable LocalDate birth) {
		LocalDate day = day(column);
		if (day != null && day.isAfter(this.order.asOf())) {
			throw refused(column, ListFault.AFTER_THE_LIST, this.order.asOf().toString());
		}
		if (day != null && birth != null && day.isBefore(birth)) {
			throw refused(column, ListFault.DATE_BEFORE_BIRTH);
		}
		return day;
	}

	private @Nullable String region(ListColumn column) {
		String cell = cell(column);
		if (cell.isEmpty()) {
			return null;
		}
		if (cell.length() < SHORTEST_REGION || !RegionScope.isPrefix(cell)) {
			throw refused(column, ShapeFault.INVALID_REGION, SHORTEST_REGION, LONGEST_REGION);
		}
		return cell;
	}

	private @Nullable LocalDate day(ListColumn column) {
		String cell = cell(column);
		try {
			return cell.isEmpty() ? null : LocalDate.parse(CellValues.day(cell));
		}
		catch (DateTimeParseException ex) {
			throw refused(column, ShapeFault.INVALID_DATE);
		}
	}

	/** A month, or the month of a day. */
	private @Nullable YearMonth month(ListColumn column) {
		String cell = cell(column);
		if (cell.isEmpty()) {
			return null;
		}
		Matcher month = MONTH.matcher(cell);
		String day = month.matches() ? "%s-%02d-01".formatted(month.group(1), Integer.valueOf(month.group(2)))
				: CellValues.day(cell);
		try {
			return YearMonth.from(LocalDate.parse(day));
		}
		catch (DateTimeParseException ex) {
			throw refused(column, ShapeFault.INVALID_MONTH);
		}
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

	private String cell(ListColumn column) {
		Integer place = this.places.get(column);
		return (place != null && place < this.row.cells().size()) ? this.row.cells().get(place).strip() : "";
	}

}
