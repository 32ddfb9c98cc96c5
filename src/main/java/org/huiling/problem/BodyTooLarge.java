package org.huiling.problem;

import java.io.IOException;

import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** A request body that goes past the limit, noticed while it is read. */
final class BodyTooLarge extends IOException {

	static final int STATUS = HttpStatus.CONTENT_TOO_LARGE.value();

	static final String CODE = "CONTENT_TOO_LARGE";

	private static final long serialVersionUID = 1L;

	private final long bytes;

	BodyTooLarge(DataSize limit) {
		super("body over " + limit);
		this.bytes = limit.toBytes();
	}

	/**
	 * The limit, for people.
	 * @return such as {@code 2 MiB}
	 */
	String limit() {
		return describe(DataSize.ofBytes(this.bytes));
	}

	static String describe(DataSize limit) {
		return (limit.toBytes() % DataSize.ofMegabytes(1).toBytes() == 0) ? limit.toMegabytes() + " MiB"
				: limit.toBytes() + " B";
	}

}
