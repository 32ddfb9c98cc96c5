package org.huiling.policy;

/** When the rules directory is imported ({@code huiling.rules-import}). */
enum RulesImportMode {

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
