package org.huiling.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.huiling.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tables as people send them: nothing of a row is lost without a word. */
class TableFileTests {

	private static final Set<String> KNOWN = Set.of("id", "name", "day", "姓名");

	private static final Charset GBK = Charset.forName("GBK");

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r", "\r\n" })
	void linesEndInEveryWay(String end) {
		assertThat(read("id,name,day%1,a,d%2,b,d%".replace("%", end))).containsExactly("2 [1, a, d]", "3 [2, b, d]");
		assertThat(read("id,name,day%1,a,d\r2,b,d\n3,c,d\r\n4,e,d".replace("%", end))).hasSize(4)
			.endsWith("5 [4, e, d]");
	}

	@Test
	void aLineEndWithinACellTakesNeitherHalf() {
		assertThat(read("id,name,day\n1,a,d\n2,b\rc,d\n3,e,d\n")).containsExactly("2 [1, a, d]", "3 TORN_ROW",
				"4 TORN_ROW", "5 [3, e, d]");
		assertThat(read("id,name,day\n1,a,d\re\n3,e,d\n")).containsExactly("2 TORN_ROW", "3 TORN_ROW", "4 [3, e, d]");
		assertThat(read("id,name,day\r\n1,a\nb,d\r\n2,c\r\n")).containsExactly("2 TORN_ROW", "3 TORN_ROW", "4 [2, c]");
	}

	@Test
	void quotedCellsMayHoldLineEndsAndABrokenOneRefusesItsLineAlone() {
		assertThat(read("id,name,day\n1,\"a\r\nb\rc\nd\",\"say \"\"x\"\"\"\n2,b,d\n"))
			.containsExactly("2 [1, a\r\nb\rc\nd, say \"x\"]", "6 [2, b, d]");
		assertThat(read("id,name,day\n\"1,a,d\n\"2\",b,d\n3,\"c\"x,d\n4,e \"f\",d\n"))
			.containsExactly("2 MALFORMED_ROW", "3 [2, b, d]", "4 MALFORMED_ROW", "5 [4, e \"f\", d]");
	}

	@Test
	void aCellOfWhichTheEndIsNotThereIsNotTaken() {
		String longer = "x".repeat(LineReader.LONGEST + 1);
		assertThat(read("id,name,day\n1,\"a\n" + longer + "\",d\nb\"\n2,c,d\n")).containsExactly("2 MALFORMED_ROW",
				"3 LINE_TOO_LONG", "4 [b\"]", "5 [2, c, d]");
	}

	@Test
	void emptyRowsTakeNoRoomHoweverManyThereAre() {
		String empty = ",\r\n".repeat(1000);
		assertThat(read(empty + "id,name,day\n" + empty + "1,a\n2,b,d\n")).containsExactly("2002 TORN_ROW",
				"2003 [2, b, d]");
	}

	@Test
	void theHeaderIsFoundBelowATitleAndWhatStandsAboveItIsNotLost() {
		assertThat(read("示范区高龄津贴花名册,,,\n\n填表：甲,,日期：\n姓 名,\u3000\"Id\",id*,day\n甲,x,1,d\n"))
			.containsExactly("5 [甲, x, 1, d]");
		assertThat(read("1,a,d\nid,name,day\n2,b,d\n")).containsExactly("1 ABOVE_HEADER", "3 [2, b, d]");
		assertThat(read("\uFEFF\"id\",‘name’,'day'\n1,a,d\n")).containsExactly("2 [1, a, d]");
	}

	@Test
	void aRowWithoutAFilledCellIsNoneAndSurplusCellsAreRefused() {
		assertThat(read("id,name,day\n,,\n  ,\u3000,\u200B\n1,a,d,,\n2,a,d,x\n,,,x\n"))
			.containsExactly("4 [1, a, d, , ]", "5 SURPLUS_CELLS", "6 SURPLUS_CELLS");
	}

	@ParameterizedTest
	@ValueSource(strings = { "合计,5", "合  计,5", "总计：,", "小计（元）,3", "以上共3人,", "共计 3 人,5", "本页合计,5", "填表人,某",
			"填表人：某,2026年", "制表人：李四,", "审核：,王五", "注：以上为二月份,", "Total,5", "Prepared by: A,", "１２人以上共计：３人,x" })
	void whatStandsBelowAListIsToldFromItsRowsHoweverFewColumnsThereAre(String row) throws IOException {
		boolean none = row.startsWith("１２");
		assertThat(footers("身份证号码,养老金\n379901193302150022,5\n" + row + "\n")).isEqualTo(none ? "[]" : "[3]");
		assertThat(footers(
				"import.line,import.error,身份证号码,养老金\n3,what,379901193302150022,5\n7,\"what, why\"," + row + "\n"))
			.as("given back, and sent again")
			.isEqualTo(none ? "[]" : "[3]");
	}

