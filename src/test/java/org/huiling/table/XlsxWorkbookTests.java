package org.huiling.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huiling.Samples;
import org.huiling.problem.InvalidInput;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Workbooks: what is shown is what is read, or the row is refused. */
class XlsxWorkbookTests {

	private static final Set<String> KNOWN = Set.of("id", "name", "day", "sum");

	@Test
	void readsWhatIsShown() {
		byte[] book = book((sheet) -> {
			sheet.value(0, 0, "示范区花名册");
			header(sheet, 2);
			sheet.value(3, 0, "379901193302158016");
			sheet.value(3, 1, " 试,例 ");
			sheet.value(3, 2, LocalDate.of(1933, 2, 15));
			sheet.style(3, 2).format("yyyy\"年\"m\"月\"d\"日\"").set();
			sheet.value(3, 3, 1234.565);
			sheet.style(3, 3).format("#,##0.00").set();
			sheet.value(5, 0, 42);
			sheet.style(5, 0).format("000000").set();
			sheet.value(5, 2, LocalDateTime.of(2013, 7, 1, 8, 30));
			sheet.style(5, 2).format("yyyy-mm-dd hh:mm").set();
			sheet.value(5, 3, 0.1 + 0.2);
			sheet.value(6, 1, true);
			sheet.value(6, 2, LocalDate.of(1933, 2, 15));
			sheet.style(6, 2).format("yyyy-mm").set();
			sheet.value(6, 3, 0.12);
			sheet.style(6, 3).format("0%").set();
		});
		assertThat(read(book)).containsExactly("4 [379901193302158016, 试,例, 1933-02-15, 1234.57]",
				"6 [000042, , 2013-07-01T08:30, 0.3]", "7 [, TRUE, 1933-02, 12%]");
	}

	@Test
	void refusesTheRowsOfWhichSomethingIsLost() {
		byte[] book = book((sheet) -> {
			header(sheet, 0);
			sheet.value(1, 0, 379901193302158016L);
			sheet.value(2, 0, 6.22848E18);
			sheet.value(3, 0, 123456789012345L);
			sheet.formula(4, 1, "1/0");
			sheet.value(5, 1, "hidden");
			sheet.hideRow(5);
			sheet.value(6, 1, "a");
			sheet.value(7, 0, "b");
			sheet.range(6, 1, 7, 1).merge();
			sheet.value(8, 0, "c");
			sheet.value(8, 5, "surplus");
		});
		assertThat(read(book)).containsExactly("2 {0=LOST_DIGITS}", "3 {0=LOST_DIGITS}", "4 [123456789012345]",
				"5 {1=CELL_ERROR}", "6 HIDDEN_ROW", "7 [, a]", "8 {1=MERGED_ROWS}", "9 SURPLUS_CELLS");
	}

	@Test
	void aFormulaWhoseResultIsNotStoredIsNoEmptyCell() throws IOException {
		byte[] book = book((sheet) -> {
			header(sheet, 0);
			for (int row = 1; row <= 9; row++) {
				sheet.value(row, 0, "x" + row);
			}
		});
		StringBuilder rows = new StringBuilder();
		List<String> cells = List.of("<c r='D@'><f>1+1</f></c>", "<c r='D@'><f>1+1</f><v></v></c>",
				"<c r='D@'><f>1+1</f><v/></c>", "<c r='D@'><f>1+1</f><v> </v></c>",
				"<c r='D@' t='s'><f>B2</f><v></v></c>", "<c r='D@' t='b'><f>TRUE()</f><v/></c>",
				"<c r='D@' t='str'><f>B2</f></c>", "<c r='D@' t='str'><f>IF(B2=0,\"\",B2)</f><v></v></c>",
				"<c r='D@'><f>1+1</f><v>2</v></c>", "<c r='D@'><v></v></c>");
		for (int i = 0; i < cells.size(); i++) {
			rows.append("<row r='%d'><c r='A%<d' t='inlineStr'><is><t>x</t></is></c>".formatted(i + 2))
				.append(cells.get(i).replace("@", String.valueOf(i + 2)))
				.append("</row>");
		}
		assertThat(read(changed(book, "<row r=\"2\".*</sheetData>", rows + "</sheetData>"))).containsExactly(
				"2 {3=CELL_ERROR}", "3 {3=CELL_ERROR}", "4 {3=CELL_ERROR}", "5 {3=CELL_ERROR}", "6 {3=CELL_ERROR}",
				"7 {3=CELL_ERROR}", "8 {3=CELL_ERROR}", "9 [x, , , ]", "10 [x, , , 2]", "11 [x, , , ]");
	}

