package org.huiling.applicant.imports.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.huiling.input.StrictJson;
import org.huiling.problem.InvalidInput;
import org.huiling.table.LineReader;
import org.huiling.table.TableFault;
import org.jspecify.annotations.Nullable;

/** An applicant as a JSON object on each line. */
public final class JsonLines implements LineSource {

	private final LineReader lines;

	public JsonLines(LineReader lines) {
		this.lines = lines;
	}

	@Override
	public @Nullable ImportLine next() throws IOException {
		LineReader.Line line = this.lines.next();
		while (line != null && line.text().isBlank()) {
			line = this.lines.next();
		}
		if (line == null) {
			return null;
		}
		if (line.isTooLong()) {
			return ImportLine.refused(line.number(), line.text(), TableFault.LINE_TOO_LONG, LineReader.LONGEST);
		}
		if (line.isDamaged()) {
			return ImportLine.refused(line.number(), line.text(), TableFault.LINE_ENCODING);
		}
		try {
			return ImportLine.of(line.number(), line.text(),
					StrictJson.read(line.text().getBytes(StandardCharsets.UTF_8)));
		}
		catch (InvalidInput ex) {
			return new ImportLine(line.number(), line.text(), null, ex);
		}
	}

	@Override
	public @Nullable String header() {
		return null;
	}

}
