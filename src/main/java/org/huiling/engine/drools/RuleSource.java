package org.huiling.engine.drools;

import org.huiling.engine.table.RuleTable;

/** A rule file, or what is written from a table, with its lines. */
record RuleSource(RuleTokens tokens, RuleLines lines) {

	static RuleSource of(String file, String text) {
		return new RuleSource(RuleTokens.of(text), new RuleLines(file, text));
	}

	static RuleSource of(String file, RuleTable table) {
		return new RuleSource(RuleTokens.of(table.drl()), new RuleLines(file, table.drl(), table.cells()));
	}

}
