package org.huiling.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook by chance, written part by part as some spreadsheet, bank or export would:
 * with or without shared texts, places, prefixes, titles, other sheets, hidden and merged
 * cells, numbers in every format.
 */
final class DirtyBook {

	static final List<String> KNOWN = List.of("id", "name", "day", "sum");

	private static final List<String> UNKNOWN = List.of("序号", "备注", "", "联系电话");

	private static final List<String> TEXTS = List.of("王秀英", "试,例", "say \"x\"", " 前后\u3000", "'0012", "a\nb", "=1+1",
			"379901193302158016", "1933/2/15", "𠮷田", "<&>", "\u200B", "欧阳·", "", "_x000D_", "x_x005F_x0041_y", "0");

	private static final List<String> NUMBERS = List.of("0", "1", "42", "-7.5", "1234.565", "0.1", "41456", "41456.5",
			"60", "59", "0.30000000000000004", "123456789012345", "379901193302158016", "6.22848E+18", "1E3", "2958466",
			"-1", "12a", "1E-7");

	/** Of each style its number among the formats, or its code. */
	static final List<String> FORMATS = List.of("0", "1", "2", "4", "49", "14", "22", "17", "9", "000000",
			"yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy/m/d;@", "#,##0.00_ ", "\"¥\"#,##0.00", "General");

	private final Random random;

	private final String prefix;

	private final boolean places;

	private final boolean shared;

	private final boolean from1904;

	private final boolean single;

	private final List<String> header = new ArrayList<>(KNOWN);

	private final List<String> strings = new ArrayList<>();

	private final List<String> rows = new ArrayList<>();

	private final List<Integer> data = new ArrayList<>();

	private final List<String> merged = new ArrayList<>();

	private int number;

	DirtyBook(Random random) {
		this.random = random;
		this.prefix = one(5) ? "x:" : "";
		this.places = !one(6);
		this.shared = !one(4);
		this.from1904 = one(8);
		this.single = one(6);
		UNKNOWN.stream().filter((name) -> one(3)).forEach(this.header::add);
		Collections.shuffle(this.header, random);
		above();
		row(this.header.stream().map(this::plain).toList(), "");
		int many = random.nextInt(30);
		for (int i = 0; i < many; i++) {
			if (this.places && one(8)) {
				this.number += random.nextInt(3);
			}
			this.data.add(this.rows.size());
			row(IntStream.range(0, this.header.size()).mapToObj((column) -> cell()).toList(), one(15) ? hidden() : "");
		}
	}

	private boolean one(int of) {
		return this.random.nextInt(of) == 0;
	}

	private <T> T of(List<T> choice) {
		return choice.get(this.random.nextInt(choice.size()));
	}

	private void above() {
		if (one(3)) {
			row(List.of(text("示范区花名册")), "");
			this.merged.add("A" + this.number + ":" + letters(this.header.size() - 1) + this.number);
		}
		if (one(6)) {
			row(IntStream.range(0, 1 + this.random.nextInt(this.header.size())).mapToObj((column) -> cell()).toList(),
					one(4) ? hidden() : "");
		}
		if (one(4)) {
			row(List.of(), "");
		}
	}

	private String hidden() {
		return of(List.of(" hidden=\"1\"", " hidden=\"true\"", " ht=\"0\" customHeight=\"1\"", " ht=\"13.5\""));
	}

	/** A cell without its place, "" for none. */
	private String cell() {
		return switch (this.random.nextInt(14)) {
			case 0 -> "";
			case 1 -> "<c s=\"" + this.random.nextInt(FORMATS.size()) + "\"/>";
			case 2, 3, 4 -> "<c s=\"" + this.random.nextInt(FORMATS.size()) + "\"><v>" + of(NUMBERS) + "</v></c>";
			case 5 -> "<c t=\"str\"><f>A1&amp;B1</f><v>" + escaped(of(TEXTS)) + "</v></c>";
			case 6 -> one(3)
					? of(List.of("<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "<c><f>SUM(A1:A2)</f></c>",
							"<c t=\"b\"><v>1</v></c>", "<c t=\"d\"><v>1933-02-15T00:00:00</v></c>", "<c><v/></c>"))
					: text(of(TEXTS));
			default -> text(of(TEXTS));
		};
	}

