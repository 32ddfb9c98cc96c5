package org.huiling.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * A part of a workbook, read as it comes: no entities, and nothing of it grows without
 * end.
 */
final class Xml {

	/** The most characters of a cell; spreadsheets have half as many. */
	static final int LONGEST_TEXT = 1 << 16;

	private static final int LONGEST_TAG = 1 << 20;

	/** A table that unpacks to more than so many times its size is none. */
	private static final int MOST_UNPACKED = 200;

	private static final long SMALL = 1L << 25;

	private final XMLStreamReader reader;

	Xml(InputStream part, long packed, long most) throws XMLStreamException {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		this.reader = factory
			.createXMLStreamReader(new Limited(part, Math.min(most, Math.max(SMALL, packed * MOST_UNPACKED))));
	}

	/** Goes to the next beginning of an element; null at the end. */
	@Nullable String begin() throws XMLStreamException {
		while (this.reader.hasNext()) {
			if (advance() == XMLStreamConstants.START_ELEMENT) {
				return this.reader.getLocalName();
			}
		}
		return null;
	}

	/**
	 * Goes to the next beginning or end of an element, END with a slash; null at the end.
	 */
	@Nullable String tag() throws XMLStreamException {
		while (this.reader.hasNext()) {
			int event = advance();
			if (event == XMLStreamConstants.START_ELEMENT) {
				return this.reader.getLocalName();
			}
			if (event == XMLStreamConstants.END_ELEMENT) {
				return "/" + this.reader.getLocalName();
			}
		}
		return null;
	}

	private int advance() throws XMLStreamException {
		int event = this.reader.next();
		if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
			throw new XMLStreamException("a workbook defines nothing of its own");
		}
		return event;
	}

	@Nullable String attribute(String name) {
		for (int i = 0; i < this.reader.getAttributeCount(); i++) {
			if (this.reader.getAttributeLocalName(i).equals(name)) {
				return this.reader.getAttributeValue(i);
			}
		}
		return null;
	}

	/** The text up to the end of the element it stands in; inner elements have none. */
	String text() throws XMLStreamException {
		StringBuilder text = new StringBuilder();
		int depth = 1;
		while (depth > 0) {
			int event = advance();
			if (event == XMLStreamConstants.START_ELEMENT) {
				depth++;
			}
			else if (event == XMLStreamConstants.END_ELEMENT) {
				depth--;
			}
			else if (depth == 1 && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA
					|| event == XMLStreamConstants.SPACE)) {
				if (text.length() + this.reader.getTextLength() > LONGEST_TEXT) {
					throw TableFault.WORKBOOK_TOO_LARGE.refusal();
				}
				text.append(this.reader.getTextCharacters(), this.reader.getTextStart(), this.reader.getTextLength());
			}
		}
		return text.toString();
	}

	/** The text of an element with runs: what is read aloud beside it is left out. */
	String rich(String element) throws XMLStreamException {
		StringBuilder text = new StringBuilder();
		boolean aloud = false;
		for (String tag = tag(); tag != null && !tag.equals("/" + element); tag = tag()) {
			if (tag.endsWith("rPh")) {
				aloud = !tag.startsWith("/");
			}
			else if (tag.equals("t")) {
				String run = text();
				text.append(aloud ? "" : run);
				if (text.length() > LONGEST_TEXT) {
					throw TableFault.WORKBOOK_TOO_LARGE.refusal();
				}
			}
		}
		return text.toString();
	}

	/** Ends where a part is longer than it may be, or one tag or text of it is. */
	private static final class Limited extends FilterInputStream {

		private long left;

		private int tag;

		Limited(InputStream source, long most) {
			super(source);
			this.left = most;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int read = super.read(target, offset, length);
			this.left -= Math.max(read, 0);
			for (int i = offset; i < offset + read; i++) {
				this.tag = (target[i] == '<' || target[i] == '>') ? 0 : this.tag + 1;
				if (this.tag > LONGEST_TAG) {
					this.left = -1;
				}
			}
			if (this.left < 0) {
				throw TableFault.WORKBOOK_TOO_LARGE.refusal();
			}
			return read;
		}

	}

}
