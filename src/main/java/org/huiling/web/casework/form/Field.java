package org.huiling.web.casework.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A fact about a person as a form asks for it. Its texts are {@code field.<path>}, where
 * there is one {@code field.<path>.hint}, and {@code option.<path>.<code>}.
 *
 * @param path as the HTTP contract names it
 * @param kind how it is asked
 * @param options the codes to choose from
 * @param after the fact that has to be known before this one is asked for, or null
 * @param when what a browser can tell of whether it applies while other answers change,
 * see {@link AskedWhen}; null if it shows the field always
 * @param unasked whether it is known not to apply, and nothing is on file of it
 * @param fields what is asked of each item of a list
 */
public record Field(String path, Kind kind, List<String> options, @Nullable String after, @Nullable String when,
		boolean unasked, List<Field> fields) {

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

		/** A text. */
		TEXT,

		/** Several of a few codes, or none of them. */
		CODES,

		/** Which statuses a person has, and since when. */
		STATUSES,

		/** Which programs a person applied for, and when. */
		APPLICATIONS,

		/** One of the programs that there are. */
		PROGRAM,

		/** The items of a list, each with fields of its own. */
		ITEMS

	}

	public Field {
		options = List.copyOf(options);
		fields = List.copyOf(fields);
	}

	public Field(String path, Kind kind, List<String> options, @Nullable String after) {
		this(path, kind, options, after, null, false, List.of());
	}

	public Field(String path, Kind kind, List<Field> fields) {
		this(path, kind, List.of(), null, null, false, fields);
	}

	/** The same field of one item of its list, by the item's number. */
	public Field of(int item) {
		return new Field(this.path.replace("[]", "[" + item + "]"), this.kind, this.options, this.after, null, false,
				this.fields);
	}

	/** As the dictionary names it, whatever the item's number. */
	public String named() {
		return this.path.replaceAll("\\[\\d+]", "[]");
	}

	/** The same field, asked for as the other answers say. */
	Field asked(@Nullable String when, boolean unasked) {
		return new Field(this.path, this.kind, this.options, this.after, when, unasked, this.fields);
	}

	/** The same field with what may be chosen beside its options. */
	Field offering(List<String> more) {
		Set<String> all = new LinkedHashSet<>(this.options);
		all.addAll(more);
		return new Field(this.path, this.kind, List.copyOf(all), this.after, this.when, this.unasked, this.fields);
	}

	/** An id for the page: letters, digits and lines. */
	public String id() {
		return this.path.replace("[", "").replace("]", "").replace('.', '-');
	}

}