	private String text(String text) {
		return one(30) ? "<c t=\"inlineStr\"><is><r><t>" + escaped(text) + "</t></r><r><rPr/><t>x</t></r></is></c>"
				: plain(text);
	}

	private String plain(String text) {
		if (!this.shared || one(9)) {
			return "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(text) + "</t></is></c>";
		}
		this.strings.add(text);
		return "<c t=\"s\"><v>" + (this.strings.size() - 1) + "</v></c>";
	}

	private void row(List<String> cells, String attributes) {
		this.number++;
		StringBuilder row = new StringBuilder(
				"<row" + (this.places ? " r=\"" + this.number + "\"" : "") + attributes + ">");
		for (int column = 0; column < cells.size(); column++) {
			String cell = cells.get(column);
			if (this.places) {
				row.append(cell.isEmpty() ? ""
						: cell.replaceFirst("<c", "<c r=\"" + letters(column) + this.number + "\""));
			}
			else {
				row.append(cell.isEmpty() ? "<c/>" : cell);
			}
		}
		this.rows.add(row + "</row>");
	}

	/** Cells of several rows that are one. */
	void merge() {
		if (this.data.size() > 2 && this.places) {
			int column = this.random.nextInt(this.header.size());
			this.merged.add(letters(column) + (this.number - 1) + ":" + letters(column) + this.number);
		}
	}

	/**
	 * Another row in the place of one.
	 * @return which of the rows of data it was, -1 if there are none
	 */
	int damage() {
		if (this.data.isEmpty()) {
			return -1;
		}
		int which = this.random.nextInt(this.data.size());
		int place = this.data.get(which);
		String row = this.rows.get(place);
		String begin = row.substring(0, row.indexOf('>'));
		this.rows.set(place, switch (this.random.nextInt(4)) {
			case 0 -> begin.replaceAll(" (hidden|ht)=\"[^\"]*\"", "") + " hidden=\"1\">"
					+ row.substring(row.indexOf('>') + 1);
			case 1 -> begin + "><c t=\"e\"><v>#REF!</v></c></row>";
			case 2 -> begin + "><c><v>6228480000000000000</v></c></row>";
			default -> begin + ">" + "<c><v>1</v></c>".repeat(this.header.size() + 1) + "</row>";
		});
		return which;
	}

	/** The sheet with one character of its rows changed. */
	byte[] broken() throws IOException {
		Map<String, String> parts = parts();
		String sheet = parts.get("xl/worksheets/sheet7.xml");
		int begin = sheet.indexOf("sheetData>");
		int end = sheet.lastIndexOf("sheetData>");
		if (end - begin < 20) {
			return zipped(parts);
		}
		int at = begin + 10 + this.random.nextInt(end - begin - 12);
		char other = "<>\"/ 0a&A:=".charAt(this.random.nextInt(11));
		parts.put("xl/worksheets/sheet7.xml", sheet.substring(0, at) + other + sheet.substring(at + 1));
		return zipped(parts);
	}

	byte[] bytes() throws IOException {
		return zipped(parts());
	}

