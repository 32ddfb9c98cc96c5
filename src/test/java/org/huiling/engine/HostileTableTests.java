package org.huiling.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.huiling.engine.problem.Problem;
import org.huiling.engine.problem.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A decision table is code from a stranger too: a cell says its own part of a rule and no
 * more, and a workbook is what a person sees in it.
 */
class HostileTableTests {

	private static final String TOUCHED = "huiling.test.touched";

	@AfterEach
	void nothingOfItHasRun() {
		assertThat(System.clearProperty(TOUCHED)).isNull();
	}

	private static List<Problem> csv(byte[] bytes) {
		return refused("allowance.drl.csv", bytes);
	}

	private static List<Problem> csv(String text, String other) {
		assertThat(TinyTable.CSV).contains(text);
		return csv(TinyTable.CSV.replace(text, other).getBytes(StandardCharsets.UTF_8));
	}

	private static List<Problem> xlsx(TinyTable table) {
		return refused("allowance.drl.xlsx", table.bytes());
	}

	private static List<Problem> refused(String file, byte[] bytes) {
		List<Problem> problems = TinyTable.policy().file(file, bytes).problems();
		assertThat(problems).isNotEmpty().allSatisfy((one) -> {
			assertThat(one.file()).isEqualTo(file);
			assertThat(one.line()).isPositive();
			assertThat(one.column()).isPositive();
			assertThat(one.severity()).isEqualTo(Severity.ERROR);
			assertThat(one.message().zh()).isNotBlank();
			assertThat(one.message().en()).isNotBlank()
				.doesNotContain("\tat ", "Exception", "org.")
				.hasSizeLessThan(200);
		});
		return problems;
	}

	private static void isAt(List<Problem> problems, String code, @Nullable String cell) {
		assertThat(problems).as("%s", problems).anySatisfy((one) -> {
			assertThat(one.code()).isEqualTo(code);
			assertThat(one.cell()).isEqualTo(cell);
		});
	}

	private static String quoted(String cell) {
		return "\"" + cell.replace("\"", "\"\"") + "\"";
	}

