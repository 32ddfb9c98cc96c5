/**
 * The files that people are imported from, line by line: rows of a table with its columns
 * and cells, or JSON.
 */
@NullMarked
package org.huiling.applicant.imports.file;

import org.jspecify.annotations.NullMarked;