	private Map<String, String> parts() {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("[Content_Types].xml", "<Types/>");
		parts.put("_rels/.rels", relations("a", "officeDocument", "xl/workbook.xml"));
		parts.put("xl/workbook.xml", "<workbook xmlns:r=\"r\"><workbookPr date1904=\"" + (this.from1904 ? "1" : "0")
				+ "\"/><sheets><sheet name=\"说明\" sheetId=\"9\" r:id=\"b\"" + (one(2) ? " state=\"hidden\"" : "")
				+ "/><sheet name=\"名单\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>");
		parts.put("xl/_rels/workbook.xml.rels",
				"<Relationships>"
						+ relation("a", "worksheet", one(3) ? "/xl/worksheets/sheet7.xml" : "worksheets/sheet7.xml")
						+ relation("b", "worksheet", "worksheets/sheet1.xml") + relation("c", "styles", "styles.xml")
						+ (this.strings.isEmpty() ? "" : relation("d", "sharedStrings", "sharedStrings.xml"))
						+ "</Relationships>");
		parts.put("xl/styles.xml", styles());
		parts.put("xl/worksheets/sheet1.xml",
				"<worksheet><sheetData>" + (one(2) ? "<row><c t=\"inlineStr\"><is><t>怎样填写</t></is></c></row>" : "")
						+ "</sheetData></worksheet>");
		parts.put("xl/worksheets/sheet7.xml", sheet());
		if (!this.strings.isEmpty()) {
			parts.put("xl/sharedStrings.xml",
					"<sst>" + this.strings.stream()
						.map((text) -> "<si><t xml:space=\"preserve\">" + escaped(text)
								+ "</t><rPh sb=\"0\" eb=\"1\"><t>ping</t></rPh></si>")
						.collect(Collectors.joining()) + "</sst>");
		}
		return parts;
	}

	private String styles() {
		StringBuilder formats = new StringBuilder();
		StringBuilder styles = new StringBuilder();
		for (int i = 0; i < FORMATS.size(); i++) {
			String format = FORMATS.get(i);
			boolean built = format.matches("[0-9]{1,2}");
			styles.append("<xf numFmtId=\"").append(built ? format : String.valueOf(200 + i)).append("\"/>");
			formats
				.append(built ? "" : "<numFmt numFmtId=\"" + (200 + i) + "\" formatCode=\"" + escaped(format) + "\"/>");
		}
		return "<styleSheet><numFmts>" + formats
				+ "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + styles
				+ "</cellXfs></styleSheet>";
	}

	private String sheet() {
		String merges = this.merged.isEmpty() ? ""
				: this.merged.stream()
					.map((area) -> "<mergeCell ref=\"" + area + "\"/>")
					.collect(Collectors.joining("", "<mergeCells>", "</mergeCells>"));
		String sheet = "<worksheet><cols><col min=\"1\" max=\"3\" width=\"9.5\"/></cols><sheetData>"
				+ String.join(this.random.nextBoolean() ? "\n" : "", this.rows) + "</sheetData>" + merges
				+ "</worksheet>";
		if (!this.prefix.isEmpty()) {
			sheet = sheet.replaceAll("<(/?)(?=[a-zA-Z])", "<$1" + this.prefix)
				.replaceFirst("<x:worksheet", "<x:worksheet xmlns:x=\"m\"");
		}
		// only tags have quotes: those of texts are written as entities
		return this.single ? sheet.replace('"', '\'') : sheet;
	}

	private byte[] zipped(Map<String, String> parts) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		List<String> names = new ArrayList<>(parts.keySet());
		Collections.shuffle(names, this.random);
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.setLevel(one(3) ? 0 : 6);
			for (String name : names) {
				zip.putNextEntry(new ZipEntry(name));
				zip.write(((one(2) ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" : "") + parts.get(name))
					.getBytes(StandardCharsets.UTF_8));
			}
		}
		return bytes.toByteArray();
	}

	private static String relations(String id, String type, String target) {
		return "<Relationships>" + relation(id, type, target) + "</Relationships>";
	}

	private static String relation(String id, String type, String target) {
		return "<Relationship Id=\"" + id + "\" Type=\"http://x/" + type + "\" Target=\"" + target + "\"/>";
	}

	private static String letters(int column) {
		return String.valueOf((char) ('A' + column));
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;").replace("'", "&#39;");
	}

}
