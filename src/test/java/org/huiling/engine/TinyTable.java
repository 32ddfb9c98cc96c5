package org.huiling.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small decision table, as CSV and as the files inside a workbook. */
final class TinyTable {

	static final String CSV = """
			示例：高龄津贴,,,,,,
			RuleSet,高龄津贴,,,,,
			RuleTable 高龄津贴,,,,,,
			NAME,METADATA,METADATA,CONDITION,CONDITION,CONDITION,ACTION
			,,,Applicant...,Applicant...,Applicant...,benefit
			,"en(""$param"")","basis(""$param"")",ageOnLastDay >= $param,ageOnLastDay < $param,hukouInJurisdiction == $param,pay($param)
			名称,英文名,依据,满,不满,本地户籍,金额
			高龄津贴 80—89 周岁,"Old-age allowance, 80 to 89",第四条第一项,P.advancedAge,P.veryAdvancedAge,true,P.allowance80
			高龄津贴 90—99 周岁,"Old-age allowance, 90 to 99",第四条第二项,P.veryAdvancedAge,,true,P.allowance90
			""";

	/** The same rules by hand. */
	static final String DRL = """
			rule "高龄津贴 80—89 周岁"
			    @en("Old-age allowance, 80 to 89")
			    @basis("第四条第一项")
			when
			    Applicant( ageOnLastDay >= P.advancedAge, ageOnLastDay < P.veryAdvancedAge, hukouInJurisdiction == true )
			then
			    benefit.pay(P.allowance80);
			end

			rule "高龄津贴 90—99 周岁"
			    @en("Old-age allowance, 90 to 99")
			    @basis("第四条第二项")
			when
			    Applicant( ageOnLastDay >= P.veryAdvancedAge, hukouInJurisdiction == true )
			then
			    benefit.pay(P.allowance90);
			end
			""";

	private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

	private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";

	private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private static final String PARTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

	private final Map<String, String> parts = new LinkedHashMap<>();

	private TinyTable() {
	}

	static TinyPolicy policy() {
		return TinyPolicy.monthly()
			.parameter("advancedAge", "80", "years")
			.parameter("veryAdvancedAge", "90", "years")
			.parameter("allowance80", "100.00", "CNY")
			.parameter("allowance90", "300.00", "CNY");
	}

	/** A workbook of one sheet, {@code 津贴}, with the table in it. */
	static TinyTable workbook() {
		TinyTable table = new TinyTable();
		table.parts
			.put("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
					+ "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
					+ "<Override PartName='/xl/workbook.xml' ContentType='" + PARTS + "sheet.main+xml'/>"
					+ "<Override PartName='/xl/styles.xml' ContentType='" + PARTS + "styles+xml'/>"
					+ "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='" + PARTS
					+ "worksheet+xml'/></Types>");
		table.parts.put("_rels/.rels", "<Relationships xmlns='" + RELATIONS + "'><Relationship Id='r1' Type='" + OFFICE
				+ "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
		table.parts.put("xl/workbook.xml", "<workbook xmlns='" + MAIN + "' xmlns:r='" + OFFICE
				+ "'><sheets><sheet name='津贴' sheetId='1' r:id='r1'/></sheets></workbook>");
		table.parts.put("xl/_rels/workbook.xml.rels",
				"<Relationships xmlns='" + RELATIONS + "'><Relationship Id='r1' Type='" + OFFICE
						+ "/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='r2' Type='" + OFFICE
						+ "/styles' Target='styles.xml'/></Relationships>");
		table.parts.put("xl/styles.xml", "<styleSheet xmlns='" + MAIN
				+ "'><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='9'/></cellXfs></styleSheet>");
		table.parts.put("xl/worksheets/sheet1.xml", sheet());
		return table;
	}

	private static String sheet() {
		StringBuilder rows = new StringBuilder();
		String[] lines = CSV.replace("Applicant...,Applicant...,Applicant...", "Applicant,,").split("\n");
		for (int i = 0; i < lines.length; i++) {
			rows.append("<row r='").append(i + 1).append("'>");
			String[] cells = lines[i].split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
			for (int j = 0; j < cells.length; j++) {
				String text = cells[j].replaceAll("^\"|\"$", "").replace("\"\"", "\"");
				rows.append(text.isEmpty() ? "" : cell("" + (char) ('A' + j) + (i + 1), text));
			}
			rows.append("</row>");
		}
		return "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows
				+ "</sheetData><mergeCells><mergeCell ref='D5:F5'/></mergeCells></worksheet>";
	}

	static String cell(String address, String text) {
		return "<c r='" + address + "' t='inlineStr'><is><t>"
				+ text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</t></is></c>";
	}

	/** With another text in a part of the sheet. */
	TinyTable replace(String text, String other) {
		return replace("xl/worksheets/sheet1.xml", text, other);
	}

	TinyTable replace(String part, String text, String other) {
		String before = this.parts.getOrDefault(part, "");
		if (!before.contains(text)) {
			throw new AssertionError(part + " does not hold " + text);
		}
		this.parts.put(part, before.replace(text, other));
		return this;
	}

	TinyTable part(String name, String content) {
		this.parts.put(name, content);
		return this;
	}

	byte[] bytes() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, String> part : this.parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
