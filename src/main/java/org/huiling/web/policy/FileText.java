package org.huiling.web.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.WorkbookCells;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

import org.springframework.stereotype.Component;

/** Files of a version as text that people read and write. */
@Component
class FileText {

	private static final ObjectReader ROWS = CsvMapper.builder()
		.enable(CsvReadFeature.WRAP_AS_ARRAY)
		.build()
		.readerForListOf(String.class);

	/**
	 * A file.
	 *
	 * @param path inside the version's directory
	 * @param text what it says, null if it is no text
	 * @param grid its cells if it is a decision table, by row; otherwise empty
	 */
	record Shown(String path, @Nullable String text, List<List<String>> grid) {

		/** Which words an editor knows. */
		public String mode() {
			return this.path.endsWith(".drl") ? "drools" : this.path.endsWith(".yaml") ? "yaml" : "text";
		}

	}

	List<Shown> all(PolicyFiles files) {
		return files.files().entrySet().stream().map((file) -> shown(file.getKey(), file.getValue())).toList();
	}

	Shown shown(String path, byte[] content) {
		String text = text(content);
		if (text == null) {
			return new Shown(path, null, WorkbookCells.of(path, content));
		}
		return new Shown(path, text, path.endsWith(".csv") ? grid(text) : List.of());
	}

	/** A decision table that can be changed cell by cell; null if the file is none. */
	@Nullable CellTable table(String path, byte[] content) {
		String text = path.endsWith(".drl.csv") ? text(content) : null;
		return (text != null) ? CellTable.read(text) : null;
	}

	private static @Nullable String text(byte[] content) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

	/** The cells of comma-separated values; none if they cannot be told apart. */
	private static List<List<String>> grid(String text) {
		try (MappingIterator<List<String>> rows = ROWS.readValues(text)) {
			return rows.readAll();
		}
		catch (JacksonException broken) {
			return List.of();
		}
	}

}
