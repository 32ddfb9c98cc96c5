package org.huiling.crosscheck;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.LongDigits;
import org.huiling.table.TableFault;
import org.huiling.table.TableFile;
import org.huiling.table.TableRow;
import org.jspecify.annotations.Nullable;

/** Reads an outside list line by line; a line that is wrong is refused by itself. */
final class ListReader implements Closeable {

	private final TableFile table;

	private final CrossCheckOrder order;

	private final Map<ListColumn, Integer> places = new EnumMap<>(ListColumn.class);

	private final List<String> ignored = new ArrayList<>();

	private ListReader(TableFile table, CrossCheckOrder order) {
		this.table = table;
		this.order = order;
	}

	/**
	 * Reads the header.
	 * @param file csv or a workbook
	 * @param declared the encoding as declared; null to find out
	 * @param order what the list is of
	 * @return the list; closing it closes the file
	 * @throws InvalidInput 400 if it is no table, 422 if a column is missing or twice
	 */
	static ListReader open(InputStream file, @Nullable Charset declared, CrossCheckOrder order) throws IOException {
		TableFile table = TableFile.open(file, declared, (name) -> ListColumn.of(name, order.kind()) != null);
		try {
			ListReader reader = new ListReader(table, order);
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
			ListColumn column = ListColumn.of(names.get(place), this.order.kind());
			if (column == null) {
				if (!TableFile.isRemark(names.get(place))) {
					this.ignored
						.add(names.get(place).isEmpty() ? "#" + (place + 1) : LongDigits.masked(names.get(place)));
				}
			}
			else if (this.places.putIfAbsent(column, place) != null) {
				errors.add(FieldError.of(column.path(), ListFault.COLUMN_TWICE.name(), names.get(place)));
			}
		}
		if (!this.places.containsKey(ListColumn.RESIDENT_ID) && !this.places.containsKey(ListColumn.NAME)) {
			errors.add(missing(ListColumn.RESIDENT_ID));
		}
		ListColumn needed = LineReading.missing(this.order.kind(), this.places.keySet());
		if (needed != null) {
			errors.add(missing(needed));
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
		return LineReading.of(row, this.places, this.order);
	}

	@Override
	public void close() throws IOException {
		this.table.close();
	}

}
