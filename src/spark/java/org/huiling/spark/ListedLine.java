package org.huiling.spark;

import org.huiling.applicant.imports.file.ImportLine;

/**
 * A line of a list.
 *
 * @param file the name of the file or table
 * @param line as it was read
 */
record ListedLine(String file, ImportLine line) {
}
