package org.huiling.engine;

/** What a program is assessed for: each month, each calendar year, or each claim. */
public enum Cycle {

	MONTH, YEAR, CLAIM

}