	@ParameterizedTest
	@ValueSource(strings = { "P.allowance80); System.exit(1); benefit.pay(P.allowance80",
			"P.allowance80); end rule \"x\" when then benefit.pay(P.allowance90", "P.allowance80) // (",
			"P.allowance80 /* */", "\\u0022", "P.allowance80\\u0029; System.exit(1)", "\"", "P.allowance80 end", "rule",
			"then", "P.allowance80)", "(P.allowance80", "{ }", "P.allowance80 # x", "new Object()",
			"System.setProperty(\"huiling.test.touched\", \"x\")", "java.lang.Runtime.getRuntime().exit(1)",
			"Money.of(\"1000000\")", "P.getClass()", "drools.halt()", "() -> P.allowance80", "Applicant::getClass",
			"P.allowance80 @x", "'x'", "P.allowance80 ? P.allowance80 : P.allowance90", "P.allowance80 + 1", "`x`",
			"P.allowance80\u0000", "P.allowance80\u202E", "P.allowance80\u200B", "P.\u2028allowance80", "P[0]" })
	void aCellOfAConsequenceSaysNoMoreThanItsPart(String cell) {
		assertThat(csv("P.allowance80", quoted(cell))).anySatisfy((one) -> {
			assertThat(one.cell()).isEqualTo("G8");
			assertThat(one.message().en()).isNotBlank();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "P.advancedAge ) then System.exit(1); end rule \"x\" when Applicant( ageOnLastDay > P.x",
			"P.advancedAge, tekun == true", "P.advancedAge || true", "P.advancedAge && tekun", "eval(true)",
			"Integer.getInteger(\"x\")", "P.advancedAge ) not Applicant(", "P.advancedAge // x", "P.advancedAge end",
			"new java.util.Random().nextInt()", "P.advancedAge\\u0029", "８０", "P．advancedAge", "（P.advancedAge）",
			"matches \"(a+)+b\"", "ageOnLastDay from x", "P.advancedAge\"" })
	void aCellOfAConditionSaysNoMoreThanItsPart(String cell) {
		assertThat(csv("P.advancedAge,", quoted(cell) + ","))
			.anySatisfy((one) -> assertThat(one.cell()).isEqualTo("D8"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "甲\" salience 10 rule \"乙", "甲\\", "甲\\u0022 when", "甲\u0007", "甲\u202E乙" })
	void aNameIsANameAndNothingElse(String name) {
		assertThat(csv("高龄津贴 80—89 周岁", quoted(name))).allSatisfy((one) -> assertThat(one.cell()).isEqualTo("A8"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "第一条\") @dialect(\"mvel", "第一条\\\") salience 10", "第一条\" )" })
	void aBasisIsATextAndNothingElse(String basis) {
		assertThat(csv("第四条第一项", quoted(basis))).allSatisfy((one) -> assertThat(one.cell()).isEqualTo("C8"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
			ageOnLastDay >= $param       ¦ "ageOnLastDay >= $param ) then System.exit(1); end //" ¦ D6
			ageOnLastDay >= $param       ¦ "forall(||){ageOnLastDay >= $}"                        ¦ D6
			ageOnLastDay >= $param       ¦ ageOnLastDay >= $param || tekun == true                ¦ D8
			pay($param)                  ¦ pay($param); System.exit(1)                            ¦ G6
			pay($param)                  ¦ getClass($param)                                       ¦ G6
			"basis(""$param"")"          ¦ "author(""$param"")"                                   ¦ C6
			"basis(""$param"")"          ¦ "basis(""$param"") @timer(""1"")"                      ¦ C6
			Applicant...                 ¦ Applicant( tekun == true )...                          ¦ D5
			Applicant...                 ¦ Applicant from entry-point...                          ¦ D5
			,benefit                     ¦ ,System                                                ¦ G5
			""")
	void aHeaderSaysNoMoreThanItsPart(String text, String other, String cell) {
		assertThat(csv(text, other)).anySatisfy((one) -> assertThat(one.cell()).isEqualTo(cell));
	}

	@Test
	void csvThatIsNoCsvIsRefused() {
		isAt(csv("高龄津贴 90—99 周岁,", "\"高龄津贴 90—99 周岁,"), "CSV_SYNTAX", "A9");
		isAt(csv("第四条第一项", "\"第四条\n第一项\""), "LINE_BREAK", "C8");
		isAt(csv(TinyTable.CSV.replace(",", ";").getBytes(StandardCharsets.UTF_8)), "NO_TABLE", "A1");
		isAt(csv(TinyTable.CSV.replace(",", "\t").getBytes(StandardCharsets.UTF_8)), "NO_TABLE", "A1");
	}

	@Test
	void otherEncodingsAreRefused() {
		isAt(csv(TinyTable.CSV.getBytes(Charset.forName("GBK"))), "NOT_UTF8", null);
		isAt(csv(TinyTable.CSV.getBytes(StandardCharsets.UTF_16)), "NOT_UTF8", null);
		csv(TinyTable.CSV.getBytes(StandardCharsets.UTF_16LE));
	}

	@Test
	void csvBeyondTheLimitsIsRefused() {
		isAt(csv((TinyTable.CSV + ",\n".repeat(600)).getBytes(StandardCharsets.UTF_8)), "TOO_LARGE", "A501");
		isAt(csv(("RuleSet" + ",x".repeat(100)).getBytes(StandardCharsets.UTF_8)), "TOO_LARGE", "A1");
		isAt(csv("第四条第一项", "条".repeat(1001)), "TOO_LARGE", "C8");
	}

	@Test
	void aWorkbookThatUnpacksToTooMuchIsRefused() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
			byte[] zeros = new byte[1 << 20];
			for (int i = 0; i < 200; i++) {
				zip.write(zeros);
			}
		}
		assertThat(bytes.size()).isLessThan(1 << 20);
		isAt(refused("allowance.drl.xlsx", bytes.toByteArray()), "TOO_LARGE", null);
	}

	@Test
	void aWorkbookOfTooManyFilesIsRefused() {
		TinyTable table = TinyTable.workbook();
		for (int i = 0; i < 300; i++) {
			table.part("xl/x" + i + ".bin", "");
		}
		isAt(xlsx(table), "TOO_LARGE", null);
	}

	@ParameterizedTest
	@CsvSource({ "ZZZ9, G9", "XFD9, G9", "G1048576, G9" })
	void aCellFarOutIsRefused(String address, String instead) {
		assertThat(xlsx(TinyTable.workbook().replace("r='" + instead + "'", "r='" + address + "'")))
			.anySatisfy((one) -> assertThat(one.code()).isEqualTo("TOO_LARGE"));
	}

	@Test
	void entitiesAreRefused() {
		String entity = "<!DOCTYPE worksheet [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><worksheet";
		isAt(xlsx(TinyTable.workbook().replace("<worksheet", entity)), "NOT_ADMITTED", null);
		isAt(xlsx(TinyTable.workbook().replace("<worksheet", entity).replace("第四条第一项", "&x;")), "NOT_ADMITTED", null);
		isAt(xlsx(TinyTable.workbook()
			.replace("xl/workbook.xml", "<workbook", "<!DOCTYPE a [<!ENTITY b 'c'><!ENTITY d '&b;&b;'>]><workbook")),
				"NOT_ADMITTED", null);
	}

	@Test
	void formulasAreRefusedAtTheirCell() {
		isAt(xlsx(TinyTable.workbook()
			.replace(TinyTable.cell("G8", "P.allowance80"), "<c r='G8' t='str'><f>A1</f><v>P.allowance80</v></c>")),
				"FORMULA", "津贴!G8");
		isAt(xlsx(TinyTable.workbook()
			.replace(TinyTable.cell("G8", "P.allowance80"), "<c r='G8'><f t='shared' si='9'/><v>1</v></c>")),
				"XLSX_SYNTAX", null);
	}

	@Test
	void whatIsHiddenIsRefusedAtItsPlace() {
		isAt(xlsx(TinyTable.workbook().replace("<row r='9'", "<row r='9' hidden='1'")), "HIDDEN_CELLS", "津贴!A9");
		isAt(xlsx(TinyTable.workbook()
			.replace("<sheetData>", "<cols><col min='4' max='4' hidden='true'/></cols><sheetData>")), "HIDDEN_CELLS",
				"津贴!D1");
		isAt(xlsx(TinyTable.workbook().replace("xl/workbook.xml", "sheetId='1'", "sheetId='1' state='veryHidden'")),
				"HIDDEN_CELLS", "津贴!A1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ht='0'", "ht='0.0'", "ht='0.75' customHeight='1'", "ht='-15'", "ht='NaN'", "ht='x'" })
	void aRowTooLowToBeSeenIsRefused(String height) {
		isAt(xlsx(TinyTable.workbook().replace("<row r='9'", "<row r='9' " + height)), "HIDDEN_CELLS", "津贴!A9");
	}

	@ParameterizedTest
	@ValueSource(strings = { "width='0'", "width='0.00'", "width='0.1' customWidth='1'" })
	void aColumnTooNarrowToBeSeenIsRefused(String width) {
		isAt(xlsx(TinyTable.workbook()
			.replace("<sheetData>", "<cols><col min='4' max='4' " + width + "/></cols><sheetData>")), "HIDDEN_CELLS",
				"津贴!D1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zeroHeight='1'", "zeroHeight='true'", "defaultRowHeight='0'", "defaultColWidth='0'" })
	void rowsAndColumnsThatAreUnseenUnlessTheySayOtherwiseAreRefused(String usually) {
		isAt(xlsx(TinyTable.workbook().replace("<sheetData>", "<sheetFormatPr " + usually + "/><sheetData>")),
				"HIDDEN_CELLS", "津贴!A1");
	}

	private static TinyTable formatted(String code, String cell) {
		return TinyTable.workbook()
			.replace("xl/styles.xml", "<cellXfs>",
					"<numFmts><numFmt numFmtId='170' formatCode='" + code + "'/></numFmts><cellXfs>")
			.replace("xl/styles.xml", "</cellXfs>", "<xf numFmtId='170'/></cellXfs>")
			.replace(TinyTable.cell("D8", "P.advancedAge"), cell);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0&quot;岁&quot;", "&quot;60&quot;", "0.00", "0%", ";;;", "#,##0", "0;0;0",
			"[&gt;70]&quot;60&quot;;0", "yyyy", "0_ " })
	void aNumberWithATextOrAnotherShapeIsRefused(String code) {
		isAt(xlsx(formatted(code, "<c r='D8' s='3'><v>80</v></c>")), "CELL_VALUE", "津贴!D8");
	}

	@ParameterizedTest
	@ValueSource(strings = { ";;;", ";;;&quot;P.veryAdvancedAge&quot;", "&quot;P.&quot;@", "0;0;0;&quot;60&quot;@",
			"@&quot;岁&quot;" })
	void aTextShownAsAnotherIsRefused(String code) {
		String cell = TinyTable.cell("D8", "P.advancedAge").replace("<c ", "<c s='3' ");
		isAt(xlsx(formatted(code, cell)), "CELL_VALUE", "津贴!D8");
	}

	@ParameterizedTest
	@ValueSource(strings = { "@", "General", "0", "0.00", "yyyy&quot;年&quot;m&quot;月&quot;", "0;-0" })
	void aTextUnderAFormatOfNumbersIsShownAsItIs(String code) {
		String cell = TinyTable.cell("D8", "P.advancedAge").replace("<c ", "<c s='3' ");
		assertThat(TinyTable.policy().file("allowance.drl.xlsx", formatted(code, cell).bytes()).compile()).isNotNull();
	}

	@Test
	void aFormatThatHidesBehindTheOrdinaryStyleIsRefused() {
		String number = "<c r='D8'><v>80</v></c>";
		isAt(xlsx(formatted("&quot;60&quot;", number).replace("xl/styles.xml", "<cellXfs><xf numFmtId='0'/>",
				"<cellXfs><xf numFmtId='170'/>")), "CELL_VALUE", "津贴!D8");
		isAt(xlsx(formatted("0", "<c r='D8' s='3'><v>60.4</v></c>")), "CELL_VALUE", "津贴!D8");
		isAt(xlsx(formatted("0", "<c r='D8' s='99'><v>60</v></c>")), "CELL_VALUE", "津贴!D8");
		isAt(xlsx(formatted("0", number).replace("xl/styles.xml", "numFmtId='170' formatCode='0'",
				"numFmtId='0' formatCode='&quot;60&quot;'")), "CELL_VALUE", "津贴!D8");
		isAt(xlsx(TinyTable.workbook().part("xl/other.xml", "<styleSheet/>")), "XLSX_SYNTAX", null);
	}

	@Test
	void aFormatThatHangsOnAConditionIsRefused() {
		isAt(xlsx(TinyTable.workbook()
			.replace("xl/styles.xml", "</cellXfs>",
					"</cellXfs><dxfs><dxf><numFmt numFmtId='170' formatCode='&quot;60&quot;'/></dxf></dxfs>")
			.replace("</sheetData>", "</sheetData><conditionalFormatting sqref='D8'/>")), "CELL_VALUE", "津贴!A1");
	}

	@Test
	void mergedCellsAreRefusedWhereARowWouldBeIncomplete() {
		isAt(xlsx(TinyTable.workbook().replace("ref='D5:F5'", "ref='C8:C9'")), "MERGED_CELLS", "津贴!C8");
		isAt(xlsx(TinyTable.workbook()
			.replace("<mergeCell ref='D5:F5'/>", "<mergeCell ref='D5:F5'/><mergeCell ref='D9:E9'/>")), "MERGED_CELLS",
				"津贴!D9");
	}

	@Test
	void numbersThatShowSomethingElseAreRefused() {
		isAt(xlsx(TinyTable.workbook()
			.replace(TinyTable.cell("D8", "P.advancedAge"), "<c r='D8' s='1'><v>41275</v></c>")), "CELL_VALUE",
				"津贴!D8");
		isAt(xlsx(
				TinyTable.workbook().replace(TinyTable.cell("D8", "P.advancedAge"), "<c r='D8' s='2'><v>0.8</v></c>")),
				"CELL_VALUE", "津贴!D8");
		isAt(xlsx(TinyTable.workbook()
			.replace(TinyTable.cell("D8", "P.advancedAge"), "<c r='D8' t='e'><v>#REF!</v></c>")), "CELL_VALUE",
				"津贴!D8");
		assertThat(xlsx(TinyTable.workbook()
			.replace(TinyTable.cell("G8", "P.allowance80"), "<c r='G8'><v>1e999999999</v></c>"))).isNotEmpty();
	}

	@Test
	void aPlainNumberOrTruthIsWhatItShows() {
		TinyTable.policy()
			.file("allowance.drl.xlsx",
					TinyTable.workbook()
						.replace(TinyTable.cell("F8", "true"), "<c r='F8' t='b'><v>1</v></c>")
						.replace(TinyTable.cell("D8", "P.advancedAge"), "<c r='D8'><v>80</v></c>")
						.bytes())
			.shelf()
			.ask("old-age-allowance", "2013-07", People.born("1930-01-01"))
			.pays("100.00");
	}

	@Test
	void macrosLinksAndSecondSheetsAreRefused() {
		isAt(xlsx(TinyTable.workbook().part("xl/vbaProject.bin", "x")), "NOT_ADMITTED", null);
		isAt(xlsx(TinyTable.workbook().part("xl/externalLinks/externalLink1.xml", "<x/>")), "NOT_ADMITTED", null);
		isAt(xlsx(TinyTable.workbook()
			.part("xl/worksheets/sheet2.xml",
					"<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>")),
				"ONE_SHEET", null);
		isAt(xlsx(TinyTable.workbook().replace("<sheetData>", "<sheetData/><x>").replace("</sheetData>", "</x>")),
				"ONE_SHEET", null);
	}

	@Test
	void bytesThatAreNoWorkbookAreRefused() {
		byte[] workbook = TinyTable.workbook().bytes();
		for (byte[] bytes : List.of(new byte[0], new byte[] { 1, 2, 3 }, "RuleSet".getBytes(StandardCharsets.UTF_8),
				Arrays.copyOf(workbook, workbook.length / 2), new byte[] { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0,
						(byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1, 0, 0, 0, 0 })) {
			refused("allowance.drl.xlsx", bytes);
		}
		refused("allowance.drl.csv", workbook);
	}

	@Test
	void aCellOutsideEveryColumnIsNotPassedOver() {
		isAt(csv("P.allowance80\n", "P.allowance80,P.allowance90\n"), "STRAY_CELL", "H8");
	}

}