	@Test
	void aHiddenColumnIsNeitherTakenNorLeftOutWithoutAWord() {
		byte[] known = book((sheet) -> {
			header(sheet, 0);
			sheet.hideColumn(3);
			sheet.value(1, 3, 1);
		});
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> read(known)).satisfies((refusal) -> {
			assertThat(refusal.status()).isEqualTo(400);
			assertThat(refusal.errors().get(0).code()).isEqualTo("HIDDEN_COLUMN");
			assertThat(refusal.errors().get(0).arguments()).containsExactly("sum");
		});
		assertThat(read(book((sheet) -> {
			header(sheet, 0);
			sheet.value(0, 4, "unknown");
			sheet.hideColumn(4);
			sheet.value(1, 0, "a");
			sheet.value(1, 4, "b");
		}))).containsExactly("2 [a, , , , b]");
	}

	@Test
	void takesTheFirstSheetWithAHeaderAndNamesTheOthers() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Workbook book = new Workbook(bytes, "test", "1.0")) {
			book.newWorksheet("说明").value(0, 0, "怎样填写");
			Worksheet list = book.newWorksheet("名单");
			header(list, 0);
			list.value(1, 0, "1");
			book.newWorksheet("空");
			header(book.newWorksheet("旧名单"), 0);
		}
		try (TableFile table = TableFile.open(new ByteArrayInputStream(bytes.toByteArray()), null, KNOWN::contains)) {
			assertThat(table.sheetsNotRead()).containsExactly("说明", "旧名单");
			assertThat(table.headerText()).isEqualTo("id,name,day,sum");
			assertThat(table.next()).isNotNull();
			assertThat(table.next()).isNull();
		}
	}

	@Test
	void refusesBombsAndWhatIsNoWorkbook() throws IOException {
		byte[] book = book((sheet) -> header(sheet, 0));
		refused(changed(book, "<row", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + "x".repeat(40_000_000)
				+ "</t></is></c></row><row"), "WORKBOOK_TOO_LARGE");
		refused(changed(book, "<row", "<x a=\"" + "x".repeat(3_000_000) + "\"/><row"), "WORKBOOK_TOO_LARGE");
		refused(changed(book, "<row", " ".repeat(500) + "<!-- " + "<>".repeat(60_000_000) + " --><row"),
				"WORKBOOK_TOO_LARGE");
		refused(changed(book, "r=\"A1\"", "r=\"ZZZ1\""), "TOO_MANY_COLUMNS");
		refused(changed(book, "<worksheet", "<!DOCTYPE x [<!ENTITY e \"x\">]><worksheet"), "WORKBOOK_UNREADABLE");
		refused(Arrays.copyOf(book, book.length / 2), "WORKBOOK_UNREADABLE");
		refused(changed(book, "officeDocument\"", "elsewhere\""), "WORKBOOK_UNREADABLE");
	}

	@Test
	void memoryStaysFlatHoweverLongTheWorkbookIs() {
		int rows = Samples.of(400_000, 20_000);
		byte[] book = book((sheet) -> {
			header(sheet, 0);
			for (int i = 1; i <= rows; i++) {
				sheet.value(i, 0, "3799011933" + (10_000_000 + i));
				sheet.value(i, 1, "试例" + i);
				sheet.value(i, 3, i);
			}
		});
		long sum = 0;
		int count = 0;
		try (TableFile table = TableFile.open(new ByteArrayInputStream(book), null, KNOWN::contains)) {
			for (TableRow row = table.next(); row != null; row = table.next()) {
				count++;
				sum += Long.parseLong(row.cells().get(3));
				assertThat(row.cells().get(1)).isEqualTo("试例" + count);
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		assertThat(count).isEqualTo(rows);
		assertThat(sum).isEqualTo(rows * (rows + 1L) / 2);
	}

	private static void header(Worksheet sheet, int row) {
		int column = 0;
		for (String name : List.of("id", "name", "day", "sum")) {
			sheet.value(row, column++, name);
		}
	}

	static byte[] book(Consumer<Worksheet> filled) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Workbook book = new Workbook(bytes, "test", "1.0")) {
			filled.accept(book.newWorksheet("名单"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return bytes.toByteArray();
	}

	/** The workbook with something else in its parts. */
	private static byte[] changed(byte[] book, String was, String is) throws IOException {
		Map<String, String> parts = new LinkedHashMap<>();
		try (ZipFile zip = ZipFile.builder().setByteArray(book).get()) {
			for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
				parts.put(entry.getName(),
						new String(zip.getInputStream(entry).readAllBytes(), UTF_8).replaceFirst(was, is));
			}
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue().getBytes(UTF_8));
			}
		}
		return bytes.toByteArray();
	}

	private static void refused(byte[] book, String code) {
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> read(book))
			.satisfies((refusal) -> assertThat(refusal.errors().get(0).code()).isEqualTo(code));
	}

	private static List<String> read(byte[] book) {
		List<String> rows = new ArrayList<>();
		InputStream bytes = new ByteArrayInputStream(book);
		try (TableFile table = TableFile.open(bytes, null, KNOWN::contains)) {
			for (TableRow row = table.next(); row != null; row = table.next()) {
				rows.add(row.number() + " " + ((row.fault() != null) ? row.fault()
						: row.damaged().isEmpty() ? row.cells() : row.damaged()));
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return rows;
	}

}
