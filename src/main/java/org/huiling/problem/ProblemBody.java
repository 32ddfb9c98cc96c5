package org.huiling.problem;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 writes it. Not Spring's own class: that one adds the request's
 * path as {@code instance}, and a path may hold somebody's number.
 *
 * @param type {@code urn:huiling:problem:} and the code
 * @param title what kind of problem, in the reader's language
 * @param status the HTTP status
 * @param detail what to do about it
 * @param errors what is wrong with an input, null if no input is at fault
 * @param incident the number of an error of the service's own, null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(URI type, String title, int status, String detail, @Nullable List<Entry> errors,
		@Nullable String incident) {

	ProblemBody with(List<Entry> errors) {
		return new ProblemBody(this.type, this.title, this.status, this.detail, errors, this.incident);
	}

	ProblemBody with(String incident) {
		return new ProblemBody(this.type, this.title, this.status, this.detail, this.errors, incident);
	}

	/**
	 * One thing wrong with an input.
	 *
	 * @param field its path, null for files
	 * @param file the path of a file, null for fields
	 * @param line the line in the file
	 * @param column the column in the file
	 * @param code its stable code
	 * @param message what is wrong, in the reader's language
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Entry(@Nullable String field, @Nullable String file, @Nullable Integer line, @Nullable Integer column,
			String code, String message) {

		static Entry of(String field, String code, String message) {
			return new Entry(field, null, null, null, code, message);
		}

		static Entry of(FileError error, Locale locale) {
			return new Entry(null, error.file(), error.line(), error.column(), error.code(),
					locale.getLanguage().equals("zh") ? error.zh() : error.en());
		}

	}

}
