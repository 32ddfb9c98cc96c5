package org.huiling.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

import org.huiling.applicant.imports.file.ImportLine;
import org.huiling.applicant.imports.file.LineSource;
import org.jspecify.annotations.Nullable;

/** The lines of a source, one after the other; it is closed at its end. */
final class Numbered implements Iterator<ListedLine> {

	private final String file;

	private final LineSource lines;

	private @Nullable ImportLine next;

	Numbered(String file, LineSource lines) {
		this.file = file;
		this.lines = lines;
		forward();
	}

	private void forward() {
		try {
			this.next = this.lines.next();
			if (this.next == null) {
				this.lines.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public boolean hasNext() {
		return this.next != null;
	}

	@Override
	public ListedLine next() {
		ImportLine one = this.next;
		if (one == null) {
			throw new NoSuchElementException();
		}
		forward();
		return new ListedLine(this.file, one);
	}

}
