package org.huiling.table;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLStreamException;

/**
 * The texts of a workbook, which its cells name by number: kept in a file, a page of them
 * at a time in memory.
 */
final class SharedStrings implements Closeable {

	private static final int PAGE = 1 << 14;

	private static final int HELD = 64;

	private final ScratchFile file;

	private final ByteArrayOutputStream page = new ByteArrayOutputStream();

	/** Of each page the number of its first text, and where it begins. */
	private int[] firsts = new int[16];

	private long[] places = new long[16];

	private int pages;

	private int count;

	private final Map<Integer, List<String>> held = new LinkedHashMap<>(HELD, 0.75F, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Integer, List<String>> eldest) {
			return size() > HELD;
		}

	};

	SharedStrings() throws IOException {
		this.file = new ScratchFile();
	}

	void read(Xml xml) throws IOException, XMLStreamException {
		for (String name = xml.begin(); name != null; name = xml.begin()) {
			if (name.equals("si")) {
				add(xml.rich("si"));
			}
		}
		flush();
	}

	private void add(String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		this.page.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
		this.page.writeBytes(bytes);
		this.count++;
		if (this.page.size() >= PAGE) {
			flush();
		}
	}

	private void flush() throws IOException {
		if (this.pages + 2 > this.firsts.length) {
			this.firsts = Arrays.copyOf(this.firsts, 2 * this.firsts.length);
			this.places = Arrays.copyOf(this.places, 2 * this.places.length);
		}
		this.file.append(this.page.toByteArray(), this.page.size());
		this.page.reset();
		this.pages++;
		this.firsts[this.pages] = this.count;
		this.places[this.pages] = this.file.size();
	}

	/** The text with a number from 0. */
	String get(int number) throws IOException {
		if (number < 0 || number >= this.count) {
			throw TableFault.WORKBOOK_UNREADABLE.refusal();
		}
		int found = Arrays.binarySearch(this.firsts, 0, this.pages + 1, number);
		int at = (found >= 0) ? found : -found - 2;
		List<String> texts = this.held.get(at);
		if (texts == null) {
			texts = load(at);
			this.held.put(at, texts);
		}
		return texts.get(number - this.firsts[at]);
	}

	private List<String> load(int at) throws IOException {
		byte[] bytes = this.file.read(this.places[at], (int) (this.places[at + 1] - this.places[at]));
		ByteBuffer left = ByteBuffer.wrap(bytes);
		List<String> texts = new ArrayList<>();
		while (left.hasRemaining()) {
			int length = left.getInt();
			texts.add(new String(bytes, left.position(), length, StandardCharsets.UTF_8));
			left.position(left.position() + length);
		}
		return texts;
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
