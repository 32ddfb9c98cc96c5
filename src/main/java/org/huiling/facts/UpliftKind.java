package org.huiling.facts;

/**
 * How an uplift changes a ratio: `POINTS` adds n/100, `RELATIVE` multiplies by (1 +
 * n/100).
 */
public enum UpliftKind {

	POINTS, RELATIVE

}
