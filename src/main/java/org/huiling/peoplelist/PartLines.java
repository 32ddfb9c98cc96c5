package org.huiling.peoplelist;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

import org.huiling.applicant.imports.file.ImportLine;
import org.huiling.applicant.imports.file.LineSource;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a part of a file, numbered as they are in it, without those of its head.
 *
 * @param part which
 * @param lines of its head and its own
 * @param file closed with them
 */
record PartLines(ListPart part, LineSource lines, Closeable file) implements LineSource {

	@Override
	public @Nullable ImportLine next() throws IOException {
		ImportLine line = this.lines.next();
		while (line != null && line.number() <= this.part.headLines()) {
			line = this.lines.next();
		}
		if (line == null) {
			return null;
		}
		return new ImportLine(line.number() - this.part.headLines() + this.part.line() - 1, line.text(), line.given(),
				line.refusal());
	}

	@Override
	public @Nullable String header() {
		return this.lines.header();
	}

	@Override
	public List<String> sheetsNotRead() {
		return this.lines.sheetsNotRead();
	}

	@Override
	public void close() throws IOException {
		try (this.file) {
			this.lines.close();
		}
	}

}