	@Test
	void aRowOfSomebodyIsNoFooterWhateverTheyAreCalled() throws IOException {
		assertThat(footers("姓名,养老金\n总计明,5\n审核,5\n合明计,1\n注册,2\n")).isEqualTo("[]");
		assertThat(footers("职务,姓名,身份证号码,养老金\n负责人,试例,379901193302150022,5\n经办,试例,379901193302150022,\n"))
			.isEqualTo("[]");
	}

	private static String footers(String text) throws IOException {
		List<Long> footers = new ArrayList<>();
		try (TableFile table = TableFile.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null,
				(name) -> Set.of("身份证号码", "养老金", "姓名").contains(name) || TableFile.isRemark(name))) {
			for (TableRow row = table.next(); row != null; row = table.next()) {
				if (table.isFooter(row)) {
					footers.add(row.number());
				}
			}
		}
		return footers.toString();
	}

	@Test
	void whatSpreadsheetsPutAroundACellIsTakenAway() {
		assertThat(read("id,name,day\n\t1,'2,\"=\"\"3\"\"\"\n\u200B4\u00A0,\uFEFF5,'6'\n=\"7\",8\u3000, 9 \n"))
			.containsExactly("2 [1, 2, 3]", "3 [4, 5, 6]", "4 [7, 8, 9]");
		assertThat(read("id,name,day\n=1+1,o'hara,'-3\n")).containsExactly("2 [=1+1, o'hara, -3]");
	}

	@Test
	void oneBadCharacterRefusesItsRow() {
		byte[] bytes = "id,name,day\n1,王甲,d\n2,王?,d\n3,李乙丙丁戊己庚辛,d\n".getBytes(GBK);
		int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('?');
		byte[] own = new byte[bytes.length + 1];
		System.arraycopy(bytes, 0, own, 0, at);
		own[at] = (byte) 0xAA;
		own[at + 1] = (byte) 0xA1;
		System.arraycopy(bytes, at + 1, own, at + 2, bytes.length - at - 1);
		assertThat(read(own)).containsExactly("2 [1, 王甲, d]", "3 LINE_ENCODING", "4 [3, 李乙丙丁戊己庚辛, d]");
		bytes[at] = (byte) 0xFF;
		assertThat(read(bytes)).containsExactly("2 [1, 王甲, d]", "3 LINE_ENCODING", "4 [3, 李乙丙丁戊己庚辛, d]");
	}

	@Test
	void whatIsNoTableIsRefusedByName() {
		refused("id,name\n1,a\n".getBytes(StandardCharsets.UTF_16), "FILE_ENCODING");
		refused("id,name\n1,a\n".getBytes(StandardCharsets.UTF_16LE), "FILE_ENCODING");
		refused(" \n,,\n".getBytes(StandardCharsets.UTF_8), "EMPTY_FILE");
		refused("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "NO_HEADER");
		refused("<HTML><table>".getBytes(StandardCharsets.UTF_8), "NOT_A_TABLE");
		refused("%PDF-1.7".getBytes(StandardCharsets.UTF_8), "NOT_A_TABLE");
		refused(("id" + ",".repeat(1_000_000) + "\n").getBytes(StandardCharsets.UTF_8), "TOO_MANY_COLUMNS");
		refused(new byte[] { 'P', 'K', 3, 4, 0, 0, 0, 0, 0 }, "WORKBOOK_UNREADABLE");
	}

	private static void refused(byte[] file, String code) {
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> read(file))
			.satisfies((refusal) -> assertThat(refusal.errors().get(0).code()).isEqualTo(code))
			.satisfies((refusal) -> assertThat(refusal.status()).isEqualTo(400));
	}

	private static List<String> read(String text) {
		return read(text.getBytes(StandardCharsets.UTF_8));
	}

	private static List<String> read(byte[] file) {
		List<String> rows = new ArrayList<>();
		try (TableFile table = TableFile.open(new ByteArrayInputStream(file), null, KNOWN::contains)) {
			for (TableRow row = table.next(); row != null; row = table.next()) {
				rows.add(row.number() + " " + ((row.fault() != null) ? row.fault() : row.cells()));
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return rows;
	}

}
