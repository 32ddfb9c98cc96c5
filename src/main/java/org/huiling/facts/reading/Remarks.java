package org.huiling.facts.reading;

/** Takes what is wrong or odd about what is read. */
public interface Remarks {

	/**
	 * A field without which nothing can be said.
	 * @param path of the field, from the person on, such as {@code claims[0].date}
	 */
	void missing(String path);

	/**
	 * An item that is in its list already.
	 * @param path of the field by which it is known
	 * @param first the path of that field in the first one
	 */
	void twice(String path, String first);

	/**
	 * Something that cannot be.
	 * @param path of the field
	 * @param remark what is wrong
	 */
	void refused(String path, Remark remark);

	/**
	 * Something that is odd.
	 * @param path of the field
	 * @param remark what is odd
	 */
	void odd(String path, Remark remark);

}
