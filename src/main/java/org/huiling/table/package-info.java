/**
 * 表格: lists as people send them, csv or workbook, in any of the usual encodings and with
 * whatever stands above the header; given as rows of cells, each row whole or said to be
 * damaged. Knows nothing of what the cells mean.
 */
@ApplicationModule(displayName = "Table", allowedDependencies = { "input", "problem" })
@NullMarked
package org.huiling.table;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
