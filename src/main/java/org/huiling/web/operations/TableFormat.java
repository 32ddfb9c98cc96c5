package org.huiling.web.operations;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.huiling.spreadsheet.ListedTable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** As what a list is handed out. */
enum TableFormat {

	/** Comma-separated values. */
	CSV(new MediaType("text", "csv", StandardCharsets.UTF_8)) {

		@Override
		StreamingResponseBody body(ListedTable table) {
			return table::csv;
		}

	},

	/** A workbook. */
	XLSX(MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")) {

		@Override
		StreamingResponseBody body(ListedTable table) {
			return table::workbook;
		}

	};

	@SuppressWarnings("ImmutableEnumChecker") // never changed after construction
	private final MediaType type;

	TableFormat(MediaType type) {
		this.type = type;
	}

	abstract StreamingResponseBody body(ListedTable table);

	/** How the file's name ends, without the dot. */
	String ending() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The one that is asked for.
	 * @param request whose path ends in it
	 * @return a workbook, or else csv
	 */
	static TableFormat of(HttpServletRequest request) {
		return request.getRequestURI().endsWith("/xlsx") ? XLSX : CSV;
	}

	/**
	 * A file to be kept.
	 * @param name without its ending
	 * @param table what is in it
	 */
	ResponseEntity<StreamingResponseBody> answer(String name, ListedTable table) {
		return ResponseEntity.ok()
			.contentType(this.type)
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + ending() + "\"")
			.body(body(table));
	}

}
