package org.huiling.engine.drools;

import org.huiling.engine.table.RuleTable;

/** A rule file's text, or what is written from a table, with its lines. */
record RuleSource(String text, RuleLines lines) {

	static RuleSource of(String file, String text) {
		return new RuleSource(text, new RuleLines(file, text));
	}

	static RuleSource of(String file, RuleTable table) {
		return new RuleSource(table.drl(), new RuleLines(file, table.drl(), table.cells()));
	}

}
