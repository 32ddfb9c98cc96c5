package org.huiling.web.casework;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A fact about a person as a form asks for it. Its texts are {@code field.<path>}, where
 * there is one {@code field.<path>.hint}, and {@code option.<path>.<code>}.
 *
 * @param path as the HTTP contract names it
 * @param kind how it is asked
 * @param options the codes to choose from
 * @param after the fact that has to be known before this one is asked for, or null
 */
record Field(String path, Kind kind, List<String> options, @Nullable String after) {

	/** How a fact is asked. */
	enum Kind {

		/** A day. */
		DATE,

		/** A number or an amount. */
		NUMBER,

		/** One of a few codes. */
		CHOICE,

		/** Yes or no. */
		YES_NO,

		/** The code of a region. */
		REGION,

		/** A text, or several codes apart by commas. */
		TEXT,

		/** Which statuses a person has, and since when. */
		STATUSES,

		/** Which programs a person applied for, and when. */
		APPLICATIONS

	}

	Field {
		options = List.copyOf(options);
	}

	/** An id for the page: letters, digits and lines. */
	public String id() {
		return this.path.replace('.', '-');
	}

}
