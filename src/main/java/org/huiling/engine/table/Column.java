package org.huiling.engine.table;

import org.huiling.engine.source.yaml.Cell;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param number from 1
 * @param keyword what it holds
 * @param object the cell that names the fact of a condition or what an action calls; null
 * if the snippet says it all
 * @param objectEnd the last column that shares this object
 * @param snippet what each row fills in; null where the row's cell is taken as it is
 */
record Column(int number, Keyword keyword, @Nullable Cell object, int objectEnd, @Nullable Snippet snippet) {

	boolean is(Keyword one) {
		return this.keyword == one;
	}

}
