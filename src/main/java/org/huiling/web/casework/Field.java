package org.huiling.web.casework;

import java.util.List;
import java.util.stream.Stream;

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

		/** Which statuses a person has, and since when. */
		STATUSES,

		/** Which programs a person applied for, and when. */
		APPLICATIONS

	}

	Field {
		options = List.copyOf(options);
	}

	static Field of(String path, Kind kind) {
		return new Field(path, kind, List.of(), null);
	}

	static <E extends Enum<E>> Field choice(String path, E[] codes) {
		return new Field(path, Kind.CHOICE, Stream.of(codes).map(Enum::name).toList(), null);
	}

	static Field grades(String path, int last) {
		return new Field(path, Kind.CHOICE,
				Stream.iterate(0, (grade) -> grade + 1).limit(last + 1L).map(String::valueOf).toList(), null);
	}

	Field after(String path) {
		return new Field(this.path, this.kind, this.options, path);
	}

	/** An id for the page: letters, digits and lines. */
	public String id() {
		return this.path.replace('.', '-');
	}

}
