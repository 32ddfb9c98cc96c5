package org.huiling.facts;

/**
 * Which of excluding awards is paid: the highest (就高不就低), or the one the person chose
 * (择一).
 */
public enum StackingKind {

	HIGHEST, CHOOSE_ONE

}
