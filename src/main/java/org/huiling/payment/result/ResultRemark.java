package org.huiling.payment.result;

/**
 * Something odd about a row of a file of results, though the file can be taken.
 *
 * @param line of the file
 * @param column by its name in our files, "" for the whole row
 * @param code a stable code; its message stands in the message bundles under
 * {@code warning.<code>}
 */
public record ResultRemark(long line, String column, String code) {
}
