package org.huiling.policy.rulesimport;

/** When the rules directory is imported ({@code huiling.rules-import}). */
public enum RulesImportMode {

	/** At every start. */
	ALWAYS,

	/**
	 * Only while nothing is published: later, importing would be a way round the second
	 * pair of eyes.
	 */
	WHEN_EMPTY,

	/** Not at all. */
	NEVER

}
