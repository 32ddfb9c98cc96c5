package org.huiling.engine.dictionary.written;

import org.huiling.engine.source.yaml.FilePlace;

/**
 * A label or alias that must be told apart from others.
 *
 * @param room among which it is told apart: columns, the codes of a type, the fields of a
 * list
 * @param text as it is written
 * @param owner the path of what is called so
 * @param place where it stands
 */
public record Title(String room, String text, String owner, FilePlace place) {

	/** The columns of a table of people. */
	public static final String COLUMNS = "columns";

	/** The columns of a table of people that stand for items. */
	public static final String ITEM_COLUMNS = "columns[]";

}
