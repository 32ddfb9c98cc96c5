package org.huiling.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import javax.xml.stream.XMLStreamException;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A workbook of the present kind (ECMA-376), of which rows are read one by one. */
final class XlsxWorkbook implements Closeable {

	/** The most bytes of a workbook, packed. */
	private static final long LARGEST = 1L << 28;

	private static final long LARGEST_SHEET = 1L << 32;

	private static final long LARGEST_STRINGS = 1L << 30;

	private static final long LARGEST_PART = 1L << 24;

	private static final int MOST_PARTS = 2000;

	private final ScratchFile file;

	private final ZipFile zip;

	private final SharedStrings strings;

	private final NumberFormats formats;

	private final List<Sheet> sheets = new ArrayList<>();

	private record Sheet(String name, String part, boolean visible) {
	}

	private XlsxWorkbook(ScratchFile file, ZipFile zip, SharedStrings strings) throws IOException, XMLStreamException {
		this.file = file;
		this.zip = zip;
		this.strings = strings;
		Set<String> names = new HashSet<>();
		List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
		if (parts.size() > MOST_PARTS || !parts.stream().map(ZipArchiveEntry::getName).allMatch(names::add)) {
			throw TableFault.WORKBOOK_UNREADABLE.refusal();
		}
		String main = links("", "_rels/.rels").stream()
			.filter((link) -> link.type().endsWith("/officeDocument"))
			.map(Link::target)
			.findFirst()
			.orElseThrow(TableFault.WORKBOOK_UNREADABLE::refusal);
		String folder = main.substring(0, main.lastIndexOf('/') + 1);
		List<Link> links = links(folder, folder + "_rels/" + main.substring(folder.length()) + ".rels");
		this.formats = new NumberFormats(sheets(main, links));
		for (Link link : links) {
			if (link.type().endsWith("/styles")) {
				this.formats.read(xml(link.target(), LARGEST_PART));
			}
			else if (link.type().endsWith("/sharedStrings")) {
				this.strings.read(xml(link.target(), LARGEST_STRINGS));
			}
		}
	}

	static XlsxWorkbook open(InputStream bytes) throws IOException {
		ScratchFile file = new ScratchFile();
		SharedStrings strings = null;
		try {
			file.take(bytes, LARGEST);
			strings = new SharedStrings();
			ZipFile zip = ZipFile.builder().setSeekableByteChannel(file).get();
			return new XlsxWorkbook(file, zip, strings);
		}
		catch (XMLStreamException | IOException | RuntimeException ex) {
			file.close();
			if (strings != null) {
				strings.close();
			}
			if (ex instanceof org.huiling.problem.InvalidInput refusal) {
				throw refusal;
			}
			throw TableFault.WORKBOOK_UNREADABLE.refusal();
		}
	}

	private record Link(String id, String type, String target) {
	}

	private List<Link> links(String folder, String part) throws IOException, XMLStreamException {
		List<Link> links = new ArrayList<>();
		Xml xml = xml(part, LARGEST_PART);
		for (String name = xml.begin(); name != null; name = xml.begin()) {
			String target = xml.attribute("Target");
			if (name.equals("Relationship") && target != null && !"External".equals(xml.attribute("TargetMode"))) {
				links.add(new Link(Objects.requireNonNullElse(xml.attribute("Id"), ""),
						Objects.requireNonNullElse(xml.attribute("Type"), ""),
						target.startsWith("/") ? target.substring(1) : folder + target));
			}
		}
		return links;
	}

	/** Whether days are counted from 1904. */
	private boolean sheets(String main, List<Link> links) throws IOException, XMLStreamException {
		Map<String, String> targets = new HashMap<>();
		links.stream()
			.filter((link) -> link.type().endsWith("/worksheet"))
			.forEach((link) -> targets.put(link.id(), link.target()));
		boolean from1904 = false;
		Xml xml = xml(main, LARGEST_PART);
		for (String name = xml.begin(); name != null; name = xml.begin()) {
			if (name.equals("workbookPr")) {
				String counted = xml.attribute("date1904");
				from1904 = "1".equals(counted) || "true".equals(counted);
			}
			else if (name.equals("sheet")) {
				String part = targets.get(Objects.requireNonNullElse(xml.attribute("id"), ""));
				String state = Objects.requireNonNullElse(xml.attribute("state"), "visible");
				if (part != null) {
					this.sheets.add(new Sheet(Objects.requireNonNullElse(xml.attribute("name"), ""), part,
							state.equals("visible")));
				}
			}
		}
		return from1904;
	}

	private Xml xml(String part, long most) throws IOException, XMLStreamException {
		return new Xml(stream(part), entry(part).getCompressedSize(), most);
	}

	private ZipArchiveEntry entry(String part) {
		ZipArchiveEntry entry = this.zip.getEntry(part);
		if (entry == null) {
			throw TableFault.WORKBOOK_UNREADABLE.refusal();
		}
		return entry;
	}

	private InputStream stream(String part) throws IOException {
		return this.zip.getInputStream(entry(part));
	}

	/**
	 * The rows of the first sheet that is seen and has a header.
	 * @param notRead takes the names of the other sheets in which something stands
	 * @param looked takes the first rows, if no sheet has a header
	 */
	@Nullable HeadedRows rows(Predicate<String> known, List<String> notRead, List<RowSource.Raw> looked) throws IOException {
		HeadedRows rows = null;
		for (Sheet sheet : this.sheets) {
			List<RowSource.Raw> first = new ArrayList<>();
			HeadedRows found = (rows == null && sheet.visible()) ? HeadedRows.of(open(sheet), known, first) : null;
			rows = (rows != null) ? rows : found;
			looked.addAll(first);
			if (found == null && isFilled(sheet)) {
				notRead.add(sheet.name());
			}
		}
		return rows;
	}

	private SheetRows open(Sheet sheet) throws IOException {
		try (InputStream once = stream(sheet.part())) {
			MergedRows merged = MergedRows.find(once, LARGEST_SHEET);
			return new SheetRows(xml(sheet.part(), LARGEST_SHEET), this.strings, this.formats, merged);
		}
		catch (XMLStreamException ex) {
			throw TableFault.WORKBOOK_UNREADABLE.refusal();
		}
	}

	private boolean isFilled(Sheet sheet) throws IOException {
		SheetRows rows = open(sheet);
		for (RowSource.Raw raw = rows.next(); raw != null; raw = rows.next()) {
			if (!raw.row().isEmpty()) {
				return true;
			}
		}
		return false;
	}

	@Override
	public void close() throws IOException {
		this.strings.close();
		this.zip.close();
		this.file.close();
	}

}
