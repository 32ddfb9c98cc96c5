/**
 * Decision tables in Drools' spreadsheet layout, read from CSV and workbooks as what a
 * stranger sent, and written as rules of which every line knows its cell.
 */
@NullMarked
package org.huiling.engine.table;

import org.jspecify.annotations.NullMarked;
