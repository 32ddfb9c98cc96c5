package org.huiling.engine.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.xml.stream.XMLStreamException;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.huiling.engine.Bilingual;
import org.huiling.engine.source.yaml.FilePlace;
import org.huiling.engine.source.yaml.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one filled sheet of a workbook; whatever could make a table mean something
 * other than what a person sees in it is refused.
 */
final class Workbook {

	private final String file;

	private final Problems problems;

	Workbook(String file, Problems problems) {
		this.file = file;
		this.problems = problems;
	}

	@Nullable Grid read(byte[] bytes) {
		try {
			if (ReadableWorkbook.isOLE2Header(bytes)) {
				refuse("XLSX_SYNTAX", "这是旧格式（.xls）或加了密码的工作簿",
						"this is a workbook of the old kind (.xls), or one with a password");
				return null;
			}
			return read(new Archive(bytes));
		}
		catch (Archive.TooLarge ex) {
			refuse("TOO_LARGE", "工作簿解开后过大", "the workbook unpacks to too much");
		}
		catch (IOException | XMLStreamException | RuntimeException ex) {
			refuse("XLSX_SYNTAX", "无法读取工作簿", "the workbook cannot be read");
		}
		return null;
	}

	private @Nullable Grid read(Archive archive) throws IOException, XMLStreamException {
		List<SheetMarks> filled = new ArrayList<>();
		CellFormats formats = new CellFormats();
		for (Map.Entry<String, byte[]> part : archive.files().entrySet()) {
			String name = part.getKey().toLowerCase(Locale.ROOT);
			if (name.contains("vbaproject") || name.contains("externallink") || name.contains("/embeddings/")
					|| name.contains("connections.xml")) {
				refuse("NOT_ADMITTED", "工作簿中不能有宏、外部链接或嵌入的文件",
						"a workbook may hold no macros, external links or embedded files");
				return null;
			}
			if (name.endsWith(".xml") || name.endsWith(".rels")) {
				SheetMarks marks = SheetMarks.read(part.getValue());
				if (marks.definesEntities()) {
					refuse("NOT_ADMITTED", "工作簿中不能有 XML 实体定义", "a workbook may define no XML entities");
					return null;
				}
				if (marks.isFilledSheet()) {
					filled.add(marks);
				}
				formats.read(part.getValue());
			}
		}
		if (formats.parts() > 1) {
			refuse("XLSX_SYNTAX", "工作簿里有两份格式", "the workbook holds two sets of formats");
			return null;
		}
		if (filled.size() != 1) {
			refuse("ONE_SHEET", "工作簿里应正好有一张有内容的工作表，现有 " + filled.size() + " 张",
					"a workbook has exactly one sheet with something in it; there are " + filled.size());
			return null;
		}
		SheetMarks marks = filled.get(0);
		try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(archive.packed()),
				new ReadingOptions(true, true))) {
			return read(book, marks, formats);
		}
	}

	private @Nullable Grid read(ReadableWorkbook book, SheetMarks marks, CellFormats formats) throws IOException {
		if (marks.beyond() != null) {
			FilePlace at = new Grid(this.file, name(book)).place(marks.beyond().row(), marks.beyond().column());
			this.problems.error(at, "TOO_LARGE", "表格过大", "too large a table", TableLimits.HINT);
			return null;
		}
		for (Sheet sheet : book.getSheets().toList()) {
			SheetCells cells = new SheetCells(this.file, sheet.getName(), formats, this.problems);
			cells.read(sheet, marks);
			if (cells.isFilled()) {
				if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
					this.problems.error(cells.grid().place(1, 1), "HIDDEN_CELLS", "工作表是隐藏的：取消隐藏",
							"the sheet is hidden: show it");
				}
				if (marks.isConditional() && formats.areConditional()) {
					this.problems.error(cells.grid().place(1, 1), "CELL_VALUE", "条件格式改变了数字格式，看到的可能不是存下的：取消条件格式",
							"conditional formats change number formats, and what is seen may not be what is stored: remove them");
				}
				return cells.judged(marks);
			}
		}
		refuse("ONE_SHEET", "工作簿里没有有内容的工作表", "no sheet of the workbook has anything in it");
		return null;
	}

	private static String name(ReadableWorkbook book) {
		return book.getSheets().findFirst().map(Sheet::getName).orElse("");
	}

	private void refuse(String code, String zh, String en) {
		this.problems.error(FilePlace.of(this.file), code, zh, en,
				new Bilingual("另存为不带宏、不带密码的 Excel 工作簿（.xlsx），一张表一个文件",
						"save as an Excel workbook (.xlsx) without macros or password, one table a file"));
	}

}
