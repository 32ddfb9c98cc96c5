package org.huiling.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a workbook of {@link DirtyBook} in the plainest way: every part a tree, all of it
 * in memory, formats by their codes. What {@link Table} must come to.
 */
final class SlowBook {

	private final Map<String, Document> parts = new HashMap<>();

	private final List<String> strings = new ArrayList<>();

	private final boolean from1904;

	/**
	 * Takes it apart.
	 * @throws SAXException if a part is no XML
	 */
	SlowBook(byte[] file) throws IOException, SAXException {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
				factory.setNamespaceAware(true);
				DocumentBuilder builder = factory.newDocumentBuilder();
				builder.setErrorHandler(new DefaultHandler());
				this.parts.put(entry.getName(), builder.parse(new ByteArrayInputStream(zip.readAllBytes())));
			}
		}
		catch (ParserConfigurationException ex) {
			throw new IllegalStateException(ex);
		}
		this.from1904 = "1".equals(all("xl/workbook.xml", "workbookPr").get(0).getAttribute("date1904"));
		if (this.parts.containsKey("xl/sharedStrings.xml")) {
			all("xl/sharedStrings.xml", "si").forEach((text) -> this.strings.add(text(text)));
		}
	}

	private record Row(int number, boolean hidden, TreeMap<Integer, Cell> cells) {

		String at(int column) {
			return this.cells.containsKey(column) ? this.cells.get(column).text() : "";
		}

		int width() {
			return this.cells.isEmpty() ? 0 : this.cells.lastKey() + 1;
		}

		List<String> texts() {
			List<String> texts = new ArrayList<>();
			for (int i = 0; i < width(); i++) {
				texts.add(at(i));
			}
			return texts;
		}

		long filled() {
			return texts().stream().filter((text) -> !text.isEmpty()).count();
		}

		boolean isEmpty() {
			return filled() == 0 && this.cells.values().stream().allMatch((cell) -> cell.fault() == null);
		}

	}

	private record Cell(String text, @Nullable TableFault fault) {
	}

	/**
	 * The rows after the header and what looks like rows above it.
	 * @throws NumberFormatException if a place or a text's number is none
	 */
	List<String> rows(Predicate<String> known) {
		List<Row> all = all("xl/worksheets/sheet7.xml", "row").stream().map(this::row).toList();
		List<Row> rows = new ArrayList<>();
		int before = 0;
		for (int i = 0; i < all.size(); i++) {
			Row row = all.get(i);
			int number = (row.number() >= 0) ? row.number() : before + 1;
			if (number <= before || number > 1 << 20) {
				throw new NumberFormatException("rows go down");
			}
			before = number;
			rows.add(new Row(number, row.hidden(), row.cells()));
		}
		rows.removeIf(Row::isEmpty);
		Row header = null;
		long most = 0;
		for (Row row : rows.subList(0, Math.min(20, rows.size()))) {
			long names = row.hidden() ? 0 : row.texts().stream().map(CellText::name).filter(known).count();
			if (names > most) {
				most = names;
				header = row;
			}
		}
		if (header == null) {
			throw new NumberFormatException("no header");
		}
		List<String> read = new ArrayList<>();
		for (Row row : rows) {
			if (row == header
					|| (row.number() < header.number() && (row.filled() < 2 || 2 * row.filled() <= header.filled()))) {
				continue;
			}
			read.add(row.number() + " " + outcome(row, header));
		}
		return read;
	}

	private String outcome(Row row, Row header) {
		if (row.hidden()) {
			return "HIDDEN_ROW";
		}
		if (row.number() < header.number()) {
			return "ABOVE_HEADER";
		}
		for (int i = header.width(); i < row.width(); i++) {
			if (!row.at(i).isEmpty()) {
				return "SURPLUS_CELLS";
			}
		}
		Map<Integer, TableFault> damaged = new TreeMap<>();
		row.cells().forEach((column, cell) -> {
			if (cell.fault() != null) {
				damaged.put(column, cell.fault());
			}
		});
		for (Element merged : all("xl/worksheets/sheet7.xml", "mergeCell")) {
			Matcher area = Pattern.compile("([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)").matcher(merged.getAttribute("ref"));
			if (area.matches() && row.number() > Integer.parseInt(area.group(2))
					&& row.number() <= Integer.parseInt(area.group(4))) {
				for (int i = column(area.group(1)); i <= column(area.group(3)); i++) {
					damaged.put(i, TableFault.MERGED_ROWS);
				}
			}
		}
		return row.texts() + (damaged.isEmpty() ? "" : " " + damaged);
	}

	private Row row(Element element) {
		TreeMap<Integer, Cell> cells = new TreeMap<>();
		for (Element one : children(element, "c")) {
			String place = one.getAttribute("r");
			int next = cells.isEmpty() ? 0 : cells.lastKey() + 1;
			int column = one.hasAttribute("r") ? column(place.replaceAll("[0-9]+$", "")) : next;
			if (column < next) {
				throw new NumberFormatException("cells go back");
			}
			cells.put(column, cell(one));
		}
		String height = element.getAttribute("ht");
		return new Row(element.hasAttribute("r") ? Integer.parseInt(element.getAttribute("r")) : -1,
				List.of("1", "true").contains(element.getAttribute("hidden"))
						|| (height.matches("[0-9.]+") && Double.parseDouble(height) < 4),
				cells);
	}

	private Cell cell(Element cell) {
		List<Element> values = children(cell, "v");
		String type = cell.hasAttribute("t") ? cell.getAttribute("t") : "n";
		if (values.isEmpty()) {
			String inline = children(cell, "is").stream().map(SlowBook::text).reduce("", (before, text) -> text);
			return new Cell(CellText.bare(inline), children(cell, "f").isEmpty() ? null : TableFault.CELL_ERROR);
		}
		String value = own(values.get(values.size() - 1));
		return switch (type) {
			case "s" -> new Cell(CellText.bare(shared(Integer.parseInt(value.strip()))), null);
			case "b" -> new Cell(value.equals("1") ? "TRUE" : "FALSE", null);
			case "str", "d", "inlineStr" -> new Cell(CellText.bare(unescaped(value)), null);
			case "e" -> new Cell(CellText.bare(value), TableFault.CELL_ERROR);
			default -> number(value.strip(), cell.getAttribute("s"));
		};
	}

	private String shared(int number) {
		if (number < 0 || number >= this.strings.size()) {
			throw new NumberFormatException("no such text");
		}
		return this.strings.get(number);
	}

	private Cell number(String value, String style) {
		if (value.isEmpty()) {
			return new Cell("", null);
		}
		Cell lost = new Cell(CellText.bare(value), TableFault.LOST_DIGITS);
		if (!value.matches("[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?")) {
			return lost;
		}
		BigDecimal number = new BigDecimal(value);
		int place = style.matches("[0-9]{1,6}") ? Integer.parseInt(style) : 0;
		String format = (place < DirtyBook.FORMATS.size()) ? DirtyBook.FORMATS.get(place) : "0";
		boolean day = List.of("14", "22", "17").contains(format) || format.contains("yyyy");
		if (day) {
			String text = day(number, format.equals("17"));
			return (text != null) ? new Cell(text, null) : lost;
		}
		if (number.abs().compareTo(new BigDecimal("1000000000000000")) >= 0) {
			return lost;
		}
		BigDecimal exact = number.round(new MathContext(15));
		return new Cell(switch (format) {
			case "1" -> exact.setScale(0, RoundingMode.HALF_UP).toPlainString();
			case "2", "4", "#,##0.00_ ", "\"¥\"#,##0.00" -> exact.setScale(2, RoundingMode.HALF_UP).toPlainString();
			case "9" -> plain(exact.multiply(new BigDecimal(100))) + "%";
			case "000000" -> padded(exact.setScale(0, RoundingMode.HALF_UP).toPlainString(), exact.signum());
			default -> plain(exact);
		}, null);
	}

	private static String padded(String digits, int sign) {
		return (sign < 0 || digits.length() >= 6) ? digits : "000000".substring(digits.length()) + digits;
	}

	private static String plain(BigDecimal number) {
		String text = number.toPlainString();
		if (text.contains(".")) {
			text = text.replaceAll("0+$", "").replaceAll("\\.$", "");
		}
		return text.equals("-0") ? "0" : text;
	}

	private @Nullable String day(BigDecimal number, boolean month) {
		if (number.signum() < 0 || number.compareTo(new BigDecimal(2_958_465)) > 0) {
			return null;
		}
		long seconds = number.multiply(new BigDecimal(86_400)).setScale(0, RoundingMode.HALF_UP).longValue();
		long days = seconds / 86_400;
		LocalDate day = LocalDate.of(1904, 1, 1).plusDays(days);
		if (!this.from1904) {
			if (days == 0 || days == 60) {
				return null;
			}
			day = LocalDate.of(1900, 1, 1).plusDays((days > 60) ? days - 2 : days - 1);
		}
		if (month) {
			return day.toString().substring(0, 7);
		}
		return day + ((seconds % 86_400 == 0) ? ""
				: "T" + day.atStartOfDay().plus(seconds % 86_400, ChronoUnit.SECONDS).toLocalTime());
	}

	private List<Element> all(String part, String name) {
		NodeList found = this.parts.get(part).getElementsByTagNameNS("*", name);
		List<Element> elements = new ArrayList<>();
		for (int i = 0; i < found.getLength(); i++) {
			elements.add((Element) found.item(i));
		}
		return elements;
	}

	private static List<Element> children(Element of, String name) {
		List<Element> children = new ArrayList<>();
		for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element element && element.getLocalName().equals(name)) {
				children.add(element);
			}
		}
		return children;
	}

	/** The text of an element itself. */
	private static String own(Element element) {
		StringBuilder text = new StringBuilder();
		for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
			text.append((node instanceof Element) ? "" : node.getTextContent());
		}
		return text.toString();
	}

	/** The texts of an element and its runs, without what is read aloud. */
	private static String text(Element rich) {
		StringBuilder text = new StringBuilder();
		for (Node node = rich.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element element) {
				text.append(switch (element.getLocalName()) {
					case "t" -> own(element);
					case "r" -> text(element);
					default -> "";
				});
			}
		}
		return rich.getLocalName().equals("r") ? text.toString() : unescaped(text.toString());
	}

	/** {@code _x000D_} is how a carriage return is written. */
	private static String unescaped(String text) {
		StringBuilder whole = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			if (text.startsWith("_x", i) && i + 7 <= text.length() && text.charAt(i + 6) == '_'
					&& text.substring(i + 2, i + 6).matches("[0-9A-Fa-f]{4}")) {
				whole.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
				i += 6;
			}
			else {
				whole.append(text.charAt(i));
			}
		}
		return whole.toString();
	}

	private static int column(String letters) {
		if (!letters.matches("[A-Z]{1,3}")) {
			throw new NumberFormatException("no column");
		}
		int column = 0;
		for (char letter : letters.toCharArray()) {
			column = 26 * column + letter - 'A' + 1;
		}
		if (column > 16_384) {
			throw new NumberFormatException("no column");
		}
		return column - 1;
	}

}
