package org.huiling.command.assess;

import java.io.IOException;
import java.util.function.Consumer;

import org.huiling.applicant.imports.file.ImportFault;
import org.huiling.applicant.imports.file.ImportLine;
import org.huiling.applicant.imports.file.LineSource;
import org.huiling.table.TableFault;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a list that are about somebody: a sum or a signature below them is told,
 * and nothing is missing for it.
 */
final class PeopleLines implements LineSource {

	private final LineSource lines;

	private final Consumer<ImportLine> other;

	private @Nullable ImportLine first;

	private long others;

	/**
	 * Those of a list.
	 * @param lines all of them
	 * @param other told of each that is about nobody
	 * @throws org.huiling.problem.InvalidInput if none is about anybody
	 * @throws IOException if the list cannot be read
	 */
	PeopleLines(LineSource lines, Consumer<ImportLine> other) throws IOException {
		this.lines = lines;
		this.other = other;
		this.first = found();
		if (this.first == null) {
			throw TableFault.EMPTY_FILE.refusal();
		}
	}

	@Override
	public @Nullable ImportLine next() throws IOException {
		ImportLine next = this.first;
		if (next == null) {
			return found();
		}
		this.first = null;
		return next;
	}

	private @Nullable ImportLine found() throws IOException {
		for (ImportLine line = this.lines.next(); line != null; line = this.lines.next()) {
			if (!isAboutNobody(line)) {
				return line;
			}
			this.others++;
			this.other.accept(line);
		}
		return null;
	}

	private static boolean isAboutNobody(ImportLine line) {
		return line.refusal() != null && ImportFault.isFooter(line.refusal().errors());
	}

	/** How many lines were about nobody so far. */
	long others() {
		return this.others;
	}

	@Override
	public @Nullable String header() {
		return this.lines.header();
	}

}
