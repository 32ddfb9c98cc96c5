package org.huiling.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which cells of a sheet are merged with rows above them: a sheet says it after its last
 * row, so it is looked for before any row is read.
 */
final class MergedRows {

	private static final String WORD = "mergeCell ";

	private static final Pattern MERGED = Pattern
		.compile("mergeCell\\s[^>]{0,80}?ref=\"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})\"");

	private static final int PIECE = 1 << 16;

	private static final int LONGEST = 160;

	private static final int MOST = 100_000;

	private final Deque<Area> coming;

	private final List<Area> here = new ArrayList<>();

	private MergedRows(List<Area> areas) {
		areas.sort(Comparator.comparingInt(Area::from));
		this.coming = new ArrayDeque<>(areas);
	}

	/** Rows after the first up to the last, from 1; columns from 0. */
	private record Area(int from, int to, int first, int last) {
	}

	static MergedRows find(InputStream sheet, long most) throws IOException {
		List<Area> areas = new ArrayList<>();
		String kept = "";
		long left = most;
		for (byte[] piece = sheet.readNBytes(PIECE); piece.length > 0; piece = sheet.readNBytes(PIECE)) {
			left -= piece.length;
			if (left < 0 || areas.size() > MOST) {
				throw TableFault.WORKBOOK_TOO_LARGE.refusal();
			}
			String text = kept + new String(piece, StandardCharsets.ISO_8859_1);
			kept = text.substring(Math.max(0, text.length() - LONGEST));
			if (text.contains(WORD)) {
				Matcher found = MERGED.matcher(text);
				while (found.find()) {
					int from = Integer.parseInt(found.group(2)) + 1;
					int to = Integer.parseInt(found.group(4));
					if (from <= to) {
						areas.add(
								new Area(from, to, SheetRows.column(found.group(1)), SheetRows.column(found.group(3))));
					}
				}
			}
		}
		return new MergedRows(areas);
	}

	/** Tells the columns of a row that are merged with rows above; rows come in order. */
	void of(int row, int width, IntConsumer column) {
		this.here.removeIf((area) -> area.to < row);
		while (!this.coming.isEmpty() && this.coming.peek().from <= row) {
			Area area = this.coming.remove();
			if (area.to >= row) {
				this.here.add(area);
				if (this.here.size() > HeadedRows.MOST_COLUMNS) {
					// a cell belongs to one area at most
					throw TableFault.WORKBOOK_UNREADABLE.refusal();
				}
			}
		}
		for (Area area : this.here) {
			for (int i = area.first; i <= Math.min(area.last, width - 1); i++) {
				column.accept(i);
			}
		}
	}

}
