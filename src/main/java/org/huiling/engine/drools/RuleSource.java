package org.huiling.engine.drools;

/** A rule file's text with its lines. */
record RuleSource(String text, RuleLines lines) {

	static RuleSource of(String file, String text) {
		return new RuleSource(text, new RuleLines(file, text));
	}

}
