package org.huiling.engine.table;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The number formats of a workbook's styles. A format may show a number, or even a text,
 * as something else than what is stored.
 */
final class CellFormats {

	private static final String GENERAL = "GENERAL";

	private static final String WHOLE = "0";

	private static final String TEXT = "@";

	/** Formats every workbook has without saying so. */
	private static final Map<Integer, String> BUILT_IN = Map.of(0, GENERAL, 1, WHOLE, 49, TEXT);

	/** What a custom format never gives a built-in number. */
	private static final int FIRST_CUSTOM = 164;

	/** A number of more digits is shown shorter than it is. */
	private static final int SHOWN_DIGITS = 10;

	private static final int TEXT_SECTION = 4;

	private final List<Integer> styles = new ArrayList<>();

	private final Map<Integer, String> codes = new HashMap<>(BUILT_IN);

	private int parts;

	private boolean conditional;

	/** Takes a part of the workbook, which is read if it holds styles. */
	void read(byte[] xml) throws XMLStreamException {
		XMLStreamReader reader = SheetMarks.XML.createXMLStreamReader(new ByteArrayInputStream(xml));
		boolean first = true;
		boolean cells = false;
		boolean differential = false;
		while (reader.hasNext()) {
			int event = reader.next();
			String name = (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT)
					? reader.getLocalName() : "";
			boolean begins = event == XMLStreamConstants.START_ELEMENT;
			if (begins && first) {
				if (!name.equals("styleSheet")) {
					return;
				}
				this.parts++;
				first = false;
			}
			switch (name) {
				case "cellXfs" -> cells = begins;
				case "dxf" -> differential = begins;
				case "numFmt" -> format(reader, begins, differential);
				case "xf" -> style(reader, begins && cells);
				default -> {
					// fonts, borders and the like
				}
			}
		}
	}

	private void format(XMLStreamReader reader, boolean begins, boolean differential) {
		if (!begins) {
			return;
		}
		if (differential) {
			this.conditional = true;
			return;
		}
		String code = Objects.toString(reader.getAttributeValue(null, "formatCode"), "");
		int number = number(reader);
		// who gives another meaning to a built-in format means to show something else
		this.codes.put(number, (number < FIRST_CUSTOM && !code.equalsIgnoreCase(BUILT_IN.get(number)))
				? "\"" + code + "\"@" : code.toUpperCase(Locale.ROOT));
	}

	private void style(XMLStreamReader reader, boolean counts) {
		if (counts) {
			this.styles.add(number(reader));
		}
	}

	private static int number(XMLStreamReader reader) {
		String text = Objects.toString(reader.getAttributeValue(null, "numFmtId"), "0");
		return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
	}

	/** How many parts hold styles; a workbook has one. */
	int parts() {
		return this.parts;
	}

	/** Whether formats may change with a condition. */
	boolean areConditional() {
		return this.conditional;
	}

	/** Whether a number is shown as it is stored. */
	boolean showsNumber(int style, BigDecimal number) {
		String code = code(style);
		if (WHOLE.equals(code)) {
			return number.stripTrailingZeros().scale() <= 0;
		}
		return Set.of(GENERAL, TEXT).contains(code) && number.precision() <= SHOWN_DIGITS
				&& Math.abs(number.scale()) <= SHOWN_DIGITS;
	}

	/** Whether a text is shown as it is stored. */
	boolean showsText(int style) {
		String code = code(style);
		if (TEXT.equals(code)) {
			return true;
		}
		String bare = code.replaceAll("\\\\.", "").replaceAll("\"[^\"]*\"?", "");
		return !bare.contains(TEXT) && bare.split(";", -1).length < TEXT_SECTION;
	}

	private String code(int style) {
		if (this.styles.isEmpty() && style == 0) {
			return GENERAL;
		}
		int number = (style >= 0 && style < this.styles.size()) ? this.styles.get(style) : -1;
		// of a built-in format of dates and shares its number says enough
		return this.codes.getOrDefault(number, (number < 0) ? ";;;" : "#" + number);
	}

}
