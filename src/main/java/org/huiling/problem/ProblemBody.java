package org.huiling.problem;

import java.net.URI;
import java.util.List;

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
	 * @param field its path
	 * @param code its stable code
	 * @param message what is wrong, in the reader's language
	 */
	public record Entry(String field, String code, String message) {
	}

}
