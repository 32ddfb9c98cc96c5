package org.huiling.engine.drools.reading;

import org.huiling.engine.drools.language.RuleLines;
import org.huiling.engine.drools.language.RuleTokens;
import org.huiling.engine.table.RuleTable;

/** A rule file, or what is written from a table, with its lines. */
public record RuleSource(RuleTokens tokens, RuleLines lines) {

	public static RuleSource of(String file, String text) {
		return new RuleSource(RuleTokens.of(text), new RuleLines(file, text));
	}

	public static RuleSource of(String file, RuleTable table) {
		return new RuleSource(RuleTokens.of(table.drl()), new RuleLines(file, table.drl(), table.cells()));
	}

}
