package org.huiling.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** What a file is, by its first bytes. */
enum FileKind {

	/** A text, csv for all that is known. */
	TEXT(""),
	/** A workbook of the present kind, a zip archive. */
	WORKBOOK("xlsx", new byte[] { 'P', 'K', 3, 4 }, new byte[] { 'P', 'K', 5, 6 }),
	/** A workbook of the old kind, or one with a password. */
	OLD_WORKBOOK("xls", new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0 }),
	/** A printed page. */
	PDF("PDF", bytes("%PDF")),
	/** A text with layout. */
	RTF("RTF", bytes("{\\rtf")),
	/** A picture. */
	PICTURE("PNG/JPEG", new byte[] { (byte) 0x89, 'P', 'N', 'G' },
			new byte[] { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF }),
	/** A page, as some systems call a workbook. */
	PAGE("HTML/XML", bytes("<html"), bytes("<!doc"), bytes("<?xml"), bytes("<table"), bytes("<meta"), bytes("<head")),
	/** Another archive. */
	ARCHIVE("RAR/7z/gz", bytes("Rar!"), new byte[] { '7', 'z', (byte) 0xBC, (byte) 0xAF },
			new byte[] { 0x1F, (byte) 0x8B });

	private static final int LONGEST = 8;

	private final String shown;

	@SuppressWarnings("ImmutableEnumChecker") // never changed after construction
	private final byte[][] beginnings;

	FileKind(String shown, byte[]... beginnings) {
		this.shown = shown;
		this.beginnings = beginnings;
	}

	String shown() {
		return this.shown;
	}

	/** Looks at the first bytes, which are read again after it. */
	static FileKind of(BufferedInputStream file) throws IOException {
		file.mark(LONGEST);
		byte[] first = file.readNBytes(LONGEST);
		file.reset();
		String text = new String(first, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
		for (FileKind kind : values()) {
			for (byte[] beginning : kind.beginnings) {
				boolean same = first.length >= beginning.length
						&& Arrays.equals(beginning, 0, beginning.length, first, 0, beginning.length);
				if (same || (kind == PAGE && text.startsWith(new String(beginning, StandardCharsets.ISO_8859_1)))) {
					return kind;
				}
			}
		}
		return TEXT;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
