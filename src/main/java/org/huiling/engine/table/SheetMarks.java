package org.huiling.engine.table;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * What an XML file of a workbook says beside its values: what is hidden, merged or
 * computed, and how far it reaches. Also shows that it defines no entities.
 */
final class SheetMarks {

	static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

	static {
		XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
	}

	private static final Pattern ADDRESS = Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7})");

	/** A row of fewer points shows no text. */
	private static final double LEAST_HEIGHT = 4;

	/** A column of less than one character shows none. */
	private static final double LEAST_WIDTH = 1;

	/** A cell's place, from 1. */
	record At(int row, int column) {
	}

	/** Merged cells. */
	record Merged(At from, At to) {
	}

	private final List<Merged> merged = new ArrayList<>();

	private final List<At> hidden = new ArrayList<>();

	private final List<At> computed = new ArrayList<>();

	private final Map<At, Integer> styles = new HashMap<>();

	private boolean conditional;

	private int cells;

	private int values;

	private @Nullable At beyond;

	private boolean definesEntities;

	private boolean sheet;

	private At at = new At(0, 0);

	static SheetMarks read(byte[] xml) throws XMLStreamException {
		SheetMarks marks = new SheetMarks();
		XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(xml));
		boolean first = true;
		while (reader.hasNext()) {
			int event = reader.next();
			if (event == XMLStreamConstants.DTD) {
				marks.definesEntities = true;
				return marks;
			}
			if (event == XMLStreamConstants.START_ELEMENT) {
				marks.sheet = first ? reader.getLocalName().equals("worksheet") : marks.sheet;
				first = false;
				if (marks.sheet) {
					marks.element(reader);
				}
			}
		}
		return marks;
	}

	private void element(XMLStreamReader reader) {
		switch (reader.getLocalName()) {
			case "col" -> hidden(reader, new At(1, number(reader, "min", 1)), "width", LEAST_WIDTH);
			case "sheetFormatPr" -> usually(reader);
			case "conditionalFormatting" -> this.conditional = true;
			case "row" -> row(reader);
			case "c" -> cell(reader);
			case "v", "is" -> this.values++;
			case "f" -> this.computed.add(this.at);
			case "mergeCell" -> merged(Objects.toString(reader.getAttributeValue(null, "ref"), ""));
			default -> {
				// formats, views and the like
			}
		}
	}

	private void row(XMLStreamReader reader) {
		this.at = new At(number(reader, "r", this.at.row() + 1), 0);
		hidden(reader, new At(this.at.row(), 1), "ht", LEAST_HEIGHT);
	}

	/** How high and wide rows and columns are that do not say it themselves. */
	private void usually(XMLStreamReader reader) {
		if (isTrue(reader.getAttributeValue(null, "zeroHeight"))
				|| isBelow(reader.getAttributeValue(null, "defaultRowHeight"), LEAST_HEIGHT)
				|| isBelow(reader.getAttributeValue(null, "defaultColWidth"), LEAST_WIDTH)) {
			this.hidden.add(new At(1, 1));
		}
	}

	private void cell(XMLStreamReader reader) {
		this.cells++;
		At address = address(Objects.toString(reader.getAttributeValue(null, "r"), ""));
		this.at = (address != null) ? address : new At(this.at.row(), this.at.column() + 1);
		this.styles.put(this.at, number(reader, "s", 0));
		bound();
	}

	private void bound() {
		boolean inside = this.at.row() <= Grid.MOST_ROWS && this.at.column() <= Grid.MOST_COLUMNS && this.at.row() >= 1;
		if (this.beyond == null && (!inside || this.cells > TableLimits.CELLS)) {
			this.beyond = this.at;
		}
	}

	private void hidden(XMLStreamReader reader, At place, String size, double least) {
		if (isTrue(reader.getAttributeValue(null, "hidden")) || isBelow(reader.getAttributeValue(null, size), least)) {
			this.hidden.add(place);
		}
	}

	private static boolean isTrue(@Nullable String text) {
		return "1".equals(text) || "true".equals(text);
	}

	/** What is no number is not what a spreadsheet writes. */
	private static boolean isBelow(@Nullable String size, double least) {
		if (size == null) {
			return false;
		}
		try {
			return !(Double.parseDouble(size) >= least);
		}
		catch (NumberFormatException ex) {
			return true;
		}
	}

	private void merged(String reference) {
		String[] ends = reference.split(":", -1);
		At from = address(ends[0]);
		At to = (ends.length == 2) ? address(ends[1]) : null;
		if (from != null && to != null) {
			this.merged.add(new Merged(from, to));
		}
	}

	private static @Nullable At address(String text) {
		Matcher address = ADDRESS.matcher(text);
		if (!address.matches()) {
			return null;
		}
		int column = address.group(1).chars().reduce(0, (sum, letter) -> 26 * sum + letter - 'A' + 1);
		return new At(Integer.parseInt(address.group(2)), column);
	}

	private static int number(XMLStreamReader reader, String name, int otherwise) {
		String text = reader.getAttributeValue(null, name);
		return (text != null && text.matches("[0-9]{1,7}")) ? Integer.parseInt(text) : otherwise;
	}

	/** Whether this is a sheet with a value in it. */
	boolean isFilledSheet() {
		return this.sheet && this.values > 0;
	}

	/** The style of a cell. */
	int style(At cell) {
		return this.styles.getOrDefault(cell, 0);
	}

	/** Whether formats hang on what stands in the cells. */
	boolean isConditional() {
		return this.conditional;
	}

	boolean definesEntities() {
		return this.definesEntities;
	}

	/** The first cell outside the limits, or null. */
	@Nullable At beyond() {
		return this.beyond;
	}

	List<Merged> merged() {
		return this.merged;
	}

	List<At> hidden() {
		return this.hidden;
	}

	List<At> computed() {
		return this.computed;
	}

}
