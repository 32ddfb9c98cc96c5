/**
 * The files that people are imported from, line by line: rows of a table with its columns
 * and cells, or JSON.
 */
@NamedInterface("file")
@NullMarked
package org.huiling.applicant.imports.file;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
